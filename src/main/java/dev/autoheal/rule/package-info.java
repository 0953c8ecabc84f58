/** This package says what a rule is, what it may look at, and how its findings are suppressed. */
package dev.autoheal.rule;
