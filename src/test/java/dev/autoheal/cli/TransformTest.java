package dev.autoheal.cli;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transforms are compared, edited and given sections like the files they patch. */
class TransformTest {
  private static final String XDT = "http://schemas.microsoft.com/XML-Document-Transform";

  /** An app and its production environment. */
  private static final String POLICY =
      """
      version: 1
      defaults: { action: recycle }
      apps:
        - name: shop
          files: ["shop/web.config"]
          triggers: { memory: { privateBytes: 800MB } }
        - name: shop-production
          files: ["shop/Web.Production.config"]
          triggers: { memory: { privateBytes: 2GB } }
      """;

  private static final String EMPTY =
      """
      <configuration xmlns:xdt="%s">
      </configuration>
      """
          .formatted(XDT);

  private static final String WITH_SECTION =
      """
      <configuration xmlns:xdt="%s">
        <system.webServer>
          <monitoring xdt:Transform="InsertIfMissing" />
          <monitoring xdt:Transform="Replace">
            <triggers>
              <memory privateBytesInKB="2097152" />
            </triggers>
            <actions value="Recycle" />
          </monitoring>
        </system.webServer>
      </configuration>
      """
          .formatted(XDT);

  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void repository() {
    work = Workspace.in(temp).repository().file("autoheal.yaml", POLICY);
  }

