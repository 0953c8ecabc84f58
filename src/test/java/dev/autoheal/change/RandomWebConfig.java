package dev.autoheal.change;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autoheal.text.Encoding;
import dev.autoheal.xml.XmlDocument;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A random web.config as people, editors and tools write it, except that forms that are rare in
 * real files are common.
 */
public final class RandomWebConfig {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final List<Encoding> ENCODINGS =
      List.of(
          new Encoding(UTF_8, false),
          new Encoding(UTF_8, true),
          new Encoding(UTF_8, true),
          new Encoding(UTF_16LE, true),
          new Encoding(UTF_16BE, true),
          new Encoding(WINDOWS_1252, false),
          new Encoding(ISO_8859_1, false));

  /** The place of the app's own system.webServer. */
  private enum Place {
    TOP,
    DOT,
    EMPTY_PATH,
    NO_PATH,
    NOWHERE,
    TWICE
  }

  /**
   * An element to write.
   *
   * @param attributes with their values as written between the quotes
   */
  private record Tag(String name, Map<String, String> attributes, List<Tag> children) {
    static Tag of(String name, String... attributes) {
      Map<String, String> map = new LinkedHashMap<>();
      for (int i = 0; i < attributes.length; i += 2) {
        map.put(attributes[i], attributes[i + 1]);
      }
      return new Tag(name, map, new ArrayList<>());
    }

    Tag with(Tag child) {
      children.add(child);
      return this;
    }
  }

  private final Random random;
  private final RandomValues values;
  private final boolean broken;
  private final boolean transform;
  private final Encoding encoding;
  private final List<String> breaks;
  private final String unit;
  private final boolean oneLine;
  private final String quotes;
  private final int slashes;
  private final boolean attributePerLine;
  private final int noise;
  private final boolean odd;
  private final StringBuilder text = new StringBuilder();

  /**
   * Creates a random file.
   *
   * @param broken whether its section has unknown or duplicate elements
   */
  public RandomWebConfig(Random random, boolean broken) {
    this(random, broken, false);
  }

  /** Returns a transform without a section, but with other elements on the path to it. */
  static RandomWebConfig transform(Random random) {
    return new RandomWebConfig(random, false, true);
  }

  private RandomWebConfig(Random random, boolean broken, boolean transform) {
    this.random = random;
    this.values = new RandomValues(random);
    this.broken = broken;
    this.transform = transform;
    this.encoding = one(ENCODINGS);
    this.breaks =
        one(
            List.of(
                List.of("\n"),
                List.of("\n"),
                List.of("\r\n"),
                List.of("\r\n"),
                List.of("\r"),
                List.of("\n", "\r\n"),
                List.of("\n", "\r\n", "\r")));
    this.unit = one(List.of("  ", "  ", "    ", "\t", ""));
    this.oneLine = chance(8);
    this.quotes = one(List.of("\"", "\"", "\"", "'", "\"'"));
    this.slashes = random.nextInt(3);
    this.attributePerLine = chance(8);
    this.noise = one(List.of(0, 4, 12));
    this.odd = chance(6);
    write();
  }

  Encoding encoding() {
    return encoding;
  }

  public byte[] bytes() {
    return bytes(text.toString(), encoding);
  }

  /** Returns the bytes of a text, with a byte order mark if the encoding has one. */
  static byte[] bytes(String text, Encoding encoding) {
    return encoding.encode((encoding.bom() ? "\uFEFF" : "") + text);
  }

  @Override
  public String toString() {
    return encoding + "\n" + text.toString().replace("\r", "\\r");
  }

  private void write() {
    boolean named = !encoding.charset().equals(UTF_8) && !encoding.isUtf16();
    if (named || !chance(8)) {
      String declared = named ? encoding.charset().name() : encoding.isUtf16() ? "utf-16" : "utf-8";
      text.append("<?xml version=\"1.0\"");
      text.append(named || !chance(3) ? " encoding=\"" + declared + "\"" : "").append("?>");
      text.append(oneLine && chance(2) ? "" : lineBreak());
    }
    if (chance(4)) {
      text.append(comment(0)).append(lineBreak());
    }
    element(transform ? transformRoot() : configuration(), 0);
    if (!chance(2)) {
      text.append(lineBreak());
    }
    if (chance(10)) {
      text.append("<!-- the end -->");
    }
  }

  private Tag configuration() {
    Tag root =
        chance(6)
            ? Tag.of(
                "configuration", "xmlns", "http://schemas.microsoft.com/.NetConfiguration/v2.0")
            : Tag.of("configuration");
    if (chance(30)) {
      return root;
    }
    Place place = one(List.of(Place.values()));
    others(root);
    if (place == Place.TOP || place == Place.TWICE) {
      root.with(webServer(true));
    }
    if (place == Place.DOT) {
      root.with(Tag.of("location", "path", ".").with(webServer(true)));
    } else if (place == Place.EMPTY_PATH) {
      root.with(Tag.of("location", "path", "").with(webServer(true)));
    } else if (place == Place.NO_PATH) {
      root.with(Tag.of("location", "allowOverride", "false").with(webServer(true)));
    }
    if (place == Place.TWICE) {
      root.with(webServer(false));
    }
    if (chance(5)) {
      root.with(Tag.of("location", "path", "api").with(webServer(true)));
    }
    others(root);
    return root;
  }

