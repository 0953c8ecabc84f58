package dev.autoheal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.autoheal.cli.HtmlPageReader;
import dev.autoheal.cli.MarkdownPageReader;
import dev.autoheal.cli.Receiver;
import dev.autoheal.cli.RunnerLog;
import dev.autoheal.cli.SarifSchema;
import dev.autoheal.cli.Shell;
import dev.autoheal.cli.Workspace;
import dev.autoheal.rule.Rule;
import dev.autoheal.rules.Rules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests all reports of one run with a finding of each rule. */
class MistakesReportsTest {
  private static final List<String> FORMATS = Shell.formats();

  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void everyMistake() throws IOException {
    work = Project.copyIn(temp);
    work.file("samples/mistakes/big/web.config", "<configuration>" + " ".repeat(300_000));
    run("1");
  }

  private void run(String suffix) {
    String[] arguments = new String[2 + FORMATS.size()];
    arguments[0] = "check";
    arguments[1] = "samples/mistakes";
    for (int i = 0; i < FORMATS.size(); i++) {
      arguments[2 + i] = "--report=%s=%s%s".formatted(FORMATS.get(i), FORMATS.get(i), suffix);
    }
    work.run(arguments);
  }

  private static Set<String> rules() {
    return new TreeSet<>(Rules.all().stream().map(Rule::id).toList());
  }

  @Test
  void areReproducible() {
    run("2");

    assertThat(FORMATS)
        .allSatisfy(
            format -> assertThat(work.read(format + "2")).isEqualTo(work.read(format + "1")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "azure | [%s]",
        "gitlab | \"check_name\" : \"%s\"",
        "junit | &#x5B;%s]",
        "checkstyle | source=\"autoheal.%s\"",
        "rdjson | \"value\" : \"%s\""
      })
  void areAcceptedByTheReceiver(String format, String mark) {
    String report = work.read(format + "1");

    Receiver.examined(format, report.getBytes(UTF_8));
    assertThat(rules())
        .allSatisfy(
            rule -> assertThat(report).containsAnyOf(mark.formatted(rule), ";code=" + rule + ";]"));
  }

  @Test
  void areSarifResults() {
    JsonNode run = SarifSchema.validated(work.read("sarif1").getBytes(UTF_8));

    assertThat(run.get("results").findValuesAsText("ruleId")).containsAll(rules());
    assertThat(run.get("results").findValuesAsText("autoheal/v1")).doesNotHaveDuplicates();
  }

  @Test
  void areMarkdownRows() {
    String page = work.read("markdown1");

    MarkdownPageReader.examined(page);
    assertThat(rules()).allSatisfy(rule -> assertThat(page).contains(" | " + rule + " |\n"));
  }

  @Test
  void areOnOneHtmlPage() {
    Document page = HtmlPageReader.examined(work.read("html1"));

    assertThat(page.select(".rule h3").eachText()).containsAll(rules());
    assertThat(page.select("#list a").eachText()).containsAll(rules());
  }

  @Test
  void areGithubAnnotationsAndLines() {
    String log = work.read("github1");
    List<RunnerLog.Command> commands = RunnerLog.commands(log.getBytes(UTF_8));

    assertThat(rules()).allSatisfy(rule -> assertThat(log).contains(" [" + rule + "]\n"));
    assertThat(commands).extracting(RunnerLog.Command::name).contains("error", "warning", "notice");
    assertThat(commands).hasSizeLessThanOrEqualTo(30);
  }
}
