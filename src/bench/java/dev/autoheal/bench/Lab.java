package dev.autoheal.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What measurements share: the launcher, how often to run, and generated files, deleted at the end.
 */
final class Lab implements AutoCloseable {
  /** In KB, for every figure. */
  static final long MEMORY_GOAL = 150 * 1024;

  /** The file with the names of all generated files, parted by line breaks. */
  static final String LIST = "files.txt";

  /** Says which of the generated files have a section. */
  enum Content {
    /** One in 66, as in public repositories; every second file is a transform. */
    MIXED,
    /** None; every second file is a transform. */
    NO_SECTIONS,
    /** All. */
    SECTIONS
  }

  private static final String POLICY =
      """
      version: 1
      defaults:
        action: recycle
        triggers:
          slowRequests: { count: 20, timeTaken: 60s, timeInterval: 5m }
      apps:
        - name: shop
          files: ["**/shop*/web.config"]
        - name: services
          files: ["**/api*/web.config", "!**/api-old/**"]
          triggers:
            statusCodes:
              - { status: 500, count: 50, timeInterval: 1m }
      exclude: ["**/legacy/**"]
      """;

  private final Path project;
  private final Launcher launcher;
  private final int runs;
  private final boolean large;
  private final Path folder;
  private final Map<String, Path> folders = new HashMap<>();

  private Lab(Path project, Launcher launcher, int runs, boolean large) throws IOException {
    this.project = project;
    this.launcher = launcher;
    this.runs = runs;
    this.large = large;
    this.folder = Files.createTempDirectory("autoheal-bench").toRealPath();
  }

  static Lab of(Path jar, int runs, boolean large) throws IOException, InterruptedException {
    return new Lab(jar.getParent().getParent(), Launcher.of(jar), runs, large);
  }

  /** The top folder of the clone. */
  Path project() {
    return project;
  }

  Launcher launcher() {
    return launcher;
  }

  /** How many runs are counted. */
  int runs() {
    return runs;
  }

  /** Whether there is time for 100,000 files. */
  boolean large() {
    return large;
  }

  /** Where a measurement may leave files. */
  Path folder() {
    return folder;
  }

  /** Returns a folder of so many files of the sizes and shapes of real ones, with a policy. */
  Path folderOf(int files) throws IOException {
    return folderOf(files, Content.MIXED);
  }

  /** Returns a folder of so many files of the given content, with a policy. */
  Path folderOf(int files, Content content) throws IOException {
    String name = content.name().toLowerCase(Locale.ROOT) + files;
    Path known = folders.get(name);
    if (known == null) {
      known = Files.createDirectory(folder.resolve(name));
      fill(known, files, content);
      folders.put(name, known);
    }
    return known;
  }

  /** Writes files and a policy into a folder, and returns the names of the files. */
  static List<String> fill(Path into, int files, Content content) throws IOException {
    WebConfigs configs = new WebConfigs(files);
    List<String> names = new ArrayList<>();
    for (int app = 0; names.size() < files; app++) {
      boolean section = content == Content.MIXED ? app % 33 == 0 : content == Content.SECTIONS;
      String place = "s%d/%s%d".formatted(app / 100, section ? "api" : "app", app % 100);
      Files.createDirectories(into.resolve(place));
      names.add(place + "/web.config");
      Files.write(into.resolve(names.get(names.size() - 1)), configs.config(section));
      if (content != Content.SECTIONS && names.size() < files) {
        names.add(place + "/Web.Release.config");
        Files.write(into.resolve(names.get(names.size() - 1)), configs.transform());
      }
    }
    Files.writeString(into.resolve(LIST), String.join("\n", names));
    Files.writeString(into.resolve("autoheal.yaml"), POLICY, StandardCharsets.UTF_8);
    return names;
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
