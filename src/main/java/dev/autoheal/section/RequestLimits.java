package dev.autoheal.section;

import dev.autoheal.text.Order;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The settings outside the section that affect its triggers, at the app's own level of a
 * web.config.
 *
 * @param timeLimits the limits that end a request by themselves
 */
public record RequestLimits(List<TimeLimit> timeLimits) {
  /** The time in seconds, roughly, after which the front end of App Service gives up a request. */
  public static final long FRONT_END = 230;

  private static final Set<String> PARTS =
      Set.of("aspNetCore", "httpPlatform", "webSocket", "httpRuntime", "compilation");

  private static final long REQUEST_TIMEOUT = 120;
  private static final long EXECUTION_TIMEOUT = 110;

  /**
   * The time after which a request is ended.
   *
   * @param name the name that people know, {@code requestTimeout of httpPlatform}
   * @param seconds the time in seconds, more than 0
   * @param at the value, or the start tag of the element when the default applies
   */
  public record TimeLimit(String name, long seconds, Span at) {}

  /** Returns whether an element, by its name, can affect slow requests. */
  public static boolean isPart(XmlElement element) {
    return PARTS.contains(element.name());
  }

  /**
   * Returns the shortest limit. It is empty if no limit ends a request at or before the time of
   * {@link #FRONT_END}.
   */
  public Optional<TimeLimit> first() {
    return timeLimits.stream()
        .min(Order.by(TimeLimit::seconds))
        .filter(limit -> limit.seconds() <= FRONT_END);
  }

  /**
   * Reads the limits of a file. A value of 0, or one that cannot be read, does not count as a
   * limit.
   */
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
    return new RequestLimits(List.copyOf(limits));
  }

  /** Returns the first {@code webSocket} element with {@code enabled="true"}. */
  public static Optional<XmlElement> webSocket(WebConfig config) {
    for (XmlElement webServer : config.webServers()) {
      for (XmlElement webSocket : webServer.elements("webSocket")) {
        if (hasValue(webSocket, "enabled", "true")) {
          return Optional.of(webSocket);
        }
      }
    }
    return Optional.empty();
  }

  private static void limit(XmlElement element, List<TimeLimit> limits) {
    Optional<XmlAttribute> written = element.attribute("requestTimeout");
    OptionalLong seconds =
        written.isPresent()
            ? TimeSpan.parse(written.get().value())
            : OptionalLong.of(REQUEST_TIMEOUT);
    add("requestTimeout of " + Quoted.element(element.name()), seconds, written, element, limits);
  }

  private static void executionTimeout(XmlElement runtime, List<TimeLimit> limits) {
    Optional<XmlAttribute> written = runtime.attribute("executionTimeout");
    OptionalLong seconds =
        written.isPresent()
            ? WholeNumber.parse(written.get().value())
            : OptionalLong.of(EXECUTION_TIMEOUT);
    add("executionTimeout of <httpRuntime>", seconds, written, runtime, limits);
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

  /**
   * Returns whether the hosting model is written as out-of-process. Publishing fills in a missing
   * model, in-process by default, so only a written one counts.
   */
  private static boolean isOutOfProcess(XmlElement aspNetCore) {
    return hasValue(aspNetCore, "hostingModel", "outofprocess");
  }

  /**
   * Returns whether {@code executionTimeout} applies. It does not apply to requests that another
   * program answers, nor while debugging is on.
   */
  private static boolean isAspNet(WebConfig config) {
    boolean isForwarded =
        config.webServers().stream()
            .anyMatch(
                e -> e.first("aspNetCore").isPresent() || e.first("httpPlatform").isPresent());
    return !isForwarded
        && systemWeb(config, "compilation").noneMatch(e -> hasValue(e, "debug", "true"));
  }

  private static Stream<XmlElement> systemWeb(WebConfig config, String name) {
    return config.levels().stream()
        .flatMap(level -> level.elements("system.web").stream())
        .flatMap(web -> web.elements(name).stream());
  }

  private static boolean hasValue(XmlElement element, String attribute, String value) {
    return element
        .attribute(attribute)
        .filter(a -> a.value().toLowerCase(Locale.ROOT).equals(value))
        .isPresent();
  }
}
