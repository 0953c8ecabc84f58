/**
 * This package checks, fixes and rewrites many files in parallel, and returns the results as
 * values. It uses the rules and the files of a project; it knows no report and no command.
 */
package dev.autoheal.lint;
