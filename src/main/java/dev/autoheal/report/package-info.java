/**
 * This package says what every report is, and writes those for people, with one sanitiser per sink.
 */
package dev.autoheal.report;