  private Tag transformRoot() {
    String prefix = one(List.of("xdt", "xdt", "t"));
    Tag declaring = Tag.of("configuration", "xmlns:" + prefix, XmlDocument.XDT);
    if (chance(8)) {
      Tag inner = Tag.of("system.web", "xmlns:" + prefix, XmlDocument.XDT);
      return Tag.of("configuration").with(inner);
    }
    for (int i = random.nextInt(5); i > 0; i--) {
      declaring.with(transformElement(prefix + ":Transform", prefix + ":Locator"));
    }
    return declaring;
  }

  private Tag transformElement(String operation, String locator) {
    return switch (random.nextInt(7)) {
      case 0 -> Tag.of("system.webServer").with(Tag.of("handlers", operation, "Replace"));
      case 1 ->
          Tag.of(
                  "system.webServer",
                  operation,
                  one(List.of("Insert", "InsertIfMissing", "Replace")))
              .with(Tag.of("handlers"));
      case 2 ->
          Tag.of("system.webServer", operation, one(List.of("Remove", "SetAttributes(lockItem)")));
      case 3 -> location(operation, locator);
      case 4 ->
          Tag.of("location", "path", ".", locator, "Match(path)", operation, "InsertIfMissing");
      case 5 -> Tag.of("location", locator, "Condition(not(@path))");
      default ->
          Tag.of("appSettings")
              .with(Tag.of("add", "key", "a", locator, "Match(key)", operation, "SetAttributes"));
    };
  }

  /**
   * Without a locator, or with another one, the transform may match a location with another path.
   */
  private Tag location(String operation, String locator) {
    Tag location = Tag.of("location", "path", one(List.of(".", "", "api")));
    if (!chance(4)) {
      String found = chance(6) ? "Condition(not(@path))" : "Match(path)";
      location.attributes().put(locator, found);
    }
    Tag server = Tag.of("system.webServer");
    if (chance(3)) {
      String name = one(List.of("Insert", "InsertIfMissing", "Replace", "Remove"));
      server.attributes().put(operation, name);
    }
    return location.with(server);
  }

  private void others(Tag root) {
    if (chance(2)) {
      Tag settings = Tag.of("appSettings");
      settings.with(Tag.of("add", "key", "a&amp;b", "value", words()));
      settings.with(Tag.of("add", "key", "c", "value", "&lt;&#xE9;&gt;"));
      root.with(settings);
    }
    if (chance(4)) {
      root.with(Tag.of("runtime").with(Tag.of("x:binding", "xmlns:x", "urn:x", "x:y", "1")));
    }
  }

  private Tag webServer(boolean maySection) {
    Tag server = Tag.of("system.webServer");
    if (chance(2)) {
      server.with(Tag.of("handlers").with(Tag.of("add", "name", "aspNetCore", "path", "*")));
    }
    if (maySection && (broken || !chance(3))) {
      server.with(section());
    }
    if (chance(2)) {
      server.with(Tag.of("validation", "validateIntegratedModeConfiguration", "false"));
    }
    return server;
  }

  private Tag section() {
    Tag section = lockable(Tag.of("monitoring"));
    if (broken || !chance(5)) {
      section.with(triggers());
    }
    if (!chance(4)) {
      section.with(actions());
    }
    if (broken) {
      breakUp(section);
    } else if (chance(4)) {
      Collections.reverse(section.children());
    }
    return section;
  }

  private void breakUp(Tag section) {
    switch (random.nextInt(4)) {
      case 0 -> section.children().get(0).with(Tag.of("request", "count", "5"));
      case 1 -> section.with(triggers()).with(triggers());
      case 2 -> section.with(actions()).with(actions());
      default -> section.with(Tag.of("memory", "privateBytesInKB", values.kilobytes()));
    }
  }

  private Tag triggers() {
    Tag triggers = lockable(Tag.of("triggers"));
    if (chance(2)) {
      triggers.with(counted(Tag.of("requests")));
    }
    if (chance(2)) {
      Tag slow = counted(Tag.of("slowRequests"));
      if (!chance(8)) {
        slow.attributes().put("timeTaken", values.time());
      }
      if (chance(8)) {
        slow.attributes().put("path", "/api");
      }
      triggers.with(slow);
    }
    if (chance(2)) {
      triggers.with(lockable(Tag.of("memory", "privateBytesInKB", values.kilobytes())));
    }
    if (chance(2)) {
      triggers.with(statusCodes());
    }
    if (chance(10)) {
      triggers.with(Tag.of("slowRequestsWithPath"));
    }
    if (chance(2)) {
      Collections.shuffle(triggers.children(), random);
    }
    return triggers;
  }

