package dev.autoheal.policy.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.files.DiskTree;
import dev.autoheal.policy.App;
import dev.autoheal.policy.DesiredSection;
import dev.autoheal.policy.DesiredSection.Values;
import dev.autoheal.policy.Exemption;
import dev.autoheal.policy.Limits.Range;
import dev.autoheal.policy.Policy;
import dev.autoheal.policy.RuleSetting;
import dev.autoheal.section.Action;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.Trigger;
import dev.autoheal.section.TriggerKey;
import dev.autoheal.text.Location;
import dev.autoheal.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests policies that extend others. */
class ExtendsTest {
  private static final String PLATFORM =
      """
      version: 1
      presets:
        api:
          triggers: { slowRequests: { count: 20, timeTaken: 45s, timeInterval: 2m } }
          limits: { slowRequests: { count: { min: 10 } } }
      defaults:
        action: recycle
        triggers: { memory: { privateBytes: 1GB } }
        limits:
          memory: { privateBytes: { min: 200MB, max: 8GB } }
          actions: [recycle, logEvent]
      apps:
        - { name: portal, files: ["portal/web.config"] }
      rules: { drift: warning, placeholder: off }
      exceptions:
        - { rule: drift, until: 2027-03-31, reason: platform }
      exclude: ["old/**"]
      """;
  private static final String TEAM =
      """
      version: 1
      extends: ../platform/autoheal.yaml
      defaults:
        triggers: { memory: { privateBytes: 2GB } }
      apps:
        - { name: shop, files: ["web.config"], presets: [api] }
      rules: { drift: error }
      exceptions:
        - { rule: placeholder, until: 2027-03-31, reason: team }
      exclude: ["attic/**"]
      """;

  @TempDir Path root;

  private void file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private PolicyReader.Result read(String path, String base) throws IOException {
    Optional<SourceFile> under =
        base.isEmpty()
            ? Optional.empty()
            : Optional.of(SourceFile.of("base.yaml", base.getBytes(UTF_8)));
    return PolicyReader.read(
        SourceFile.of(path, Files.readAllBytes(root.resolve(path))),
        new PolicyReader.Context(Policies.RULES, Optional.of(new DiskTree(root)), under));
  }

  private Policy team(String team) throws IOException {
    return team(PLATFORM, team);
  }

  private Policy team(String platform, String team) throws IOException {
    file("platform/autoheal.yaml", platform);
    file("team/autoheal.yaml", team);
    return ((PolicyReader.Valid) read("team/autoheal.yaml", "")).policy();
  }

  private List<String> problems(String team) throws IOException {
    file("platform/autoheal.yaml", PLATFORM);
    file("team/autoheal.yaml", team);
    return problems(read("team/autoheal.yaml", ""));
  }

  private static List<String> problems(PolicyReader.Result result) {
    return ((PolicyReader.Invalid) result)
        .problems().stream()
            .map(
                p ->
                    "%s:%d:%d %s"
                        .formatted(
                            p.location().path(),
                            p.location().line(),
                            p.location().column(),
                            p.message()))
            .toList();
  }

  private static DesiredSection.DesiredValue value(App app, Trigger trigger, Attribute attribute) {
    return ((Values) app.desired().triggers().get(TriggerKey.of(trigger))).values().get(attribute);
  }

  private static String place(Location at) {
    return at.path() + ":" + at.line();
  }

  @Test
  void takesValuesFromBothFilesWithTheirLines() throws IOException {
    App shop = team(TEAM).app("shop").orElseThrow();

    DesiredSection.DesiredValue memory = value(shop, Trigger.MEMORY, Attribute.PRIVATE_BYTES);
    assertThat(memory.value()).isEqualTo(2 * 1024 * 1024);
    assertThat(place(memory.place())).isEqualTo("team/autoheal.yaml:4");
    DesiredSection.DesiredValue taken = value(shop, Trigger.SLOW_REQUESTS, Attribute.TIME_TAKEN);
    assertThat(taken.value()).isEqualTo(45);
    assertThat(place(taken.place())).isEqualTo("platform/autoheal.yaml:4");
    assertThat(place(shop.desired().action().orElseThrow().place()))
        .isEqualTo("platform/autoheal.yaml:7");
  }

  @Test
  void listsTheExtendingFileFirstAndResolvesPatternsAgainstEachFile() throws IOException {
    Policy policy = team(TEAM);

    assertThat(policy.apps()).extracting(App::name).containsExactly("shop", "portal");
    assertThat(policy.appFor("team/web.config").map(App::name)).contains("shop");
    assertThat(policy.appFor("platform/portal/web.config").map(App::name)).contains("portal");
    assertThat(policy.appFor("team/portal/web.config")).isEmpty();
    assertThat(policy.exceptions())
        .extracting(Exemption::reason)
        .containsExactly("team", "platform");
    assertThat(policy.exclusionOf("team/attic/web.config")).isPresent();
    assertThat(policy.exclusionOf("platform/old/web.config")).isPresent();
    assertThat(policy.exclusionOf("team/old/web.config")).isEmpty();
    assertThat(policy.rules())
        .containsEntry("drift", RuleSetting.ERROR)
        .containsEntry("placeholder", RuleSetting.OFF);
  }

