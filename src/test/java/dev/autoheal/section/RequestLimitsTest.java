package dev.autoheal.section;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.text.SourceFile;
import dev.autoheal.xml.XmlDocument;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which settings outside the section apply to the whole app. */
class RequestLimitsTest {
  @Test
  void readsALimitWithItsPlace() {
    assertThat(limits(server("<httpPlatform requestTimeout='00:20:00' />")))
        .containsExactly("requestTimeout of <httpPlatform>: 1200 s at 00:20:00");
    assertThat(limits(web("<httpRuntime executionTimeout='90' />")))
        .containsExactly("executionTimeout of <httpRuntime>: 90 s at 90");
  }

  @Test
  void usesTheDocumentedLimitByDefault() {
    assertThat(limits(server("<httpPlatform />")))
        .containsExactly("requestTimeout of <httpPlatform>: 120 s at <httpPlatform />");
    assertThat(limits(web("<httpRuntime />")))
        .containsExactly("executionTimeout of <httpRuntime>: 110 s at <httpRuntime />");
  }

  @ParameterizedTest
  @ValueSource(strings = {"outofprocess", "OutOfProcess", "OUTOFPROCESS"})
  void readsTheLimitOfAspNetCoreOutOfProcess(String model) {
    String element = "<aspNetCore hostingModel='" + model + "' />";
    assertThat(limits(server(element)))
        .containsExactly("requestTimeout of <aspNetCore>: 120 s at " + element);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<aspNetCore requestTimeout='00:00:20' />",
        "<aspNetCore hostingModel='inprocess' requestTimeout='00:00:20' />",
        "<aspNetCore hostingModel='' requestTimeout='00:00:20' />",
        "<aspNetCore hostingModel='#{model}#' requestTimeout='00:00:20' />",
        "<httpplatform />",
        "<handlers><httpPlatform /></handlers>",
        ""
      })
  void ignoresElementsThatDoNotForwardRequests(String element) {
    assertThat(limits(server(element))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "120", "00:00:00", "00:60:00", "#{timeout}#"})
  void ignoresAnUnreadableRequestTimeout(String value) {
    assertThat(limits(server("<httpPlatform requestTimeout='" + value + "' />"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "00:01:30", "-1", "#{timeout}#"})
  void ignoresAnUnreadableExecutionTimeout(String value) {
    assertThat(limits(web("<httpRuntime executionTimeout='" + value + "' />"))).isEmpty();
  }

  @Test
  void acceptsALimitOfOneSecond() {
    assertThat(limits(web("<httpRuntime executionTimeout='1' />"))).hasSize(1);
    assertThat(limits(server("<httpPlatform requestTimeout='00:00:01' />"))).hasSize(1);
  }

  @Test
  void ignoresTheLimitOfAspNetInDebugMode() {
    String runtime = "<httpRuntime executionTimeout='90' />";
    assertThat(limits(web(runtime + "<compilation debug='True' />"))).isEmpty();
    assertThat(limits(web(runtime) + web("<compilation debug='true' />"))).isEmpty();
    assertThat(limits(web(runtime + "<compilation debug='false' />"))).hasSize(1);
    assertThat(limits(web(runtime + "<compilation />"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<aspNetCore />", "<aspNetCore hostingModel='inprocess' />", "<httpPlatform />"})
  void ignoresTheLimitOfAspNetForForwardedRequests(String element) {
    assertThat(limits(web("<httpRuntime executionTimeout='90' />") + server(element)))
        .noneMatch(limit -> limit.contains("httpRuntime"));
  }

  @Test
  void readsAllLimits() {
    assertThat(
            limits(
                server("<httpPlatform requestTimeout='00:00:10' />")
                    + server(
                        "<aspNetCore hostingModel='outofprocess' requestTimeout='00:00:20' />")))
        .containsExactly(
            "requestTimeout of <httpPlatform>: 10 s at 00:00:10",
            "requestTimeout of <aspNetCore>: 20 s at 00:00:20");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<location>", "<location path='.'>", "<location path=''>"})
  void readsALocationForTheWholeApp(String location) {
    String inside = server("<httpPlatform /><webSocket enabled='true' />");
    WebConfig around = config(location + inside + "</location>");
    assertThat(RequestLimits.of(around).timeLimits()).hasSize(1);
    assertThat(RequestLimits.webSocket(around)).isPresent();
    assertThat(limits(location + web("<httpRuntime />") + "</location>")).hasSize(1);
  }

  @Test
  void ignoresALocationForOnePathOfTheApp() {
    String inside = server("<httpPlatform /><webSocket enabled='true' />");
    WebConfig around =
        config("<location path='a'>" + inside + web("<httpRuntime />") + "</location>");
    assertThat(RequestLimits.of(around).timeLimits()).isEmpty();
    assertThat(RequestLimits.webSocket(around)).isEmpty();
  }

  @Test
  void readsWhetherWebSocketsAreEnabled() {
    assertThat(webSockets("<webSocket enabled='true' />")).isTrue();
    assertThat(webSockets("<webSocket enabled='TRUE' />")).isTrue();
    assertThat(webSockets("<webSocket enabled='false' /><webSocket enabled='true' />")).isTrue();
    assertThat(webSockets("<webSocket enabled='false' />")).isFalse();
    assertThat(webSockets("<webSocket enabled='#{on}#' />")).isFalse();
    assertThat(webSockets("<webSocket />")).isFalse();
    assertThat(webSockets("")).isFalse();
  }

  private static boolean webSockets(String content) {
    return RequestLimits.webSocket(config(server(content))).isPresent();
  }

  /** Returns {@code name: seconds at text} of each limit. */
  private static List<String> limits(String content) {
    XmlDocument document = document(content);
    return RequestLimits.of(WebConfig.of(document)).timeLimits().stream()
        .map(
            limit ->
                "%s: %d s at %s"
                    .formatted(
                        limit.name(), limit.seconds(), limit.at().of(document.file().text())))
        .toList();
  }

  private static WebConfig config(String content) {
    return WebConfig.of(document(content));
  }

  private static String server(String content) {
    return "<system.webServer>" + content + "</system.webServer>";
  }

  private static String web(String content) {
    return "<system.web>" + content + "</system.web>";
  }

  private static XmlDocument document(String content) {
    String text = "<configuration>" + content + "</configuration>";
    XmlDocument.Result result =
        XmlDocument.parse(SourceFile.of("web.config", text.getBytes(UTF_8)));
    return ((XmlDocument.Parsed) result).document();
  }
}
