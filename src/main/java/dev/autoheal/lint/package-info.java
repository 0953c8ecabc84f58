/** This package checks, fixes and rewrites many files in parallel; its results are values. */
package dev.autoheal.lint;
