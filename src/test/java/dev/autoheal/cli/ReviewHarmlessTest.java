package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ordinary changes that do not affect a section. They must not cause findings. */
class ReviewHarmlessTest extends PullRequest {
  private static final String XDT =
      "xmlns:xdt=\"http://schemas.microsoft.com/XML-Document-Transform\"";
  private static final int APPS = 10;

  @BeforeEach
  void tenApps() {
    work.file(
        "autoheal.yaml",
        """
        version: 1
        apps:
          - name: shops
            files: ["apps/*/web.config"]
            action: recycle
            triggers: { memory: { privateBytes: 800MB } }
            limits: { memory: { privateBytes: { max: 2GB } } }
        """);
    for (int i = 0; i < APPS; i++) {
      String app = "apps/shop%d/".formatted(i);
      work.file(app + "Web.config", Workspace.RIGHT)
          .file(app + "Web.Debug.config", transform("<compilation xdt:Transform=\"Remove\" />"))
          .file(
              app + "Web.Release.config",
              transform("<compilation xdt:Transform=\"RemoveAttributes(debug)\" />"))
          .file(
              app + "Web.Staging.config",
              transform("<customErrors mode=\"Off\" xdt:Transform=\"Replace\" />"))
          .file(
              app + "Properties/PublishProfiles/Staging.pubxml",
              "<Project><PropertyGroup><LastUsedBuildConfiguration>Release</LastUsedBuildConfiguration>"
                  + "<PublishUrl>$(Elsewhere)</PublishUrl></PropertyGroup></Project>")
          .file(
              app + "Shop.csproj",
              "<Project Sdk=\"Microsoft.NET.Sdk.Web\"><ItemGroup><Content Update=\"Web.config\" />"
                  + "</ItemGroup><Target Name=\"Hi\"><Message Text=\"Web.config\" /></Target></Project>");
    }
  }

  private static String transform(String content) {
    return "<configuration %s>\n  <system.web>\n    <compilation />\n    %s\n  </system.web>\n</configuration>\n"
        .formatted(XDT, content);
  }

  private void changeAll(String name, UnaryOperator<String> change) {
    for (int i = 0; i < APPS; i++) {
      String path = "apps/shop%d/%s".formatted(i, name);
      work.file(path, change.apply(work.read(path)));
    }
  }

  private void assertNoFindings() {
    Shell.Result result = review("--verbose");
    assertThat(result.text()).contains("no new findings").doesNotContain("[");
    assertThat(result.exit()).isZero();
  }

  @Test
  void checkReportsNothing() {
    assertThat(work.run("check").text()).endsWith("40 files checked, no findings.\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Web.config",
        "Web.Debug.config",
        "Web.Release.config",
        "Web.Staging.config",
        "Shop.csproj",
        "Properties/PublishProfiles/Staging.pubxml"
      })
  void commentsAndIndentationAreIgnored(String name) {
    base();
    changeAll(name, text -> text.replace("\n  ", "\n\t\t").replaceFirst(">", "><!-- more -->"));
    assertNoFindings();
  }

  @Test
  void movesOfAppsWithinThePatternsAreIgnored() {
    base();
    for (int i = 0; i < APPS; i++) {
      work.git("mv", "apps/shop" + i, "apps/store" + i);
    }
    assertNoFindings();
  }

  @Test
  void renamesOfTransformsAreIgnored() {
    base();
    for (int i = 0; i < APPS; i++) {
      String app = "apps/shop%d/".formatted(i);
      work.git("mv", app + "Web.Staging.config", app + "Web.Test.config");
      work.git(
          "mv",
          app + "Properties/PublishProfiles/Staging.pubxml",
          app + "Properties/PublishProfiles/Test.pubxml");
    }
    assertNoFindings();
  }

  @Test
  void removalOfTransformsAndProfilesIsIgnored() {
    base();
    for (int i = 0; i < APPS; i++) {
      String app = "apps/shop%d/".formatted(i);
      work.delete(app + "Web.Staging.config")
          .delete(app + "Properties/PublishProfiles/Staging.pubxml");
    }
    assertNoFindings();
  }

  @Test
  void removalOfOneOfTwoEnvironmentsIsIgnored() {
    String inserts =
        Workspace.RIGHT.replace("<configuration>", "<configuration %s>".formatted(XDT));
    for (int i = 0; i < APPS; i++) {
      String app = "apps/shop%d/".formatted(i);
      work.file(app + "Web.config", Workspace.BARE);
      for (String name : new String[] {"Web.Staging.config", "Web.Production.config"}) {
        work.file(
            app + name, inserts.replace("<monitoring>", "<monitoring xdt:Transform=\"Insert\">"));
      }
    }
    base();
    for (int i = 0; i < APPS; i++) {
      String app = "apps/shop%d/".formatted(i);
      work.delete(app + "Web.Staging.config")
          .delete(app + "Properties/PublishProfiles/Staging.pubxml");
    }
    Shell.Result result = review();
    assertThat(result.text()).contains("no new findings");
    assertThat(result.exit()).isZero();
  }

  @Test
  void letterCaseOfATransformIsIgnored() {
    base();
    for (int i = 0; i < APPS; i++) {
      String app = "apps/shop%d/".formatted(i);
      work.git("mv", app + "Web.Release.config", app + "web.release.config");
    }
    assertNoFindings();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Copy SourceFiles=\"Web.config\" DestinationFiles=\"Web.config.bak\" />",
        "<Copy SourceFiles=\"Web.config\" DestinationFolder=\"$(OutDir)\" />",
        "<XmlPeek XmlInputPath=\"Web.config\" Query=\"//x\" />",
        "<Error Condition=\"!Exists('Web.config')\" Text=\"no Web.config\" />",
        "<Exec Command=\"npm run build\" />"
      })
  void tasksThatDoNotChangeWebConfigAreIgnored(String task) {
    base();
    changeAll("Shop.csproj", text -> text.replace("</Target>", task + "</Target>"));
    assertNoFindings();
  }

  @Test
  void settingsThatDifferBetweenEnvironmentsAreIgnored() {
    base();
    changeAll(
        "Web.Release.config",
        text ->
            text.replace(
                "</configuration>",
                "<appSettings><add key=\"a\" value=\"b\" xdt:Transform=\"SetAttributes\""
                    + " xdt:Locator=\"Match(key)\" /></appSettings></configuration>"));
    assertNoFindings();
  }

  @Test
  void newerCommitsOfTheBaseAreIgnored() {
    commit();
    work.git("branch", "parted");
    changeAll("Web.config", text -> text.replace("819200", "1048576"));
    changeAll("Web.Staging.config", text -> text.replace("Off", "On"));
    work.replace("autoheal.yaml", "800MB", "1GB").delete("apps/shop3/Web.Debug.config");
    base();
    work.git("checkout", "-q", "parted");
    changeAll("Web.Release.config", text -> text.replace("debug", "tempDirectory"));
    changeAll("Web.config", text -> text.replace("<configuration>", "<configuration>\n  <!-- -->"));

    Shell.Result result = review();
    assertThat(result.text()).contains("no new findings. Remaining: 10 errors (--all shows them).");
    assertThat(result.exit()).isZero();
  }
}
