package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Profiles and the project determine which transforms are published together. */
class TransformOrderTest {
  private static final String INSERTS =
      """
      <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
        <system.webServer>
          <monitoring xdt:Transform="Insert">
            <triggers>
              <memory privateBytesInKB="819200" />
            </triggers>
            <actions value="Recycle" />
          </monitoring>
        </system.webServer>
      </configuration>
      """;

  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void appWithoutSection() {
    work = Workspace.in(temp).repository().file("shop/Web.config", Workspace.BARE);
  }

  private void inserts(String... names) {
    for (String name : names) {
      work.file("shop/Web.%s.config".formatted(name), INSERTS);
    }
  }

  private void profile(String name, String properties) {
    work.file(
        "shop/Properties/PublishProfiles/%s.pubxml".formatted(name),
        """
        <?xml version="1.0" encoding="utf-8"?>
        <Project xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
          <PropertyGroup>%s</PropertyGroup>
        </Project>
        """
            .formatted(properties));
  }

  /** Asserts which transforms insert a second section. */
  private void assertSecond(String... names) {
    assertThat(
            work.run("check")
                .text()
                .lines()
                .filter(line -> line.contains("[transform-duplicates]"))
                .map(line -> line.replaceAll("shop/Web\\.(\\w+)\\.config:.*", "$1")))
        .containsExactly(names);
  }

  @Test
  void configurationAppliesBeforeOtherTransforms() {
    inserts("Release", "Production", "Staging");
    assertSecond("Production", "Staging");
  }

  @Test
  void configurationsAreNotPublishedTogether() {
    inserts("Release", "Debug");
    assertSecond();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Project><PropertyGroup><Configurations>Debug;Release; Staging</Configurations>"
            + "</PropertyGroup></Project>",
        "<Project><PropertyGroup Condition=\" '$(Configuration)|$(Platform)' == 'Staging|AnyCPU' \" />"
            + "</Project>",
        "<Project><PropertyGroup Condition=\"'$(Configuration)' == 'staging'\" /></Project>"
      })
  void projectMayDefineConfigurations(String project) {
    inserts("Release", "Staging");
    work.file("shop/Shop.csproj", project);
    assertSecond();
  }

  @Test
  void environmentsAreNotPublishedTogether() {
    inserts("Production", "Staging");
    assertSecond();
  }

  @Test
  void profileIsPublishedWithItsEnvironment() {
    inserts("Azure", "Production", "Staging");
    profile("Azure", "<EnvironmentName>Production</EnvironmentName>");
    assertSecond("Production");
  }

  @Test
  void projectMaySetTheEnvironment() {
    inserts("azure", "production");
    profile("Azure", "");
    work.file(
        "shop/Shop.csproj",
        "<Project><PropertyGroup><EnvironmentName>Production</EnvironmentName></PropertyGroup></Project>");
    assertSecond("production");
  }

  @Test
  void customTransformComesLast() {
    inserts("Azure", "Custom");
    profile("Azure", "<CustomTransformFileName>web.custom.config</CustomTransformFileName>");
    assertSecond("Custom");
  }

  @Test
  void profileMayHaveAnotherConfiguration() {
    inserts("Release", "Azure");
    profile("Azure", "<LastUsedBuildConfiguration>Debug</LastUsedBuildConfiguration>");
    assertSecond();
  }

  @Test
  void findingOfSeveralProfilesIsReportedOnce() {
    inserts("Release", "Production");
    profile("East", "<EnvironmentName>Production</EnvironmentName>");
    profile("West", "<EnvironmentName>Production</EnvironmentName>");
    assertSecond("Production");
  }

  /** A value that depends on a property is unknown. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<EnvironmentName>$(Stage)</EnvironmentName>",
        "<EnvironmentName></EnvironmentName>",
        "<!DOCTYPE x>"
      })
  void profileThatCannotBeResolvedIsIgnored(String properties) {
    inserts("Azure", "Production");
    profile("Azure", properties);
    assertSecond();
  }

  @Test
  void conditionalValueIsPossible() {
    inserts("Azure", "Production");
    profile(
        "Azure", "<EnvironmentName Condition=\"'$(Stage)' == ''\">Production</EnvironmentName>");
    assertSecond("Production");
  }

  @Test
  void fixWorksForAllWaysOfPublishing() {
    inserts("Release", "Production");

    assertThat(work.run("check", "--fix").exit()).isZero();
    assertThat(work.read("shop/Web.Release.config")).isEqualTo(INSERTS);
    assertThat(work.read("shop/Web.Production.config"))
        .contains(
            """
                <monitoring xdt:Transform="InsertIfMissing" />
                <monitoring xdt:Transform="Replace">
            """
                .indent(0));
    assertThat(work.run("check").exit()).isZero();
  }

  private void policyWith(String transforms) {
    work.file(
        "autoheal.yaml",
        """
        version: 1
        apps:
          - name: shop
            files: ["shop/Web.config"]
            transforms: %s
        """
            .formatted(transforms));
  }

  @Test
  void policyMayCombineTransforms() {
    inserts("Release", "Production", "Staging");
    policyWith("[[Web.Staging.config, web.production.config]]");
    assertSecond("Production");
  }

  @Test
  void policyMaySeparateTransforms() {
    inserts("Release", "Production");
    policyWith("[[Web.Release.config], [Web.Production.config]]");
    assertSecond();
  }

  @Test
  void policyMayExcludeAllTransforms() {
    inserts("Release");
    policyWith("[]");

    assertThat(work.run("check").text())
        .startsWith("shop/Web.Release.config:3:5: warning: no known publish step applies");
  }

  @Test
  void missingTransformOfThePolicyIsReported() {
    policyWith("[[Web.Release.config]]");

    assertThat(work.run("check").text())
        .contains("Web.Release.config does not exist ('Web.Release.config') [unresolved-section]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[Web.Release.config]",
        "Web.Release.config",
        "[[../Web.x.config]]",
        "[[/a.config]]"
      })
  void invalidTransformsInThePolicyAreRejected(String transforms) {
    policyWith(transforms);
    assertThat(work.run("check").exit()).isEqualTo(2);
  }

  @Test
  void customTransformMayDifferInLetterCase() {
    inserts("Azure");
    work.file("shop/Conf/Last.xdt", INSERTS);
    profile("Azure", "<CustomTransformFileName>conf\\last.XDT</CustomTransformFileName>");

    assertThat(work.run("check").text()).contains("shop/Conf/Last.xdt:3:32: error: Insert");
  }
}
