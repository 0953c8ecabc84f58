package dev.autoheal.section;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.section.SectionPath.Step;
import dev.autoheal.text.SourceFile;
import dev.autoheal.xml.XmlDocument;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionPathTest {
  private static final String SERVER = "<system.webServer />";
  private static final String WITH_SECTION = "<system.webServer><monitoring /></system.webServer>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<system.webServer /> | system.webServer",
        "<system.web /> | +system.webServer",
        "<location path='.'><system.webServer /></location> | location[path=.] Match(path) > system.webServer",
        "<location path=''><system.webServer /></location> | location[path=] Match(path) > system.webServer",
        "<location><system.webServer /></location> | location Condition(not(@path)) > system.webServer",
        "<location path='api'><system.webServer /></location> | +system.webServer",
        "<location path='.'><system.web /></location> | +system.webServer",
      })
  void leadsToTheSystemWebServerOfTheBase(String content, String path) {
    assertThat(text(path(content))).isEqualTo(path);
  }

  @Test
  void prefersTheWebServerWithTheSection() {
    assertThat(text(path(SERVER + "<location path='.'>" + WITH_SECTION + "</location>")))
        .isEqualTo("location[path=.] Match(path) > system.webServer");
    assertThat(text(path("<location path='.'>" + SERVER + "</location>" + WITH_SECTION)))
        .isEqualTo("system.webServer");
  }

  @Test
  void assumesTheStructureOfPublishingWithoutABase() {
    assertThat(SectionPath.published().isAssumed()).isTrue();
    assertThat(text(SectionPath.published()))
        .isEqualTo("+location[path=.] Match(path) > +system.webServer");
    assertThat(path(SERVER).isAssumed()).isFalse();
  }

  private static SectionPath path(String content) {
    byte[] bytes = ("<configuration>" + content + "</configuration>").getBytes(UTF_8);
    XmlDocument.Result result = XmlDocument.parse(SourceFile.of("web.config", bytes));
    return SectionPath.of(WebConfig.of(((XmlDocument.Parsed) result).document()));
  }

  /** Puts a plus before each element to insert. */
  private static String text(SectionPath path) {
    return path.steps().stream().map(SectionPathTest::text).collect(Collectors.joining(" > "));
  }

  private static String text(Step step) {
    List<String> identity =
        step.identity().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
    return (step.exists() ? "" : "+")
        + step.name()
        + (identity.isEmpty() ? "" : identity)
        + step.locator().map(locator -> " " + locator).orElse("");
  }
}
