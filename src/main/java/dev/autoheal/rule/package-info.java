/**
 * This package defines a rule, the input of a rule, and the suppression of findings. It may use the
 * comparison of a section with a policy, and all packages below that.
 */
package dev.autoheal.rule;
