package dev.autoheal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The output of {@code show} for one file. */
class ShowTest {
  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void folder() {
    work = Workspace.in(temp);
  }

  private static String config(String triggers, String actions) {
    return """
        <configuration>
          <system.webServer>
            <monitoring>
              <triggers>%s</triggers>
              %s
            </monitoring>
          </system.webServer>
        </configuration>
        """
        .formatted(triggers, actions);
  }

  private String show(String triggers, String actions) {
    Shell.Result result =
        work.file("web.config", config(triggers, actions)).run("show", "web.config");
    assertThat(result.exit()).isZero();
    assertThat(result.err()).isEmpty();
    return result.text();
  }

  private static String status(String attributes) {
    return "<statusCode><add %s count=\"5\" timeInterval=\"00:00:30\" /></statusCode>"
        .formatted(attributes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DaasConsole.exe  | -CollectKillAnalyze MemoryDump        | true  | true
          DaasConsole.exe  | -CollectKillAnalyze &quot;JAVA Memory Dump&quot; | false | true
          DaasConsole.exe  | -CollectLogs &quot;Memory Dump&quot;  | true  | false
          DaasConsole.exe  | -CollectLogs %TOOL%                   | false | false
          DiagLauncher.exe | -m Collect -t Profiler                | true  | false
          DiagLauncher.exe | -m CollectKillAnalyze -t Profiler     | true  | true
          """)
  void showsTheRequirementsOfADiagnosticsTool(
      String program, String parameters, boolean storage, boolean restart) {
    String text =
        show(
            "<memory privateBytesInKB=\"819200\" />",
            "<actions value='CustomAction'><customAction exe='%%HOME%%/DaaS/bin/%s' parameters='%s' /></actions>"
                .formatted(program, parameters));

    assertThat(text.replaceAll("\\s+", " "))
        .contains(
            " %s needs Always On%s and dedicated instances. It allows at most 5 sessions in 120 min and 6 in a day%s. "
                .formatted(
                    program,
                    storage ? ", the app setting WEBSITE_DAAS_STORAGE_CONNECTIONSTRING" : "",
                    restart
                        ? "; beyond that, it restarts the worker without collecting data"
                        : ""));
  }

  @Test
  void describesEachTriggerAndListsUndocumentedBehaviorOnce() {
    work.file(
        "autoheal.yaml",
        Workspace.POLICY.replace("action: recycle", "plan: { sku: P1V3, bitness: 64 }"));
    String text =
        show(
            """
            <requests count="1000" timeInterval="00:10:00" />
            <memory privateBytesInKB="819200" />
            <slowRequests count="20" timeTaken="00:00:45" timeInterval="00:02:00" />
            <statusCode><add statusCode="500" count="10" timeInterval="00:00:30" /></statusCode>
            """,
            "<actions value=\"recycle\" />");

    assertThat(text)
        .isEqualTo(
            """
            web.config

              App 'shop' in autoheal.yaml matches this file.
              Plan: P1V3, 8 GB (8388608 KB) per instance, 64-bit.

              When an instance gets 1000 requests within 10 min, AutoHeal recycles its worker process.
              When 20 requests within 2 min take longer than 45 s on an instance, AutoHeal recycles its worker process.
              When private bytes on an instance reach 800 MB (819200 KB), AutoHeal recycles its worker process.
              When an instance answers 10 requests with status 500 (any substatus) within 30 s, AutoHeal recycles its worker process.

              Any one of these triggers is enough.

              Not documented:
              - whether a trigger fires at its value or only above it
              - whether the time window slides or is fixed
              - whether a slow request counts while it runs or when it ends
              - whether the memory of child processes counts
            """);
  }

  @Test
  void doesNotMentionAPolicyIfThereIsNone() {
    assertThat(show("<memory privateBytesInKB=\"819200\" />", "<actions value=\"LogEvent\" />"))
        .isEqualTo(
            """
            web.config

              When private bytes on an instance reach 800 MB (819200 KB), AutoHeal logs an event.

              Not documented:
              - whether a trigger fires at its value or only above it
              - whether the memory of child processes counts
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "statusCode='500' subStatusCode='100' | status 500.100 within",
        "statusCode='500' subStatusCode='0' win32StatusCode='0' | status 500 (any substatus) within",
        "statusCode='502' subStatusCode='3' win32StatusCode='64' | status 502.3 and Win32 status 64 within",
        "statusCode='500' win32StatusCode='64' | status 500 (any substatus) and Win32 status 64 within",
        "statusCode='#{s}#' subStatusCode='%t%' | status '#{s}#'.'%t%' within"
      })
  void describesWhichResponsesCount(String attributes, String words) {
    assertThat(show(status(attributes), "<actions value='Recycle' />"))
        .contains("When an instance answers 5 requests with " + words + " 30 s, ");
  }

