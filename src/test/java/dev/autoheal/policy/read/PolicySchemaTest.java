package dev.autoheal.policy.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.autoheal.text.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks that the schema and the reader accept the same documents, with each value in each place of
 * a policy. Other tests list what only the reader can reject and assert that the schema accepts it.
 */
class PolicySchemaTest {
  private static final String IN_DEFAULTS = "version: 1\ndefaults:\n  ";
  private static final String IN_TRIGGERS = IN_DEFAULTS + "triggers:\n    ";
  private static final String IN_RULE = IN_TRIGGERS + "statusCodes:\n      - ";
  private static final String IN_APP = "version: 1\napps:\n  - name: a\n    files: [a]\n    ";

  private static final String IN_PLAN =
      "version: 1\napps:\n  - name: a\n    files: [a]\n    plan: { memory: 8GB }\n    ";

  private static final String IN_EXCEPTION =
      "version: 1\nexceptions:\n  - rule: drift\n    until: 2027-03-31\n    reason: a\n    ";

  /** Places for a value, which {@code @} marks. */
  private static final List<String> PLACES =
      List.of(
          "@\n",
          "version: @\n",
          "version: 1\ndefaults: @\n",
          "version: 1\napps: @\n",
          "version: 1\nexclude: @\n",
          "version: 1\nexclude: [@]\n",
          "version: 1\nexclude: [a, @]\n",
          "version: 1\nrules: @\n",
          "version: 1\nrules: { drift: @ }\n",
          "version: 1\nrules: { drift: off, recycle: @ }\n",
          "version: 1\nexceptions: @\n",
          "version: 1\nexceptions: [@]\n",
          "version: 1\nexceptions: [{ rule: @, until: 2027-03-31, reason: a }]\n",
          "version: 1\nexceptions: [{ rule: drift, until: @, reason: a }]\n",
          "version: 1\nexceptions: [{ rule: drift, until: 2027-03-31, reason: @ }]\n",
          "version: 1\nexceptions: [{ rule: drift, until: @ }]\n",
          "version: 1\nexceptions: [{ rule: @, reason: a }]\n",
          "version: 1\nexceptions: [{ until: 2027-03-31, reason: @ }]\n",
          IN_EXCEPTION + "files: @\n",
          IN_EXCEPTION + "files: [@]\n",
          IN_EXCEPTION + "unknown: @\n",
          "version: 1\nunknown: @\n",
          "version: 1\nextends: @\n",
          "version: 1\npresets: @\n",
          "version: 1\npresets: { a: @ }\n",
          "version: 1\npresets: { a: { action: @ } }\n",
          "version: 1\npresets: { a: { files: @ } }\n",
          IN_APP + "presets: @\n",
          IN_APP + "presets: [@]\n",
          IN_APP + "presets: [starter, @]\n",
          IN_APP + "limits: @\n",
          IN_APP + "plan: @\n",
          IN_APP + "plan: { sku: @ }\n",
          IN_PLAN + "triggers: { memory: { privateBytes: @ } }\n",
          IN_DEFAULTS + "presets: @\n",
          IN_DEFAULTS + "plan: { memory: @ }\n",
          IN_DEFAULTS + "plan: { bitness: @ }\n",
          IN_DEFAULTS + "plan: { proactive: @ }\n",
          IN_DEFAULTS + "plan: { unknown: @ }\n",
          IN_DEFAULTS + "plan: { sku: P1V3, memory: @ }\n",
          IN_DEFAULTS + "limits: { requests: @ }\n",
          IN_DEFAULTS + "limits: { requests: { count: @ } }\n",
          IN_DEFAULTS + "limits: { requests: { count: { min: @ } } }\n",
          IN_DEFAULTS + "limits: { requests: { timeTaken: @ } }\n",
          IN_DEFAULTS + "limits: { slowRequests: { timeTaken: { max: @ } } }\n",
          IN_DEFAULTS + "limits: { slowRequests: { timeInterval: { min: @, unknown: 1 } } }\n",
          IN_DEFAULTS + "limits: { memory: { privateBytes: { max: @ } } }\n",
          IN_DEFAULTS + "limits: { memory: { privateBytesInKB: @ } }\n",
          IN_DEFAULTS + "limits: { statusCodes: @ }\n",
          IN_DEFAULTS + "limits: { statusCodes: { count: { min: 1, max: @ } } }\n",
          IN_DEFAULTS + "limits: { actions: @ }\n",
          IN_DEFAULTS + "limits: { actions: [@] }\n",
          IN_DEFAULTS + "limits: { actions: [recycle, @] }\n",
          IN_DEFAULTS + "limits: { unknown: @ }\n",
          "version: 1\napps: [@]\n",
          "version: 1\napps:\n  - name: @\n    files: [a]\n",
          "version: 1\napps:\n  - name: a\n    files: @\n",
          "version: 1\napps:\n  - name: a\n    files: [@, '*.config']\n",
          "version: 1\napps:\n  - name: @\n",
          "version: 1\napps:\n  - files: [@]\n",
          IN_APP + "triggers: @\n",
          IN_APP + "action: @\n",
          IN_APP + "unmanaged: @\n",
          IN_APP + "placeholders: @\n",
          IN_APP + "rules: @\n",
          IN_APP + "rules: { drift: @ }\n",
          IN_APP + "unknown: @\n",
          IN_DEFAULTS + "triggers: @\n",
          IN_DEFAULTS + "unmanaged: @\n",
          IN_DEFAULTS + "placeholders: @\n",
          IN_DEFAULTS + "rules: { drift: off, recycle: @ }\n",
          IN_DEFAULTS + "unknown: @\n",
          IN_DEFAULTS + "action: @\n",
          IN_DEFAULTS + "action: { customAction: @ }\n",
          IN_DEFAULTS + "action: { customAction: { exe: @ } }\n",
          IN_DEFAULTS + "action: { customAction: { exe: x, parameters: @ } }\n",
          IN_DEFAULTS + "action: { customAction: { parameters: @ } }\n",
          IN_DEFAULTS + "action: { customAction: { exe: x, unknown: @ } }\n",
          IN_DEFAULTS + "action: { customAction: { exe: x }, unknown: @ }\n",
          IN_TRIGGERS + "requests: @\n",
          IN_TRIGGERS + "slowRequests: @\n",
          IN_TRIGGERS + "memory: @\n",
          IN_TRIGGERS + "statusCodes: @\n",
          IN_TRIGGERS + "unknown: @\n",
          IN_TRIGGERS + "requests: { count: @ }\n",
          IN_TRIGGERS + "requests: { timeInterval: @ }\n",
          IN_TRIGGERS + "requests: { count: 1, timeTaken: @ }\n",
          IN_TRIGGERS + "slowRequests: { count: @, timeTaken: 1s }\n",
          IN_TRIGGERS + "slowRequests: { timeTaken: @ }\n",
          IN_TRIGGERS + "slowRequests: { timeInterval: @ }\n",
          IN_TRIGGERS + "memory: { privateBytes: @ }\n",
          IN_TRIGGERS + "memory: { privateBytesInKB: @ }\n",
          IN_TRIGGERS + "memory: { privateBytes: 1GB, privateBytesInKB: @ }\n",
          IN_TRIGGERS + "memory: { count: @ }\n",
          IN_TRIGGERS + "statusCodes: [@]\n",
          IN_RULE + "{ status: @, count: 1 }\n",
          IN_RULE + "{ count: @ }\n",
          IN_RULE + "{ status: 500, count: @ }\n",
          IN_RULE + "{ status: 500, timeInterval: @ }\n",
          IN_RULE + "{ status: 500, subStatus: @ }\n",
          IN_RULE + "{ status: 500, subStatus: @, count: 1 }\n",
          IN_RULE + "{ status: 500, win32Status: @, timeInterval: 1s }\n",
          IN_RULE + "{ status: 500, remove: @ }\n",
          IN_RULE + "{ status: 500, remove: @, count: 1 }\n",
          IN_RULE + "{ status: 500, remove: true, timeInterval: @ }\n",
          IN_RULE + "{ status: 500, subStatus: @, remove: true }\n",
          IN_RULE + "{ status: 500, count: 1, unknown: @ }\n");

