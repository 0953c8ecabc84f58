package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReportTest {
  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void driftingFile() {
    work = Workspace.in(temp).file("autoheal.yaml", Workspace.policy("**"));
    work.file("web.config", Workspace.WRONG);
  }

  private String page(String command) {
    return work.run((command + " --report markdown").split(" ", -1)).text();
  }

  private MarkdownPageReader read(String command) {
    return MarkdownPageReader.examined(page(command));
  }

  @Test
  void showsASummaryThenChangesThenFindings() {
    assertThat(page("check"))
        .isEqualTo(
            """
            <!-- autoheal:v1 key=check -->
            ### autoheal check: findings

            1 file checked&#58; 1 error. &#96;autoheal apply&#96; fixes 1.

            #### Changes that `autoheal apply` would make

            | file | setting | before | after | effect | policy |
            |---|---|---|---|---|---|
            | web.config | memory | 683.59 MB (700000 KB) | 800 MB (819200 KB) | fires later |\
             autoheal.yaml&#58;7 |

            #### Findings

            | severity | location | message | rule |
            |---|---|---|---|
            | error | web.config&#58;5&#58;35 | privateBytesInKB&#61;&#34;700000&#34; (683.59 MB),\
             but the policy requires 800 MB (819200 KB); run &#96;autoheal apply&#96; (autoheal.yaml&#58;7) | drift |
            """);
  }

  @Test
  void isShortWithoutFindings() {
    work.file("web.config", Workspace.RIGHT);

    assertThat(page("check"))
        .isEqualTo(
            """
            <!-- autoheal:v1 key=check -->
            ### autoheal check: clean

            1 file checked, no findings.
            """);
  }

  @Test
  void showsDiffsLast() {
    assertThat(page("diff"))
        .startsWith("<!-- autoheal:v1 key=diff -->\n### autoheal diff: changed\n")
        .endsWith("\n#### Diffs\n\n```diff\n" + patch() + "```\n");
    assertThat(page("apply")).contains("#### Changes made\n", "```diff\n");
  }

  private String patch() {
    return work.run("diff", "--report", "patch").text();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!-- Password=hunter2 -->", "<!-- ##[add-mask]x -->", "<!-- \u202E -->"})
  void withholdsADiffThatPatchGuardWithholds(String line) {
    work.file("web.config", Workspace.WRONG.replace("<memory", line + "<memory"));
    work.run("diff", "--report=markdown=m");

    assertThat(work.read("m"))
        .contains("The diff of web.config is not shown because it contains ")
        .contains("fires later")
        .doesNotContain("```", "hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"```", "`````", "~~~", "</details>", "<img src=x>", "````suggestion"})
  void keepsADiffInItsFence(String line) {
    work.file("web.config", Workspace.WRONG.replace("<memory", "<!--\n" + line + "\n-->\n<memory"));

    assertThat(read("diff").fences()).containsExactly(patch());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@octocat",
        "#123",
        "GH-123",
        "![](https://evil.example/pixel)",
        "[x](https://evil.example)",
        "https://evil.example www.evil.example",
        "**bold** _it_ ~~no~~",
        "`code",
        "a|b\\|c\\\\|d",
        "$x$",
        ":tada:",
        "[x][y] [^1]"
      })
  void showsAValueAsText(String value) {
    work.file("web.config", Workspace.WRONG.replace("700000", value));

    assertThat(read("check").rows().get(1).get(2).replace("\u200B", ""))
        .isEqualTo("'%s'".formatted(value));
  }

  @Test
  void reportsWhyARunFailed() {
    assertThat(page("check gone"))
        .contains("### autoheal check: error\n", "|  | gone does not exist |\n");
    work.file("autoheal.yaml", "version: 1\napps:\n  - name: x\n");
    assertThat(read("check").rows().get(1).get(0)).startsWith("autoheal.yaml:3:");
  }

  @Test
  void staysBelowTheLimitAndReportsWhatItOmits() {
    String hostile = "&lt;".repeat(300);
    for (int i = 0; i < 400; i++) {
      work.file("x%03d/web.config".formatted(i), Workspace.WRONG.replace("700000", hostile));
      work.file("y%03d/web.config".formatted(i), Workspace.WRONG);
    }
    work.run("diff", "--report=markdown=d");
    work.run("check", "--report=markdown=c");

    for (String report : new String[] {"c", "d"}) {
      MarkdownPageReader.examined(work.read(report));
    }
    assertThat(work.read("c"))
        .containsPattern("(?s)Showing \\d+ of 801; .*#### Findings.*Showing \\d+ of 801; ");
    assertThat(work.read("d"))
        .containsPattern("(?s)Showing \\d+ of 801; .*#### Diffs.*Showing \\d+ of 801; ");
  }

  @Test
  void omitsAValueThatFillsAPage() {
    work.file(
        "web.config",
        Workspace.WRONG.replace(
            "\"Recycle\" />",
            "\"CustomAction\"><customAction exe=\"%s\" /></actions>"
                .formatted("&gt;".repeat(20_000))));

    assertThat(page("check")).contains("the others do not fit into a comment");
    MarkdownPageReader.examined(page("diff"));
  }
}
