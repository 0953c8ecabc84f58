/**
 * The git program: plumbing only, hardened against the configuration of the repository it reads.
 */
package dev.autoheal.git;
