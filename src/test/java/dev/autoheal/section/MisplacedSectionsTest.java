package dev.autoheal.section;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.text.SourceFile;
import dev.autoheal.xml.XmlDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sections are found where people put them, and nothing else is taken for one. */
class MisplacedSectionsTest {
  private static final String SECTION = "<monitoring><triggers /></monitoring>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "<system.web>%s</system.web>",
        "<system.applicationHost><sites>%s</sites></system.applicationHost>",
        "<location path='.'>%s</location>",
        "<location path='a'><system.web>%s</system.web></location>"
      })
  void sectionOutsideOfAWebServerIsMisplaced(String around) {
    assertThat(lost(around.formatted(SECTION)).misplaced()).hasSize(1);
    assertThat(lost(around.formatted("<monitoring><actions /></monitoring>")).misplaced())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<system.webServer>%s</system.webServer>",
        "<location><system.webServer>%s</system.webServer></location>",
        "<location path='a'><system.webServer>%s</system.webServer></location>",
        "<system.webServer><handlers>%s</handlers></system.webServer>"
      })
  void whatStandsInAWebServerIsNot(String around) {
    assertThat(lost(around.formatted(SECTION)).misplaced()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<monitoring />",
        "<monitoring enabled='true'><agents /></monitoring>",
        "<autoHeal />"
      })
  void elementOfAnotherMeaningIsNot(String element) {
    assertThat(lost(element).misplaced()).isEmpty();
  }

  @Test
  void sectionThatTheFileDeclaresForItsOwnProgramIsNot() {
    String declared =
        "<configSections><sectionGroup name='acme'><section name='%s' /></sectionGroup></configSections>";
    assertThat(lost(declared.formatted("monitoring") + SECTION).misplaced()).isEmpty();
    assertThat(lost(declared.formatted("x") + "<acme>" + SECTION + "</acme>").misplaced())
        .isEmpty();
    assertThat(lost(declared.formatted("other") + SECTION).misplaced()).hasSize(1);
    assertThat(lost("<configSections><section /></configSections>" + SECTION).misplaced())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<autoHeal />",
        "<AutoHealing />",
        "<auto-heal-rules />",
        "<autoHealSetting />",
        "<autoHealSettings />",
        "<Monitoring />",
        "<MONITORING />",
        "<monitorin><triggers /></monitorin>",
        "<monitor><actions /></monitor>"
      })
  void sectionOfAnotherNameIsMisnamed(String section) {
    assertThat(misnamed(section)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<monitoring />",
        "<monitorin />",
        "<monitorin enabled='true'><agents /></monitorin>",
        "<healthChecks><actions /></healthChecks>",
        "<handlers />",
        "<rewrite><autoHeal /></rewrite>"
      })
  void elementThatIsNotMeantToBeOneIsNot(String element) {
    assertThat(misnamed(element)).isZero();
  }

  @Test
  void nameIsJudgedBesideASectionOnly() {
    assertThat(lost("<autoHeal />").misnamed()).isEmpty();
    assertThat(lost("<location path='a'>" + server("<autoHeal />") + "</location>").misnamed())
        .isEmpty();
    assertThat(lost("<location path='.'>" + server("<autoHeal />") + "</location>").misnamed())
        .hasSize(1);
  }

  @Test
  void sectionForAPartOfTheAppIsScoped() {
    assertThat(lost("<location path='a'>" + server(SECTION) + "</location>").scoped()).hasSize(1);
    assertThat(lost("<location path='a'>" + server("<monitoring />") + "</location>").scoped())
        .hasSize(1);
    assertThat(lost("<location path='a'>" + SECTION + "</location>").scoped()).isEmpty();
    assertThat(lost("<location path='.'>" + server(SECTION) + "</location>").scoped()).isEmpty();
    assertThat(lost(server(SECTION)).scoped()).isEmpty();
  }

  @Test
  void fileWithoutConfigurationHasNone() {
    MisplacedSections lost =
        lost(
            document(
                "<a>" + SECTION + "<location path='a'>" + server(SECTION) + "</location></a>"));
    assertThat(lost.misplaced()).isEmpty();
    assertThat(lost.misnamed()).isEmpty();
    assertThat(lost.scoped()).isEmpty();
  }

  private static int misnamed(String content) {
    return lost(server(content)).misnamed().size();
  }

  private static String server(String content) {
    return "<system.webServer>" + content + "</system.webServer>";
  }

  private static MisplacedSections lost(String content) {
    return lost(document("<configuration>" + content + "</configuration>"));
  }

  private static MisplacedSections lost(XmlDocument document) {
    return MisplacedSections.of(WebConfig.of(document));
  }

  private static XmlDocument document(String text) {
    XmlDocument.Result result =
        XmlDocument.parse(SourceFile.of("web.config", text.getBytes(UTF_8)));
    return ((XmlDocument.Parsed) result).document();
  }
}