  @Test
  void usesTheSingularForOne() {
    String text =
        show(
            """
            <requests count="1" timeInterval="00:10:00" />
            <slowRequests count="1" timeTaken="00:00:45" timeInterval="00:02:00" />
            <statusCode><add statusCode="500" count="1" timeInterval="00:00:30" /></statusCode>
            """,
            "<actions value='Recycle' />");

    assertThat(text)
        .contains("When an instance gets 1 request within 10 min, ")
        .contains("When 1 request within 2 min takes longer than 45 s on an instance, ")
        .contains("When an instance answers 1 request with status 500 (any");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<actions value='CustomAction'><customAction exe='D:\\a.exe' parameters='-x' /></actions>"
            + " | AutoHeal starts a program. | Program: D:\\a.exe -x",
        "<actions value='CustomAction' /> | AutoHeal starts a program."
            + " | The action names no program; run `autoheal check` for details.",
        "<actions value='Recycle'><customAction exe='a.exe' /></actions>"
            + " | AutoHeal recycles its worker process."
            + " | Program that the action does not start: a.exe",
        "<actions value='Restart' /> | AutoHeal runs the action."
            + " | Unknown action 'Restart'; run `autoheal check` for details.",
        "<actions value='#{what}#' /> | AutoHeal runs the action. | The action is '#{what}#'.",
        "<actions value='' /> | nothing happens."
            + " | The section has no action, so AutoHeal is off.",
        "'' | nothing happens. | The section has no action, so AutoHeal is off."
      })
  void describesTheAction(String actions, String done, String more) {
    assertThat(show("<memory privateBytesInKB='819200' />", actions))
        .contains("When private bytes on an instance reach 800 MB (819200 KB), " + done + "\n")
        .contains("\n  " + more + "\n");
  }

  @Test
  void namesAPlaceholderOnce() {
    String text =
        show(
            "<memory privateBytesInKB='#{m}#' /><requests count='#{m}#' timeInterval='00:01:00' />",
            "<actions value='Recycle' />");

    assertThat(text)
        .contains("When an instance gets '#{m}#' requests within 1 min, ")
        .contains("When private bytes on an instance reach '#{m}#', ")
        .containsOnlyOnce("  A deployment tool replaces '#{m}#'.\n");
  }

  @Test
  void quotesInvalidValues() {
    String text =
        show(
            "<slowRequests count='many' timeTaken='00:00:45' />" + status("statusCode='5xx'"),
            "<actions value='Recycle' />");

    assertThat(text)
        .contains(
            "Invalid slowRequests: 'many' over 45 s in (missing timeInterval);"
                + " run `autoheal check` for details.\n")
        .contains("Invalid statusCodes: '5xx', 5 in 30 s; run `autoheal check` for details.\n")
        .endsWith("`autoheal check` reports 3 errors.\n");
  }

  @Test
  void showsThatASectionIsMissingAndRequired() {
    work.file("web.config", Workspace.BARE);
    String none = "This file has no section that IIS reads.\n";

    assertThat(work.run("show", "web.config").text()).endsWith(none);
    work.file("autoheal.yaml", Workspace.POLICY);
    assertThat(work.run("show", "web.config").text())
        .contains(none + "\n  The policy requires a section; run `autoheal diff` to see it.\n");
    work.file("sub/web.config", Workspace.BARE)
        .file("autoheal.yaml", Workspace.policy("**/web.config"));
    assertThat(work.run("show", "sub/web.config").text())
        .endsWith(
            "  The policy requires a section, but autoheal creates none here; run `autoheal diff`.\n");
  }

  @Test
  void reportsADifferenceFromThePolicy() {
    work.file("autoheal.yaml", Workspace.POLICY).file("web.config", Workspace.WRONG);

    assertThat(work.run("show", "web.config").text())
        .endsWith(
            """
              The section differs from the policy; run `autoheal diff` to see how.
              `autoheal check` reports 1 error.
            """);
    work.file("web.config", Workspace.RIGHT);
    assertThat(work.run("show", "web.config").text()).doesNotContain("autoheal diff");
  }

  @Test
  void reportsWhyAFileCannotBeRead() {
    Shell.Result result = work.file("web.config", Workspace.BROKEN).run("show", "web.config");

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.text())
        .startsWith("web.config\n\n  Cannot be read: line 1: ")
        .endsWith(" [malformed-xml].\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"malformed-xml", "dtd-forbidden", "encoding-mismatch"})
  void reportsAnUnreadableFileEvenIfTheRuleIsOff(String rule) {
    String text =
        switch (rule) {
          case "malformed-xml" -> Workspace.BROKEN;
          case "dtd-forbidden" -> "<!DOCTYPE configuration><configuration />";
          default -> "<?xml version='1.0' encoding='utf-16'?><configuration />";
        };
    work.file("web.config", text)
        .file("autoheal.yaml", "version: 1\nrules: { %s: off }\n".formatted(rule));

    Shell.Result result = work.run("show", "web.config");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.text()).contains("Cannot be read: run `autoheal check` for details.");
  }

  @Test
  void showsTheSectionThatATransformInserts() {
    String transform =
        """
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.webServer>
            <monitoring xdt:Transform="%s">
              <triggers><memory privateBytesInKB="819200" /></triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>
        """;
    work.file("Web.Release.config", transform.formatted("Insert"));
    assertThat(work.run("show", "Web.Release.config").text())
        .contains("This transform inserts the section when the app is published.")
        .contains("When private bytes on an instance reach 800 MB (819200 KB)");

    work.file("Web.Release.config", transform.formatted("SetAttributes"));
    assertThat(work.run("show", "Web.Release.config").text())
        .isEqualTo("Web.Release.config\n\n  This transform changes parts of a section.\n");
    work.file("web.config", Workspace.RIGHT);
    assertThat(work.run("show", "Web.Release.config").text())
        .contains("Run `autoheal show --transform` to see the published result.");

    work.file("Web.Release.config", Workspace.RIGHT);
    assertThat(work.run("show", "Web.Release.config").text())
        .contains("When private bytes on an instance reach 800 MB (819200 KB)")
        .contains("`autoheal check` reports 1 warning.");
  }

  @Test
  void followsConfigSource() {
    work.file(
        "web.config",
        "<configuration><system.webServer><monitoring configSource=\"heal.config\" />"
            + "</system.webServer></configuration>");
    assertThat(work.run("show", "web.config").text())
        .contains("No section can be read from configSource=\"heal.config\".");

    work.file(
        "heal.config",
        "<monitoring><triggers><memory privateBytesInKB=\"819200\" /></triggers>"
            + "<actions value=\"Recycle\" /></monitoring>");
    assertThat(work.run("show", "web.config").text())
        .contains("The section is in another file: configSource=\"heal.config\".\n")
        .contains("When private bytes on an instance reach 800 MB (819200 KB)");

    work.file("heal.config", "<monitoring>");
    Shell.Result result = work.run("show", "web.config");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.text()).contains("[malformed-xml]");
  }

  @Test
  void showsTheFirstOfTwoSections() {
    String twice =
        Workspace.RIGHT.replace(
            "  </system.webServer>", "<monitoring></monitoring>\n  </system.webServer>");

    assertThat(work.file("web.config", twice).run("show", "web.config").text())
        .contains("The file has 2 sections; this is the first.\n")
        .contains("800 MB");
  }

  @Test
  void reportsThatNothingFiresWithoutTriggers() {
    assertThat(show("", "<actions value=\"Recycle\" />"))
        .contains("The section has no triggers, so nothing fires.\n")
        .doesNotContain("Not documented");
  }

  @Test
  void readsStandardInputForAnApp() {
    work.file(
        "autoheal.yaml", Workspace.POLICY.replace("action:", "plan: { memory: 4GB }\n    action:"));
    Shell.Result result =
        work.shell()
            .reading(Workspace.RIGHT.getBytes(UTF_8))
            .run("show", "-", "--stdin-filename", "publish/any.xml", "--app", "shop");

    assertThat(result.exit()).isZero();
    assertThat(result.text())
        .startsWith(
            """
            publish/any.xml

              App 'shop' in autoheal.yaml matches this file.
              Plan: 4 GB (4194304 KB) per instance.
            """);
  }

  @Test
  void acceptsAPolicyAndABasePolicy() {
    work.file("web.config", Workspace.RIGHT)
        .file("p/one.yaml", "version: 1\nextends: two.yaml\n")
        .file("p/two.yaml", Workspace.policy("**"));
    assertThat(work.run("show", "web.config", "--policy", "p/two.yaml").text())
        .contains("No app in p/two.yaml matches this file.");
    assertThat(work.run("show", "web.config", "--base-policy", "p/two.yaml").text())
        .contains("App 'shop' in two.yaml matches this file.");
  }

  @Test
  void fitsOnATerminal() {
    work.file("web.config", Workspace.RIGHT);
    Shell narrow = work.shell().onTerminals(true, true).with("COLUMNS", "60");

    assertThat(narrow.run("show", "web.config", "--color", "never").text())
        .isEqualTo(
            """
            web.config

              When private bytes on an instance reach 800 MB (819200
                KB), AutoHeal recycles its worker process.

              Not documented:
              - whether a trigger fires at its value or only above it
              - whether the memory of child processes counts
            """);
    assertThat(narrow.run("show", "web.config").text())
        .startsWith("\u001B[1mweb.config\u001B[0m\n");
    for (String columns : List.of("", "0", "1", "x", "99999", "-5")) {
      assertThat(narrow.with("COLUMNS", columns).run("show", "web.config").exit()).isZero();
    }
  }

  @Test
  @Timeout(20)
  void wrapsALongValueInLinearTime() {
    work.file(
        "web.config",
        Workspace.RIGHT.replace(
            "\"Recycle\" />",
            "\"CustomAction\"><customAction exe=\"%s\" /></actions>"
                .formatted("9".repeat(200_000))));
    Shell narrow = work.shell().onTerminals(true, false).with("COLUMNS", "60");

    assertThat(narrow.run("show", "web.config").text().lines())
        .hasSizeGreaterThan(3000)
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
  }

  @Test
  void exitsLikeOtherCommands() {
    work.file("web.config", Workspace.RIGHT);
    assertThat(work.run("show", "gone").exit()).isEqualTo(2);
    assertThat(work.run("show", "--format", "yaml").exit()).isEqualTo(2);
    assertThat(work.run("show", "--why", "--format", "csv").err())
        .startsWith("autoheal: --why requires --report text or json; add it");
    assertThat(work.run("show", "--app", "shop").err()).startsWith("autoheal: missing policy: ");
    work.folder("empty");
    assertThat(work.run("show", "empty").exit()).isEqualTo(2);
    assertThat(work.run("show", "empty", "--allow-no-files").text()).isEmpty();

    Shell.Result invalid = work.file("autoheal.yaml", "version: 2\n").run("show");
    assertThat(invalid.exit()).isEqualTo(2);
    assertThat(invalid.text()).isEmpty();
    assertThat(invalid.err()).startsWith("autoheal.yaml:1:10: error: ");
  }
}
