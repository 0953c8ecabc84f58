package dev.autoheal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The output of {@code show --transform}. */
class ShowTransformTest {
  private static final String BASE =
      """
      <configuration>
        <system.webServer>
          <handlers />
        </system.webServer>
      </configuration>
      """;

  private static final String SECTION =
      """
          <monitoring xdt:Transform="%s">
            <triggers>
              <memory privateBytesInKB="%s" />
            </triggers>
            <actions value="Recycle" />
          </monitoring>
      """;

  private static final String UNKNOWN =
      """

        Not documented:
        - whether a trigger fires at its value or only above it
        - whether the memory of child processes counts
      """;

  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void folder() {
    work = Workspace.in(temp).file("web.config", BASE);
  }

  private static String transform(String inside) {
    return """
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.webServer>
        %s  </system.webServer>
        </configuration>
        """
        .formatted(inside);
  }

  private static String section(String verb, String memory) {
    return transform(SECTION.formatted(verb, memory));
  }

  private String show(String... options) {
    Shell.Result result = run(options);
    assertThat(result.err()).isEmpty();
    assertThat(result.exit()).isZero();
    return result.text();
  }

  private Shell.Result run(String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "show";
    all[1] = "web.config";
    System.arraycopy(options, 0, all, 2, options.length);
    return work.run(all);
  }

  @Test
  void showsTheResultingSectionAndItsOrigin() {
    work.file("web.Release.config", section("Insert", "819200"));

    assertThat(show("--transform", "web.Release.config"))
        .isEqualTo(
            """
            web.config + web.Release.config

              The resulting section comes from web.Release.config:3:5.

              When private bytes on an instance reach 800 MB (819200 KB), AutoHeal recycles its worker process.
            """
                + UNKNOWN);
    assertThat(show()).contains("This file has no section that IIS reads.\n");
  }

  @Test
  void appliesAChainInOrder() {
    work.file("1.config", section("Insert", "819200"));
    work.file("2.config", section("Replace", "1048576"));

    assertThat(show("--transform", "1.config", "--transform", "2.config"))
        .startsWith("web.config + 1.config + 2.config\n")
        .contains("comes from 2.config:3:5.", "reach 1 GB (1048576 KB), ")
        .doesNotContain("warning");
    assertThat(show("--transform", "2.config", "--transform", "1.config"))
        .startsWith("web.config + 2.config + 1.config\n")
        .contains("comes from 1.config:3:5.", "reach 800 MB (819200 KB), ")
        .contains(
            """

              2.config:3:32: warning: Replace matches nothing at '/configuration/system.webServer/monitoring'
            """);
  }

  @Test
  void reportsFindingsOfTheResultAtTheirOrigin() {
    work.file("1.config", section("Insert", "819200"));
    work.file("2.config", section("Insert", "ten"));

    assertThat(show("--transform", "1.config", "--transform", "2.config"))
        .contains(
            """
              The resulting section comes from 1.config:3:5.
              The result has 2 sections; this is the first.
            """)
        .contains("  2.config:3:5: error: duplicate <monitoring>, which IIS answers with 500.19; ")
        .doesNotContain("autoheal check");
    assertThat(show("--transform", "2.config"))
        .contains("Invalid memory: 'ten'; see the findings below.\n")
        .contains("\n  2.config:5:35: error: invalid privateBytesInKB=\"ten\"; ");
  }

  @Test
  void reportsAChainThatFails() {
    work.file("1.config", section("insert", "819200"));

    assertThat(show("--transform", "1.config"))
        .isEqualTo(
            """
            web.config + 1.config

              The result has no section that IIS reads.
              The transforms fail, so nothing is published; this is the result without the failed steps.

              1.config:3:32: error: unknown transform 'insert'; did you mean Insert?
            """);
  }

  @Test
  void reportsStepsThatItDoesNotFollow() {
    work.file(
        "1.config",
        section("Insert", "819200")
            .replace(
                "<system.webServer>",
                "<xdt:Import path='a.dll' namespace='A'/>"
                    + "<system.web xdt:Transform='Merge'/><system.webServer>"));

    assertThat(show("--transform", "1.config"))
        .contains(
            "autoheal does not follow every step of the transforms;"
                + " the published result may differ.\n")
        .contains("  1.config:2:3: note: autoheal does not run the imported code\n")
        .contains("not followed: autoheal does not support transform 'Merge'\n");
  }

  @Test
  void comparesTheResultWithThePolicyOfTheBase() {
    work.file("autoheal.yaml", Workspace.POLICY);
    work.file("1.config", section("Insert", "819201"));
    String shown = show("--transform", "1.config");

    assertThat(shown)
        .contains("  App 'shop' in autoheal.yaml matches this file.\n")
        .contains(
            "\n  1.config:5:35: error: privateBytesInKB=\"819201\" (800 MB), but the policy requires ")
        .doesNotContain("autoheal diff");
    assertThat(show("--transform", "1.config", "--why"))
        .startsWith(shown)
        .contains("required  memory privateBytes");
  }

  @Test
  void comparesTheResultWithTheAppOfTheLastTransformThatHasOne() {
    work.file(
            "autoheal.yaml",
            Workspace.POLICY
                + """
                  - name: shop-production
                    files: ["web.Production.config"]
                    triggers:
                      memory: { privateBytes: 2GB }
                """)
        .file("web.Production.config", section("Insert", "2097152"))
        .file("web.Local.config", transform(""));

    assertThat(show("--transform", "web.Production.config", "--transform", "web.Local.config"))
        .contains("  App 'shop-production' in autoheal.yaml matches this file.\n")
        .doesNotContain("error");
  }

