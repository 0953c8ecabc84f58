/** The commands, exit codes and the terminal; picocli stays here. */
package dev.autoheal.cli;
