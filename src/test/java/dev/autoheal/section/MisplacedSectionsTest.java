package dev.autoheal.section;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.text.SourceFile;
import dev.autoheal.xml.XmlDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that misplaced sections are found and other elements are not. */
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
  void findsASectionOutsideTheWebServer(String around) {
    assertThat(sections(around.formatted(SECTION)).misplaced()).hasSize(1);
    assertThat(sections(around.formatted("<monitoring><actions /></monitoring>")).misplaced())
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
  void ignoresASectionInTheWebServer(String around) {
    assertThat(sections(around.formatted(SECTION)).misplaced()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<monitoring />",
        "<monitoring enabled='true'><agents /></monitoring>",
        "<autoHeal />"
      })
  void ignoresElementsWithAnotherMeaning(String element) {
    assertThat(sections(element).misplaced()).isEmpty();
  }

  @Test
  void ignoresASectionDeclaredByTheFile() {
    String declared =
        "<configSections><sectionGroup name='acme'><section name='%s' /></sectionGroup></configSections>";
    assertThat(sections(declared.formatted("monitoring") + SECTION).misplaced()).isEmpty();
    assertThat(sections(declared.formatted("x") + "<acme>" + SECTION + "</acme>").misplaced())
        .isEmpty();
    assertThat(sections(declared.formatted("other") + SECTION).misplaced()).hasSize(1);
    assertThat(sections("<configSections><section /></configSections>" + SECTION).misplaced())
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
  void findsAMisnamedSection(String section) {
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
  void ignoresElementsThatAreNotASection(String element) {
    assertThat(misnamed(element)).isZero();
  }

  @Test
  void checksNamesOnlyInTheWebServerOfTheApp() {
    assertThat(sections("<autoHeal />").misnamed()).isEmpty();
    assertThat(sections("<location path='a'>" + server("<autoHeal />") + "</location>").misnamed())
        .isEmpty();
    assertThat(sections("<location path='.'>" + server("<autoHeal />") + "</location>").misnamed())
        .hasSize(1);
  }

  @Test
  void findsASectionForOnePathOfTheApp() {
    assertThat(sections("<location path='a'>" + server(SECTION) + "</location>").scoped())
        .hasSize(1);
    assertThat(sections("<location path='a'>" + server("<monitoring />") + "</location>").scoped())
        .hasSize(1);
    assertThat(sections("<location path='a'>" + SECTION + "</location>").scoped()).isEmpty();
    assertThat(sections("<location path='.'>" + server(SECTION) + "</location>").scoped())
        .isEmpty();
    assertThat(sections(server(SECTION)).scoped()).isEmpty();
  }

  @Test
  void findsNothingWithoutAConfiguration() {
    MisplacedSections sections =
        sections(
            document(
                "<a>" + SECTION + "<location path='a'>" + server(SECTION) + "</location></a>"));
    assertThat(sections.misplaced()).isEmpty();
    assertThat(sections.misnamed()).isEmpty();
    assertThat(sections.scoped()).isEmpty();
  }

  private static int misnamed(String content) {
    return sections(server(content)).misnamed().size();
  }

  private static String server(String content) {
    return "<system.webServer>" + content + "</system.webServer>";
  }

  private static MisplacedSections sections(String content) {
    return sections(document("<configuration>" + content + "</configuration>"));
  }

  private static MisplacedSections sections(XmlDocument document) {
    return MisplacedSections.of(WebConfig.of(document));
  }

  private static XmlDocument document(String text) {
    XmlDocument.Result result =
        XmlDocument.parse(SourceFile.of("web.config", text.getBytes(UTF_8)));
    return ((XmlDocument.Parsed) result).document();
  }
}
