package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Changes of an ordinary repository that mean nothing to a section. No finding may come of them.
 */
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

  private void all(String name, UnaryOperator<String> change) {
    for (int i = 0; i < APPS; i++) {
      String path = "apps/shop%d/%s".formatted(i, name);
      work.file(path, change.apply(work.read(path)));
    }
  }

  private void assertNothing() {
    Shell.Result result = review("--verbose");
    assertThat(result.text()).contains("no new findings").doesNotContain("[");
    assertThat(result.exit()).isZero();
  }

  @Test
  void checkFindsNothing() {
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
  void commentsAndIndents(String name) {
    base();
    all(name, text -> text.replace("\n  ", "\n\t\t").replaceFirst(">", "><!-- more -->"));
    assertNothing();
  }

  @Test
  void movesOfWholeAppsWithinThePatterns() {
    base();
    for (int i = 0; i < APPS; i++) {
      work.git("mv", "apps/shop" + i, "apps/store" + i);
    }
    assertNothing();
  }

  @Test
  void renamesOfTransforms() {
    base();
    for (int i = 0; i < APPS; i++) {
      String app = "apps/shop%d/".formatted(i);
      work.git("mv", app + "Web.Staging.config", app + "Web.Test.config");
      work.git(
          "mv",
          app + "Properties/PublishProfiles/Staging.pubxml",
          app + "Properties/PublishProfiles/Test.pubxml");
    }
    assertNothing();
  }

  @Test
  void removalOfTransformsAndProfiles() {
    base();
    for (int i = 0; i < APPS; i++) {
      String app = "apps/shop%d/".formatted(i);
      work.delete(app + "Web.Staging.config")
          .delete(app + "Properties/PublishProfiles/Staging.pubxml");
    }
    assertNothing();
  }

  @Test
  void retiredEnvironmentOfAppsWithTheirSectionInTransforms() {
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
  void transformInOtherLetterCase() {
    base();
    for (int i = 0; i < APPS; i++) {
      String app = "apps/shop%d/".formatted(i);
      work.git("mv", app + "Web.Release.config", app + "web.release.config");
    }
    assertNothing();
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
  void tasksThatDoNotChangeWebConfig(String task) {
    base();
    all("Shop.csproj", text -> text.replace("</Target>", task + "</Target>"));
    assertNothing();
  }

  @Test
  void settingsThatDifferBetweenEnvironments() {
    base();
    all(
        "Web.Release.config",
        text ->
            text.replace(
                "</configuration>",
                "<appSettings><add key=\"a\" value=\"b\" xdt:Transform=\"SetAttributes\""
                    + " xdt:Locator=\"Match(key)\" /></appSettings></configuration>"));
    assertNothing();
  }

  @Test
  void branchBehindABaseThatMovedOn() {
    commit();
    work.git("branch", "parted");
    all("Web.config", text -> text.replace("819200", "1048576"));
    all("Web.Staging.config", text -> text.replace("Off", "On"));
    work.replace("autoheal.yaml", "800MB", "1GB").delete("apps/shop3/Web.Debug.config");
    base();
    work.git("checkout", "-q", "parted");
    all("Web.Release.config", text -> text.replace("debug", "tempDirectory"));
    all("Web.config", text -> text.replace("<configuration>", "<configuration>\n  <!-- -->"));

    Shell.Result result = review();
    assertThat(result.text()).contains("no new findings. Remaining: 10 errors.");
    assertThat(result.exit()).isZero();
  }
}
