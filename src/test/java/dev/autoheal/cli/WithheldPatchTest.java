package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Standard output gets a complete patch or none. A file always gets the complete patch. */
class WithheldPatchTest {
  private static final String CHANGE = "+        <memory privateBytesInKB=\"819200\" />";

  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void folder() {
    work = Workspace.in(temp).repository();
    work.file("autoheal.yaml", Workspace.policy("**"));
  }

  /** Writes a drifting file with this line next to the value that changes. */
  private void fileWith(String line) {
    work.file(
        "web.config", Workspace.WRONG.replace("      </triggers>", line + "\n      </triggers>"));
  }

  private void assertWithheld(String why) {
    Shell.Result result = work.run("diff");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.text())
        .contains("  ~ memory  683.59 MB (700000 KB) -> 800 MB (819200 KB)  fires later\n")
        .contains("  patch not shown because it contains " + why + "; use --report patch=FILE\n")
        .doesNotContain("@@", CHANGE);

    Shell.Result alone = work.run("diff", "--report", "patch");
    assertThat(alone.exit()).isEqualTo(1);
    assertThat(alone.text()).isEmpty();
    assertThat(alone.err())
        .startsWith("autoheal: patch of ")
        .endsWith(
            "web.config not shown because it contains %s; use --report patch=FILE\n"
                .formatted(why));

    work.run("diff", "--report", "patch=p.diff");
    assertThat(work.read("p.diff")).contains(CHANGE);
    work.git("apply", "--check", "p.diff");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!-- \u009B31m -->",
        "<!-- \u202E -->",
        "<!-- \u200B -->",
        "<!-- \u2028 -->",
        "<!-- a\rb -->",
        "<!-- \u007F -->",
        "<!-- ##[add-mask]x -->",
        "<!-- ##vso[task.setvariable variable=PATH]x -->",
        "<!-- ##VSO[x]y -->",
        "<!--\n::error::x -->",
        "<!--\n  ::error::x -->",
        "<!--\n\u00A0::error::x -->",
        "<!--\n\t\u3000::error::x -->"
      })
  void isWithheldIfItContainsACommand(String line) {
    fileWith(line);

    assertWithheld("control characters or CI commands");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!-- Password=hunter2 -->",
        "<!-- pwd = \"x\" -->",
        "<!-- <add key=\"SmtpPassword\" value=\"hunter2\" /> -->",
        "<!-- <add connectionString=\"Server=tcp:sql.example;Database=a\" /> -->",
        "<!-- AccountKey=abc== -->",
        "<!-- https://x.example/?sv=1&sig=abc -->",
        "<!-- Authorization: Bearer abcdefgh -->",
        "<!-- https://user:hunter2@x.example/ -->",
        "<!-- run -password hunter2 -->",
        "<!-- clientSecret: abc -->",
        "<!-- Password:\n hunter2 -->",
        "<!-- pass&#119;ord=&quot;hunter2&quot; -->",
        "<!-- <password>hunter2</password> -->",
        "<!-- <add value='x'\n\n\n\n\n\n\nkey='Pwd' /> -->",
        "<!-- glpat-0123456789abcdefghij -->"
      })
  void isWithheldIfItContainsASecret(String line) {
    fileWith(line);

    assertWithheld("a possible secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!-- signed by the design team; a password is never needed -->",
        "<!-- type=\"A, B, PublicKeyToken=31bf3856ad364e35\" passwordFormat=\"Hashed\" -->",
        "<!-- # heading, ## sub heading, [x] -->",
        "<!-- a::b :: c ; std::vector -->",
        "<!-- tabs\there, é, 日本, 😀 -->",
        "<!-- a token is #{Token}# -->"
      })
  void isShownIfItIsHarmless(String line) {
    fileWith(line);

    assertThat(work.run("diff").text()).contains(CHANGE).doesNotContain("not shown");
  }

  @Test
  void isShownWithTheBytesOfTheFile() {
    work.file("web.config", "\uFEFF" + Workspace.WRONG.replace("\n", "\r\n"));

    assertThat(work.run("diff").text()).contains(CHANGE + "\r\n");
  }

  @Test
  void isWithheldIfASecretStartsBeforeIt() {
    work.file(
        "web.config",
        Workspace.WRONG.replace(
            "<monitoring>",
            """
            <add name="Shop" connectionString="Server=tcp:sql.example;



            Encrypt=true" /><monitoring>\
            """));

    assertThat(work.run("diff").text())
        .contains("  patch not shown because it contains a possible secret;")
        .doesNotContain("@@");
  }

  @Test
  void isWithheldIfARemovedLineContainsASecret() {
    work.file(
        "web.config",
        Workspace.WRONG.replace(
            "<actions value=\"Recycle\" />",
            "<actions value=\"CustomAction\">"
                + "<customAction exe=\"a.exe\" parameters=\"--pat hunter2\" /></actions>"));

    assertThat(work.run("diff").text())
        .contains("  patch not shown because it contains a possible secret;")
        .doesNotContain("hunter2", "@@");
  }

  @Test
  void isWithheldIfABinaryPatchContainsASecret() {
    String config = Workspace.WRONG.replace("700000", "700000\" Note=\"Password=hunter2");
    work.file("web.config", ("\uFEFF" + config).getBytes(StandardCharsets.UTF_16LE));
    assertThat(work.run("diff").text())
        .contains("  patch not shown because it contains a possible secret;")
        .doesNotContain("GIT binary patch");

    work.file("web.config", ("\uFEFF" + Workspace.WRONG).getBytes(StandardCharsets.UTF_16LE));
    assertThat(work.run("diff").text()).contains("GIT binary patch");
  }

  @Test
  void isNotWithheldForASecretFarFromTheChange() {
    work.file(
        "web.config",
        Workspace.WRONG.replace(
            "</configuration>", "\n\n\n\n<!-- Password=x -->\n</configuration>"));

    assertThat(work.run("diff").text()).contains(CHANGE);
  }

  @Test
  void isWithheldForOneFileAndShownForTheOthers() {
    work.file("a/web.config", Workspace.WRONG.replace("<trig", "<!-- ##[x] --><trig"))
        .file("b/web.config", Workspace.WRONG);

    Shell.Result result = work.run("diff", "--report", "patch");
    assertThat(result.text()).startsWith("--- a/b/web.config\n");
    assertThat(result.err())
        .hasLineCount(1)
        .contains("patch of a/web.config not shown because it contains ");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void isWithheldIfItsNameIsUnsafe() {
    work.file("##vso[task.x]/web.config", Workspace.WRONG);

    assertWithheld("control characters or CI commands");
  }

  @Test
  void showsNoSourceLineWithASecret() {
    work.file(
        "web.config",
        "<configuration>\n<add connectionString=\"Server=x;Password=hunter2&co\" />\n");

    Shell.Result result = work.run("check", "--report", "json=j", "--verbose");
    assertThat(result.text()).startsWith("web.config:2:").doesNotContain("hunter2");
    assertThat(work.read("j")).doesNotContain("hunter2");
  }

  @Test
  void reportsNothingWithoutPatches() {
    fileWith("<!-- ##[x] -->");

    assertThat(work.run("check", "--report", "patch").err()).isEmpty();
  }
}
