package dev.autoheal.bench;

import java.nio.file.Files;
import java.nio.file.Path;

/** Many files under a policy of many apps, against the same under one app that has them all. */
final class PolicyMeasurement implements Measurement {
  private static final int FILES = 5_000;
  private static final int APPS = 200;
  private static final double GOAL = 1.1;

  @Override
  public void measure(Lab lab, Table table) throws Exception {
    Path folder = lab.folderOf(FILES);
    StringBuilder many = new StringBuilder(HEAD);
    for (int i = 0; i < APPS; i++) {
      many.append(APP.formatted(i, i, i));
    }
    Command check = lab.launcher().check(folder);
    Command under200 = check.with("--policy", policy(folder, "many.yaml", many.toString()));
    Command under1 = check.with("--policy", policy(folder, "one.yaml", HEAD + ALL));
    table.times(
        "%,d files, %d apps : 1 app".formatted(FILES, APPS),
        Contest.of(under200, under1, lab.runs()),
        GOAL);
  }

  private static final String HEAD =
      """
      version: 1
      defaults:
        unmanaged: keep
        limits: { slowRequests: { count: { min: 5 } } }
      apps:
      """;
  private static final String ALL = "  - { name: all, files: [\"**\"], presets: [starter] }\n";

  /** Few files match early, so that most are held against all apps. */
  private static final String APP =
      """
        - name: app%d
          files: ["s%d/api*/web.config", "**/shop%d/*.config", "!**/legacy/**"]
          plan: { sku: P1V3 }
          presets: [starter]
          triggers: { memory: { privateBytes: 70%% } }
      """;

  private static String policy(Path folder, String name, String text) throws Exception {
    Files.writeString(folder.resolve(name), text);
    return name;
  }
}