  private static final List<String> VALUES =
      List.of(
          "null",
          "~",
          "[]",
          "{}",
          "[a]",
          "[500]",
          "[[]]",
          "{ a: b }",
          "{ count: 1 }",
          "{ version: 1 }",
          "{ name: a, files: [b] }",
          "{ exe: x }",
          "{ customAction: { exe: x } }",
          "{ privateBytes: 1GB }",
          "{ status: 500, count: 1 }",
          "[{ status: 500, count: 1 }]",
          "[{ name: a, files: [b] }]",
          "true",
          "false",
          "yes",
          "none",
          "keep",
          "allow",
          "report",
          "starter",
          "[starter]",
          "[starter, starter]",
          "[recycle, customAction]",
          "P1V3",
          "P1v3",
          "p1v3",
          "P9V9",
          "F1",
          "f1",
          "32",
          "64",
          "33",
          "{ min: 5 }",
          "{ min: 1GB, max: 2GB }",
          "{ max: 10m }",
          "{ count: { min: 5 } }",
          "{ sku: P1V3 }",
          "{ memory: 8GB, bitness: 64, proactive: false }",
          "{ privateBytes: { min: 200MB } }",
          "{ triggers: { requests: none } }",
          "../platform/autoheal.yaml",
          "remove",
          "recycle",
          "Recycle",
          "logEvent",
          "customAction",
          "drift",
          "Drift",
          "off",
          "info",
          "warning",
          "error",
          "{ drift: off }",
          "{ drift: loud }",
          "{ Drift: off }",
          "{ rule: drift, until: 2027-03-31, reason: a }",
          "[{ rule: drift, until: 2027-03-31, reason: a }]",
          "2027-03-31",
          "'2027-03-31'",
          "2027-3-31",
          "2027-13-01",
          "2027-01-32",
          "2027-00-10",
          "2027-01-00",
          "31.03.2027",
          "2027-03-31T00:00:00Z",
          "20270331",
          "0",
          "1",
          "2",
          "-1",
          "99",
          "100",
          "121",
          "599",
          "600",
          "102401",
          "4294967295",
          "4294967296",
          "99999999999999999999",
          "1.5",
          "-0.5",
          "'1'",
          "'500'",
          "1_000",
          "0b1",
          "1:30",
          "10:00",
          "00:10:00",
          "1.00:10:00",
          "1.23:59:59",
          "1.24:00:00",
          "1193046:00:00",
          "00:60:00",
          "00:00:00",
          "45s",
          "10m",
          "1h30m",
          "2d",
          "1d2h3m4s",
          "30m1h",
          "0s",
          "0h1s",
          "10M",
          "10 m",
          "1.5h",
          "-5m",
          "800MB",
          "1.5GB",
          "819200KB",
          "800mb",
          "800 MB",
          "800M",
          "70%",
          "72.5%",
          "100%",
          "100.0%",
          "100.1%",
          "101%",
          "0%",
          "0.0%",
          "070%",
          "7.1234%",
          "-5%",
          "70 %",
          "'%'",
          ".5GB",
          "1.GB",
          "''",
          "' '",
          "' a'",
          "a b",
          "'!'",
          "'!a'",
          "'!!a'",
          "'!/a'",
          "'*'",
          "'**'",
          "'**/web.config'",
          "'a/**/b'",
          "'a/**'",
          "'a**'",
          "'**a'",
          "'a/***'",
          "'a?/web.*.config'",
          "/a",
          "a/",
          "a//b",
          "'a\\b'",
          "'C:/a'",
          "c:a",
          "..",
          "../a",
          "a/../b",
          "a..b/c",
          "'...'",
          "./a",
          "a/.",
          ".a/b",
          "'a[b]'",
          "'{a}'",
          "\"a\\tb\"",
          "\"a\\nb\"",
          "\"\\u202E\"",
          "\"a\\u00A0b\"",
          "é/ü.config",
          "\"" + "x".repeat(101) + "\"",
          "\"" + "x".repeat(1001) + "\"",
          "\"" + "x".repeat(8001) + "\"");

