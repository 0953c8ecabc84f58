package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.cli.Workspace;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SectionNotReadTest {
  private static final String XDT =
      "<configuration xmlns:xdt=\"http://schemas.microsoft.com/XML-Document-Transform\">";

  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void appWithoutSection() {
    work = Workspace.in(temp).repository().file("shop/web.config", Workspace.BARE);
  }

  private void assertNotRead(String path) {
    assertThat(work.run("check").text())
        .startsWith(path + ":")
        .contains("warning: ")
        .contains("[section-not-read]")
        .endsWith("1 warning.\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "web.autoheal.config",
        "Web.Template.config",
        "Web.Base.config",
        "autoheal.config",
        "applicationHost.xdt",
        "shop.transform",
        "WEB.AUTOHEAL.CONFIG"
      })
  void reportsAFileThatIisNeverReads(String name) {
    work.file("shop/" + name, Workspace.RIGHT);
    assertNotRead("shop/" + name);
  }

  @Test
  void checksTheContentOfANamedFile() {
    work.file("shop/web.autoheal.config", Workspace.RIGHT.replace("819200", "much"));

    assertThat(work.run("check", "shop/web.autoheal.config").text())
        .contains("[section-not-read]")
        .contains("error: ");
    assertThat(work.run("check").text()).doesNotContain("error: ");
  }

  @Test
  void acceptsTheSourceOfATransformTask() {
    work.file("shop/Web.Base.config", Workspace.RIGHT)
        .file("shop/Web.Release.config", XDT + "</configuration>")
        .file(
            "shop/Shop.csproj",
            "<Project><Target Name=\"x\"><TransformXml Source=\"Web.Base.config\""
                + " Transform=\"Web.$(Configuration).config\" Destination=\"Web.config\" />"
                + "</Target></Project>");

    assertThat(work.run("check").text()).endsWith("3 files checked, no findings.\n");
  }

  @Test
  void reportsATransformThatNothingApplies() {
    work.file(
        "shop/other.xdt",
        Workspace.RIGHT
            .replace("<configuration>", XDT)
            .replace("<monitoring>", "<monitoring xdt:Transform=\"Replace\">"));
    assertNotRead("shop/other.xdt");
  }

  @Test
  void acceptsATransformOfAGeneratedWebConfig() {
    work.file(
        "api/Web.Release.config",
        Workspace.RIGHT
            .replace("<configuration>", XDT)
            .replace("<monitoring>", "<monitoring xdt:Transform=\"Insert\">"));

    assertThat(work.run("check").text()).doesNotContain("[section-not-read]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"packages.config", "web.fragment.config", "app.xdt"})
  void acceptsAFileWithoutASection(String name) {
    work.file("shop/" + name, Workspace.BARE);
    assertThat(work.run("check").text()).doesNotContain("[section-not-read]");
  }
}
