package dev.autoheal.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The script that starts autoheal, and what it starts: asked, so that no flag is written twice. */
final class Launcher {
  private static final String CREATE_17 = "-XX:ArchiveClassesAtExit=";
  private static final String USE_17 = "-XX:SharedArchiveFile=";
  private static final String CREATE_25 = "-XX:AOTCacheOutput=";
  private static final String USE_25 = "-XX:AOTCache=";

  /** With 10, which the launcher translates to 1. */
  private static final Set<Integer> CLEAN_OR_FINDINGS = Set.of(0, 1, 10);

  private final Path script;
  private final List<String> java;

  private Launcher(Path script, List<String> java) {
    this.script = script;
    this.java = java;
  }

  /** The script beside the folder that {@code jar} is built in. */
  static Launcher of(Path jar) throws IOException, InterruptedException {
    Path script = jar.getParent().resolveSibling("autoheal");
    // The first start may build the archive of loaded classes.
    new Command(script.getParent(), List.of(script.toString(), "--version"), Set.of(0)).run();
    List<String> java = started(script);
    if (!java.contains(jar.toString())) {
      throw new IOException("%s does not run %s but: %s".formatted(script, jar, java));
    }
    return new Launcher(script, java);
  }

  /** Starts it on standard input, for which it waits, and looks what it has become. */
  private static List<String> started(Path script) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(script.toString(), "check", "-");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    try {
      while (process.isAlive()) {
        Optional<ProcessHandle.Info> java =
            process.descendants().map(ProcessHandle::info).filter(Launcher::isJava).findFirst();
        if (java.isPresent()) {
          List<String> words = new ArrayList<>(List.of(java.get().arguments().orElseThrow()));
          words.add(0, java.get().command().orElseThrow());
          return List.copyOf(words.subList(0, words.indexOf("-cp") + 3));
        }
        Thread.sleep(1);
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
    throw new IOException("%s started no Java".formatted(script));
  }

  private static boolean isJava(ProcessHandle.Info info) {
    return info.command().filter(command -> command.endsWith("java")).isPresent()
        && info.arguments().isPresent();
  }

  /** {@code check}, through the script. */
  Command check(Path folder) {
    return new Command(folder, List.of(script.toString(), "check"), CLEAN_OR_FINDINGS);
  }

  /** {@code review} of two commits, through the script. */
  Command review(Path folder, String base, String head) {
    return new Command(folder, List.of(script.toString(), "review"), CLEAN_OR_FINDINGS)
        .with("--base", base, "--head", head);
  }

  /** {@code check}, by the Java the script starts. */
  Command checkByJava(Path folder) {
    return new Command(folder, java, CLEAN_OR_FINDINGS).with("check");
  }

  /**
   * The class {@code main} in the jar {@code other} with the flags of autoheal, and an archive of
   * its own.
   */
  Command another(Path other, String main) throws IOException, InterruptedException {
    List<String> create = new ArrayList<>();
    List<String> use = new ArrayList<>();
    Path archive = other.resolveSibling(other.getFileName() + ".archive");
    for (String word : java.subList(0, java.size() - 2)) {
      boolean isArchive = word.startsWith(USE_17) || word.startsWith(USE_25);
      String option = isArchive ? word.substring(0, word.indexOf('=') + 1) : word;
      use.add(isArchive ? option + archive : word);
      create.add(isArchive ? (option.equals(USE_17) ? CREATE_17 : CREATE_25) + archive : word);
    }
    create.addAll(List.of(other.toString(), main));
    use.addAll(List.of(other.toString(), main));
    new Command(other.getParent(), create, Set.of(0)).run();
    return new Command(other.getParent(), use, Set.of(0));
  }

  /** Whether an archive of loaded classes is in use. */
  boolean hasArchive() {
    return java.stream().anyMatch(word -> word.startsWith(USE_17) || word.startsWith(USE_25));
  }
}
