package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pull requests that would remove or loosen a requirement of the base. A review stops each of them.
 */
class ReviewBypassTest extends PullRequest {
  private static final String XDT =
      " xmlns:xdt=\"http://schemas.microsoft.com/XML-Document-Transform\"";
  private static final String POLICY =
      """
      version: 1
      apps:
        - name: shop
          files: ["shop/web.config"]
          action: recycle
          triggers: { memory: { privateBytes: 800MB } }
          limits: { memory: { privateBytes: { max: 2GB } } }
      """;
  private static final String MONITORING =
      """
      <monitoring%s>
            <triggers>
              <memory privateBytesInKB="819200" />
            </triggers>
            <actions value="Recycle" />
          </monitoring>\
      """;
  private static final String PROFILE = "shop/Properties/PublishProfiles/Azure.pubxml";
  private static final String RELEASE = "shop/Web.Release.config";
  private static final String INSERT = whole(" xdt:Transform=\"Insert\"");
  private static final String REMOVE = transform("<monitoring xdt:Transform=\"Remove\" />");
  private static final String LARGER = memory("xdt:Transform=\"SetAttributes\"", 1_500_000);

  private static final String UNRESOLVED = "[unresolved-section]";
  private static final String MISSING = "missing <monitoring>, but the policy requires it";
  private static final String OTHER = "but the policy requires 800 MB (819200 KB)";

  private static void inConfig(Workspace work) {
    work.file("shop/web.config", config(whole("")));
  }

  private static void starting(Workspace work, String program) {
    String action =
        "<actions value=\"CustomAction\"><customAction %s /></actions>".formatted(program);
    work.file(
        "shop/web.config", config(whole("")).replace("<actions value=\"Recycle\" />", action));
  }

  private static void inTransform(Workspace work) {
    bare(work).file(RELEASE, transform(INSERT));
  }

  private static void inCustom(Workspace work) {
    bare(work)
        .file("shop/deploy.xml", transform(INSERT))
        .file(PROFILE, project("<CustomTransformFileName>deploy.xml</CustomTransformFileName>"));
  }

