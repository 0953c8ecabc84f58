package dev.autoheal.change;

import java.util.List;
import java.util.Random;

/** Random values of sections and policies, few enough to be equal sometimes. */
final class RandomValues {
  static final List<Integer> CODES = List.of(404, 500, 502, 503);
  private static final List<Integer> COUNTS = List.of(1, 10, 20, 1000);
  private static final List<Integer> KILOBYTES = List.of(204800, 819200, 1048576);
  private static final List<Integer> SECONDS = List.of(30, 60, 600, 3600, 90000);
  private static final List<String> EXES = List.of("D:\\a.exe", "D:\\caf\u00E9 & co\\b.exe");
  private static final List<String> PARAMETERS =
      List.of("-x", "-CollectKillAnalyze \"Memory Dump\"", "<it's>", "\uD83D\uDE00 \u0416");

  private final Random random;

  RandomValues(Random random) {
    this.random = random;
  }

  /** Returns a count as written in a section, not always in the shortest form. */
  String count() {
    return number(one(COUNTS));
  }

  String kilobytes() {
    return number(one(KILOBYTES));
  }

  String time() {
    int seconds = one(SECONDS);
    return switch (random.nextInt(12)) {
      case 0 -> "__TIME__";
      case 1 -> "ten minutes";
      case 2 -> "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
      case 3 -> "0.0" + (seconds < 3600 ? "0:" : "1:") + "%02d:00".formatted(seconds / 60 % 60);
      default -> "%02d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    };
  }

  String action() {
    return one(
        List.of(
            "Recycle", "recycle", "LogEvent", "CustomAction", "CUSTOMACTION", "Restart", "$(a)"));
  }

  String exe() {
    return random.nextInt(8) == 0 ? "#{Exe}" : one(EXES).replace("&", "&amp;");
  }

  String parameters() {
    String plain = one(PARAMETERS.subList(0, 3)).replace("<", "&lt;");
    return random.nextInt(8) == 0 ? "%ARGS%" : plain;
  }

  private String number(int value) {
    return switch (random.nextInt(12)) {
      case 0 -> "#{Value}#";
      case 1 -> "0" + value;
      case 2 ->
          "&#"
              + (int) Integer.toString(value).charAt(0)
              + ";"
              + Integer.toString(value).substring(1);
      case 3 -> "many";
      default -> Integer.toString(value);
    };
  }

  /** Returns a policy with one app and at least one trigger. */
  String policy() {
    StringBuilder yaml =
        new StringBuilder("version: 1\napps:\n  - name: app\n    files: [\"**/web.config\"]\n");
    if (random.nextInt(5) > 0) {
      yaml.append("    action: ").append(policyAction()).append('\n');
    }
    if (random.nextInt(3) == 0) {
      yaml.append("    unmanaged: ").append(random.nextBoolean() ? "remove" : "keep").append('\n');
    }
    yaml.append("    triggers:\n      memory: ").append(memory()).append('\n');
    if (random.nextInt(3) > 0) {
      yaml.append("      requests: ").append(noneOr("count: %d, timeInterval: %ds")).append('\n');
    }
    if (random.nextInt(3) > 0) {
      String slow = noneOr("count: %d, timeInterval: %2$ds, timeTaken: 10s");
      yaml.append("      slowRequests: ").append(slow).append('\n');
    }
    if (random.nextInt(3) > 0) {
      yaml.append("      statusCodes: ").append(statusCodes()).append('\n');
    }
    return yaml.toString();
  }

  /** Returns a policy whose app overrides presets and defaults, with a plan and limits. */
  String layeredPolicy() {
    return """
        version: 1
        presets:
          own:%s
        defaults:%s
        apps:
          - name: app
            files: ["**/web.config"]
            presets: [%s]
            plan: { memory: 8GB }%s
        """
        .formatted(
            layer("    "),
            layer("  "),
            one(List.of("own", "starter", "diagnose, own", "own, announcement-2014")),
            layer("    "));
  }

  private String layer(String indent) {
    StringBuilder yaml = new StringBuilder("\n").append(indent).append("unmanaged: keep");
    String line = "\n" + indent;
    if (random.nextInt(3) == 0) {
      yaml.append(line).append("action: ").append(policyAction());
    }
    if (random.nextInt(3) == 0) {
      yaml.append(line).append("limits: { ").append(limits()).append(" }");
    }
    yaml.append(line).append("triggers:").append(line).append("  memory: ").append(memoryOrShare());
    if (random.nextBoolean()) {
      yaml.append(line).append("  requests: ").append(noneOr("count: %d, timeInterval: %ds"));
    }
    if (random.nextBoolean()) {
      String slow = noneOr("count: %d, timeInterval: %2$ds, timeTaken: 10s");
      yaml.append(line).append("  slowRequests: ").append(slow);
    }
    return yaml.toString();
  }

  private String memoryOrShare() {
    return random.nextInt(3) == 0
        ? "{ privateBytes: " + one(List.of("12.5%", "30%", "70%")) + " }"
        : memory();
  }

  private String limits() {
    return switch (random.nextInt(4)) {
      case 0 -> "memory: { privateBytes: { min: 200MB, max: " + one(List.of("1GB", "50%")) + " } }";
      case 1 -> "slowRequests: { count: { max: %d } }".formatted(one(COUNTS));
      case 2 -> "actions: [recycle, logEvent]";
      default -> "requests: { timeInterval: { min: %ds } }".formatted(one(SECONDS));
    };
  }

  private String policyAction() {
    return switch (random.nextInt(4)) {
      case 0 -> "logEvent";
      case 1 ->
          "{ customAction: { exe: '%s'%s } }"
              .formatted(
                  one(EXES),
                  random.nextBoolean()
                      ? ", parameters: '" + one(PARAMETERS).replace("'", "''") + "'"
                      : "");
      default -> "recycle";
    };
  }

  private String memory() {
    return random.nextInt(6) == 0 ? "none" : "{ privateBytes: " + one(KILOBYTES) + "KB }";
  }

  private String noneOr(String map) {
    return switch (random.nextInt(5)) {
      case 0 -> "none";
      case 1 -> "{ count: " + one(COUNTS) + " }";
      default -> "{ " + map.formatted(one(COUNTS), one(SECONDS)) + " }";
    };
  }

  private String statusCodes() {
    if (random.nextInt(6) == 0) {
      return "none";
    }
    StringBuilder rules = new StringBuilder("\n");
    for (int code : CODES.subList(random.nextInt(3), 3 + random.nextInt(2))) {
      rules.append("        - { status: ").append(code);
      if (random.nextInt(5) == 0) {
        rules.append(", subStatus: ").append(random.nextBoolean() ? 0 : 100);
      }
      rules.append(
          random.nextInt(4) == 0
              ? ", remove: true }\n"
              : ", count: %d, timeInterval: %ds }\n".formatted(one(COUNTS), one(SECONDS)));
    }
    return rules.toString();
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
