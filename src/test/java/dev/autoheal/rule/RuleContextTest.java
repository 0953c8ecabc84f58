package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.policy.App;
import dev.autoheal.rules.RuleTester;
import dev.autoheal.section.ParsedFile;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.SourceFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleContextTest {
  private static final String TRANSFORM =
      """
      <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
        <system.webServer %s>
          <monitoring %s />
        </system.webServer>
      </configuration>
      """;

  @ParameterizedTest
  @ValueSource(strings = {"Insert", "InsertIfMissing", "InsertBefore(/configuration)", "Replace"})
  void checksASectionThatATransformInserts(String operation) {
    String attribute = "xdt:Transform='" + operation + "'";
    assertThat(transform(TRANSFORM.formatted("", attribute)).sections()).hasSize(1);
    assertThat(transform(TRANSFORM.formatted(attribute, "")).sections()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "xdt:Transform='SetAttributes'",
        "xdt:Locator='Match(Replace)'",
        "lockItem='Replace'"
      })
  void ignoresASectionThatATransformOnlyPatches(String attribute) {
    assertThat(transform(TRANSFORM.formatted("", attribute)).sections()).isEmpty();
  }

  @Test
  void neverTreatsAWebConfigAsATransform() {
    ParsedFile subject = ParsedFile.of(RuleTester.file("web.config", TRANSFORM.formatted("", "")));
    assertThat(subject.isTransform()).isFalse();
    assertThat(subject.sections()).hasSize(1);
  }

  @Test
  void treatsATransformWithoutTheNamespaceAsAFragment() {
    assertThat(transform("<configuration />").isFragment()).isTrue();
    assertThat(transform(TRANSFORM.formatted("", "")).isFragment()).isFalse();
    assertThat(ParsedFile.of(RuleTester.file("web.config", "<a />")).isFragment()).isFalse();
  }

  @Test
  void appliesTheSameAppToTheFileOfTheSection() {
    SourceFile source = RuleTester.file("monitoring.config", "<monitoring />");
    App app = RuleTester.policy(RuleTester.app("action: recycle")).apps().get(0);
    ParsedFile file = ParsedFile.of(RuleTester.file("web.config", "<configuration />"));
    FileContext around =
        new FileContext(
            Optional.of(app),
            Optional.of(ParsedFile.of(source, WebConfig.Role.SOURCE)),
            Optional.empty(),
            List.of(),
            false,
            List.of());
    RuleContext context = new RuleContext(file, around, Optional.empty());

    assertThat(context.source().orElseThrow().app()).contains(app);
    FileContext unmatched =
        new FileContext(
            Optional.empty(), around.configSource(), Optional.empty(), List.of(), false, List.of());
    assertThat(new RuleContext(file, unmatched, Optional.empty()).source().orElseThrow().app())
        .isEmpty();
  }

  @Test
  void reportsAMalformedTransform() {
    assertThat(transform("<configuration>").isFragment()).isFalse();
  }

  private static ParsedFile transform(String text) {
    return ParsedFile.of(RuleTester.file("Web.Release.config", text));
  }
}