  /** Checks a transform with this location and a base with two locations. */
  private String checkLocation(String location) {
    String base =
        """
        <configuration>
          <location path="reports">
            <system.webServer />
          </location>
          <location path="." inheritInChildApplications="false">
            <system.webServer />
          </location>
        </configuration>
        """;
    String transform =
        """
        <configuration xmlns:xdt="%s">
          <location%s>
            <system.webServer>
              <monitoring xdt:Transform="InsertIfMissing">
                <triggers>
                  <memory privateBytesInKB="1200000" />
                </triggers>
                <actions value="Recycle" />
              </monitoring>
            </system.webServer>
          </location>
        </configuration>
        """
            .formatted(XDT, location);
    work.file("reports/web.config", base).file("reports/Web.Release.config", transform);
    return work.run("check", "reports").text();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " path=\".\"",
        " path=''",
        " path=\".\" inheritInChildApplications=\"false\"",
        " inheritInChildApplications=\"false\""
      })
  void locationWithoutALocatorMatchesAnyPath(String location) {
    assertThat(checkLocation(location))
        .contains(
            "<location> matches <location path=\"reports\">;"
                + " use path=\".\" xdt:Locator=\"Match(path)\" [location-scoped]")
        .doesNotContain("move it out")
        .contains(": 1 warning.");
  }

  @Test
  void locationWithItsPathAsLocatorIsAccepted() {
    assertThat(checkLocation(" path=\".\" xdt:Locator=\"Match(path)\""))
        .contains("checked, no findings.");
  }

  @ParameterizedTest
  @ValueSource(strings = {" path='reports'", " path='reports' xdt:Locator='Match(path)'"})
  void sectionMustMoveOutOfALocationWithAnotherPath(String location) {
    assertThat(checkLocation(location))
        .contains("move it out")
        .doesNotContain("Match(path)")
        .contains(": 1 warning.");
  }

  @Test
  void environmentGetsOtherValuesThanItsBase() {
    work.file("shop/web.config", Workspace.BARE).file("shop/Web.Production.config", EMPTY);

    assertThat(work.run("check").text())
        .contains("this transform inserts no <monitoring>")
        .contains("`autoheal apply` fixes 2");
    assertThat(work.run("apply").text()).endsWith("2 of 2 files changed.\n");
    assertThat(work.read("shop/web.config")).isEqualTo(Workspace.config(819200));
    assertThat(work.read("shop/Web.Production.config")).isEqualTo(WITH_SECTION);
    assertThat(work.run("diff").exit()).isZero();
    assertThat(work.run("check").exit()).isZero();
  }

  @Test
  void insertedSectionDependsOnTheChangedBase() {
    work.file("shop/WEB.config", "<configuration>\n</configuration>\n")
        .file("autoheal.yaml", POLICY.replace("shop/web.config", "shop/WEB.config"))
        .file("shop/Web.Production.config", EMPTY);
    String shown = work.run("diff", "shop").text();

    assertThat(shown).contains("+  <system.webServer>\n").doesNotContain("system.webServer xdt:");
    assertThat(work.run("apply").exit()).isZero();
    assertThat(work.read("shop/Web.Production.config")).isEqualTo(WITH_SECTION);
    assertThat(work.run("diff").exit()).isZero();
    assertThat(work.run("check").exit()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop/Web.Production.config", "shop/Web.Staging.config"})
  void baseNeedsNoSectionThatATransformInserts(String inserting) {
    String inserts = WITH_SECTION.replaceAll(".*IfMissing.*\n", "").replace("Replace", "Insert");
    work.file("shop/web.config", Workspace.BARE).file(inserting, inserts);

    assertThat(work.run("check").text()).doesNotContain("missing <monitoring>");
    assertThat(work.run("apply").exit()).isZero();
    assertThat(work.read("shop/web.config")).isEqualTo(Workspace.BARE);
  }

  @Test
  void baseNeedsASectionThatOnlyDebugInserts() {
    work.file("shop/web.config", Workspace.BARE).file("shop/Web.Debug.config", WITH_SECTION);

    assertThat(work.run("check").text()).contains("missing <monitoring>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop/Web.Production.config", "shop/Web.Staging.config"})
  void sectionThatALaterTransformWouldDuplicateIsNotCreated(String inserting) {
    String inserts = WITH_SECTION.replaceAll(".*IfMissing.*\n", "").replace("Replace", "Insert");
    work.file("shop/web.config", Workspace.BARE)
        .file(inserting, inserts)
        .file("shop/Web.Release.config", EMPTY)
        .file("autoheal.yaml", POLICY.replace("web.config", "Web.Release.config"));

    assertThat(work.run("check").text()).doesNotContain("[transform-duplicates]");
    Shell.Result applied = work.run("apply");
    assertThat(applied.text())
        .contains("shop/Web.Release.config:1:1: error: cannot compare with the policy")
        .contains("publishing would remove or duplicate a section of web.config");
    assertThat(applied.exit()).isEqualTo(1);
    assertThat(work.read("shop/Web.Release.config")).isEqualTo(EMPTY);
  }

  @Test
  void valuesOfASectionAreEditedInPlace() {
    String odd =
        "<configuration xmlns:t='%s'><system.webServer t:Transform = 'Insert'><monitoring><triggers>"
            + "<memory privateBytesInKB='%d'/></triggers><!-- x --><actions value='recycle'/>"
            + "</monitoring></system.webServer></configuration>";
    work.file("shop/Web.Production.config", odd.formatted(XDT, 819200));

    assertThat(work.run("apply").exit()).isZero();
    assertThat(work.read("shop/Web.Production.config")).isEqualTo(odd.formatted(XDT, 2097152));
  }

  @Test
  void encodingIsKept() throws IOException {
    work.file("shop/web.config", Workspace.RIGHT)
        .file("shop/Web.Production.config", ("\uFEFF" + EMPTY).getBytes(UTF_16LE));

    assertThat(work.run("apply").exit()).isZero();
    assertThat(Files.readAllBytes(work.path("shop/Web.Production.config")))
        .isEqualTo(("\uFEFF" + WITH_SECTION).getBytes(UTF_16LE));
  }

  @Test
  void transformThatPatchesIsNotRewrittenButItsResultIsChecked() {
    String patch =
        WITH_SECTION
            .replace("\"Replace\"", "\"SetAttributes(lockItem)\" lockItem=\"true\"")
            .replaceAll(".*IfMissing.*\n", "");
    String why = "the transform changes or removes the section of its base";
    work.file("shop/web.config", Workspace.RIGHT).file("shop/Web.Production.config", patch);

    assertThat(work.run("check").text())
        .startsWith(
            "shop/Web.Production.config:3:32: error: published: privateBytesInKB=\"819200\""
                + " (800 MB), but the policy requires 2 GB (2097152 KB); edit the transform");
    assertThat(work.run("apply").text()).contains("Skipped 1 file (" + why);
    assertThat(work.run("diff", "--report", "json").text()).contains("\"reason\" : \"" + why);
    assertThat(work.read("shop/Web.Production.config")).isEqualTo(patch);
  }

  @Test
  void transformThatSetsTheRequiredValuesIsAccepted() {
    String sets =
        """
        <configuration xmlns:xdt="%s">
          <system.webServer>
            <monitoring>
              <triggers>
                <memory privateBytesInKB="2097152" xdt:Transform="SetAttributes" />
              </triggers>
            </monitoring>
          </system.webServer>
        </configuration>
        """
            .formatted(XDT);
    work.file("shop/web.config", Workspace.RIGHT).file("shop/Web.Production.config", sets);

    assertThat(work.run("check").text()).isEqualTo("2 files checked, no findings.\n");
  }

  /** {@code apply} fixes the values, but not the place of the section. */
  @Test
  void wrongPlaceIsReportedWhenValuesAreRewritten() {
    String inserts = WITH_SECTION.replaceAll(".*IfMissing.*\n", "").replace("Replace", "Insert");
    work.file("shop/web.config", Workspace.RIGHT)
        .file("shop/Web.Production.config", inserts.replace("2097152", "900000"));
    String duplicates = "error: Insert adds a second <monitoring>";

    assertThat(work.run("check").text())
        .contains(duplicates)
        .contains("[drift]")
        .contains("`autoheal apply` fixes 1");
    assertThat(work.run("diff").text()).contains(duplicates).doesNotContain("[drift]");
    Shell.Result applied = work.run("apply");
    assertThat(applied.text()).contains(duplicates).doesNotContain("[drift]");
    assertThat(applied.exit()).isEqualTo(1);
    assertThat(work.read("shop/Web.Production.config")).isEqualTo(inserts);
  }

  @Test
  void wildcardPatternComparesButCreatesNothing() {
    String all = POLICY.replace("Web.Production.config", "Web.*.config");
    work.file("autoheal.yaml", all)
        .file("shop/web.config", Workspace.RIGHT)
        .file("shop/Web.Debug.config", EMPTY)
        .file("shop/Web.Release.config", WITH_SECTION.replace("2097152", "900000"));

    assertThat(work.run("apply").text())
        .contains("1 of 2 files changed.")
        .contains("Skipped 1 file (a transform without a section;");
    assertThat(work.read("shop/Web.Debug.config")).isEqualTo(EMPTY);
    assertThat(work.read("shop/Web.Release.config")).isEqualTo(WITH_SECTION);
  }

  @Test
  void patternMayNameAnEnvironmentInAnyFolder() {
    work.file("autoheal.yaml", POLICY.replace("shop/Web", "**/Web"))
        .file("shop/web.config", Workspace.RIGHT)
        .file("shop/Web.Production.config", EMPTY);

    assertThat(work.run("apply").exit()).isZero();
    assertThat(work.read("shop/Web.Production.config")).isEqualTo(WITH_SECTION);
  }

  @Test
  void missingFileIsCreated() {
    work.file("shop/web.config", Workspace.RIGHT);

    assertThat(work.run("apply", "--create").exit()).isZero();
    assertThat(work.read("shop/Web.Production.config"))
        .isEqualTo("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + WITH_SECTION);
  }

  @Test
  void optionAssignsItToAnApp() {
    work.file("shop/web.config", Workspace.RIGHT).file("shop/Web.Blue.config", EMPTY);

    assertThat(work.run("apply", "--app", "shop-production", "shop/Web.Blue.config").exit())
        .isZero();
    assertThat(work.read("shop/Web.Blue.config")).isEqualTo(WITH_SECTION);
  }

  @Test
  void reviewReportsTheEffectOfAChange() {
    work.file("shop/Web.Production.config", WITH_SECTION.replace("2097152", "4194304"));
    work.git("add", ".");
    work.git("commit", "-q", "-m", "before");
    work.file("shop/Web.Production.config", WITH_SECTION);

    assertThat(work.run("review", "--base", "HEAD").text())
        .contains("~ memory  4 GB (4194304 KB) -> 2 GB (2097152 KB)  fires earlier");
  }

  @Test
  void patchMakesTheSameChange() throws IOException {
    work.file("shop/web.config", Workspace.BARE).file("shop/Web.Production.config", EMPTY);
    work.run("diff", "--report", "patch=p.diff");
    work.git("apply", "p.diff");

    assertThat(work.read("shop/Web.Production.config")).isEqualTo(WITH_SECTION);
    assertThat(Files.readString(work.path("shop/web.config"))).isEqualTo(Workspace.config(819200));
  }
}
