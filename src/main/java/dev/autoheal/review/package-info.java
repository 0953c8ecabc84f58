/**
 * This package compares two revisions: it finds what a range of commits breaks, fixes and changes
 * in meaning. It checks each revision with the package lint, and reads revisions with the package
 * git.
 */
package dev.autoheal.review;
