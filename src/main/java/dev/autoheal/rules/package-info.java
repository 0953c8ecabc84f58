/**
 * This package holds one class per rule, the classes that rules share, and the ordered list of all
 * rules. It may use the {@code rule} package and all packages below that, but no report and no
 * command.
 */
package dev.autoheal.rules;
