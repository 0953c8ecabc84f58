package dev.autoheal.policy.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.MessageForm;
import dev.autoheal.finding.Problem;
import dev.autoheal.policy.Policy;
import dev.autoheal.text.SourceFile;
import java.util.List;
import java.util.Set;

/** Reads policies given as text. */
public final class Policies {
  static final Set<String> RULES =
      Set.of(
          "drift",
          "placeholder",
          "invalid-number",
          "memory-above-proactive",
          "recycle-on-request-count");

  private Policies() {}

  public static PolicyReader.Result read(String yaml) {
    return read(yaml, RULES);
  }

  static PolicyReader.Result read(String yaml, Set<String> rules) {
    return PolicyReader.read(SourceFile.of("autoheal.yaml", yaml.getBytes(UTF_8)), rules);
  }

  static Policy valid(String yaml) {
    return valid("autoheal.yaml", yaml);
  }

  public static Policy valid(String path, String yaml) {
    PolicyReader.Result result =
        PolicyReader.read(SourceFile.of(path, yaml.getBytes(UTF_8)), RULES);
    assertThat(result).isInstanceOf(PolicyReader.Valid.class);
    return ((PolicyReader.Valid) result).policy();
  }

  /** Returns line, column and message of each problem. */
  static List<String> problems(String yaml) {
    return read(yaml) instanceof PolicyReader.Invalid invalid
        ? invalid.problems().stream().map(Policies::line).toList()
        : List.of();
  }

  private static String line(Problem problem) {
    MessageForm.assertMessage(problem.message());
    return "%d:%d: %s"
        .formatted(problem.location().line(), problem.location().column(), problem.message());
  }
}
