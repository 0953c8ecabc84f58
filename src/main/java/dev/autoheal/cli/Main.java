package dev.autoheal.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The entry point of the program. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    // Digits and letter case must not depend on who runs it.
    Locale.setDefault(Locale.ROOT);
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    Console console =
        new Console(
            System.in,
            out,
            err,
            Path.of("").toAbsolutePath(),
            environment(),
            isTerminal("stdout"),
            isTerminal("stderr"));
    int code = new CommandRunner(console).run(args);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /**
   * The launcher knows the width of the terminal also where the shell keeps it to itself, and where
   * it lies.
   */
  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    Optional.ofNullable(System.getProperty("autoheal.columns"))
        .ifPresent(columns -> environment.put("COLUMNS", columns));
    Optional.ofNullable(System.getProperty("autoheal.launcher"))
        .ifPresent(launcher -> environment.put(HookCommand.LAUNCHER, launcher));
    return environment;
  }

  /** The launcher knows; without it only all streams at once can be told. */
  private static boolean isTerminal(String stream) {
    String told = System.getProperty("autoheal." + stream + ".tty");
    return told == null
        ? Optional.ofNullable(System.console()).map(Main::isTerminal).orElse(false)
        : Boolean.parseBoolean(told);
  }

  /** From JDK 22 on there is a console without a terminal too, and a method that tells. */
  private static boolean isTerminal(java.io.Console console) {
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor)), false, StandardCharsets.UTF_8);
  }
}