  /** Only the reader knows the rules, so this set has each value that looks like a rule id. */
  private static final Set<String> RULES =
      VALUES.stream()
          .filter(value -> value.matches("(?!true|false|null)[a-z][a-z0-9-]{0,49}"))
          .collect(Collectors.toSet());

  static Stream<String> places() {
    return PLACES.stream();
  }

  @ParameterizedTest
  @MethodSource("places")
  void schemaAndReaderAgree(String place) {
    for (String value : VALUES) {
      String policy = place.replace("@", value);
      assertThat(hasValidForm(policy))
          .describedAs(() -> policy + Policies.problems(policy) + PolicySchema.problems(policy))
          .isEqualTo(isValidForSchema(policy));
    }
  }

  @Test
  void corpusHasEnoughValidAndInvalidPolicies() {
    List<Boolean> results =
        PLACES.stream()
            .flatMap(place -> VALUES.stream().map(value -> place.replace("@", value)))
            .map(PolicySchemaTest::hasValidForm)
            .toList();
    assertThat(results.stream().filter(valid -> valid).count()).isGreaterThan(200);
    assertThat(results.stream().filter(valid -> !valid).count()).isGreaterThan(200);
  }

  /** The schema sees only the value of a number. */
  @ParameterizedTest
  @ValueSource(strings = {"010", "+5", "0x10", "0o10", "5.0", "1e3"})
  void onlyTheReaderChecksTheNotationOfNumbers(String number) {
    assertOnlyReaderRejects(IN_TRIGGERS + "requests: { count: " + number + " }\n");
  }

