/**
 * Reads repositories through the git program, protected from the configuration of the repository.
 * It uses plumbing commands, and {@code config} and {@code remote} to read settings. It may use
 * {@code files} only.
 */
package dev.autoheal.git;
