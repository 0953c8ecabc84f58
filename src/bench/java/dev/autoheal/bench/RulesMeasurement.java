package dev.autoheal.bench;

import dev.autoheal.rules.Rules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A folder of many files judged by all rules, against the same by none. */
final class RulesMeasurement implements Measurement {
  private static final int FILES = 10_000;
  private static final double GOAL = 1.3;

  @Override
  public void measure(Lab lab, Table table) throws Exception {
    Path folder = lab.folderOf(FILES);
    Command check = lab.launcher().check(folder);
    Command all = check.with("--policy", policy(folder, "error"));
    Command none = check.with("--policy", policy(folder, "off"));
    table.times(
        "%,d files, all rules : none".formatted(FILES), Contest.of(all, none, lab.runs()), GOAL);
  }

  /** The policy of the folder with one severity for every rule; {@code off} leaves none. */
  private static String policy(Path folder, String severity) throws Exception {
    String settings =
        Rules.all().stream()
            .map(rule -> "  %s: %s\n".formatted(rule.id(), severity))
            .collect(Collectors.joining());
    Path policy = folder.resolve(severity + ".yaml");
    Files.writeString(
        policy, Files.readString(folder.resolve("autoheal.yaml")) + "rules:\n" + settings);
    return policy.getFileName().toString();
  }
}
