package dev.autoheal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.bjurr.violations.lib.model.Violation;
import se.bjurr.violations.lib.reports.Parser;

class CheckstyleReportTest {
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n";

  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void driftingFile() {
    work = Workspace.in(temp).file("autoheal.yaml", Workspace.policy("**"));
    work.file("web.config", Workspace.WRONG);
  }

  private String report(String arguments) {
    return work.run((arguments + " --report checkstyle").split(" ", -1)).text();
  }

  private static Set<Violation> read(String report) {
    return XmlReport.violations(Parser.CHECKSTYLE, report.getBytes(UTF_8));
  }

  @Test
  void listsFilesWithAndWithoutErrors() {
    work.file("clean/web.config", Workspace.RIGHT);

    assertThat(report("check"))
        .isEqualTo(
            HEAD
                + """
                  <file name="clean/web.config"/>
                  <file name="web.config">
                    <error line="5" column="35" severity="error" message="privateBytesInKB=&quot;700000&quot;\
                 (683.59 MB), but the policy requires 800 MB (819200 KB); run `autoheal apply`\
                 (autoheal.yaml:7)" source="autoheal.drift"/>
                  </file>
                </checkstyle>
                """);
  }

  @Test
  void isReadableByACheckstyleParser() {
    work.file("a é<b/web.config", Workspace.WRONG);

    assertThat(read(report("check")))
        .hasSize(2)
        .anySatisfy(
            found -> {
              assertThat(found.getFile()).isEqualTo("a é<b/web.config");
              assertThat(found.getStartLine()).isEqualTo(5);
              assertThat(found.getColumn()).isEqualTo(35);
              assertThat(found.getRule()).isEqualTo("autoheal.drift");
            });
  }

  @Test
  void reportsAFailedRunAsAnError() {
    assertThat(report("check gone"))
        .isEqualTo(
            HEAD
                + """
                  <file name=".">
                    <error line="1" column="1" severity="error" message="gone does not exist"\
                 source="autoheal"/>
                  </file>
                </checkstyle>
                """);
    work.file("autoheal.yaml", "version: 1\napps:\n  - name: x\n");
    assertThat(report("check")).contains("<file name=\"autoheal.yaml\">\n    <error line=\"3\" ");
  }

  @ParameterizedTest
  @CsvSource({"diff, 1", "apply --dry-run, 1", "apply, 0"})
  void reportsPendingChanges(String command, int errors) {
    assertThat(read(report(command))).hasSize(errors);
  }

  @Test
  void reportsNewFindingsOfAReview() {
    work.repository().git("add", ".");
    work.git("commit", "-qm", "x");
    work.file("web.config", Workspace.WRONG.replace("Recycle", "Restart"));

    assertThat(read(report("review --base HEAD")))
        .extracting(Violation::getRule)
        .containsExactly("autoheal.invalid-action");
  }
}