  /** A pattern cannot compare amounts. */
  @ParameterizedTest
  @ValueSource(strings = {"100MB", "102400KB", "0KB", "4096GB", "102400.9KB"})
  void onlyTheReaderChecksTheRangeOfSizes(String size) {
    assertOnlyReaderRejects(IN_TRIGGERS + "memory: { privateBytes: " + size + " }\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"4294967296s", "49711d", "999999.00:00:00", "9999999:59:59", "49710d6h28m16s"})
  void onlyTheReaderChecksTheRangeOfDurations(String duration) {
    assertOnlyReaderRejects(IN_TRIGGERS + "requests: { timeInterval: " + duration + " }\n");
  }

  @Test
  void onlyTheReaderComparesEntries() {
    assertOnlyReaderRejects(IN_APP + "action: recycle\n    action: recycle\n");
    assertOnlyReaderRejects(
        "version: 1\napps: [{ name: a, files: [a] }, { name: a, files: [b] }]\n");
    assertOnlyReaderRejects(
        "version: 1\napps: [{ name: a, files: [a] }, { name: b, files: [a] }]\n");
    assertOnlyReaderRejects(
        IN_RULE + "{ status: 500, count: 1 }\n      - { status: 500, count: 2 }\n");
  }

  /** A pattern cannot know the number of days of a month. */
  @ParameterizedTest
  @ValueSource(strings = {"2027-02-29", "2026-04-31", "2100-02-29"})
  void onlyTheReaderKnowsTheCalendar(String day) {
    assertOnlyReaderRejects(
        "version: 1\nexceptions: [{ rule: drift, until: %s, reason: a }]\n".formatted(day));
  }

  /** The schema checks only the form of an id, because the rules change with each version. */
  @Test
  void onlyTheReaderKnowsTheRules() {
    assertOnlyReaderRejects("version: 1\nrules: { dirft: off }\n");
    assertOnlyReaderRejects(
        "version: 1\nexceptions: [{ rule: dirft, until: 2027-03-31, reason: a }]\n");
  }

  @Test
  void onlyTheReaderChecksTheResolvedPolicy() {
    assertOnlyReaderRejects(
        IN_APP + "triggers: { slowRequests: { timeTaken: 2s, timeInterval: 1s } }\n");
    assertOnlyReaderRejects(IN_APP + "presets: [stater]\n");
    assertOnlyReaderRejects("version: 1\nextends: nowhere.yaml\n");
    assertOnlyReaderRejects(IN_APP + "triggers: { memory: { privateBytes: 70% } }\n");
    assertOnlyReaderRejects(IN_APP + "action: recycle\n    limits: { actions: [logEvent] }\n");
    assertOnlyReaderRejects(IN_DEFAULTS + "limits: { requests: { count: { min: 2, max: 1 } } }\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "version: &a 1\n",
        "version: !!int 1\n",
        "%YAML 1.2\n---\nversion: 1\n",
        "%TAG ! !x\n---\nversion: 1\n",
        "version: 1\ndefaults: &a {}\nexclude: [x]\n"
      })
  void onlyTheReaderRejectsYamlFeatures(String policy) {
    assertOnlyReaderRejects(policy);
  }

  /** A pattern in a JSON schema sees UTF-16 units, and each of these characters has two. */
  @Test
  void onlyTheReaderRejectsInvisibleCharactersBeyondTheFirstPlane() {
    assertOnlyReaderRejects("version: 1\napps: [{ name: \"a\\U000E0041\", files: [a] }]\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"requests", "slowRequests", "memory", "statusCodes"})
  void readerAcceptsEveryExampleOfATrigger(String trigger) throws IOException {
    JsonNode examples =
        PolicySchema.json().at("/definitions/triggers/properties/" + trigger + "/examples");
    assertThat(examples).isNotEmpty();
    for (JsonNode example : examples) {
      assertThat(Policies.problems(IN_TRIGGERS + trigger + ": " + example + "\n")).isEmpty();
    }
  }

  /** An editor shows these descriptions. */
  @Test
  void everyKeyHasADescription() throws IOException {
    List<String> missing = new ArrayList<>();
    findMissing(PolicySchema.json(), "", missing);
    assertThat(missing).isEmpty();
  }

  private static void findMissing(JsonNode node, String path, List<String> missing)
      throws IOException {
    for (Map.Entry<String, JsonNode> entry : node.path("properties").properties()) {
      JsonNode key = entry.getValue();
      JsonNode target =
          key.has("$ref") ? PolicySchema.json().at(key.get("$ref").asText().substring(1)) : key;
      if (!key.has("description") && !target.has("description")) {
        missing.add(path + "/" + entry.getKey());
      }
      findMissing(key, path + "/" + entry.getKey(), missing);
    }
    for (Map.Entry<String, JsonNode> definition : node.path("definitions").properties()) {
      findMissing(definition.getValue(), definition.getKey(), missing);
    }
  }

  private static void assertOnlyReaderRejects(String policy) {
    assertThat(isValidForReader(policy)).describedAs("reader accepts %s", policy).isFalse();
    assertThat(isValidForSchema(policy)).describedAs("schema accepts %s", policy).isTrue();
  }

  /** Returns whether the reader accepts the document alone, without the files it extends. */
  private static boolean hasValidForm(String policy) {
    SourceFile file = SourceFile.of("autoheal.yaml", policy.getBytes(UTF_8));
    ProblemCollector problems = new ProblemCollector(file);
    return new PolicyFileReader(file, "", RULES, problems).read().isPresent() && problems.isEmpty();
  }

  private static boolean isValidForReader(String policy) {
    return Policies.read(policy, RULES) instanceof PolicyReader.Valid;
  }

  private static boolean isValidForSchema(String policy) {
    return PolicySchema.problems(policy).isEmpty();
  }
}
