package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sections that a deployment tool keeps or removes by a condition. */
class ConditionalSectionTest extends PullRequest {
  private static final String CONDITIONAL =
      Workspace.WRONG
          .replace("<monitoring>", "#{if Never}<monitoring>")
          .replace("</monitoring>", "</monitoring>#{/if}");

  @Test
  void reviewReportsAConditionAsAnError() {
    work.file("web.config", Workspace.RIGHT).file("autoheal.yaml", Workspace.POLICY);
    base().file("web.config", CONDITIONAL.replace("700000", "819200"));

    Shell.Result result = review();
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.text())
        .contains("web.config:3:5: error: ", "'#{if Never}'", "[unresolved-section]");
  }

  @Test
  void reviewReportsAConditionInATransformOutsideThePatterns() {
    work.file("web.config", Workspace.RIGHT).file("autoheal.yaml", Workspace.POLICY);
    base()
        .file(
            "Web.Release.config",
            """
            <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
              <system.webServer>
                #{if Never}<monitoring xdt:Transform="Remove" />#{/if}
              </system.webServer>
            </configuration>
            """);

    Shell.Result result = review();
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.text()).contains("Web.Release.config:3:5: error: ", "[unresolved-section]");
  }

  @Test
  void reviewDoesNotReportAnExistingConditionAsNew() {
    work.file("web.config", CONDITIONAL).file("autoheal.yaml", Workspace.POLICY);
    base().file("web.config", CONDITIONAL.replace("700000", "600000"));

    Shell.Result result = review();
    assertThat(result.exit()).isZero();
    assertThat(result.text())
        .contains(
            "no new findings",
            "Remaining: 1 warning",
            "~ memory  683.59 MB (700000 KB) -> 585.94 MB (600000 KB)");
  }

  @Test
  void checkReportsAConditionAsAWarning() {
    work.file("web.config", CONDITIONAL).file("autoheal.yaml", Workspace.POLICY);

    assertThat(work.run("check").text())
        .contains("warning: ", "[unresolved-section]")
        .doesNotContain("[drift]", "[stray-text]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"diff", "apply", "apply --rebuild", "apply --create"})
  void conditionalSectionIsNotRewritten(String command) {
    work.file("web.config", CONDITIONAL).file("autoheal.yaml", Workspace.POLICY);

    assertThat(work.run(command.split(" ")).text())
        .contains("not rewritten: the section depends on '#{if Never}'");
    assertThat(work.read("web.config")).isEqualTo(CONDITIONAL);
  }
}
