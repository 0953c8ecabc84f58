package dev.autoheal.section;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.text.SourceFile;
import dev.autoheal.xml.XmlDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the section is found where IIS reads it. */
class WebConfigTest {
  private static final String SERVER =
      "<system.webServer><monitoring><triggers/></monitoring></system.webServer>";

  @ParameterizedTest
  @ValueSource(strings = {"<location path='.'>", "<location path=''>", "<location>"})
  void findsASectionInALocationForTheWholeApp(String location) {
    WebConfig config =
        config("<configuration>" + location + SERVER + "</location></configuration>");
    assertThat(config.sections()).hasSize(1);
    assertThat(MisplacedSections.of(config).misplaced()).isEmpty();
    assertThat(config.home().parent().orElseThrow().name()).isEqualTo("location");
  }

  @Test
  void acceptsTheOldNamespace() {
    String xmlns = " xmlns='http://schemas.microsoft.com/.NetConfiguration/v2.0'";
    assertThat(config("<configuration" + xmlns + ">" + SERVER + "</configuration>").sections())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"api", "Default Web Site/app", "..", " . "})
  void ignoresALocationForOnePathOfTheApp(String path) {
    WebConfig config =
        config(
            "<configuration><location path='"
                + path
                + "'>"
                + SERVER
                + "</location></configuration>");
    assertThat(config.sections()).isEmpty();
    assertThat(MisplacedSections.of(config).misplaced()).isEmpty();
  }

  @Test
  void findsEverySectionOfTheApp() {
    WebConfig config =
        config(
            "<configuration>"
                + SERVER
                + "<location path='.'>"
                + SERVER
                + "</location></configuration>");
    assertThat(config.sections()).hasSize(2);
    assertThat(config.webServers()).hasSize(2);
  }

  @Test
  void findsAMisplacedSection() {
    String section = "<monitoring><triggers/></monitoring>";
    assertThat(misplaced(section)).isEqualTo(1);
    assertThat(misplaced("<system.web>" + section + "</system.web>")).isEqualTo(1);
    assertThat(misplaced("<system.web><monitoring x='1'/></system.web>")).isZero();
  }

  private static int misplaced(String content) {
    WebConfig config = config("<configuration>" + content + "</configuration>");
    return MisplacedSections.of(config).misplaced().size();
  }

  @Test
  void usesTheRootWithoutAWebServer() {
    assertThat(config("<configuration/>").home().name()).isEqualTo("configuration");
    assertThat(config("<other>" + SERVER + "</other>").levels()).isEmpty();
  }

  @Test
  void derivesTheRoleFromTheFileName() {
    assertThat(WebConfig.Role.of("a/Web.config")).isEqualTo(WebConfig.Role.CONFIG);
    assertThat(WebConfig.Role.of("WEB.Release.CONFIG")).isEqualTo(WebConfig.Role.TRANSFORM);
    assertThat(WebConfig.Role.of("web.config.bak")).isEqualTo(WebConfig.Role.CONFIG);
  }

  @Test
  void ignoresStatusRulesWithUnreadableCodes() {
    WebConfig config =
        config(
            "<configuration><system.webServer><monitoring><triggers><statusCode><add"
                + " statusCode='500' subStatusCode='0'/><add statusCode='500'/><add"
                + " statusCode='#{x}#'/><add count='1'/><add statusCode='500' subStatusCode='x'/>"
                + "</statusCode></triggers></monitoring></system.webServer></configuration>");
    Section section = config.sections().get(0);
    assertThat(section.triggers()).hasSize(5);
    assertThat(section.byKey()).hasSize(1);
    assertThat(section.byKey().get(TriggerKey.of(new StatusKey(500, 0, 0)))).hasSize(2);
  }

  private static WebConfig config(String text) {
    XmlDocument.Result result =
        XmlDocument.parse(SourceFile.of("web.config", text.getBytes(UTF_8)));
    return WebConfig.of(((XmlDocument.Parsed) result).document());
  }
}