  private record Bypass(
      String name, Consumer<Workspace> base, Consumer<Workspace> change, String expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Bypass bypass(
      String name, Consumer<Workspace> base, Consumer<Workspace> change, String expected) {
    return new Bypass(name, base, change, expected);
  }

  /** A bypass by a transform of the section in web.config. */
  private static Bypass release(String name, String content, String expected) {
    return bypass(name, ReviewBypassTest::inConfig, work -> work.file(RELEASE, content), expected);
  }

  /** A bypass by a build file that adds or removes a transform. */
  private static Bypass build(
      String name, Consumer<Workspace> base, String path, String content, String expected) {
    return bypass(name, base, work -> work.file(path, content), expected);
  }

  static Stream<Bypass> transforms() {
    return Stream.of(
        release("transform removes the section", REMOVE, MISSING),
        release(
            "transform removes the triggers",
            transform("<monitoring><triggers xdt:Transform=\"RemoveAll\" /></monitoring>"),
            "missing <memory>, but the policy requires "),
        release(
            "transform removes system.webServer",
            "<configuration%s><system.webServer xdt:Transform=\"Remove\" /></configuration>"
                .formatted(XDT),
            MISSING),
        release(
            "transform removes the root",
            "<configuration%s xdt:Transform=\"Remove\" />".formatted(XDT),
            "cannot remove the root element"),
        release(
            "transform replaces system.webServer",
            "<configuration%s><system.webServer xdt:Transform=\"Replace\" /></configuration>"
                .formatted(XDT),
            MISSING),
        release(
            "transform removes the section from another place by XPath",
            "<configuration%s><appSettings xdt:Transform=\"Remove\" xdt:Locator=\"XPath(//monitoring)\" /></configuration>"
                .formatted(XDT),
            MISSING),
        release("transform sets another value", transform(LARGER), OTHER),
        release(
            "transform sets a value outside the limits",
            transform(memory("xdt:Transform=\"SetAttributes\"", 9_000_000)),
            OTHER),
        release(
            "transform replaces the trigger",
            transform(memory("xdt:Transform=\"Replace\"", 1_500_000)),
            OTHER),
        release(
            "transform removes the value",
            transform(memory("xdt:Transform=\"RemoveAttributes(privateBytesInKB)\"", 0)),
            "[missing-attribute]"),
        release(
            "transform sets another action",
            transform(
                "<monitoring><actions value=\"LogEvent\" xdt:Transform=\"SetAttributes\" /></monitoring>"),
            "value=\"LogEvent\", but the policy requires 'Recycle'"),
        release(
            "transform removes the action",
            transform("<monitoring><actions xdt:Transform=\"Remove\" /></monitoring>"),
            "[no-action]"),
        release(
            "transform moves the section to another file",
            transform("<monitoring configSource=\"m.config\" xdt:Transform=\"SetAttributes\" />"),
            "configSource=\"m.config\" moves the section elsewhere"),
        release("transform inserts a second section", transform(INSERT), "[transform-duplicates]"),
        release(
            "transform makes publishing fail",
            "<configuration%s><x><y xdt:Transform=\"Insert\" xdt:Locator=\"XPath(/nowhere/y)\" /></x></configuration>"
                .formatted(XDT),
            "publishing fails: "),
        release(
            "condition around an element that names no section",
            "<configuration%s>#{if Never}<system.webServer xdt:Transform=\"Remove\" />#{/if}</configuration>"
                .formatted(XDT),
            UNRESOLVED),
        bypass(
            "two transforms that remove the section only together",
            ReviewBypassTest::inConfig,
            work ->
                work.file(
                        RELEASE,
                        transform(
                            "<monitoring lockItem=\"true\" xdt:Transform=\"SetAttributes\" />"))
                    .file(
                        "shop/Web.Staging.config",
                        transform(
                            "<monitoring xdt:Transform=\"Remove\" xdt:Locator=\"Condition(@lockItem)\" />")),
            MISSING));
  }

  static Stream<Bypass> waysOfPublishing() {
    return Stream.of(
        bypass(
            "profile names a transform of any name",
            ReviewBypassTest::inConfig,
            work ->
                work.file("shop/deploy.xml", REMOVE)
                    .file(
                        PROFILE,
                        project("<CustomTransformFileName>deploy.xml</CustomTransformFileName>")),
            MISSING),
        bypass(
            "profile names a transform in another folder",
            ReviewBypassTest::inConfig,
            work ->
                work.file("shop/sub/web.x.config", REMOVE)
                    .file(
                        PROFILE,
                        project(
                            "<CustomTransformFileName>sub\\web.x.config</CustomTransformFileName>")),
            MISSING),
        bypass(
            "profile names a folder of transforms",
            ReviewBypassTest::inConfig,
            work ->
                work.file("shop/sub/x.transform", REMOVE)
                    .file(
                        PROFILE,
                        project(
                            "<CustomTransformFileName>x.transform</CustomTransformFileName>"
                                + "<CustomTransformDirectory>sub</CustomTransformDirectory>")),
            MISSING),
        bypass(
            "transform next to the profile",
            work -> {
              inConfig(work);
              work.file(PROFILE, project(""));
            },
            work -> work.file("shop/Properties/PublishProfiles/azure.transform", REMOVE),
            MISSING),
        bypass(
            "environment in the profile",
            ReviewBypassTest::inConfig,
            work ->
                work.file("shop/Web.Live.config", REMOVE)
                    .file(PROFILE, project("<EnvironmentName>Live</EnvironmentName>")),
            MISSING),
        build(
            "environment in Directory.Build.props",
            work -> {
              inConfig(work);
              work.file(PROFILE, project("")).file("shop/live.xml", REMOVE);
            },
            "Directory.Build.props",
            project("<CustomTransformFileName>live.xml</CustomTransformFileName>"),
            MISSING),
        bypass(
            "custom transform in an imported file",
            work -> {
              inConfig(work);
              work.file(PROFILE, project(""))
                  .file("shop/live.xml", REMOVE)
                  .file(
                      "shop/Shop.csproj",
                      "<Project><Import Project=\"..\\build\\x.props\" /></Project>");
            },
            work ->
                work.file(
                    "build/x.props",
                    project("<CustomTransformFileName>live.xml</CustomTransformFileName>")),
            MISSING),
        build(
            "TransformXml task with files of other names",
            work -> {
              inConfig(work);
              work.file("shop/live.xml", REMOVE);
            },
            "shop/Shop.csproj",
            "<Project><Target Name=\"x\"><TransformXml Source=\"web.config\" Transform=\"live.xml\" Destination=\"out\\web.config\" /></Target></Project>",
            MISSING),
        build(
            "second name of a transform, which overrides the first",
            work -> {
              inCustom(work);
              work.file("shop/other.xml", transform(""));
            },
            PROFILE,
            project(
                "<CustomTransformFileName>deploy.xml</CustomTransformFileName>"
                    + "<CustomTransformFileName>other.xml</CustomTransformFileName>"),
            MISSING),
        build(
            "name of a transform that contains a property",
            work -> {
              inCustom(work);
              work.file("shop/other.xml", transform(""));
            },
            PROFILE,
            project("<X>other</X><CustomTransformFileName>$(X).xml</CustomTransformFileName>"),
            MISSING),
        build(
            "name of a transform that only a build knows",
            ReviewBypassTest::inConfig,
            PROFILE,
            project("<EnvironmentName>$(Stage)</EnvironmentName>"),
            UNRESOLVED),
        build(
            "profile that cannot be read",
            ReviewBypassTest::inConfig,
            PROFILE,
            "<!DOCTYPE x>",
            UNRESOLVED),
        bypass(
            "more ways of publishing than are checked",
            ReviewBypassTest::inConfig,
            work -> {
              for (int i = 0; i < 40; i++) {
                work.file("shop/Web.E%d.config".formatted(i), transform("<x />"))
                    .file(
                        "shop/Properties/PublishProfiles/P%d.pubxml".formatted(i),
                        project("<EnvironmentName>E%d</EnvironmentName>".formatted(i)));
              }
            },
            UNRESOLVED),
        build(
            "task that rewrites web.config",
            ReviewBypassTest::inConfig,
            "shop/Shop.csproj",
            "<Project><Target Name=\"x\"><XmlPoke XmlInputPath=\"$(PublishDir)Web.config\" Query=\"//x\" /></Target></Project>",
            UNRESOLVED),
        build(
            "task in a profile that replaces web.config",
            ReviewBypassTest::inConfig,
            PROFILE,
            "<Project><Target Name=\"x\" AfterTargets=\"Publish\"><Copy SourceFiles=\"other.config\" DestinationFiles=\"web.config\" /></Target></Project>",
            UNRESOLVED));
  }

  static Stream<Bypass> disguises() {
    String evil = "<CustomTransformFileName>%s</CustomTransformFileName>";
    return Stream.of(
        build(
            "transforms are switched off by `no` instead of `false`",
            ReviewBypassTest::inCustom,
            PROFILE,
            project(evil.formatted("deploy.xml") + "<RunXdt>no</RunXdt>"),
            MISSING),
        build(
            "transforms are switched off by a value with an escaped letter",
            ReviewBypassTest::inTransform,
            "shop/Shop.csproj",
            project("<IsTransformWebConfigDisabled>tr%75e</IsTransformWebConfigDisabled>"),
            MISSING),
        build(
            "transforms are switched off under a condition",
            ReviewBypassTest::inTransform,
            "shop/Shop.csproj",
            project("<RunXdt Condition=\"true\">false</RunXdt>"),
            UNRESOLVED),
        build(
            "project that cannot be read",
            ReviewBypassTest::inTransform,
            "shop/Shop.csproj",
            "<!DOCTYPE Project><Project />",
            UNRESOLVED),
        build(
            "target of the SDK is replaced",
            ReviewBypassTest::inTransform,
            "shop/Shop.csproj",
            "<Project><Target Name=\"_TransformXml\" /></Project>",
            UNRESOLVED),
        build(
            "target clears the name of the transform",
            ReviewBypassTest::inCustom,
            "shop/Shop.csproj",
            "<Project><Target Name=\"x\"><PropertyGroup><CustomTransformFileName /></PropertyGroup></Target></Project>",
            UNRESOLVED),
        build(
            "task sets the name of the transform",
            ReviewBypassTest::inConfig,
            "shop/Shop.csproj",
            "<Project><Target Name=\"x\"><MSBuild Projects=\"a.proj\" Properties=\"CustomTransformFileName=a.xdt\" /></Target></Project>",
            UNRESOLVED),
        bypass(
            "escaped name of a transform",
            ReviewBypassTest::inConfig,
            work ->
                work.file("shop/evil.xdt", REMOVE)
                    .file(PROFILE, project(evil.formatted("ev%69l.xdt"))),
            MISSING),
        bypass(
            "two names of transforms in one value",
            ReviewBypassTest::inConfig,
            work ->
                work.file("shop/evil.xdt", REMOVE)
                    .file("shop/a.xdt", transform(""))
                    .file(PROFILE, project(evil.formatted("a.xdt;evil.xdt"))),
            MISSING),
        bypass(
            "name of a transform in CDATA",
            ReviewBypassTest::inConfig,
            work ->
                work.file("shop/evil.xdt", REMOVE)
                    .file(PROFILE, project(evil.formatted("<![CDATA[evil.xdt]]>"))),
            MISSING),
        build(
            "wildcard in the name of a transform",
            ReviewBypassTest::inConfig,
            PROFILE,
            project(evil.formatted("*.xdt")),
            UNRESOLVED),
        bypass(
            "transform outside of the folder of the app",
            ReviewBypassTest::inConfig,
            work ->
                work.file("conf/e.xdt", REMOVE)
                    .file(PROFILE, project(evil.formatted("..\\conf\\e.xdt"))),
            UNRESOLVED),
        build(
            "items that name transforms",
            ReviewBypassTest::inConfig,
            "shop/Shop.csproj",
            "<Project><ItemGroup><CustomTransforms Include=\"evil.xdt\" /></ItemGroup></Project>",
            UNRESOLVED),
        bypass(
            "project names a transform, no profile does",
            ReviewBypassTest::inConfig,
            work ->
                work.file("shop/evil.xdt", REMOVE)
                    .file("shop/Shop.csproj", project(evil.formatted("evil.xdt"))),
            MISSING),
        bypass(
            "`.user` file next to the project",
            ReviewBypassTest::inConfig,
            work ->
                work.file("shop/evil.xdt", REMOVE)
                    .file("shop/Shop.csproj.user", project(evil.formatted("evil.xdt"))),
            MISSING),
        bypass(
            "`.user` file next to the profile",
            work -> {
              inConfig(work);
              work.file(PROFILE, project(""));
            },
            work ->
                work.file("shop/evil.xdt", REMOVE)
                    .file(PROFILE + ".user", project(evil.formatted("evil.xdt"))),
            MISSING),
        bypass(
            "build file in another letter case",
            ReviewBypassTest::inConfig,
            work ->
                work.file("shop/evil.xdt", REMOVE)
                    .file("directory.build.PROPS", project(evil.formatted("evil.xdt"))),
            MISSING),
        bypass(
            "`Directory.Packages.props`, which MSBuild also imports",
            ReviewBypassTest::inConfig,
            work ->
                work.file("shop/evil.xdt", REMOVE)
                    .file("Directory.Packages.props", project(evil.formatted("evil.xdt"))),
            MISSING),
        build(
            "import with a wildcard",
            ReviewBypassTest::inConfig,
            "shop/Shop.csproj",
            "<Project><Import Project=\"*.txt\" /></Project>",
            UNRESOLVED),
        build(
            "property that names an import",
            ReviewBypassTest::inConfig,
            "shop/Shop.csproj",
            project("<CustomAfterMicrosoftCommonTargets>x.txt</CustomAfterMicrosoftCommonTargets>"),
            UNRESOLVED),
        bypass(
            "profile in a folder of another letter case",
            ReviewBypassTest::inConfig,
            work ->
                work.file("shop/evil.xdt", REMOVE)
                    .file(
                        "shop/properties/PUBLISHPROFILES/a.pubxml",
                        project(evil.formatted("evil.xdt"))),
            MISSING),
        build(
            "web.config is not published",
            ReviewBypassTest::inConfig,
            "shop/Shop.csproj",
            "<Project><ItemGroup><Content Remove=\"web.config\" /></ItemGroup></Project>",
            UNRESOLVED),
        build(
            "another file is published as web.config",
            ReviewBypassTest::inConfig,
            "shop/Shop.csproj",
            "<Project><ItemGroup><Content Include=\"conf\\a.txt\" Link=\"web.config\" /></ItemGroup></Project>",
            UNRESOLVED),
        build(
            "deployment edits the section",
            ReviewBypassTest::inConfig,
            "shop/Parameters.xml",
            "<parameters><parameter name=\"x\"><parameterEntry kind=\"XmlFile\" scope=\"web.config$\" match=\"//monitoring//@privateBytesInKB\" /></parameter></parameters>",
            UNRESOLVED));
  }

  static Stream<Bypass> lostSections() {
    return Stream.of(
        bypass(
            "transform that inserts the section is deleted",
            ReviewBypassTest::inTransform,
            work -> work.delete(RELEASE),
            MISSING),
        bypass(
            "transform that inserts the section loses its namespace",
            ReviewBypassTest::inTransform,
            work -> work.file(RELEASE, transform(INSERT).replace("Transform\">", "Transformx\">")),
            MISSING),
        bypass(
            "transform that inserts the section is renamed",
            ReviewBypassTest::inTransform,
            work -> work.delete(RELEASE).file("shop/Web.Release.bak", transform(INSERT)),
            MISSING),
        build(
            "transforms are switched off in the project",
            ReviewBypassTest::inTransform,
            "shop/Shop.csproj",
            project("<IsTransformWebConfigDisabled>true</IsTransformWebConfigDisabled>"),
            MISSING),
        build(
            "transforms are switched off in an older project",
            ReviewBypassTest::inTransform,
            "shop/Shop.csproj",
            project("<TransformWebConfigEnabled>False</TransformWebConfigEnabled>"),
            MISSING),
        build(
            "transforms are switched off in the profile",
            ReviewBypassTest::inCustom,
            PROFILE,
            project(
                "<CustomTransformFileName>deploy.xml</CustomTransformFileName><RunXdt>false</RunXdt>"),
            MISSING),
        build(
            "profile is of another configuration",
            work -> {
              inTransform(work);
              work.file(PROFILE, project(""));
            },
            PROFILE,
            project("<LastUsedBuildConfiguration>Quick</LastUsedBuildConfiguration>"),
            "published as profile Azure: " + MISSING),
        bypass(
            "profile that names the transform is deleted",
            ReviewBypassTest::inCustom,
            work -> work.delete(PROFILE),
            MISSING),
        build(
            "profile names a file that does not exist",
            ReviewBypassTest::inCustom,
            PROFILE,
            project("<CustomTransformFileName>none.xml</CustomTransformFileName>"),
            MISSING),
        bypass(
            "later transform removes what an earlier one inserts",
            ReviewBypassTest::inTransform,
            work -> work.file("shop/Web.Production.config", REMOVE),
            MISSING),
        bypass(
            "profile of Debug",
            ReviewBypassTest::inConfig,
            work ->
                work.file("shop/Web.Debug.config", REMOVE)
                    .file(
                        PROFILE,
                        project("<LastUsedBuildConfiguration>Debug</LastUsedBuildConfiguration>")),
            MISSING),
        bypass(
            "app moves, and its transform loses the section",
            ReviewBypassTest::inTransform,
            work -> {
              work.git("mv", "shop", "sites");
              work.file("sites/Web.Release.config", transform(""));
            },
            MISSING),
        bypass(
            "app moves, and a new transform removes the section",
            ReviewBypassTest::inConfig,
            work -> {
              work.git("mv", "shop", "sites");
              work.file("sites/Web.Release.config", REMOVE);
            },
            MISSING),
        bypass(
            "web.config is deleted, the app stays",
            work -> {
              inConfig(work);
              work.file("shop/Program.cs", "");
            },
            work -> work.delete("shop/web.config"),
            "file removed: " + MISSING),
        bypass(
            "web.config moves out of the patterns, and a copy takes its place",
            ReviewBypassTest::inConfig,
            work ->
                work.delete("shop/web.config")
                    .file("a/web.config", config(whole("")))
                    .file("b/web.config", config(whole("")).replace("819200", "1500000")),
            OTHER),
        bypass(
            "web.config moves out of the patterns, and nothing is like it",
            ReviewBypassTest::inConfig,
            work ->
                work.delete("shop/web.config")
                    .file(
                        "b/web.config",
                        "<!--"
                            + "padding\n".repeat(200)
                            + "-->"
                            + config(whole("")).substring(38).replace("819200", "1500000")),
            OTHER),
        bypass(
            "web.config moves to a folder that a search leaves out",
            ReviewBypassTest::inConfig,
            work ->
                work.delete("shop/web.config")
                    .file("bin/web.config", config(whole("")).replace("819200", "1500000")),
            OTHER),
        bypass(
            "another file has the same path in other letter case",
            ReviewBypassTest::inConfig,
            work ->
                work.file("shop/Web.config", config(""))
                    .file("shop/web.config", config(whole(" "))),
            UNRESOLVED));
  }

  static Stream<Bypass> contents() {
    return Stream.of(
        bypass(
            "placeholder in place of a part of the section",
            ReviewBypassTest::inConfig,
            work -> work.replace("shop/web.config", "<memory", "#{More}<memory"),
            UNRESOLVED),
        bypass(
            "namespace on the root",
            ReviewBypassTest::inConfig,
            work ->
                work.replace("shop/web.config", "<configuration", "<configuration xmlns=\"urn:x\""),
            UNRESOLVED),
        bypass(
            "namespace in the section",
            ReviewBypassTest::inConfig,
            work -> work.replace("shop/web.config", "<triggers", "<triggers xmlns=\"urn:x\""),
            UNRESOLVED),
        bypass(
            "section declared again",
            ReviewBypassTest::inConfig,
            work ->
                work.replace(
                    "shop/web.config",
                    "<configuration>",
                    "<configuration><configSections><section name=\"monitoring\" type=\"x\" /></configSections>"),
            UNRESOLVED),
        bypass(
            "worse program behind an action that was wrong before",
            work -> starting(work, "exe=\"ok.exe\""),
            work -> work.replace("shop/web.config", "ok.exe", "evil.exe"),
            "value=\"CustomAction\" ('evil.exe'), but the policy requires 'Recycle'"),
        bypass(
            "program of the same name in another folder, behind an action that was wrong before",
            work -> starting(work, "exe=\"D:/ok/a.exe\""),
            work -> work.replace("shop/web.config", "D:/ok/", "D:/evil/"),
            "value=\"CustomAction\" ('a.exe'), but the policy requires 'Recycle'"),
        bypass(
            "other end of long arguments that were wrong before",
            work -> {
              starting(work, "exe=\"D:/a.exe\" parameters=\"" + "-x ".repeat(40) + "-end\"");
              work.replace(
                  "autoheal.yaml",
                  "action: recycle",
                  "action: { customAction: { exe: 'D:/a.exe', parameters: '-y' } }");
            },
            work -> work.replace("shop/web.config", "-end", "-evil"),
            "expected parameters=\"-y\""),
        bypass(
            "policy of the head lists other ways of publishing",
            ReviewBypassTest::inConfig,
            work ->
                work.replace("autoheal.yaml", "    action:", "    transforms: []\n    action:")
                    .file(RELEASE, REMOVE),
            MISSING),
        bypass(
            "branch from before the section was there",
            work -> inConfig(parted(bare(work))),
            work -> checkedOut(work).file(RELEASE, REMOVE),
            MISSING),
        bypass(
            "branch from before the transform that inserts the section was there",
            work -> inTransform(parted(bare(work))),
            work ->
                checkedOut(work)
                    .file(
                        PROFILE,
                        project("<CustomTransformFileName>x.xml</CustomTransformFileName>"))
                    .file("shop/x.xml", REMOVE),
            MISSING));
  }

  @ParameterizedTest
  @MethodSource({"transforms", "waysOfPublishing", "disguises", "lostSections", "contents"})
  void isStopped(Bypass bypass) {
    work.file("autoheal.yaml", POLICY).file("shop/Shop.csproj", project(""));
    bypass.base.accept(work);
    bypass.change.accept(base());

    Shell.Result result = review();
    assertThat(result.text()).contains(bypass.expected);
    assertThat(result.exit()).isEqualTo(1);
  }

  @Test
  void pageNamesEach() throws IOException {
    List<String> named =
        Pattern.compile("`ReviewBypassTest`: (.*?) \\|")
            .matcher(Files.readString(Path.of("SECURITY.md")))
            .results()
            .map((MatchResult result) -> result.group(1))
            .toList();

    assertThat(named)
        .containsExactlyElementsOf(
            Stream.of(transforms(), waysOfPublishing(), disguises(), lostSections(), contents())
                .flatMap(all -> all.map(Bypass::name))
                .toList());
  }

  /** Creates a branch from the current files. */
  private static Workspace parted(Workspace work) {
    work.git("add", "-A");
    work.git("commit", "-q", "-m", "x");
    work.git("branch", "parted");
    return work;
  }

  private static Workspace checkedOut(Workspace work) {
    work.git("checkout", "-q", "parted");
    return work;
  }

  private static Workspace bare(Workspace work) {
    return work.file("shop/web.config", config("<handlers />"));
  }

  private static String config(String content) {
    return """
        <?xml version="1.0" encoding="utf-8"?>
        <configuration>
          <system.webServer>
            %s
          </system.webServer>
        </configuration>
        """
        .formatted(content);
  }

  private static String transform(String content) {
    return config(content).replace("<configuration>", "<configuration" + XDT + ">");
  }

  private static String whole(String attributes) {
    return MONITORING.formatted(attributes);
  }

  private static String memory(String order, int kilobytes) {
    return "<monitoring><triggers><memory privateBytesInKB=\"%d\" %s /></triggers></monitoring>"
        .formatted(kilobytes, order);
  }

  private static String project(String properties) {
    return "<Project><PropertyGroup>%s</PropertyGroup></Project>".formatted(properties);
  }
}
