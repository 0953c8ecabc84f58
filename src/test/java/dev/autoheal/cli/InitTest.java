package dev.autoheal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.autoheal.files.Disk;
import dev.autoheal.policy.read.PolicySchema;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InitTest {
  private static final String POLICY = "autoheal.yaml";
  private static final String SCHEMA = "autoheal-policy.schema.json";

  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void makeRepository() {
    work = Workspace.in(temp).repository();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void reportsAFullDiskAndLeavesNoFile() throws IOException {
    work.file("web.config", Workspace.RIGHT);
    int pages = 1 + work.run("schema", "policy").out().length / 4096;
    try (Disk disk = Disk.of(temp.resolve("app"), 4 * pages + 4)) {
      work.file("app/web.config", Workspace.RIGHT);
      Shell.Result result = work.run("init", "app");

      assertThat(result.exit()).isEqualTo(3);
      assertThat(result.err())
          .isEqualTo(
              "autoheal: %s: no space left on device\n"
                  .formatted(disk.folder().toRealPath().resolve(POLICY)));
      assertThat(disk.folder().toFile().list()).containsExactly("web.config");
    }
  }

  @Test
  void requiresNothingOfATransformWhoseSectionIsNotPublished() {
    work.file("web.config", Workspace.RIGHT);
    work.file(
        "Web.Release.config",
        transform(
            "<monitoring xdt:Transform=\"InsertIfMissing\"><triggers>"
                + "<requests count=\"20\" timeInterval=\"00:01:00\" />"
                + "</triggers><actions value=\"Recycle\" /></monitoring>"));
    Shell.Result result = work.run("init");

    assertThat(result.exit()).isZero();
    assertThat(result.err())
        .contains("Web.Release.config: did not import the section (publishing gives another one);");
    assertThat(work.run("check").text()).contains("[transform-inert]").doesNotContain("[drift]");
  }

  private static String section(String triggers, String action) {
    return """
        <configuration>
          <system.webServer>
            <monitoring>
              <triggers>%s</triggers>
              %s
            </monitoring>
          </system.webServer>
        </configuration>
        """
        .formatted(triggers, action);
  }

  /** Returns a transform with this content in {@code system.webServer}. */
  private static String transform(String content) {
    return """
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.webServer>
            %s
          </system.webServer>
        </configuration>
        """
        .formatted(content);
  }

  /** Returns a transform that inserts a section. */
  private static String inserting(int kilobytes) {
    return transform(
        """
        <monitoring xdt:Transform="InsertIfMissing" />
        <monitoring xdt:Transform="Replace">
          <triggers>
            <memory privateBytesInKB="%d" />
          </triggers>
          <actions value="Recycle" />
        </monitoring>"""
            .formatted(kilobytes));
  }

  /** Returns the policy without comments. */
  private String policy() {
    return policy(POLICY);
  }

  private String policy(String path) {
    StringBuilder policy = new StringBuilder();
    work.read(path)
        .lines()
        .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
        .forEach(line -> policy.append(line).append('\n'));
    return policy.toString();
  }

  private Shell.Result init(String... more) {
    String[] arguments = new String[more.length + 1];
    arguments[0] = "init";
    System.arraycopy(more, 0, arguments, 1, more.length);
    Shell.Result result = work.run(arguments);
    assertThat(result.exit()).as(result.err()).isZero();
    return result;
  }

  private void assertNoDrift() {
    assertThat(PolicySchema.problems(work.read(POLICY))).isEmpty();
    Shell.Result check = work.run("check");
    assertThat(check.err()).isEmpty();
    assertThat(check.text()).doesNotContain("[drift]").doesNotContain("[app-unmatched]");
    assertThat(work.run("diff").text()).doesNotContain("would change");
  }

  @Test
  void writesTheValuesOfASection() {
    work.file(
        "shop/web.config",
        section(
            """
            <requests count="1000" timeInterval="00:10:00" />
            <slowRequests timeTaken="00:01:30" count="20" timeInterval="1.01:00:00" />
            <memory privateBytesInKB="819201" />
            <statusCode>
              <add statusCode="503" subStatusCode="2" win32StatusCode="64" count="5" timeInterval="00:00:30" />
              <add statusCode="500" count="10" timeInterval="02:00:00" />
            </statusCode>
            """,
            "<actions value='CustomAction'><customAction exe='D:\\it&apos;s\\a.exe'"
                + " parameters='-x \"a b\"' /></actions>"));

    Shell.Result result = init();

    assertThat(policy())
        .isEqualTo(
            """
            version: 1
            apps:
              - name: shop
                files: ['shop/web.config']
                action:
                  customAction:
                    exe: 'D:\\it''s\\a.exe'
                    parameters: '-x "a b"'
                triggers:
                  requests: { count: 1000, timeInterval: 10m }
                  slowRequests: { count: 20, timeTaken: 1m30s, timeInterval: 1d1h }
                  memory: { privateBytes: 819201KB }
                  statusCodes:
                    - { status: 500, count: 10, timeInterval: 2h }
                    - { status: 503, subStatus: 2, win32Status: 64, count: 5, timeInterval: 30s }
            """);
    assertThat(result.err()).isEmpty();
    assertNoDrift();
  }

  @Test
  void refersEditorsToTheSchemaInTheSameFolder() {
    work.file("a/b/web.config", Workspace.RIGHT);
    init("a/b");

    assertThat(work.read("a/b/" + POLICY))
        .startsWith(
            """
            # yaml-language-server: $schema=./autoheal-policy.schema.json
            # $schema: ./autoheal-policy.schema.json
            """)
        .contains("\n#   memory    limit for private bytes");
    assertThat(work.read("a/b/" + SCHEMA)).isEqualTo(work.run("schema", "policy").text());
  }

  @Test
  void reportsWhatItWroteAndTheNextSteps() {
    work.file("web.config", Workspace.RIGHT);

    assertThat(init().text())
        .isEqualTo(
            """
            wrote autoheal.yaml (1 app)
            wrote autoheal-policy.schema.json (completion and help in editors)

            Next steps:
              autoheal check   now reports 0 errors, 0 warnings and no differences
              autoheal show    describes the sections in plain words
              autoheal diff    shows the effect after you change a value in the policy
              autoheal apply   writes the change to web.config
            """);
  }

  @Test
  void writesOnePresetForEqualSections() {
    work.file("a/web.config", Workspace.config(819200));
    work.file("b/web.config", Workspace.config(204800));
    work.file("c/web.config", Workspace.config(819200).replace("Recycle", "recycle"));
    init();

    assertThat(policy())
        .isEqualTo(
            """
            version: 1
            presets:
              shared-1:
                action: recycle
                triggers:
                  memory: { privateBytes: 800MB }
            apps:
              - name: a
                files: ['a/web.config']
                presets: [shared-1]
              - name: b
                files: ['b/web.config']
                action: recycle
                triggers:
                  memory: { privateBytes: 200MB }
              - name: c
                files: ['c/web.config']
                presets: [shared-1]
            """);
    assertNoDrift();
  }

  @Test
  void writesDefaultsIfAllSectionsAreEqual() {
    work.file("a/web.config", Workspace.RIGHT);
    work.file("b/web.config", Workspace.RIGHT);
    work.file("c/web.config", Workspace.BARE);
    init();

    assertThat(policy()).contains("\ndefaults:\n  action: recycle\n").doesNotContain("presets");
    assertThat(work.read(POLICY)).contains("# 1 web.config file without a section is in no app.\n");
    assertNoDrift();
  }

  @Test
  void writesNoPresetForAnIncompleteImport() {
    String half = Workspace.RIGHT.replace("<memory", "<requests count=\"#{c}#\" /><memory");
    work.file("a/web.config", Workspace.RIGHT).file("b/web.config", Workspace.RIGHT);
    work.file("c/web.config", half).file("d/web.config", half);
    Shell.Result result = init();

    assertThat(policy()).contains("- name: d\n    files: ['d/web.config']\n    action: recycle\n");
    assertThat(work.read(POLICY))
        .contains("\n  # Did not import count of 'requests' (placeholder) and timeInterval of");
    assertThat(result.err())
        .contains(
            "autoheal: c/web.config: did not import count of 'requests' (placeholder);"
                + " see `autoheal check`\n");
    assertNoDrift();
  }

  @Test
  void givesAppsUniqueNames() {
    for (String folder : List.of("shop/src", "blog/src", "a-b/c", "a/b-c", "a/b/c", "Shop.Web")) {
      work.file(folder + "/web.config", Workspace.RIGHT);
    }
    init();

    assertThat(policy())
        .contains("name: shop-src\n", "name: blog-src\n", "name: Shop.Web\n")
        .contains("name: a-b-c\n", "name: a-b-c-2\n", "name: a-b-c-3\n");
    assertNoDrift();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "it's",
        "a: b",
        "a #b",
        "- a",
        "-a",
        "!a",
        "&a",
        "*a",
        "[a]",
        "{a}",
        "a?b",
        "a\\b",
        "c:d",
        "\u00FC\u4E2D \uD83D\uDE00",
        "a\u202Eb",
        "a\u200Bb",
        "a\nb: c",
        "a\tb",
        "a\uFFFEb",
        "true",
        "1.5",
        "~",
        "  ",
        " a ",
        "\"",
        "%s",
        "@a",
        "::error::",
        "..."
      })
  void acceptsAnyNameOfAFolder(String name) {
    assumeTrue(!FileSystems.getDefault().getSeparator().equals("\\"));
    work.file(name + "/web.config", Workspace.WRONG);
    work.file("Web." + name + ".config", inserting(204800));
    init();

    assertThat(policy()).contains("privateBytes: 700000KB", "privateBytes: 200MB");
    assertNoDrift();
  }

  @Test
  void omitsAFileThatNoPatternMatchesAlone() {
    assumeTrue(!FileSystems.getDefault().getSeparator().equals("\\"));
    work.file("a[/web.config", Workspace.WRONG).file("a1/web.config", Workspace.RIGHT);
    work.file("b/web.config", Workspace.WRONG).file("b/Web.config", Workspace.RIGHT);
    Shell.Result result = init();

    assertThat(policy()).contains("'a1/web.config'").doesNotContain("a?", "b/");
    assertThat(result.err())
        .contains(
            "a[/web.config: did not import the file (no pattern matches its path alone);"
                + " see `autoheal check`\n");
    assertNoDrift();
  }

  @Test
  void copiesNoSecret() {
    work.file(
        "web.config",
        section(
            "<memory privateBytesInKB=\"819200\" />",
            "<actions value=\"CustomAction\"><customAction exe=\"D:\\a.exe\""
                + " parameters=\"-password hunter2hunter2\" /></actions>"));
    Shell.Result result = init("--accept");

    assertThat(work.read(POLICY))
        .contains("Did not import the action (contains a secret); see `autoheal check`.\n")
        .doesNotContain("hunter2", "customAction");
    assertThat(result.text() + result.err()).doesNotContain("hunter2");
    assertThat(result.err()).contains("the action (contains a secret);");
    assertNoDrift();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<memory privateBytesInKB=\"102400\" />",
        "<requests count=\"0\" timeInterval=\"00:00:00\" />",
        "<requests count=\"ten\" timeInterval=\"00:60:00\" />",
        "<requests count=\"1\" timeInterval=\"999999.00:00:00\" />",
        "<slowRequests count=\"5\" timeTaken=\"00:02:00\" timeInterval=\"00:01:00\" />",
        "<statusCode><add statusCode=\"600\" count=\"5\" timeInterval=\"00:01:00\" /></statusCode>",
        "<statusCode><add statusCode=\"500\" subStatusCode=\"121\" count=\"5\""
            + " timeInterval=\"00:01:00\" /></statusCode>",
        "<statusCode><add statusCode=\"$(x)\" count=\"5\" timeInterval=\"00:01:00\" /></statusCode>",
        "<request count=\"5\" />",
        "<statusCode><add statusCode=\"500\" subStatus=\"100\" count=\"5\""
            + " timeInterval=\"00:01:00\" /></statusCode>",
        "<memory /><memory privateBytesInKB=\"819200\" />"
      })
  void omitsValuesThatAPolicyCannotContain(String triggers) {
    work.file("web.config", section(triggers, "<actions value=\"Recycle\" />"));
    Shell.Result result = init();

    assertThat(result.err()).contains("autoheal: web.config: did not import ");
    assertThat(work.read(POLICY)).contains("  # Did not import ");
    assertNoDrift();
  }

  @Test
  void omitsStatusRulesBeyondTheLimitOfAPolicy() {
    StringBuilder rules = new StringBuilder("<statusCode>");
    for (int status = 400; status < 510; status++) {
      rules.append(
          "<add statusCode=\"%d\" count=\"5\" timeInterval=\"00:01:00\" />".formatted(status));
    }
    work.file("web.config", section(rules + "</statusCode>", "<actions value=\"Recycle\" />"));
    init();

    assertThat(policy()).contains("status: 499,").doesNotContain("status: 500,");
    assertNoDrift();
  }

  @Test
  void abbreviatesAListOfManyMistakes() {
    String rule = "<add statusCode=\"%d\" count=\"#{c}#\" timeInterval=\"never\" />";
    StringBuilder rules = new StringBuilder("<statusCode>");
    for (int status = 100; status < 600; status++) {
      rules.append(rule.formatted(status));
    }
    work.file("web.config", section(rules + "</statusCode>", "<actions value=\"Recycle\" />"));

    assertThat(init().err().lines()).hasSize(21);
    assertThat(work.read(POLICY)).contains(" and 980 more values; see");
    assertNoDrift();
  }

  @Test
  void listsAFileWithAnExternalSectionInNoApp() {
    String elsewhere = "<monitoring configSource=\"m.config\" />";
    String file = "<configuration><system.webServer>%s</system.webServer></configuration>";
    work.file("a/web.config", file.formatted(elsewhere));
    work.file("b/web.config", file.formatted(elsewhere + elsewhere));
    work.file("a/m.config", "<monitoring />").file("b/m.config", "<monitoring />");
    init();

    assertThat(work.read(POLICY)).contains("# a/web.config is in no app: did not import");
    assertThat(policy()).isEqualTo("version: 1\napps:\n  - name: b\n    files: ['b/web.config']\n");
    assertNoDrift();
  }

  @Test
  void commentsOnASectionBelowAnotherFile() {
    work.file("web.config", Workspace.BARE).file("Areas/Admin/web.config", Workspace.RIGHT);
    init();

    assertThat(work.read(POLICY))
        .contains("  # Below web.config: IIS reads a section only in the root file of an app.\n");
    assertNoDrift();
  }

  @Test
  void omitsFilesWithANearerPolicy() {
    work.file("a/web.config", Workspace.RIGHT).file("b/web.config", Workspace.WRONG);
    work.file("b/autoheal.yml", Workspace.POLICY.replace("800MB", "700000KB"));
    init();

    assertThat(policy()).contains("'a/web.config'").doesNotContain("'b/");
    assertThat(work.read(POLICY))
        .contains("# 1 web.config file with a nearer policy is in no app.");
    assertNoDrift();
  }

  @Test
  void reportsAPolicyAboveThatNoLongerApplies() {
    work.file("a/web.config", Workspace.RIGHT).file(POLICY, Workspace.policy("a/web.config"));

    assertThat(init("a").err())
        .isEqualTo("autoheal: autoheal.yaml in a folder above no longer applies to these files\n");
  }

  @Test
  void writesAPolicyForNamedFilesToTheCurrentFolder() {
    work.file("a/web.config", Workspace.RIGHT).file("b/web.config", Workspace.RIGHT);
    work.file("c/web.config", Workspace.RIGHT);
    init("a/web.config", "b");

    assertThat(policy()).contains("'a/web.config'", "'b/web.config'").doesNotContain("'c/");
  }

  @Test
  void rejectsFilesOutsideTheFolderOfThePolicy() {
    work.file("a/web.config", Workspace.RIGHT).folder("b").file("b/web.config", Workspace.RIGHT);
    Shell.Result result = Shell.in(work.path("a")).run("init", "../b/web.config");

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err())
        .contains("b/web.config is outside the folder of the policy; name one folder\n");
    assertThat(work.path("a/" + POLICY)).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"autoheal.yaml", "autoheal.yml", ".autoheal.yaml"})
  void replacesAPolicyOnlyWithForce(String name) {
    work.file("web.config", Workspace.RIGHT).file(name, "what: ever\n");
    Shell.Result refused = work.run("init");

    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.text()).isEmpty();
    assertThat(refused.err())
        .isEqualTo("autoheal: %s already exists; use --force to replace it\n".formatted(name));
    assertThat(work.read(name)).isEqualTo("what: ever\n");
    assertThat(work.path(SCHEMA)).doesNotExist();
    init("--force");
    assertThat(policy(name)).contains("privateBytes: 800MB");
    assertThat(work.run("check").exit()).isZero();
  }

  @Test
  void replacesNoFolderAndNoLinkOutOfTheRepository() throws IOException {
    work.file("a/web.config", Workspace.RIGHT).folder("a/" + POLICY);

    assertThat(work.run("init", "a", "--force").err())
        .isEqualTo("autoheal: a/autoheal.yaml is not a regular file; move it away\n");
    work.file("b/web.config", Workspace.RIGHT).link("b/" + POLICY, "/nowhere/autoheal.yaml");
    assertThat(work.run("init", "b", "--force").exit()).isEqualTo(2);
  }

  @Test
  void replacesOnlyASchemaOfAutoheal() {
    work.file("web.config", Workspace.RIGHT);
    work.file(SCHEMA, "{ \"title\" : \"AutoHeal policy\", \"of\": \"an older version\" }");
    init();
    assertThat(work.read(SCHEMA)).contains("draft-07");
    work.file(SCHEMA, "{}");

    Shell.Result refused = work.run("init", "--force", "a");
    assertThat(refused.exit()).isEqualTo(2);
    work.file("b/web.config", Workspace.RIGHT).file("b/" + SCHEMA, "{}");
    assertThat(work.run("init", "b").err())
        .isEqualTo(
            "autoheal: b/autoheal-policy.schema.json already exists and is not a policy schema;"
                + " use --force to replace it\n");
    assertThat(work.path("b/" + POLICY)).doesNotExist();
    assertThat(work.read("b/" + SCHEMA)).isEqualTo("{}");
    init("b", "--force");
    assertThat(work.read("b/" + SCHEMA)).contains("draft-07");
  }

  @Test
  void reportsAReadOnlyFolder() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    work.file("a/web.config", Workspace.RIGHT);
    Files.setPosixFilePermissions(work.path("a"), PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeTrue(!Files.isWritable(work.path("a")), "root may write everywhere");
    Shell.Result result = work.run("init", "a");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).contains("access is denied");
    assertThat(work.path("a/" + POLICY)).doesNotExist();
  }

  @Test
  void reportsAMissingWebConfig() {
    Shell.Result result = work.run("init");

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            "autoheal: no web.config of an app here; name the folder of an app, or create its"
                + " web.config\n");
    assertThat(work.path(POLICY)).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere", "nowhere --force", "a nowhere", "nowhere --preset starter"})
  void reportsAMissingPathWithAndWithoutAPolicy(String arguments) {
    work.file("a/web.config", Workspace.RIGHT);
    for (int i = 0; i < 2; i++) {
      Shell.Result result = work.run(("init " + arguments).split(" "));

      assertThat(result.exit()).isEqualTo(2);
      assertThat(result.err()).isEqualTo("autoheal: nowhere does not exist\n");
      assertThat(work.path(SCHEMA)).doesNotExist();
      work.file(POLICY, "what: ever\n");
    }
  }

  @Test
  void suggestsAcceptWhileErrorsRemain() {
    work.file("apps/a/web.config", Workspace.RIGHT.replace("819200", "800"));

    String red = init().text();
    assertThat(red)
        .contains(
            "\n  autoheal init --force --accept   accepts the errors as exceptions for 90 days\n");
    assertThat(work.run("check").exit()).isEqualTo(1);
    assertThat(init("--force", "--accept").text()).doesNotContain("--accept");
    assertThat(work.run("check").exit()).isZero();
    assertThat(init("apps").text()).contains("\n  autoheal init apps --force --accept   accepts");
    work.file("apps/a/web.config", Workspace.RIGHT);
    assertThat(init("--force").text()).doesNotContain("--accept");
  }

  @Test
  void writesAnExampleIfNoFileHasASection() {
    work.file("web.config", Workspace.BARE);

    assertThat(init().text()).startsWith("wrote autoheal.yaml (no apps yet)\n");
    assertThat(policy()).isEqualTo("version: 1\n");
    String text = work.read(POLICY);
    String example = text.substring(text.indexOf("\nversion")).replace("\n# ", "\n");
    assertThat(work.file(POLICY, example).run("check").err()).isEmpty();
    assertThat(work.run("check").text()).contains("[app-unmatched]");
    init("--preset", "starter", "--force");
    assertThat(policy()).contains("files: ['web.config']\n    presets: [starter]\n");
  }

  @Test
  void usesAPresetForEachRootFile() {
    work.file("a/web.config", Workspace.RIGHT).file("b/web.config", Workspace.BARE);
    work.file("a/Areas/web.config", Workspace.BARE);
    init("--preset", "conservative");

    assertThat(policy())
        .isEqualTo(
            """
            version: 1
            apps:
              - name: a
                files: ['a/web.config']
                presets: [conservative]
              - name: b
                files: ['b/web.config']
                presets: [conservative]
            """);
    assertThat(work.run("apply").exit()).isZero();
    assertThat(work.run("check").exit()).isZero();
    assertThat(work.read("b/web.config")).contains("<slowRequests count=\"40\"");
    assertThat(work.read("a/Areas/web.config")).isEqualTo(Workspace.BARE);
  }

  @Test
  void usesAPresetForOneAppIfNoFileHasASection() {
    work.file("a/web.config", Workspace.BARE).file("b/Web.config", Workspace.BARE);
    work.file("b/sub/web.config", Workspace.BARE);
    Shell.Result result = init("--preset", "starter");

    assertThat(policy())
        .isEqualTo(
            """
            version: 1
            apps:
              - name: all
                files: ['**/web.config']
                presets: [starter]
            """);
    assertThat(result.text()).contains("  autoheal apply   writes the changes\n");
    assertThat(work.run("apply").exit()).isZero();
    assertThat(work.run("check").exit()).isZero();
    assertThat(work.read("b/sub/web.config")).isEqualTo(Workspace.BARE);
  }

  @Test
  void writesASeparateAppForATransformThatInsertsASection() {
    work.file("shop/web.config", Workspace.config(819200));
    work.file("shop/Web.Production.config", inserting(2097152));
    work.file("shop/Web.Debug.config", transform("<rewrite xdt:Transform=\"Remove\" />"));
    Shell.Result result = init();

    assertThat(result.text()).startsWith("wrote autoheal.yaml (2 apps)\n");
    assertThat(policy())
        .isEqualTo(
            """
            version: 1
            apps:
              - name: shop
                files: ['shop/web.config']
                action: recycle
                triggers:
                  memory: { privateBytes: 800MB }
              - name: shop-production
                files: ['shop/Web.Production.config']
                action: recycle
                triggers:
                  memory: { privateBytes: 2GB }
            """);
    assertThat(work.read(POLICY)).doesNotContain("in no app", "Debug");
    assertThat(result.err()).isEmpty();
    assertNoDrift();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Insert", "InsertIfMissing", "Replace", "InsertAfter(/configuration/x)"})
  void importsATransformWithoutABase(String operation) {
    work.file(
        "Web.Release.config",
        inserting(819200)
            .replaceAll(".*xdt:Transform=\"InsertIfMissing\" />\n", "")
            .replace("\"Replace\"", '"' + operation + '"'));
    init();

    assertThat(policy()).contains("name: release\n    files: ['Web.Release.config']\n    action:");
    assertNoDrift();
  }

  @Test
  void sharesAPresetAcrossFilesAndTransforms() {
    work.file("a/web.config", Workspace.config(204800));
    work.file("a/Web.Release.config", inserting(819200));
    work.file("b/Web.config", Workspace.BARE);
    work.file("b/Web.Release.config", inserting(819200));
    init();

    assertThat(policy())
        .endsWith(
            """
              - name: a-release
                files: ['a/Web.Release.config']
                presets: [shared-1]
              - name: b-release
                files: ['b/Web.Release.config']
                presets: [shared-1]
            """);
    assertThat(work.read(POLICY)).contains("# 1 web.config file without a section is in no app.\n");
    assertNoDrift();
    work.file("a/web.config", Workspace.config(819200));
    init("--force");
    assertThat(policy()).contains("\ndefaults:\n  action: recycle\n").doesNotContain("presets");
    assertNoDrift();
  }

  @Test
  void namesTransformsByTheirFolderAndEnvironment() {
    for (String folder : List.of("shop/src/", "blog/src/", "", "x/app/", "shop-production/")) {
      work.file(folder + "web.config", Workspace.RIGHT);
    }
    for (String file :
        List.of(
            "shop/src/Web.Production.config",
            "news/src/web.PROD.EU.config",
            "blog/src/web..config",
            "shop/Web.Production.config",
            "Web.Staging Slot.config")) {
      work.file(file, inserting(819200));
    }
    init();

    assertThat(policy().lines().filter(line -> line.contains("name: ")).map(String::strip))
        .containsExactly(
            "- name: blog-src",
            "- name: blog-src-2",
            "- name: news-src-prod.eu",
            "- name: shop-production",
            "- name: shop-src",
            "- name: shop-src-production",
            "- name: shop-production-2",
            "- name: app",
            "- name: 'staging slot'",
            "- name: x-app");
    assertNoDrift();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <monitoring><actions value="Recycle" /></monitoring> | a section that the transform does not insert
          <monitoring xdt:Transform="replace"><actions value="Recycle" /></monitoring> | a section that the
          <monitoring xdt:Transform="Insert" configSource="m.config" /> | the section (in another file)
          <autoHeal xdt:Transform="Insert"><triggers /></autoHeal> | a section with an unknown name
          """)
  void listsATransformWithoutACompleteSectionInNoApp(String content, String what) {
    work.file("shop/web.config", Workspace.RIGHT);
    work.file("shop/Web.Staging.config", transform(content));
    Shell.Result result = init();

    assertThat(result.err()).contains("shop/Web.Staging.config: did not import " + what);
    assertThat(work.read(POLICY))
        .contains("# shop/Web.Staging.config is in no app: did not import");
    assertThat(policy()).contains("name: shop\n").doesNotContain("Staging");
    assertNoDrift();
  }

  /** The result may differ from the base, so the transform gets a separate app without settings. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<monitoring xdt:Transform=\"Remove\" />",
        "<monitoring xdt:Transform=\"SetAttributes\" lockItem=\"true\" />",
        "<monitoring><actions value=\"LogEvent\" xdt:Transform=\"SetAttributes\" /></monitoring>"
      })
  void writesAnEmptyAppForATransformThatPatches(String content) {
    work.file("shop/web.config", Workspace.RIGHT);
    work.file("shop/Web.Staging.config", transform(content));
    Shell.Result result = init();

    assertThat(result.err())
        .contains(
            "shop/Web.Staging.config: did not import the section that it changes or removes; see"
                + " `autoheal check`\n");
    assertThat(policy())
        .endsWith("  - name: shop-staging\n    files: ['shop/Web.Staging.config']\n");
    assertNoDrift();
  }

  @Test
  void ignoresFragmentsAndTransformsThatDoNotAffectASection() {
    work.file("web.config", Workspace.RIGHT);
    work.file("Web.Debug.config", transform("<autoHeal xdt:Transform=\"Remove\" />"));
    work.file("web.part.config", Workspace.WRONG);
    work.file("Views/Web.Release.config", inserting(700000));
    work.file("b/Web.Release.config", transform("")).file("b/autoheal.yaml", "version: 1\n");
    Shell.Result result = init();

    assertThat(result.err()).isEmpty();
    assertThat(result.text()).startsWith("wrote autoheal.yaml (1 app)\n");
    assertThat(work.read(POLICY)).doesNotContain("in no app");
    assertNoDrift();
  }

  @Test
  void acceptsFindingsInTransforms() {
    work.file("web.config", Workspace.RIGHT);
    work.file("Web.Release.config", inserting(819200).replace("\"Replace\"", "\"Insert\""));
    work.file("Web.Broken.config", Workspace.BROKEN);
    Shell.Result result = init("--accept");

    assertThat(result.err())
        .contains(
            "Web.Broken.config: did not import the file (unreadable); see `autoheal check`\n");
    assertThat(policy())
        .contains("rule: malformed-xml\n    files: ['Web.Broken.config']")
        .contains("rule: transform-duplicates\n    files: ['Web.Release.config']");
    assertThat(work.run("check", "--fail-on", "warning").exit()).isZero();
  }

  @Test
  void usesAPresetForTransformsThatInsertASection() {
    work.file("a/web.config", Workspace.BARE);
    work.file("a/Web.Production.config", inserting(819200));
    work.file("a/Web.Staging.config", inserting(204800));
    work.file("a/Web.Debug.config", transform(""));
    work.file("b/web.config", Workspace.RIGHT).file("b/Web.Release.config", inserting(819200));
    work.file("c/web.config", Workspace.BARE);
    work.file("c/Web.Release.config", transform(""));
    init("--preset", "starter");

    assertThat(policy())
        .isEqualTo(
            """
            version: 1
            apps:
              - name: a-production
                files: ['a/Web.Production.config']
                presets: [starter]
              - name: a-staging
                files: ['a/Web.Staging.config']
                presets: [starter]
              - name: b
                files: ['b/web.config']
                presets: [starter]
              - name: b-release
                files: ['b/Web.Release.config']
                presets: [starter]
              - name: c
                files: ['c/web.config']
                presets: [starter]
            """);
    assertThat(work.run("apply").exit()).isZero();
    assertThat(work.run("check").exit()).isZero();
    assertThat(work.read("a/web.config")).isEqualTo(Workspace.BARE);
    assertThat(work.read("a/Web.Staging.config")).contains("<slowRequests count=\"20\"");
    assertThat(work.read("b/Web.Release.config")).contains("<slowRequests count=\"20\"");
  }

  @Test
  void usesAPresetForOneAppIfATransformOnlyRemovesASection() {
    work.file("a/web.config", Workspace.BARE).file("b/web.config", Workspace.BARE);
    work.file("b/Web.Debug.config", transform("<monitoring xdt:Transform=\"Remove\" />"));
    init("--preset", "starter");

    assertThat(policy()).contains("files: ['**/web.config']").doesNotContain("'b/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"starter", "conservative", "diagnose", "announcement-2014"})
  void rejectsAPresetWithoutAWebConfig(String preset) {
    for (String folder : List.of(".", "empty")) {
      work.folder("empty");
      Shell.Result result = work.run("init", folder, "--preset", preset);

      assertThat(result.exit()).isEqualTo(2);
      assertThat(result.text()).isEmpty();
      assertThat(result.err())
          .isEqualTo(
              "autoheal: no web.config of an app here; name the folder of an app, or create its"
                  + " web.config\n");
      assertThat(work.path(POLICY)).doesNotExist();
      assertThat(work.path(SCHEMA)).doesNotExist();
    }
  }

  @Test
  void rejectsAPresetIfEveryAppHasAPolicy() {
    work.file("a/web.config", Workspace.RIGHT).file("a/" + POLICY, Workspace.POLICY);
    Shell.Result result = work.run("init", "--preset", "starter");

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            "autoheal: every web.config has a nearer policy; name the folder of an app without a"
                + " policy\n");
    assertThat(work.path(POLICY)).doesNotExist();
    assertThat(work.path(SCHEMA)).doesNotExist();
  }

  @Test
  void rejectsAnUnknownPreset() {
    work.file("web.config", Workspace.BARE);

    assertThat(work.run("init", "--preset", "startr").err())
        .isEqualTo("autoheal: unknown preset 'startr'; did you mean 'starter'?\n");
    assertThat(work.run("init", "--preset", "x").err())
        .isEqualTo(
            "autoheal: unknown preset 'x';"
                + " use one of starter, conservative, diagnose, announcement-2014\n");
    assertThat(work.run("init", "--preset", "x").exit()).isEqualTo(2);
    assertThat(work.path(POLICY)).doesNotExist();
  }

  @Test
  void acceptsFindingsForNinetyDays() {
    work.file(
        "a/web.config",
        section(
            "<slowRequests count=\"1\" timeTaken=\"00:01:00\" timeInterval=\"00:05:00\" />"
                + "<requests count=\"0\" timeInterval=\"00:01:00\" />",
            "<actions value=\"Recycle\" />"));
    work.file("b/web.config", Workspace.BROKEN);
    Shell.Result result = init("--accept", "--today", "2026-11-22");

    assertThat(result.text())
        .startsWith("wrote autoheal.yaml (1 app, 3 exceptions without a reason yet)\n")
        .contains("now reports 0 errors, 0 warnings and no differences\n");
    assertThat(policy())
        .endsWith(
            """
            exceptions:
              - rule: hair-trigger
                files: ['a/web.config']
                until: 2027-02-20
                reason: 'accepted by autoheal init on 2026-11-22; add the reason'
              - rule: malformed-xml
                files: ['b/web.config']
                until: 2027-02-20
                reason: 'accepted by autoheal init on 2026-11-22; add the reason'
              - rule: zero-threshold
                files: ['a/web.config']
                until: 2027-02-20
                reason: 'accepted by autoheal init on 2026-11-22; add the reason'
            """);
    assertThat(work.run("check", "--today", "2027-01-22", "--fail-on", "warning").exit()).isZero();
    assertThat(work.run("check", "--today", "2027-02-21").exit()).isEqualTo(1);
  }

  @Test
  void acceptsNoDrift() {
    work.file("a/web.config", Workspace.RIGHT).file("b/web.config", Workspace.BARE);
    init("--preset", "starter", "--accept");

    assertThat(policy()).doesNotContain("rule: drift");
    assertThat(work.run("check").exit()).isEqualTo(1);
    assertThat(work.run("apply").exit()).isZero();
    assertThat(work.run("check").exit()).isZero();
  }

  @Test
  void quotesTheFolderForAShell() {
    work.file("my app (v2)/web.config", Workspace.RIGHT);

    assertThat(init("my app (v2)").text()).contains("autoheal check 'my app (v2)' ");
  }

  @Test
  void acceptsFindingsInAFileThatConfigSourceNames() {
    work.file(
        "a/web.config",
        "<configuration><system.webServer><monitoring configSource=\"m.config\" />"
            + "</system.webServer></configuration>");
    work.file("a/m.config", "<monitoring><triggers /><actions value=\"Restart\" /></monitoring>");
    init("--accept");

    assertThat(policy()).contains("['a/m.config']");
    assertThat(work.run("check", "--fail-on", "warning").exit()).isZero();
  }

  @Test
  void rejectsAPolicyBeyondTheSizeLimit() {
    String folder = ("f".repeat(200) + "/").repeat(4);
    for (int i = 0; i < 300; i++) {
      work.file(folder + i + "/web.config", Workspace.config(200_000 + i));
    }
    Shell.Result result = work.run("init");

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("expected a policy of at most 262144 bytes, got ");
    assertThat(work.path(POLICY)).doesNotExist();
    assertThat(work.path(SCHEMA)).doesNotExist();
  }

  @Test
  void writesTheSamePolicyInAnyFolder() throws IOException {
    for (String copy : List.of("one", "two")) {
      Workspace.in(Files.createDirectories(temp.resolve(copy)))
          .repository()
          .file("web.config", Workspace.RIGHT)
          .file("b/web.config", Workspace.WRONG)
          .run("init");
    }

    assertThat(Files.readString(temp.resolve("one/" + POLICY), UTF_8))
        .isEqualTo(Files.readString(temp.resolve("two/" + POLICY), UTF_8))
        .contains("name: app\n");
  }
}
