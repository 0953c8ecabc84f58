package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownSectionTest {
  private final RuleTester tester = new RuleTester(new UnknownSection());

  @ParameterizedTest
  @ValueSource(strings = {"autoHeal", "AutoHeal", "autoHealing", "auto-heal", "autoHealRules"})
  void inventedNamesAreFound(String name) {
    assertThat(tester.inSection("<" + name + " />"))
        .containsExactly(
            "2:2 IIS knows no section %s and answers every request with 500.19: write monitoring, with one triggers and one actions element in it"
                .formatted(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Monitoring", "MONITORING"})
  void letterCaseCounts(String name) {
    assertThat(tester.inSection("<" + name + " />"))
        .singleElement()
        .asString()
        .endsWith("letter case counts, write monitoring");
  }

  @Test
  void misspelledNameIsFoundByWhatStandsInIt() {
    assertThat(tester.inSection("<monitering><triggers /></monitering>"))
        .singleElement()
        .asString()
        .endsWith("did you mean monitoring?");
    assertThat(tester.inSection("<monitering />")).isEmpty();
  }

  @Test
  void otherSectionsAreFine() {
    assertThat(tester.inSection("<tracing><traceFailedRequests /></tracing><monitoring />"))
        .isEmpty();
  }

  @Test
  void otherPlacesAreNotJudged() {
    tester.findsNothing("<configuration><autoHeal /></configuration>");
  }

  @Test
  void nameIsMendedInBothTags() {
    assertThat(tester.fixed(file("<Monitoring a='1'><!-- a --></Monitoring>")))
        .isEqualTo(file("<monitoring a='1'><!-- a --></monitoring>"));
    assertThat(tester.fixed(file("<autoHeal enabled='true' />"))).isEqualTo(file("<monitoring />"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<autoHeal enabled='false' />",
        "<autoHeal /><monitoring />",
        "<autoHeal /><Monitoring />"
      })
  void sectionThatIsOffOrNotAloneIsNotMended(String section) {
    assertThat(tester.inSection(section)).isNotEmpty();
    assertThat(tester.fixed(file(section))).isEqualTo(file(section));
  }

  @Test
  void transformMayRemoveOne() {
    String transform =
        "<configuration xmlns:xdt='http://schemas.microsoft.com/XML-Document-Transform'>"
            + "<system.webServer><autoHeal xdt:Transform='%s' /></system.webServer></configuration>";
    assertThat(tester.findings(transform(transform.formatted("Remove")))).isEmpty();
    assertThat(tester.findings(transform(transform.formatted("Insert")))).hasSize(1);
  }

  private static Subject transform(String xml) {
    return Subject.of(RuleTester.file("Web.Release.config", xml));
  }

  private static String file(String section) {
    return "<configuration><system.webServer>%s</system.webServer></configuration>"
        .formatted(section);
  }
}
