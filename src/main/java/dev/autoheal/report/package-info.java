/**
 * This package defines what a report is and writes the reports for people. It holds one sanitizer
 * for each kind of output, and uses only the results of a run.
 */
package dev.autoheal.report;
