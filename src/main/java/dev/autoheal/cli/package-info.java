/**
 * This package holds the commands, their options, the exit codes and the terminal. It may use all
 * other packages, and it is the only one that uses picocli.
 */
package dev.autoheal.cli;
