package dev.autoheal.rule;

/**
 * Checks what a policy and the comments in files accept or name. Its findings depend on the results
 * of other rules or on all files, so it checks nothing in a single file.
 */
public non-sealed interface PolicyRule extends Rule {}
