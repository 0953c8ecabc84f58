package dev.autoheal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.autoheal.cli.Workspace;
import dev.autoheal.policy.read.PolicySchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that the policy page has each key of the schema with its default and a valid example. */
class PolicyPageTest {
  private static final Page PAGE = Page.of("docs/policy.md");
  private static final Path SCHEMA = Path.of("schemas/autoheal-policy.schema.json");

  /** Sections of the page, with their definitions in the schema. */
  private static final Map<String, String> DEFINITIONS =
      Map.of(
          "Top level", "",
          "Apps", "/definitions/app",
          "Triggers", "/definitions/triggers",
          "Limits", "/definitions/limits",
          "Plan", "/definitions/plan",
          "Exceptions", "/definitions/exception");

  /** Definitions with their own section, and definitions of simple values. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "app",
          "layer",
          "triggers",
          "limits",
          "plan",
          "exception",
          "rules",
          "countLimits",
          "durationLimits");

  private static final List<String> APP =
      List.of("name: shop", "files: [web.config]", "plan: { sku: P1V3 }");
  private static final List<String> EXCEPTION =
      List.of("rule: drift", "until: 2027-03-31", "reason: moves in spring");

  @TempDir Path temp;
  private final JsonNode schema;

  PolicyPageTest() throws IOException {
    schema = new ObjectMapper().readTree(Files.readString(SCHEMA));
  }

  /** A row of a table with the default and the example of a key. */
  private record Row(String key, String standard, String example) {}

  private static List<Row> rows(String heading) throws IOException {
    String text = PAGE.text();
    int start = text.indexOf("\n## " + heading + "\n");
    int next = text.indexOf("\n## ", start + 1);
    return text.substring(start, next)
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split(" *\\| *", -1))
        .map(cells -> new Row(code(cells[1]), cells[4], code(cells[5])))
        .toList();
  }

  private static String code(String cell) {
    return cell.substring(1, cell.length() - 1);
  }

  /** Collects the keys of a map with their schemas, and keys of nested maps with a dot. */
  private void collect(String prefix, JsonNode node, Map<String, JsonNode> keys) {
    node.path("properties")
        .fields()
        .forEachRemaining(
            property -> {
              keys.put(prefix + property.getKey(), property.getValue());
              inside(prefix + property.getKey() + ".", property.getValue(), keys);
            });
  }

  private void inside(String prefix, JsonNode node, Map<String, JsonNode> keys) {
    String name = node.path("$ref").asText().replace("#/definitions/", "");
    if (ELSEWHERE.contains(name)) {
      return;
    }
    if (!name.isEmpty()) {
      inside(prefix, schema.at("/definitions/" + name), keys);
    }
    node.path("oneOf").forEach(choice -> inside(prefix, choice, keys));
    if (node.has("items")) {
      inside(prefix, node.get("items"), keys);
    }
    if (!node.path("properties").has("min")) {
      collect(prefix, node, keys);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Top level", "Apps", "Triggers", "Limits", "Plan", "Exceptions"})
  void hasEachKey(String heading) throws IOException {
    Map<String, JsonNode> keys = new TreeMap<>();
    collect("", schema.at(DEFINITIONS.get(heading)), keys);

    assertThat(rows(heading))
        .extracting(Row::key)
        .containsExactlyInAnyOrderElementsOf(keys.keySet());
    for (Row row : rows(heading)) {
      JsonNode standard = standard(keys.get(row.key));
      if (standard.isBoolean() || standard.isNumber() || !standard.asText().isEmpty()) {
        assertThat(row.standard).as(row.key).isEqualTo("`" + standard.asText() + "`");
      }
    }
  }

  private JsonNode standard(JsonNode key) {
    return key.has("$ref")
        ? schema.at(key.get("$ref").asText().substring(1)).path("default")
        : key.path("default");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Top level", "Apps", "Triggers", "Limits", "Plan", "Exceptions"})
  void hasValidExamples(String heading) throws IOException {
    for (Row row : rows(heading)) {
      String name = row.key.substring(row.key.lastIndexOf('.') + 1);
      assertThat(row.example).contains(name + ":");
      assertIsValid(
          switch (heading) {
            case "Top level" ->
                row.example.startsWith("version") ? row.example : "version: 1\n" + row.example;
            case "Apps" -> app(row.example);
            case "Exceptions" ->
                app("name: shop")
                    + "exceptions:\n  - "
                    + String.join("\n    ", with(EXCEPTION, row.example))
                    + "\n";
            default -> app(heading.toLowerCase(Locale.ROOT) + ": { " + row.example + " }");
          });
    }
  }

  private void assertIsValid(String policy) {
    Workspace work = Workspace.in(temp).file("platform/autoheal.yaml", "version: 1\n");
    work.file("web.config", Workspace.BARE).file("autoheal.yaml", policy);

    assertThat(work.run("check").exit()).as(policy).isLessThan(2);
    assertThat(PolicySchema.problems(policy)).as(policy).isEmpty();
  }

  private static String app(String example) {
    return "version: 1\napps:\n  - " + String.join("\n    ", with(APP, example)) + "\n";
  }

  /** Returns the lines with another line, which replaces a line with the same key. */
  private static List<String> with(List<String> lines, String line) {
    String key = line.replaceFirst(":.*", ":");
    List<String> all = new ArrayList<>(lines);
    all.removeIf(each -> each.startsWith(key));
    all.add(line);
    return all;
  }
}
