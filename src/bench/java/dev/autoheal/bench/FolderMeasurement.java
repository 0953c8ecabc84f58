package dev.autoheal.bench;

import dev.autoheal.bench.Lab.Content;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Folders of many files, against xmllint, which only parses them. */
final class FolderMeasurement implements Measurement {
  @Override
  public void measure(Lab lab, Table table) throws Exception {
    measure("10,000 files with a section", lab.folderOf(10_000, Content.SECTIONS), 4, lab, table);
    measure("5,000 files without", lab.folderOf(5_000, Content.NO_SECTIONS), 3, lab, table);
    if (lab.large()) {
      Path folder = lab.folderOf(100_000, Content.SECTIONS);
      measure("100,000 files with a section", folder, 2.5, lab, table);
    }
  }

  private static void measure(String figure, Path folder, double goal, Lab lab, Table table)
      throws Exception {
    Command check = lab.launcher().check(folder);
    if (hasXmllint()) {
      table.times(figure + " : xmllint", Contest.of(check, xmllint(folder), lab.runs()), goal);
    } else {
      table.note(figure, "skipped: there is no xmllint");
    }
    table.memory(figure, check.peak(), Lab.MEMORY_GOAL);
  }

  /** Returns the command that starts xmllint with as many names as one command line may hold. */
  private static Command xmllint(Path folder) {
    String script =
        "ulimit -s 65536; exec xargs -a %s -s 16000000 xmllint --noout".formatted(Lab.LIST);
    // xargs exits with 123 where a file is not well-formed.
    return new Command(folder, List.of("sh", "-c", script), Set.of(0, 123));
  }

  private static boolean hasXmllint() {
    String path = System.getenv().getOrDefault("PATH", "");
    return List.of(path.split(":")).stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "xmllint")));
  }
}
