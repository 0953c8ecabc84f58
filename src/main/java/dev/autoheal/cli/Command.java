package dev.autoheal.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A command with its options and its action. */
interface Command {
  /**
   * Builds the options of the command. They are built without reflection, which is too slow for a
   * short-lived process.
   */
  CommandSpec spec();

  /**
   * Runs the command.
   *
   * @param arguments the parsed command line
   * @param console the streams and the environment
   * @throws dev.autoheal.project.UsageException if the request cannot be done
   * @throws Exception if autoheal itself fails
   */
  ExitCode run(ParseResult arguments, Console console) throws Exception;
}
