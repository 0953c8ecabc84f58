package dev.autoheal.section;

import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the rest of a web.config says, at the app's own level, that bears on the triggers.
 *
 * @param timeLimits what ends a request by itself
 * @param webSocket a {@code webSocket} element that says {@code enabled="true"}
 */
public record RequestLimits(List<TimeLimit> timeLimits, Optional<XmlElement> webSocket) {
  /** After about so many seconds the front end of App Service gives a request up. */
  public static final long FRONT_END = 230;

  private static final Set<String> PARTS =
      Set.of("aspNetCore", "httpPlatform", "webSocket", "httpRuntime", "compilation");

  private static final long REQUEST_TIMEOUT = 120;
  private static final long EXECUTION_TIMEOUT = 110;

  /**
   * After how long a request is ended.
   *
   * @param name as people know it, {@code requestTimeout of httpPlatform}
   * @param at the value, or the start tag of the element when the default applies
   */
  public record TimeLimit(String name, long seconds, Span at) {}

  /** Whether what such an element says bears on slow requests. */
  public static boolean isPart(XmlElement element) {
    return PARTS.contains(element.name());
  }

  /** What ends a request before the front end does: of several the first. */
  public Optional<TimeLimit> first() {
    return timeLimits.stream()
        .min(Comparator.comparingLong(TimeLimit::seconds))
        .filter(limit -> limit.seconds() <= FRONT_END);
  }

  /** Reads them; what cannot be read, and a limit of 0, limits nothing. */
  public static RequestLimits of(WebConfig config) {
    List<TimeLimit> limits = new ArrayList<>();
    for (XmlElement webServer : config.webServers()) {
      webServer.elements("httpPlatform").forEach(e -> limit(e, limits));
      webServer.elements("aspNetCore").stream()
          .filter(RequestLimits::isOutOfProcess)
          .forEach(e -> limit(e, limits));
    }
    if (isAspNet(config)) {
      systemWeb(config, "httpRuntime").forEach(runtime -> executionTimeout(runtime, limits));
    }
    return new RequestLimits(
        List.copyOf(limits),
        config.webServers().stream()
            .flatMap(webServer -> webServer.elements("webSocket").stream())
            .filter(e -> says(e, "enabled", "true"))
            .findFirst());
  }

  private static void limit(XmlElement element, List<TimeLimit> limits) {
    Optional<XmlAttribute> written = element.attribute("requestTimeout");
    OptionalLong seconds =
        written.isPresent()
            ? TimeSpan.parse(written.get().value())
            : OptionalLong.of(REQUEST_TIMEOUT);
    add("requestTimeout of " + element.name(), seconds, written, element, limits);
  }

  private static void executionTimeout(XmlElement runtime, List<TimeLimit> limits) {
    Optional<XmlAttribute> written = runtime.attribute("executionTimeout");
    OptionalLong seconds =
        written.isPresent()
            ? WholeNumber.parse(written.get().value())
            : OptionalLong.of(EXECUTION_TIMEOUT);
    add("executionTimeout of httpRuntime", seconds, written, runtime, limits);
  }

  private static void add(
      String name,
      OptionalLong seconds,
      Optional<XmlAttribute> written,
      XmlElement element,
      List<TimeLimit> limits) {
    if (seconds.isPresent() && seconds.getAsLong() > 0) {
      Span at = written.map(XmlAttribute::valueSpan).orElse(element.startTag());
      limits.add(new TimeLimit(name, seconds.getAsLong(), at));
    }
  }

  /** Publishing fills in the model, in-process by default, so only a written one counts. */
  private static boolean isOutOfProcess(XmlElement aspNetCore) {
    return says(aspNetCore, "hostingModel", "outofprocess");
  }

  /** Requests that another program answers know no executionTimeout, and debugging lifts it. */
  private static boolean isAspNet(WebConfig config) {
    boolean isForwarded =
        config.webServers().stream()
            .anyMatch(
                e -> e.first("aspNetCore").isPresent() || e.first("httpPlatform").isPresent());
    return !isForwarded
        && systemWeb(config, "compilation").noneMatch(e -> says(e, "debug", "true"));
  }

  private static Stream<XmlElement> systemWeb(WebConfig config, String name) {
    return config.levels().stream()
        .flatMap(level -> level.elements("system.web").stream())
        .flatMap(web -> web.elements(name).stream());
  }

  private static boolean says(XmlElement element, String attribute, String value) {
    return element
        .attribute(attribute)
        .filter(a -> a.value().toLowerCase(Locale.ROOT).equals(value))
        .isPresent();
  }
}