  @Test
  void onlyTightensLimits() throws IOException {
    App shop =
        team(TEAM.replace(
                    "presets: [api] }",
                    "presets: [api], limits: { memory: { privateBytes: { min: 100001KB, max: 4GB } },"
                        + " actions: [recycle, customAction], slowRequests: { count: { min: 5, max: 50 }"
                        + " } } }")
                .replace("100001KB", "150MB"))
            .app("shop")
            .orElseThrow();

    Range memory = shop.limits().range(Trigger.MEMORY, Attribute.PRIVATE_BYTES);
    assertThat(memory.min().orElseThrow().value()).isEqualTo(200 * 1024);
    assertThat(place(memory.min().orElseThrow().place())).isEqualTo("platform/autoheal.yaml:10");
    assertThat(memory.max().orElseThrow().value()).isEqualTo(4 * 1024 * 1024);
    Range count = shop.limits().range(Trigger.SLOW_REQUESTS, Attribute.COUNT);
    assertThat(count.min().orElseThrow().value()).isEqualTo(10);
    assertThat(count.max().orElseThrow().value()).isEqualTo(50);
    assertThat(shop.limits().actions().orElseThrow().allowed())
        .containsExactly(Action.Kind.RECYCLE);
  }

  @ParameterizedTest
  @CsvSource({"8GB, 80%, 8", "80%, 30GB, 25", "30GB, 50%, 16", "50%, 8GB, 8"})
  void tightensPercentagesAndAmountsInBothDirections(String platform, String team, long gigabytes)
      throws IOException {
    App shop =
        team(
                PLATFORM
                    .replace("max: 8GB", "max: " + platform)
                    .replace("action: recycle\n", "action: recycle\n  plan: { memory: 32GB }\n"),
                TEAM.replace(
                    "presets: [api] }",
                    "presets: [api], limits: { memory: { privateBytes: { max: %s } } } }"
                        .formatted(team)))
            .app("shop")
            .orElseThrow();

    Range memory = shop.limits().range(Trigger.MEMORY, Attribute.PRIVATE_BYTES);
    assertThat(memory.max().orElseThrow().value() / 1024 / 1024).isEqualTo(gigabytes);
  }

  @Test
  void prefersTheLimitsOfTheAppWithinOneFile() throws IOException {
    App portal =
        team(
                PLATFORM.replace(
                    "files: [\"portal/web.config\"] }",
                    "files: [\"portal/web.config\"], presets: [api], limits: { slowRequests: {"
                        + " count: { min: 5 } }, memory: { privateBytes: { max: 16GB } } } }"),
                TEAM)
            .app("portal")
            .orElseThrow();

    Range count = portal.limits().range(Trigger.SLOW_REQUESTS, Attribute.COUNT);
    assertThat(count.min().orElseThrow().value()).isEqualTo(5);
    Range memory = portal.limits().range(Trigger.MEMORY, Attribute.PRIVATE_BYTES);
    assertThat(memory.max().orElseThrow().value()).isEqualTo(16L * 1024 * 1024);
    assertThat(memory.min().orElseThrow().value()).isEqualTo(200 * 1024);
  }

  @Test
  void rejectsTeamValuesOutsideThePlatformLimits() throws IOException {
    assertThat(problems(TEAM.replace("2GB", "9GB")))
        .containsExactly(
            "team/autoheal.yaml:4:39 expected at most 8 GB (8388608 KB) for 'privateBytes'"
                + " ('limits' in platform/autoheal.yaml:10), got 9 GB (9437184 KB)");
    assertThat(
            problems(
                TEAM.replace(
                    "presets: [api]", "action: { customAction: { exe: a.exe } }, presets: [api]")))
        .containsExactly(
            "team/autoheal.yaml:6:50 expected recycle or logEvent for 'action'"
                + " ('limits' in platform/autoheal.yaml:11), got 'customAction'");
    assertThat(
            problems(
                TEAM.replace(
                    "presets: [api]", "presets: [api], triggers: { slowRequests: { count: 9 } }")))
        .singleElement()
        .asString()
        .endsWith("expected at least 10 for 'count' ('limits' in platform/autoheal.yaml:5), got 9");
  }

