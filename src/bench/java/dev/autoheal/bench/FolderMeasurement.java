package dev.autoheal.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A folder of many files, against one process of xmllint that only parses them. */
final class FolderMeasurement implements Measurement {
  @Override
  public void measure(Lab lab, Table table) throws Exception {
    measure(10_000, 2.5, lab, table);
    if (lab.large()) {
      measure(100_000, 1, lab, table);
    }
  }

  private static void measure(int files, double goal, Lab lab, Table table) throws Exception {
    Path folder = lab.folderOf(files);
    Command check = lab.launcher().check(folder);
    String figure = "%,d files".formatted(files);
    if (hasXmllint()) {
      table.times(figure + " : xmllint", Contest.of(check, xmllint(folder), lab.runs()), goal);
    } else {
      table.note(figure, "skipped: there is no xmllint");
    }
    table.memory(figure + "", check.peak(), Lab.MEMORY_GOAL);
  }

  /** More names than one command line holds by default, so the shell raises the limit first. */
  private static Command xmllint(Path folder) {
    String script = "ulimit -s 65536; set -f; exec xmllint --noout $(cat %s)".formatted(Lab.LIST);
    // It says 1 where a file is not well-formed, as some real ones are not.
    return new Command(folder, List.of("sh", "-c", script), Set.of(0, 1));
  }

  private static boolean hasXmllint() {
    String path = System.getenv().getOrDefault("PATH", "");
    return List.of(path.split(":")).stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "xmllint")));
  }
}