  @Test
  void appliesATransformThatThePolicyExcludes() {
    work.file(
        "autoheal.yaml",
        "version: 1\napps:\n  - { name: a, files: [web.config] }\nexclude: [x/*]\n");
    work.file("x/1.config", section("Insert", "819200"));
    assertThat(show("--transform", "x/1.config")).contains("comes from x/1.config:3:5.");
  }

  @Test
  void acceptsABaseThatIsNamedLikeATransform() {
    work.file("web.base.config", BASE).file("1.config", section("Insert", "819200"));
    assertThat(work.run("show", "web.base.config", "--transform", "1.config").text())
        .contains("comes from 1.config:3:5.");
  }

  @Test
  void acceptsABaseFromStandardInput() {
    work.file("1.config", section("Insert", "819200"));
    Shell.Result result =
        Shell.in(temp).reading(BASE.getBytes(UTF_8)).run("show", "-", "--transform", "1.config");
    assertThat(result.text()).contains("comes from 1.config:3:5.");
  }

  @Test
  void writesJson() {
    work.file("1.config", section("Replace", "819200"));

    assertThat(show("--format", "json", "--transform", "1.config"))
        .contains("\"state\" : \"absent\"")
        .contains(
            """
                "chain" : {
                  "transforms" : [ "1.config" ],
                  "fails" : false,
                  "followed" : true,
                  "section" : null,
                  "messages" : [ {
                    "kind" : "warning",
                    "message" : "Replace matches nothing at '/configuration/system.webServer/monitoring'",
                    "place" : {
                      "path" : "1.config",
                      "line" : 3,
                      "column" : 32
                    }
                  } ],
                  "findings" : [ ]
                }
            """);
    assertThat(show("--format", "json")).doesNotContain("chain");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<a>", "<!DOCTYPE a><a/>", "\u0000", ""})
  void reportsWhichFileCannotBeRead(String broken) {
    work.file("1.config", section("Insert", "819200")).file("2.config", broken);
    Shell.Result result = run("--transform", "1.config", "--transform", "2.config");

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.text())
        .startsWith("web.config + 1.config + 2.config\n\n  Cannot be read: 2.config, line 1: ");
    work.file("web.config", broken);
    assertThat(run("--transform", "1.config").text())
        .startsWith("web.config + 1.config\n\n  Cannot be read: web.config, line 1: ");
  }

  @Test
  void readsNoTransformAboveTheLimit() {
    work.file("1.config", transform("x".repeat(300_000)));
    Shell.Result result = run("--transform", "1.config");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.text()).contains("Cannot be read: 1.config, line 1: the file is ");
  }

  @Test
  void reportsAResultThatIsTooLarge() {
    work.file(
        "1.config", transform("<x xdt:Transform=\"Insert\">%s</x>".formatted("x".repeat(200_000))));
    Shell.Result result = run("--transform", "1.config", "--transform", "1.config");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.text())
        .contains(
            "Cannot be read: web.config, line 1: the file is 391 KB, but IIS accepts at most");
  }

  @Test
  void requiresOneFileAndASuitableFormat() {
    work.file("1.config", section("Insert", "819200"));
    assertUsage(
        "--transform requires exactly one web.config as PATH; add it",
        "show",
        "--transform",
        "1.config");
    assertUsage(
        "--transform requires exactly one web.config as PATH; add it",
        "show",
        "web.config",
        "1.config",
        "--transform",
        "1.config");
    assertUsage(
        "expected a file for --transform, got the folder '.'",
        "show",
        "web.config",
        "--transform",
        ".");
    assertUsage("nope.config does not exist", "show", "web.config", "--transform", "nope.config");
    for (String format : new String[] {"csv", "markdown"}) {
      assertUsage(
          "--transform requires --report text or json; add it",
          "show",
          "web.config",
          "--transform",
          "1.config",
          "--format",
          format);
    }
  }

  private void assertUsage(String message, String... arguments) {
    Shell.Result result = work.run(arguments);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.text()).isEmpty();
    assertThat(result.err()).isEqualTo("autoheal: " + message + "\n");
  }

  @Test
  void followsNoLinkOutOfTheRepository() throws Exception {
    Path outside = Files.writeString(temp.resolve("outside.config"), section("Insert", "1"));
    Workspace inside = Workspace.in(Files.createDirectories(temp.resolve("repo/.git")).getParent());
    inside.file("web.config", BASE);
    Files.createSymbolicLink(temp.resolve("repo/1.config"), outside);
    Shell.Result result = inside.run("show", "web.config", "--transform", "1.config");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            "autoheal: 1.config is a broken link or leads out of the repository; name a file"
                + " inside it\n");
  }

  @Test
  void escapesControlCharacters() {
    work.file(
        "1.config",
        transform("<x k='&#x9B;31m\u202E' xdt:Locator='Match(k)' xdt:Transform='Remove'/>"));
    assertThat(show("--transform", "1.config"))
        .doesNotContain("\u009B", "\u202E")
        .contains("U+009B");
  }

  @Test
  void cutsALongListOfMessages() {
    work.file("1.config", transform("<x xdt:Transform='Remove'/>\n".repeat(100)));
    assertThat(show("--transform", "1.config"))
        .contains("\n  1.config:42:19: warning: ", "\n  … and 60 more; --format json lists all.\n");
  }
}