  @Test
  void replacesInheritedPresetsOfTheSameName() throws IOException {
    String own = TEAM.replace("apps:", "presets: { api: { action: logEvent } }\napps:");
    App shop = team(own).app("shop").orElseThrow();

    assertThat(shop.desired().triggers()).doesNotContainKey(TriggerKey.of(Trigger.SLOW_REQUESTS));
    assertThat(shop.desired().action().orElseThrow().action().kind())
        .isEqualTo(Action.Kind.LOG_EVENT);
  }

  @Test
  void suggestsTheNearestPreset() throws IOException {
    assertThat(problems(TEAM.replace("[api]", "[apo]")))
        .containsExactly(
            "team/autoheal.yaml:6:52 unknown preset 'apo' in 'presets'; did you mean 'api'?");
    assertThat(problems(TEAM.replace("[api]", "[nothing]")))
        .containsExactly(
            "team/autoheal.yaml:6:52 unknown preset 'nothing' in 'presets';"
                + " define it or use a built-in preset, e.g. starter");
  }

  @Test
  void reportsProblemsOfTheExtendedFileThere() throws IOException {
    file("platform/autoheal.yaml", PLATFORM.replace("recycle", "restart"));
    file("team/autoheal.yaml", TEAM);

    assertThat(problems(read("team/autoheal.yaml", "")))
        .allMatch(problem -> problem.startsWith("platform/autoheal.yaml:"))
        .isNotEmpty();
  }

  @Test
  void rejectsAPathThatCannotBeFollowed() throws IOException {
    String where = "team/autoheal.yaml:2:10 expected ";
    for (String path : List.of("../../x.yaml", "/etc/passwd", "C:/x", "..", "http://x/y")) {
      assertThat(problems(TEAM.replace("../platform/autoheal.yaml", path)))
          .contains(
              where
                  + "a relative path inside the repository for 'extends', got '%s'"
                      .formatted(path));
    }
    for (String path : List.of("other.yaml", "../platform")) {
      assertThat(problems(TEAM.replace("../platform/autoheal.yaml", path)))
          .contains(
              where
                  + "an existing file in this repository for 'extends', got '%s'".formatted(path));
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void rejectsALinkOutOfTheRepository() throws IOException {
    Path outside = Files.createTempFile("outside", ".yaml");
    Files.writeString(outside, "version: 1\n");
    Files.createDirectories(root.resolve("team"));
    Files.createSymbolicLink(root.resolve("team/link.yaml"), outside);

    assertThat(problems(TEAM.replace("../platform/autoheal.yaml", "link.yaml")))
        .singleElement()
        .asString()
        .endsWith("expected an existing file in this repository for 'extends', got 'link.yaml'");
    Files.delete(outside);
  }

  @Test
  void rejectsALoop() throws IOException {
    file("a.yaml", "version: 1\nextends: b.yaml\n");
    file("b.yaml", "version: 1\nextends: ./sub/../a.yaml\n");

    assertThat(problems(read("a.yaml", "")))
        .containsExactly(
            "b.yaml:2:10 unexpected loop: 'extends' leads back to './sub/../a.yaml'; remove it");
  }

  @Test
  void rejectsAChainThatIsTooLong() throws IOException {
    for (int i = 0; i < 20; i++) {
      file("p%d.yaml".formatted(i), "version: 1\nextends: p%d.yaml\n".formatted(i + 1));
    }

    assertThat(problems(read("p0.yaml", "")))
        .containsExactly("p7.yaml:2:10 expected a chain of at most 8 files for 'extends', got 9");
  }

  @Test
  void appliesTheBasePolicyFirstWithPatternsRelativeToTheRoot() throws IOException {
    file("platform/autoheal.yaml", PLATFORM);
    file("team/autoheal.yaml", TEAM);
    String base =
        """
        version: 1
        defaults:
          triggers: { requests: none }
          limits: { memory: { privateBytes: { max: 3GB } } }
        apps:
          - { name: rest, files: ["**/web.config"] }
        """;
    Policy policy = ((PolicyReader.Valid) read("team/autoheal.yaml", base)).policy();
    App shop = policy.app("shop").orElseThrow();

    assertThat(place(shop.desired().forbidden().get(Trigger.REQUESTS))).isEqualTo("base.yaml:3");
    assertThat(
            shop.limits()
                .range(Trigger.MEMORY, Attribute.PRIVATE_BYTES)
                .max()
                .orElseThrow()
                .value())
        .isEqualTo(3L * 1024 * 1024);
    assertThat(policy.appFor("elsewhere/web.config").map(App::name)).contains("rest");
    assertThat(problems(read("team/autoheal.yaml", base.replace("3GB", "1GB"))))
        .singleElement()
        .asString()
        .startsWith(
            "team/autoheal.yaml:4:39 expected at most 1 GB (1048576 KB) for 'privateBytes'"
                + " ('limits' in base.yaml:4), got ");
  }
}
