package dev.autoheal.policy.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Tests that any file gives a policy or problems in that file. */
class PolicyReaderPropertyTest {
  private static final String POLICY =
      """
      # a policy
      version: 1
      defaults: { action: recycle, unmanaged: keep }
      apps:
        - name: "store\\u0066ront"
          files: ["apps/*/web.config", '!apps/b/**']
          triggers:
            requests: none
            slowRequests: { count: 20, timeTaken: 45s, timeInterval: 00:02:00 }
            memory: { privateBytes: 1.5GB }
            statusCodes:
              - { status: 500, count: 10 }
              - status: 502
                remove: true
          action: { customAction: { exe: 'D:\\home\\x.exe', parameters: >- } }
      rules: { drift: off, placeholder: warning }
      exceptions:
        - { rule: drift, files: [ a ], until: 2027-03-31, reason: "x" }
      exclude: ["**/legacy/**"]
      """;

  /** Replaces a few characters of the text. */
  record Slip(int at, int length, String text) {
    String applyTo(String policy) {
      int start = Math.min(at, policy.length());
      int end = Math.min(start + length, policy.length());
      return policy.substring(0, start) + text + policy.substring(end);
    }
  }

  @Property
  void readsAPolicyOrReportsProblemsInTheFile(@ForAll("slips") List<Slip> slips) {
    String policy = POLICY;
    for (Slip slip : slips) {
      policy = slip.applyTo(policy);
    }
    PolicyReader.Result result = Policies.read(policy);
    if (result instanceof PolicyReader.Invalid invalid) {
      long lines = policy.split("\r\n|\r|\n", -1).length;
      assertThat(invalid.problems()).isNotEmpty().isSorted();
      assertThat(invalid.problems())
          .allSatisfy(
              problem -> {
                assertThat(problem.location().line()).isBetween(1, (int) lines);
                assertThat(problem.location().column())
                    .isBetween(1, problem.location().sourceLine().length() + 1);
                assertThat(problem.message()).doesNotContain("\n").doesNotEndWith(".");
              });
    }
  }

  @Provide
  Arbitrary<List<Slip>> slips() {
    Arbitrary<String> text =
        Arbitraries.of(
            "",
            " ",
            "  ",
            "\n",
            "\r",
            "\r\n",
            "\t",
            ":",
            ": ",
            "- ",
            "-",
            "? ",
            "[",
            "]",
            "{",
            "}",
            ",",
            "'",
            "\"",
            "\\",
            "\\x",
            "\\U",
            "#",
            " #",
            "&a ",
            "*a ",
            "!",
            "!!x ",
            "!<",
            "%",
            "@",
            "`",
            "|",
            ">",
            "|2",
            "---\n",
            "...\n",
            "%YAML 1.9\n",
            "%TAG ! x\n",
            "<<",
            "~",
            "0",
            "1e9",
            "\u0000",
            "\u0085",
            "\u2028",
            "\uFEFF",
            "\uD83D\uDE00",
            "\u007F",
            "%E0%A4");
    return Combinators.combine(
            Arbitraries.integers().between(0, POLICY.length()),
            Arbitraries.integers().between(0, 5),
            text)
        .as(Slip::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }
}
