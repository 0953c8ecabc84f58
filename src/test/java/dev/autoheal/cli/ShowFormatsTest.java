package dev.autoheal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of {@code show} for spreadsheets, wikis and bots. */
class ShowFormatsTest {
  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void policy() {
    work = Workspace.in(temp).file("autoheal.yaml", Workspace.POLICY);
    work.file("web.config", Workspace.WRONG).file("a/web.config", Workspace.BARE);
  }

  private String show(String format, String... more) {
    String[] all = new String[more.length + 3];
    all[0] = "show";
    all[1] = "--format";
    all[2] = format;
    System.arraycopy(more, 0, all, 3, more.length);
    return work.run(all).text();
  }

  /** Returns the row of standard input with this name and this value. */
  private String row(String format, String name, String value) {
    byte[] config = Workspace.WRONG.replace("700000", value).getBytes(UTF_8);
    String text =
        work.shell()
            .reading(config)
            .run("show", "-", "--stdin-filename", name, "--format", format)
            .text();
    return text.lines().reduce((first, last) -> last).orElseThrow();
  }

  @Test
  void csvIsATable() {
    assertThat(show("csv"))
        .isEqualTo(
            """
            file,app,triggers,action,plan,findings,note
            a/web.config,,,,,,no section
            web.config,shop,memory 683.59 MB (700000 KB),Recycle,,1 error,
            """
                .replace("\n", "\r\n"));
    assertThat(show("CSV", "web.config")).hasLineCount(2).endsWith(",1 error,\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "=cmd() | '=cmd()",
        "+1 | '+1",
        "-1 | '-1",
        "@SUM(A1) | '@SUM(A1)",
        "~ =x~ | ' =x",
        "\uFF1Dx | '\uFF1Dx",
        "a,b | \"a,b\"",
        "a\"b | \"a\"\"b\"",
        "=\"a\",b | \"'=\"\"a\"\",b\""
      })
  void csvCellsAreNotFormulas(String name, String cell) {
    assertThat(row("csv", name, "1")).startsWith(cell + ",");
  }

  @Test
  void markdownIsATable() {
    assertThat(show("markdown"))
        .isEqualTo(
            """
            | file | app | triggers | action | plan | findings |
            |---|---|---|---|---|---|
            | a/web.config |  | no section |  |  |  |
            | web.config | shop | memory 683.59 MB (700000 KB) | Recycle |  | 1 error |
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a|b; a&#124;b",
        "a`b; a&#96;b",
        "<b>; &#60;b&#62;",
        "a*b_c~; a&#42;b&#95;c&#126;",
        "[x](y); &#91;x&#93;(y)",
        "!a\\b; &#33;a&#92;b",
        "@team; &#64;&#8203;team",
        "www.evil.example; www&#46;evil&#46;example",
        "&amp; &#38;amp"
      })
  void markdownCellsAreText(String name, String cell) {
    assertThat(row("markdown", name, "1")).startsWith("| " + cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "csv", "markdown", "json"})
  @DisabledOnOs(OS.WINDOWS)
  void noFormatContainsCommandsOrSecrets(String format) {
    for (String evil :
        new String[] {
          "\u001B[31m", "\u009B0", "\u202Ex", "\n::error::x", "::x", "##vso[a]", "\t::y"
        }) {
      row(format, evil + "/web.config", "1");
      row(format, evil, "7" + evil.replace("\u001B", "").replace("\u009B", ""));
    }
    assertThat(row(format, "x", "Password=hunter2")).doesNotContain("hunter2");
  }

  @Test
  void longValuesAreCut() {
    assertThat(row("csv", "x", "9".repeat(5000))).hasSizeLessThan(200).contains("…");
    assertThat(row("markdown", "x", "9".repeat(5000))).hasSizeLessThan(200);
  }

  @Test
  void jsonContainsEverything() throws IOException {
    work.file("autoheal.yaml", Workspace.POLICY.replace("action: recycle", "plan: { sku: P1V3 }"));
    JsonNode files = new ObjectMapper().readTree(show("json", "--why")).get("files");

    assertThat(files).hasSize(2);
    assertThat(files.get(0).get("state").asText()).isEqualTo("absent");
    assertThat(files.get(0).get("app").isNull()).isTrue();
    assertThat(files.get(0).get("action").isNull()).isTrue();
    assertThat(files.get(1).toPrettyString())
        .isEqualTo(
            """
            {
              "path" : "web.config",
              "policy" : "autoheal.yaml",
              "app" : "shop",
              "state" : "present",
              "note" : "",
              "transform" : false,
              "source" : null,
              "triggers" : [ {
                "trigger" : "memory",
                "words" : "683.59 MB (700000 KB)",
                "values" : {
                  "privateBytesInKB" : "700000"
                }
              } ],
              "action" : {
                "value" : "Recycle",
                "program" : null
              },
              "plan" : {
                "sku" : "P1V3",
                "memoryInKB" : 8388608,
                "bitness" : null,
                "proactive" : true
              },
              "errors" : 1,
              "warnings" : 0,
              "infos" : 0,
              "why" : [ {
                "kind" : "policy",
                "name" : "autoheal.yaml",
                "value" : "",
                "place" : null
              }, {
                "kind" : "app",
                "name" : "shop",
                "value" : "pattern 'web.config'",
                "place" : {
                  "path" : "autoheal.yaml",
                  "line" : 3,
                  "column" : 11
                }
              }, {
                "kind" : "asked",
                "name" : "memory privateBytes",
                "value" : "800 MB (819200 KB)",
                "place" : {
                  "path" : "autoheal.yaml",
                  "line" : 7,
                  "column" : 31
                }
              }, {
                "kind" : "plan",
                "name" : "sku",
                "value" : "P1V3, 8 GB (8388608 KB)",
                "place" : {
                  "path" : "autoheal.yaml",
                  "line" : 5,
                  "column" : 18
                }
              } ]
            }
            """
                .strip());
  }

  @Test
  void jsonKeepsTextUnchanged() throws IOException {
    String value = "7\u202E ##vso[x]";
    byte[] config = Workspace.WRONG.replace("700000", value).getBytes(UTF_8);
    Shell.Result result = work.shell().reading(config).run("show", "-", "--format", "json");

    assertThat(
            new ObjectMapper()
                .readTree(result.text())
                .at("/files/0/triggers/0/values/privateBytesInKB")
                .asText())
        .isEqualTo(value);
  }

  @Test
  void jsonListsUnreadableAndSkippedFiles() throws IOException {
    work.file("a/web.config", Workspace.BROKEN)
        .file("web.config", Workspace.RIGHT)
        .file("autoheal.yaml", Workspace.POLICY + "exclude: [web.config]\n");
    Shell.Result result = work.run("show", "--format", "json");

    assertThat(result.exit()).isEqualTo(1);
    JsonNode files = new ObjectMapper().readTree(result.text()).get("files");
    assertThat(files.get(0).get("state").asText()).isEqualTo("unreadable");
    assertThat(files.get(0).get("note").asText()).startsWith("cannot be read: line 1: ");
    assertThat(files.get(1).get("state").asText()).isEqualTo("skipped");
    assertThat(files.get(1).get("app").asText()).isEqualTo("shop");
    assertThat(files.get(1).get("triggers")).isEmpty();
    assertThat(files.get(1).has("why")).isFalse();
  }
}
