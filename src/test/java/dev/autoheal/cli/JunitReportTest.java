package dev.autoheal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xmlunit.assertj3.ValueAssert;
import org.xmlunit.assertj3.XmlAssert;
import se.bjurr.violations.lib.reports.Parser;

class JunitReportTest {
  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void driftingFile() {
    work = Workspace.in(temp).file("autoheal.yaml", Workspace.policy("**"));
    work.file("web.config", Workspace.WRONG);
  }

  private String report(String arguments) {
    byte[] report = work.run((arguments + " --report junit").split(" ", -1)).out();
    XmlReport.validated("junit", report);
    return new String(report, UTF_8);
  }

  private static ValueAssert assertThatValue(String report, String path) {
    return XmlAssert.assertThat(report).valueByXPath(path);
  }

  private static void assertCounts(String report, int tests, int failures, int errors) {
    assertThatValue(report, "//testsuite/@tests").isEqualTo(tests);
    assertThatValue(report, "//testsuite/@failures").isEqualTo(failures);
    assertThatValue(report, "//testsuite/@errors").isEqualTo(errors);
  }

  @Test
  void hasAFailedTestPerFindingAndAPassedTestPerCleanFile() {
    work.file("clean/web.config", Workspace.RIGHT);

    assertThat(report("check"))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="autoheal" tests="2" failures="1" errors="0">
              <testsuite name="autoheal check" tests="2" failures="1" errors="0" skipped="0">
                <testcase classname="clean/web.config" name="check" file="clean/web.config"/>
                <testcase classname="web.config" name="drift" file="web.config" line="5">
                  <failure message="privateBytesInKB=&quot;700000&quot; (683.59 MB), but the policy\
             requires 800 MB (819200 KB); run `autoheal apply` (autoheal.yaml:7)"\
             type="drift">web.config:5:35: error: privateBytesInKB=&quot;700000&quot; (683.59 MB),\
             but the policy requires 800 MB (819200 KB); run `autoheal apply` (autoheal.yaml:7)\
             &#x5B;drift]
            </failure>
                </testcase>
                <system-out>2 files checked: 1 error. `autoheal apply` fixes 1.
            </system-out>
              </testsuite>
            </testsuites>
            """);
  }

  @Test
  void isReadableByAJunitParser() {
    byte[] report = work.run("check", "--report", "junit").out();

    assertThat(XmlReport.violations(Parser.JUNIT, report))
        .singleElement()
        .satisfies(found -> assertThat(found.getMessage()).contains("privateBytesInKB=\"700000\""));
  }

  @Test
  void failsForWarningsAndPassesWithNotes() {
    work.file("autoheal.yaml", "version: 1\nrules: { invalid-action: warning }\n");
    work.file("web.config", Workspace.WRONG.replace("Recycle", "Restart"));
    assertCounts(report("check"), 1, 1, 0);

    work.file("web.config", Workspace.WRONG.replace("700000", "#{x}#"));
    String report = report("check");
    assertCounts(report, 1, 0, 0);
    assertThatValue(report, "//system-out")
        .startsWith("web.config:5:35: info: privateBytesInKB=\"#{x}#\" is a placeholder");
  }

  @Test
  void givesTestsUniqueNames() {
    String twice = "<request count='1' /><request count='1' />";
    work.file("web.config", Workspace.RIGHT.replace("<memory", twice + "<memory"));

    assertThatValue(report("check"), "count(//testcase[@name='unknown-element (2)'])").isEqualTo(1);
  }

  @Test
  void reportsWhyAFileIsSkipped() {
    work.file("Web.Part.config", "<configuration />");

    assertThatValue(report("check"), "//testcase[@classname='Web.Part.config']/skipped/@message")
        .isEqualTo("named like a transform, but without the xdt namespace");
  }

  @Test
  void hasOnePassedTestWithoutFiles() {
    work.folder("empty");

    assertCounts(report("check --allow-no-files empty"), 1, 0, 0);
  }

  @Test
  void reportsAFailedRunAsAnError() {
    assertCounts(report("check gone"), 1, 0, 1);
    assertThatValue(report("check gone"), "//error/@message").isEqualTo("gone does not exist");
    work.file("autoheal.yaml", "version: 1\napps:\n  - name: x\n");
    assertThatValue(report("check"), "//testcase[@file='autoheal.yaml' and @line=3]/error/@message")
        .isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "diff, 1",
    "apply --dry-run, 1",
    "apply, 0",
    "check --fix --unsafe-fixes --diff, 1",
    "check --fix --unsafe-fixes, 0"
  })
  void failsForPendingChanges(String command, int failures) {
    if (command.startsWith("check")) {
      work.file("web.config", Workspace.RIGHT.replace("privateBytesInKB", "PrivateBytesInKB"));
    }
    String report = report(command);

    assertCounts(report, 1, failures, 0);
    assertThatValue(report, "//system-out").contains(failures == 0 ? "info: " : ".\n");
  }

  @Test
  void failsForNewFindingsOfAReview() {
    work.repository().git("add", ".");
    work.git("commit", "-qm", "x");
    work.file("web.config", Workspace.WRONG.replace("Recycle", "Restart"));
    String report = report("review --base HEAD");

    assertCounts(report, 1, 1, 0);
    assertThatValue(report, "//testcase/@name").isEqualTo("invalid-action");
    assertThatValue(report, "//system-out").contains("Remaining: 1 error");
  }
}
