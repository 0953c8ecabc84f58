package dev.autoheal.section;

import dev.autoheal.xml.XmlAttribute;
import java.util.Locale;
import java.util.Optional;

/**
 * The command line of a diagnostics tool of App Service, as {@code DaasConsole.exe} or {@code
 * DiagLauncher.exe} reads it.
 *
 * @param program the name of the program
 * @param problem why the program does not collect what is meant, and what to write instead; empty
 *     if it does, and if a token or an environment variable decides that
 * @param mode the option that says what to do, as it is written; empty if nothing is done, or if
 *     that is undecided
 * @param tool today's name of the tool; empty if it is wrong or undecided
 */
public record DiagnosticsCommand(
    String program, Optional<String> problem, Optional<String> mode, Optional<String> tool) {
  static final String CONSOLE = "DaasConsole.exe";
  static final String LAUNCHER = "DiagLauncher.exe";

  /** The mode that restarts the worker, as both programs call it. */
  static final String RESTARTING = "CollectKillAnalyze";

  /** Reads the program of an action; empty if the action starts no diagnostics tool. */
  public static Optional<DiagnosticsCommand> of(ActionElement action) {
    if (!action.startsNamedProgram()) {
      return Optional.empty();
    }
    String parameters = action.parameters().map(XmlAttribute::value).orElse("");
    return switch (fileName(action.exe().orElseThrow().value())) {
      case "daasconsole.exe", "daasconsole" -> Optional.of(read(CONSOLE, parameters));
      case "diaglauncher.exe", "diaglauncher" -> Optional.of(read(LAUNCHER, parameters));
      default -> Optional.empty();
    };
  }

  private static DiagnosticsCommand read(String program, String parameters) {
    if (DeploymentToken.isInCommand(parameters)) {
      return undecided(program);
    }
    CommandLine line = CommandLine.of(parameters);
    return program.equals(CONSOLE) ? DaasConsoleReader.read(line) : DiagLauncherReader.read(line);
  }

  private static String fileName(String exe) {
    String path = exe.replace("\"", "").strip().toLowerCase(Locale.ROOT).replace('/', '\\');
    return path.substring(path.lastIndexOf('\\') + 1);
  }

  /** Creates a command that collects what is meant. */
  static DiagnosticsCommand right(String program, String mode, Optional<String> tool) {
    return new DiagnosticsCommand(program, Optional.empty(), Optional.of(mode), tool);
  }

  /**
   * Creates a command that does not collect what is meant.
   *
   * @param mode what is done all the same; empty if nothing is
   */
  static DiagnosticsCommand wrong(String program, Optional<String> mode, String problem) {
    return new DiagnosticsCommand(program, Optional.of(problem), mode, Optional.empty());
  }

  /** Creates a command whose mode is decided at deployment or by the environment. */
  static DiagnosticsCommand undecided(String program) {
    return new DiagnosticsCommand(program, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Returns the mode if it collects what is meant, but does not restart the worker. */
  public Optional<String> modeWithoutRestart() {
    return restarts() || problem.isPresent() ? Optional.empty() : mode;
  }

  /** Returns whether the mode restarts the worker, which it does also when no data is collected. */
  public boolean restarts() {
    return mode.filter(each -> each.toLowerCase(Locale.ROOT).endsWith("killanalyze")).isPresent();
  }

  /** Returns whether the program needs a storage account, where it puts what it collects. */
  public boolean needsStorage() {
    return program.equals(LAUNCHER) || tool.equals(Optional.of(DiagnosticsTool.MEMORY_DUMP));
  }
}