  private Tag statusCodes() {
    Tag collection = Tag.of("statusCode");
    List<Integer> codes = new ArrayList<>(RandomValues.CODES);
    Collections.shuffle(codes, random);
    for (int code : codes.subList(0, random.nextInt(codes.size()))) {
      Tag rule = Tag.of("add", "statusCode", chance(15) ? "#{Status}#" : Integer.toString(code));
      if (chance(4)) {
        rule.attributes().put("subStatusCode", chance(2) ? "0" : "100");
      }
      if (chance(8)) {
        rule.attributes().put("win32StatusCode", "0");
      }
      collection.with(counted(rule));
    }
    return collection;
  }

  private Tag counted(Tag tag) {
    if (!chance(10)) {
      tag.attributes().put("count", values.count());
    }
    if (!chance(10)) {
      tag.attributes().put("timeInterval", values.time());
    }
    return lockable(tag);
  }

  private Tag actions() {
    Tag actions = Tag.of("actions");
    if (!chance(10)) {
      actions.attributes().put("value", values.action());
    }
    if (chance(8)) {
      actions.attributes().put("minProcessExecutionTime", "600");
    }
    if (chance(3)) {
      Tag program = Tag.of("customAction", "exe", values.exe());
      if (chance(2)) {
        program.attributes().put("parameters", values.parameters());
      }
      actions.with(program);
    }
    return actions;
  }

  private Tag lockable(Tag tag) {
    if (chance(20)) {
      tag.attributes().put("lockItem", "true");
    }
    return tag;
  }

  private void element(Tag tag, int depth) {
    text.append('<').append(tag.name());
    boolean perLine = attributePerLine && tag.attributes().size() > 1;
    tag.attributes()
        .forEach(
            (name, value) -> {
              char quote = quotes.charAt(random.nextInt(quotes.length()));
              String safe = value.replace("\"", quote == '"' ? "&quot;" : "\"");
              text.append(perLine ? lineBreak() + unit.repeat(depth + 2) : " ").append(name);
              text.append(chance(40) ? " = " : "=").append(quote);
              text.append(safe.replace("'", quote == '\'' ? "&#39;" : "'")).append(quote);
            });
    if (tag.children().isEmpty() && !chance(5)) {
      text.append(slashes == 0 || (slashes == 2 && chance(2)) ? "/>" : " />");
      return;
    }
    text.append('>');
    for (Tag child : tag.children()) {
      separate(depth + 1);
      element(child, depth + 1);
      if (!oneLine && noise > 0 && chance(noise)) {
        text.append(one(List.of(" ", "", "\t"))).append(comment(depth + 1));
      }
      if (chance(20)) {
        text.append(one(List.of(" ", "\t ")));
      }
    }
    if (!tag.children().isEmpty() || chance(3)) {
      if (noise > 0 && chance(noise)) {
        separate(depth + 1);
        text.append(comment(depth + 1));
      }
      text.append(oneLine ? "" : lineBreak() + unit.repeat(depth));
    }
    text.append("</").append(tag.name()).append('>');
  }

  /** Writes the separator of two children, usually a line break. */
  private void separate(int depth) {
    if (odd && chance(12)) {
      text.append(
          one(List.of(" // no comment", "<![CDATA[ a > b ]]>", "<?p q?>", "&amp;", "&#10;")));
    }
    if (oneLine) {
      text.append(chance(6) ? " " : "");
      return;
    }
    if (chance(25)) {
      return;
    }
    text.append(chance(8) ? lineBreak() : "");
    if (noise > 0 && chance(noise)) {
      text.append(lineBreak()).append(unit.repeat(depth)).append(comment(depth));
    }
    text.append(lineBreak()).append(unit.repeat(depth)).append(chance(30) ? " " : "");
  }

  private String comment(int depth) {
    String inner =
        one(
            List.of(
                words(),
                "<monitoring><triggers/></monitoring>",
                "several" + (oneLine ? " " : lineBreak() + unit.repeat(depth)) + "lines",
                "<system.webServer>",
                "<?xml version='1.0'?>",
                "a > b && c"));
    return "<!-- " + inner + " -->";
  }

  private String words() {
    return encoding.charset().equals(UTF_8) || encoding.isUtf16()
        ? one(List.of("plain", "caf\u00E9", "\u0416\u4E2D", "\uD83D\uDE00 smile"))
        : one(List.of("plain", "caf\u00E9", "\u00FCber"));
  }

  private String lineBreak() {
    return one(breaks);
  }

  private boolean chance(int in) {
    return random.nextInt(in) == 0;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
