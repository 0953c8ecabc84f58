package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code --rebuild}, a section that cannot be edited is replaced as a whole. */
class RebuildTest {
  private static final String CONFUSED =
      """
      <configuration>
        <!-- before -->
        <system.webServer>
          <monitoring>
            <!-- keep me -->
            <triggers>
              <memory privateBytesInKB="700000" />
            </triggers>
            <actions value="Recycle" />
            <actions value="LogEvent" />
          </monitoring>
        </system.webServer>
      </configuration>
      """;

  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void confusedSection() {
    work = Workspace.in(temp);
    work.file("autoheal.yaml", Workspace.POLICY).file("web.config", CONFUSED);
  }

  @Test
  void isNotDoneWithoutTheOption() {
    for (String verb : new String[] {"apply", "diff"}) {
      Shell.Result result = work.run(verb);
      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.text())
          .contains("web.config: not rewritten: ", "apply --rebuild", "[duplicate-element]")
          .contains("1 cannot be changed.");
    }
    assertThat(work.read("web.config")).isEqualTo(CONFUSED);
  }

  @Test
  void isShownByDryRun() {
    Shell.Result result = work.run("apply", "--rebuild", "--dry-run");

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.text())
        .startsWith("web.config\n  ~ section ")
        .contains("rebuilt as a whole\n", "\n--- a/web.config\n")
        .contains("-      <actions value=\"LogEvent\" />");
    assertThat(work.read("web.config")).isEqualTo(CONFUSED);
  }

  @Test
  void isReportedInJson() {
    JsonNode file = work.run("apply", "--rebuild", "--report", "json").json().get("files").get(0);

    assertThat(file.get("status").asText()).isEqualTo("changed");
    assertThat(file.get("changes")).isNotEmpty();
  }

  @Test
  void keepsTheCommentsAndTheRestOfTheFile() {
    Shell.Result result = work.run("apply", "--rebuild");

    assertThat(result.exit()).isZero();
    assertThat(work.read("web.config"))
        .startsWith(CONFUSED.substring(0, CONFUSED.indexOf("    <monitoring>")))
        .endsWith("    </monitoring>\n  </system.webServer>\n</configuration>\n")
        .containsOnlyOnce("<!-- keep me -->")
        .containsOnlyOnce("<actions value=\"Recycle\"")
        .containsOnlyOnce("    <!-- <actions value=\"LogEvent\" /> -->\n    <monitoring>\n")
        .containsOnlyOnce("LogEvent")
        .contains("<memory privateBytesInKB=\"819200\" />");
    assertThat(work.run("check").exit()).isZero();
    assertThat(work.run("apply", "--rebuild").text())
        .isEqualTo("1 file checked, nothing to change.\n");
  }

  private static final String MISSPELLED =
      CONFUSED
          .replace(
              "<memory privateBytesInKB",
              "<request count=\"5\" />\n        <memory kb=\"1\" privateBytesInKB")
          .replace("      <actions value=\"LogEvent\" />\n", "");

  @Test
  void listsRemovedElementsAndKeepsThemAsComments() {
    work.file("web.config", MISSPELLED);
    for (String verb : new String[] {"apply --rebuild --dry-run", "apply --rebuild"}) {
      assertThat(work.run(verb.split(" ")).text())
          .contains(
              "\n  - request  '<request count=\"5\" />'  ", "\n  - memory   'memory kb=\"1\"'  ")
          .containsPattern("<request count=\"5\" />' +removed, but kept as a comment\n")
          .containsPattern("memory kb=\"1\"' +removed, but kept as a comment\n");
    }
    assertThat(work.read("web.config"))
        .contains(
            "    <!-- keep me -->\n    <!-- <request count=\"5\" /> -->\n    <!-- memory kb=\"1\" -->\n    <monitoring>\n");
    assertThat(work.run("check").exit()).isZero();
    assertThat(work.run("apply", "--rebuild").text())
        .isEqualTo("1 file checked, nothing to change.\n");
  }

  @Test
  void discardsRemovedElementsWithTheOption() {
    work.file("web.config", MISSPELLED);

    assertThat(work.run("apply", "--rebuild", "--discard").text())
        .contains("<request count=\"5\" />")
        .doesNotContain("kept as a comment");
    assertThat(work.read("web.config"))
        .contains("    <!-- keep me -->\n    <monitoring>\n")
        .doesNotContain("request");
  }

  @Test
  void isRequiredForDiscard() {
    Shell.Result result = work.run("apply", "--discard");

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("autoheal: missing --rebuild, which --discard needs; add it\n");
    assertThat(work.read("web.config")).isEqualTo(CONFUSED);
  }

  @Test
  void isNotDoneForASectionThatCanBeEdited() {
    work.file("web.config", Workspace.WRONG);

    assertThat(work.run("apply", "--rebuild").exit()).isZero();
    assertThat(work.read("web.config")).isEqualTo(Workspace.RIGHT);
  }

  @Test
  void isNotDoneForAnUnreadableFile() {
    work.file("web.config", Workspace.BROKEN);

    Shell.Result result = work.run("apply", "--rebuild");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.text()).contains("web.config: not rewritten: the file cannot be read\n");
    assertThat(work.read("web.config")).isEqualTo(Workspace.BROKEN);
  }
}
