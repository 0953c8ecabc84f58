/**
 * This package defines what a report is and writes the reports for people. It holds one sanitizer
 * for each kind of output, and reads the results of a run without changing them.
 */
package dev.autoheal.report;
