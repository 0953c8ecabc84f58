package dev.autoheal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.autoheal.CaseFolder.Variant;
import dev.autoheal.cli.Shell;
import dev.autoheal.rule.Rule;
import dev.autoheal.rules.Rules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Checks that the rules page has a row for each rule, with the fixes that its cases have. {@code
 * -Dcases.update=true} updates the page.
 */
class RulesPageTest {
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final Page PAGE = Page.of("docs/rules.md");

  /** Rules whose findings apply fixes. */
  private static final Map<String, String> BY_APPLY = Map.of("drift", "`apply`");

  @TempDir Path temp;

  @Test
  void hasARowForEachRule() throws IOException {
    Map<String, Set<String>> fixes = fixes();
    String rows =
        Rules.all().stream()
            .map(rule -> row(rule, fixes.getOrDefault(rule.id(), Set.of())))
            .collect(Collectors.joining());
    String right =
        PAGE.with("rules", "| rule | severity | fix | finds |\n|---|---|---|---|\n" + rows);

    assertThat(PAGE.text()).isEqualTo(right);
  }

  private static String row(Rule rule, Set<String> fixes) {
    return "| [%s](../src/main/resources/rule/%s.md) | %s | %s | %s |\n"
        .formatted(
            rule.id(),
            rule.id(),
            rule.isOnByDefault() ? severity(rule) : "off",
            BY_APPLY.getOrDefault(rule.id(), String.join(", ", fixes)),
            rule.summary());
  }

  private static String severity(Rule rule) {
    return rule.severity().word().replace("info", "note");
  }

  /** Returns the options that fix a finding of a rule, in any case. */
  private Map<String, Set<String>> fixes() throws IOException {
    Map<String, Set<String>> fixes = new TreeMap<>();
    for (CaseFolder each : CaseFolder.in(CASES)) {
      Path folder = Files.createDirectories(temp.resolve(each.toString()));
      each.writeTo(folder, Variant.AS_IS);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Shell.run(folder, out, new ByteArrayOutputStream(), "check", "--report", "json");
      for (JsonNode finding : new ObjectMapper().readTree(out.toString(UTF_8)).get("findings")) {
        if (finding.get("fix").isObject()) {
          String option = finding.at("/fix/safe").asBoolean() ? "`--fix`" : "`--unsafe-fixes`";
          fixes.computeIfAbsent(finding.get("rule").asText(), rule -> new TreeSet<>()).add(option);
        }
      }
    }
    return fixes;
  }
}
