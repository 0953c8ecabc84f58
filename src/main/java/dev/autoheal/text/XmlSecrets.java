package dev.autoheal.text;

import dev.autoheal.text.Secrets.Kind;
import dev.autoheal.text.Secrets.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds credentials that the markup around them names: the name of an element or an attribute, or a
 * value in the same element, for example that of {@code key}. It reads comments like other text,
 * and text that is not well-formed as far as it can.
 */
final class XmlSecrets {
  private static final Pattern TAG = Pattern.compile("</?(?<name>[A-Za-z_][\\w:.-]*+)");
  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "([^\\s=<>\"'/]++)\\s*+"
              + "(?:=\\s*+(?:\"([^\"<]*+)\"?+|'([^'<]*+)'?+|([^\\s\"'<>]++)))?+");

  /**
   * The group of {@link #ATTRIBUTE} with the name; the others are values in some quotes or none.
   */
  private static final int NAME = 1;

  /** The attributes whose value may be the name of a credential, in lower case. */
  private static final Set<String> NAMING =
      Set.of(
          "key", "name", "id", "parameter", "property", "setting", "variable", "field", "option");

  /** The elements and attributes that hold the value of such a name, or the ends of their names. */
  private static final Pattern VALUE =
      Pattern.compile("(?:value|text|string|content|data|default)$", Pattern.CASE_INSENSITIVE);

  private static final String CDATA = "<![CDATA[";

  /** The length below which a connection string has no room for a credential. */
  private static final int SHORTEST_CONNECTION = 8;

  private final String text;
  private final Consumer<Secret> found;
  private int at;

  /** The kind of credential that the text after the last tag is; empty when it is none. */
  private Optional<Kind> inside = Optional.empty();

  /** The kind of credential whose name came last, and whose value may follow. */
  private Optional<Kind> pending = Optional.empty();

  /** The kinds of the names that were looked up, since the same few come again and again. */
  private final Map<String, Optional<Kind>> kinds = new HashMap<>();

  private record Attribute(String name, Span value) {}

  private XmlSecrets(String text, Consumer<Secret> found) {
    this.text = text;
    this.found = found;
  }

  /** Passes all credentials that markup names to {@code found}. */
  static void find(String text, Consumer<Secret> found) {
    if (text.indexOf('<') >= 0) {
      new XmlSecrets(text, found).find();
    }
  }

  private void find() {
    Matcher tag = TAG.matcher(text);
    while (at < text.length()) {
      int open = text.indexOf('<', at);
      int end = open < 0 ? text.length() : open;
      text(new Span(at, end));
      if (tag.region(end, text.length()).lookingAt()) {
        at = tag.end();
        tag(local(tag.group("name")), text.charAt(open + 1) == '/');
      } else if (text.startsWith(CDATA, end)) {
        cdata(end + CDATA.length());
      } else {
        at = end + 1;
      }
    }
  }

  private void text(Span span) {
    if (inside.isPresent()) {
      add(inside.get(), span);
    } else if (span.length() <= SecretNames.LONGEST && !span.of(text).isBlank()) {
      pending = SecretNames.kindOf(span.of(text)).or(() -> pending);
    }
  }

  /**
   * Reads the text of a CDATA section as one value if markup names it; other text is read like
   * markup.
   */
  private void cdata(int from) {
    int close = text.indexOf("]]>", from);
    at = from;
    if (inside.isPresent() && close >= 0) {
      add(inside.get(), new Span(from, close));
      at = close;
    }
  }

  private void tag(String name, boolean isEnd) {
    List<Attribute> attributes = attributes();
    if (isEnd) {
      inside = Optional.empty();
      return;
    }
    Optional<Kind> kind = kindOfTag(name, attributes);
    for (Attribute attribute : attributes) {
      Optional<Kind> own = kindOf(attribute.name);
      if (own.isEmpty() && kind.isPresent() && VALUE.matcher(attribute.name).find()) {
        own = kind;
      }
      if (own.isPresent()) {
        add(own.get(), attribute.value);
      }
    }
    pending = kind;
    inside = text.charAt(at - 1) == '/' ? Optional.empty() : kind;
    at += text.startsWith(">", at) ? 1 : 0;
  }

  private Optional<Kind> kindOf(String name) {
    return kinds.computeIfAbsent(name, SecretNames::kindOf);
  }

  /**
   * Returns the kind that an attribute states by its value, the tag by its name, or a text before.
   */
  private Optional<Kind> kindOfTag(String name, List<Attribute> attributes) {
    for (Attribute each : attributes) {
      if (NAMING.contains(each.name.toLowerCase(Locale.ROOT))) {
        Optional<Kind> stated = SecretNames.kindOf(value(each.value));
        if (stated.isPresent()) {
          return stated;
        }
      }
    }
    Optional<Kind> own = kindOf(name);
    return own.isEmpty() && pending.isPresent() && VALUE.matcher(name).find() ? pending : own;
  }

  /** Reads the attributes of a tag up to its end, which stays unread. */
  private List<Attribute> attributes() {
    List<Attribute> attributes = new ArrayList<>();
    Matcher attribute = ATTRIBUTE.matcher(text);
    while (at < text.length() && text.charAt(at) != '<' && text.charAt(at) != '>') {
      if (attribute.region(at, text.length()).lookingAt()) {
        at = attribute.end();
        Span value = value(attribute);
        if (value != null) {
          attributes.add(new Attribute(local(attribute.group(NAME)), value));
        }
      } else {
        at++;
      }
    }
    return attributes;
  }

  /** Returns the span of a value; null if the attribute has none. */
  private static Span value(Matcher attribute) {
    for (int group = NAME + 1; group <= attribute.groupCount(); group++) {
      if (attribute.start(group) >= 0) {
        return new Span(attribute.start(group), attribute.end(group));
      }
    }
    return null;
  }

  private void add(Kind kind, Span span) {
    boolean isLong = kind != Kind.CONNECTION_STRING || span.length() >= SHORTEST_CONNECTION;
    if (isLong && SecretPattern.isSecretValue(value(span).strip())) {
      found.accept(new Secret(kind, span));
    }
  }

  private String value(Span span) {
    return Unescaped.of(span.of(text)).text();
  }

  private static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }
}
