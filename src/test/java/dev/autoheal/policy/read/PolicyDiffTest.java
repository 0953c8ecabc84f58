package dev.autoheal.policy.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.policy.read.PolicyDiff.KeyChange;
import dev.autoheal.text.SourceFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyDiffTest {
  private static final String POLICY =
      """
      version: 1
      defaults:
        limits: { memory: { privateBytes: { max: 8GB } } }
      apps:
        - name: shop
          files: [shop/web.config]
          triggers:
            memory: { privateBytes: 800MB }
            statusCodes:
              - { status: 500, count: 10, timeInterval: 30s }
              - { status: 500, subStatus: 100, count: 20, timeInterval: 30s }
        - name: blog
          files: [blog/web.config]
      rules: { drift: warning }
      exceptions:
        - { rule: drift, files: [blog/web.config], until: 2027-01-01, reason: known }
      """;

  private static SourceFile file(String yaml) {
    return SourceFile.of("autoheal.yaml", yaml.getBytes(UTF_8));
  }

  private static List<KeyChange> changes(String before, String after) {
    return PolicyDiff.between(file(before), file(after));
  }

  private static List<String> lines(String before, String after) {
    return changes(before, after).stream().map(PolicyDiffTest::line).toList();
  }

  private static String line(KeyChange change) {
    return "%d:%d %s%s: %s -> %s"
        .formatted(
            change.place().line(),
            change.place().column(),
            change.subject() == PolicyDiff.Subject.REQUIRED ? "" : change.subject() + " ",
            String.join(".", change.keys()),
            text(change.before()),
            text(change.after()));
  }

  private static String text(Optional<String> value) {
    return value.orElse("nothing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "800MB | 2GB | 8:31 apps.shop.triggers.memory.privateBytes: 800MB -> 2GB",
        "8GB | 16GB | 3:44 TERMS defaults.limits.memory.privateBytes.max: 8GB -> 16GB",
        "count: 20 | count: 2 | 11:49 apps.shop.triggers.statusCodes.500 100.count: 20 -> 2",
        "drift: warning | drift: off | 14:17 TERMS rules.drift: warning -> off",
        "2027-01-01 | 2028-01-01"
            + "| 16:53 TERMS exceptions.drift [blog/web.config].until: 2027-01-01 -> 2028-01-01",
        "[shop/web.config] | ['shop/**', a]"
            + "| 6:12 apps.shop.files: [shop/web.config] -> [shop/**, a]",
        "'  limits: { memory: { privateBytes: { max: 8GB } } }' | '  action: recycle'"
            + "| 3:11 defaults.action: nothing -> recycle",
        "'name: blog' | 'name: news'"
            + "| 12:5 BOTH apps.news: nothing -> { name: news, files: [blog/web.config] }",
      })
  void namesTheKeyAndItsPlace(String from, String to, String expected) {
    assertThat(lines(POLICY, POLICY.replace(from, to))).first().isEqualTo(expected);
  }

  @Test
  void placesARemovedItemAtItsList() {
    assertThat(lines(POLICY, POLICY.replaceFirst("(?s)  - name: blog.*rules", "rules")))
        .containsExactly("5:3 BOTH apps.blog: { name: blog, files: [blog/web.config] } -> nothing");
  }

  @Test
  void reportsAChangedOrderOfApps() {
    assertThat(lines("apps: [{ name: a }, { name: b }]", "apps: [{ name: b }, { name: a }]"))
        .containsExactly("1:7 BOTH apps: [a, b] -> [b, a]");
    assertThat(lines("apps: [{ name: a }, { name: b }]", "apps: [{ name: b }]")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"# a comment\n", "\uFEFF", ""})
  void ignoresChangesWithoutEffect(String head) {
    assertThat(lines(POLICY, head + POLICY.replace("8GB", "'8GB'").replace("\n", "\r\n")))
        .isEmpty();
    assertThat(lines("{ version: 1, rules: {} }", "rules: {}\nversion: 1")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "a: *b", "a: [", "a: 1\na: 2"})
  void ignoresInvalidPolicies(String other) {
    assertThat(lines(POLICY, other)).isEmpty();
    assertThat(lines(other, POLICY)).isEmpty();
  }

  @Test
  void numbersEqualItems() {
    String one = "exceptions: [{ rule: a }, { rule: a, reason: x }]";
    assertThat(lines(one, one.replace("reason: x", "reason: y")))
        .containsExactly("1:46 TERMS exceptions.a (2).reason: x -> y");
    String many = "exceptions: [" + "{rule: a},".repeat(20_000) + "]";
    assertThat(changes(many, many.replace("[{rule: a},", "["))).hasSize(1);
  }

  @Test
  void shortensALongText() {
    String after = "rules: { x: '" + "\uD83D\uDE00".repeat(500) + "' }";
    assertThat(changes("rules: {}", after).get(0).after().orElseThrow())
        .hasSize(201)
        .endsWith("\uDE00…");
  }

  /** An app may have the name of a key. */
  @Test
  void tellsTermsFromRequirements() {
    String limits =
        "apps: [{ name: limits, action: recycle }, { name: a, limits: { actions: [] } }]";
    assertThat(lines(limits, limits.replace("recycle", "logEvent")))
        .containsExactly("1:32 apps.limits.action: recycle -> logEvent");
    assertThat(lines(limits, limits.replace("[] }", "[recycle] }")))
        .containsExactly("1:73 TERMS apps.a.limits.actions: [] -> [recycle]");
    String severities = "apps: [{ name: a, placeholders: error, rules: { drift: error } }]";
    assertThat(lines(severities, severities.replace(": error", ": warning")))
        .containsExactly(
            "1:33 TERMS apps.a.placeholders: error -> warning",
            "1:58 TERMS apps.a.rules.drift: error -> warning");
    assertThat(lines("presets: {}", "presets: { a: { limits: {} } }"))
        .containsExactly("1:15 BOTH presets.a: nothing -> { limits: {  } }");
  }
}
