package dev.autoheal.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A verb: what it takes, and what it does. */
interface Command {
  /** Its options, built without reflection, which a short-lived process cannot afford. */
  CommandSpec spec();

  /** Does it. Anything thrown that is no usage error is a failure of ours. */
  ExitCode run(ParseResult arguments, Console console) throws Exception;
}
