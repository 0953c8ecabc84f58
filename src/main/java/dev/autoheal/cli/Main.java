package dev.autoheal.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Starts the program. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    int code = run(args);
    // From JDK 21 on, System.exit sets up logging, which takes a tenth of a check.
    Runtime.getRuntime()
        .halt(
            code == ExitCode.FINDINGS.code()
                ? Integer.getInteger("autoheal.exit.findings", code)
                : code);
  }

  /** Runs one command on the streams of the process, and returns its exit code. */
  static int run(String... args) {
    // Picocli would look for classes that are not there, for which the jar has to be opened.
    System.setProperty("picocli.converters.excludes", "java.*");
    System.setProperty("picocli.disable.closures", "true");
    // Digits and letter case must not depend on the locale of the user. For the digits of any other
    // locale, Locale.ROOT among them, the JDK reads its locale data, which takes 10 ms.
    Locale.setDefault(Locale.US);
    PrintStream out = utf8(new PipeOutput(new FileOutputStream(FileDescriptor.out)));
    PrintStream err = utf8(new FileOutputStream(FileDescriptor.err));
    Console console =
        new Console(
            input(),
            out,
            err,
            Path.of("").toAbsolutePath(),
            environment(),
            isTerminal("stdout"),
            isTerminal("stderr"));
    int code = new CommandRunner(console).run(args);
    out.flush();
    err.flush();
    return code;
  }

  /**
   * Returns standard input. If it is closed, the first file that the JVM opened has its descriptor,
   * and would be read in its place.
   */
  private static InputStream input() {
    return Boolean.getBoolean("autoheal.stdin.closed") || isFileOfJava(Path.of("/proc/self/fd/0"))
        ? new ClosedInput()
        : System.in;
  }

  private static boolean isFileOfJava(Path descriptor) {
    try {
      Path java = Path.of(System.getProperty("java.home")).toRealPath();
      return descriptor.toRealPath().startsWith(java);
    } catch (IOException e) {
      return false;
    }
  }

  /** A standard input that cannot be read. */
  private static final class ClosedInput extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("standard input is closed; redirect a file to it or name the file");
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return read();
    }
  }

  /**
   * Returns the environment, with two entries from the launcher. It knows the width of the terminal
   * even where the shell does not export it. It also knows its own path.
   */
  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    Optional.ofNullable(System.getProperty("autoheal.columns"))
        .ifPresent(columns -> environment.put("COLUMNS", columns));
    Optional.ofNullable(System.getProperty("autoheal.launcher"))
        .ifPresent(launcher -> environment.put(HookCommand.LAUNCHER, launcher));
    return environment;
  }

  /**
   * Returns whether a stream is a terminal, as the launcher reports it. Without the launcher, only
   * all streams together can be tested.
   */
  private static boolean isTerminal(String stream) {
    String stated = System.getProperty("autoheal." + stream + ".tty");
    return stated == null
        ? Optional.ofNullable(System.console()).map(Main::isTerminal).orElse(false)
        : Boolean.parseBoolean(stated);
  }

  /**
   * Returns whether a console is a terminal. Since JDK 22 there can be a console without a
   * terminal, and a method that tests for it.
   */
  private static boolean isTerminal(java.io.Console console) {
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  private static PrintStream utf8(OutputStream stream) {
    return new PrintStream(new BufferedOutputStream(stream), false, StandardCharsets.UTF_8);
  }
}
