package dev.autoheal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RdjsonReportTest {
  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void driftingFile() {
    work = Workspace.in(temp).file("autoheal.yaml", Workspace.policy("**"));
    work.file("web.config", Workspace.WRONG);
  }

  private JsonNode diagnostics(String arguments) {
    return RdjsonSchema.validated(work.run((arguments + " --report rdjson").split(" ", -1)).out());
  }

  private static JsonNode range(JsonNode diagnostic) {
    return diagnostic.at("/location/range");
  }

  /** Returns the offset of a position. Like reviewdog, it counts lines, and bytes within a line. */
  private static int offset(byte[] file, JsonNode position) {
    int offset = 0;
    for (int line = 1; line < position.get("line").asInt(); line++) {
      while (file[offset] != '\n') {
        offset++;
      }
      offset++;
    }
    return offset + position.get("column").asInt() - 1;
  }

  private static String cut(byte[] file, JsonNode range) {
    int start = offset(file, range.get("start"));
    return new String(file, start, offset(file, range.get("end")) - start, UTF_8);
  }

  private static byte[] replaced(byte[] file, JsonNode suggestion) {
    int start = offset(file, suggestion.at("/range/start"));
    int end = offset(file, suggestion.at("/range/end"));
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    result.write(file, 0, start);
    result.writeBytes(suggestion.get("text").asText().getBytes(UTF_8));
    result.write(file, end, file.length - end);
    return result.toByteArray();
  }

  /** Applies a suggestion like GitLab, which replaces whole lines. */
  private static byte[] linesReplaced(byte[] file, JsonNode suggestion) {
    List<String> lines = new ArrayList<>(List.of(new String(file, UTF_8).split("(?<=\n)")));
    int start = suggestion.at("/range/start/line").asInt() - 1;
    int end = suggestion.at("/range/end/line").asInt();
    String last = lines.get(end - 1);
    String lineBreak = last.substring(last.stripTrailing().length());
    lines.subList(start, end).clear();
    lines.add(start, suggestion.get("text").asText() + lineBreak);
    return String.join("", lines).getBytes(UTF_8);
  }

  @Test
  void hasADiagnosticWithItsPlaceAndThePolicyLine() {
    JsonNode diagnostic = diagnostics("check").get(0);

    assertThat(diagnostic.get("message").asText())
        .isEqualTo(
            "privateBytesInKB&#61;&#34;700000&#34; (683.59 MB), but the policy requires 800 MB"
                + " (819200 KB); run &#96;autoheal apply&#96; (autoheal.yaml&#58;7)");
    assertThat(diagnostic.get("severity").asText()).isEqualTo("ERROR");
    assertThat(diagnostic.at("/code/value").asText()).isEqualTo("drift");
    assertThat(diagnostic.at("/location/path").asText()).isEqualTo("web.config");
    assertThat(cut(Workspace.WRONG.getBytes(UTF_8), range(diagnostic))).isEqualTo("700000");
    assertThat(diagnostic.at("/related_locations/0/location/path").asText())
        .isEqualTo("autoheal.yaml");
    assertThat(diagnostic.get("suggestions")).isEmpty();
  }

  @Test
  void isEmptyWithoutFindings() {
    work.file("web.config", Workspace.RIGHT);

    assertThat(diagnostics("check")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<memory",
        "\t<!-- tab --><memory",
        "<!-- caf\u00E9 --><memory",
        "<!-- \u20AC\u3042 --><memory",
        "<!-- \uD83D\uDE00\uD83D\uDE00 --><memory",
        "<memory \u00FCber='\uD83D\uDE00'",
        "<!-- password=\u00E9\u20ACsecret\uD83D\uDE00; --><memory",
        "<!-- \uD83D\uDE00\n \u00E9 --><memory"
      })
  void countsBytes(String start) {
    String text = Workspace.WRONG.replace("<memory", start);
    for (String content : new String[] {text, text.replace("\n", "\r\n"), "\uFEFF" + text}) {
      work.file("web.config", content);

      assertThat(diagnostics("check"))
          .anySatisfy(
              each -> assertThat(cut(content.getBytes(UTF_8), range(each))).isEqualTo("700000"));
    }
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE", "UTF-16BE", "windows-1252"})
  void countsBytesOfTheTextInOtherEncodings(String name) {
    Charset charset = Charset.forName(name);
    String head =
        "<?xml version=\"1.0\" encoding=\"%s\"?>\n".formatted(name.replaceAll("[LB]E$", ""));
    String text = head + Workspace.WRONG.replace("<memory", "<!-- \u00E9\u20AC --><memory");
    work.file("web.config", (name.startsWith("UTF") ? "\uFEFF" + text : text).getBytes(charset));

    assertThat(diagnostics("check"))
        .singleElement()
        .satisfies(each -> assertThat(cut(text.getBytes(UTF_8), range(each))).isEqualTo("700000"));
  }

  @Test
  void countsTheByteOrderMarkInTheFirstLine() {
    String content = "\uFEFF<configuration><\u00E9";
    work.file("web.config", content);

    JsonNode start = range(diagnostics("check").get(0)).get("start");
    work.file("web.config", content.substring(1));
    JsonNode without = range(diagnostics("check").get(0)).get("start");
    assertThat(start.get("line").asInt()).isEqualTo(1);
    assertThat(start.get("column").asInt()).isEqualTo(without.get("column").asInt() + 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<memory PrivateBytesInKB='819200' />",
        "<!-- \uD83D\uDE00\u00E9 --><memory PrivateBytesInKB='819200'></memory>",
        "<memory\n\u0009PrivateBytesInKB='819200'><!-- \u20AC --></memory>",
        "<memory privateBytesInKB='819200' /><requests count='5' timeInterval='00:00:60' />"
      })
  void suggestsTheSameTextAsCheckFix(String element) {
    work.file("autoheal.yaml", "version: 1\n");
    String text = Workspace.RIGHT.replace("<memory privateBytesInKB=\"819200\" />", element);
    for (String content : new String[] {text, text.replace("\n", "\r\n"), "\uFEFF" + text}) {
      byte[] before = content.getBytes(UTF_8);
      work.file("web.config", before);
      JsonNode suggestions =
          diagnostics("check").findValues("suggestions").stream()
              .filter(each -> !each.isEmpty())
              .findFirst()
              .orElseThrow();
      work.run("check", "--fix");

      assertThat(new String(replaced(before, suggestions.get(0)), UTF_8))
          .isEqualTo(work.read("web.config"));
      assertThat(new String(linesReplaced(before, suggestions.get(0)), UTF_8))
          .isEqualTo(work.read("web.config"));
    }
  }

  @Test
  void suggestsTheWholeLineAfterAByteOrderMark() {
    work.file("autoheal.yaml", "version: 1\n");
    byte[] before =
        ("\uFEFF" + Workspace.RIGHT.replace("\n", "").replace("819200", "819200 ")).getBytes(UTF_8);
    work.file("web.config", before);

    JsonNode suggestion = diagnostics("check").findValues("suggestions").get(0).get(0);
    work.run("check", "--fix");

    assertThat(replaced(before, suggestion)).isEqualTo(work.read("web.config").getBytes(UTF_8));
    assertThat(linesReplaced(before, suggestion))
        .isEqualTo(work.read("web.config").getBytes(UTF_8));
  }

  @Test
  void suggestsNoLongLine() {
    work.file("autoheal.yaml", "version: 1\n");
    work.file(
        "web.config", Workspace.RIGHT.replace("\"819200\"", "\"819200 \" " + " ".repeat(3000)));

    assertThat(diagnostics("check")).hasSize(1);
    assertThat(diagnostics("check").findValuesAsText("text")).isEmpty();
  }

  @Test
  void suggestsNoUnsafeFix() {
    work.file("web.config", Workspace.RIGHT.replace("memory", "memmory"));

    assertThat(diagnostics("check")).isNotEmpty();
    assertThat(diagnostics("check").findValues("suggestions"))
        .allSatisfy(each -> assertThat(each).isEmpty());
  }

  @Test
  void suggestsNoLineWithACredential() {
    String action =
        "<actions value='CustomAction'><customAction Exe='a' parameters='password=hunter22' />"
            + "</actions>";
    work.file("web.config", Workspace.RIGHT.replace("<actions value=\"Recycle\" />", action));

    assertThat(diagnostics("check").findValuesAsText("text")).isEmpty();
    assertThat(work.run("check", "--report", "rdjson").text()).doesNotContain("hunter22");
  }

  @Test
  void reportsAFailedRunAsADiagnostic() {
    JsonNode gone = diagnostics("check gone").get(0);
    assertThat(gone.get("message").asText()).isEqualTo("gone does not exist");
    assertThat(gone.has("location")).isFalse();

    work.file("autoheal.yaml", "version: 1\napps:\n  - name: x\n");
    assertThat(range(diagnostics("check").get(0)).at("/start/line").asInt()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"diff, 1", "apply --dry-run, 1", "apply, 0"})
  void reportsPendingChanges(String command, int diagnostics) {
    assertThat(diagnostics(command)).hasSize(diagnostics);
  }

  @Test
  void reportsNewFindingsOfAReview() {
    work.repository().git("add", ".");
    work.git("commit", "-qm", "x");
    work.file("web.config", Workspace.WRONG.replace("Recycle", "Restart"));

    assertThat(diagnostics("review --base HEAD").findValuesAsText("value"))
        .containsExactly("invalid-action");
  }

  @Test
  void escapesMarkup() {
    work.file("web.config", Workspace.WRONG.replace("700000", "![x](https://evil) @all &lt;b>"));
    String message =
        diagnostics("check").findValuesAsText("message").stream()
            .filter(each -> each.contains("evil"))
            .findFirst()
            .orElseThrow();

    assertThat(message).doesNotContain("[", "<", "://", "@all");
  }
}
