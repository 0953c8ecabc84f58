package dev.autoheal.report.html;

import dev.autoheal.text.Secrets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes a page in which every element is closed and text stays text. The names of elements and
 * attributes are ours. Everything else goes through {@link HtmlEscaper}, without credentials.
 */
final class HtmlWriter {
  /** The elements next to which a line break would show as a space. */
  private static final Set<String> INLINE =
      Set.of("a", "b", "code", "del", "ins", "mark", "span", "text", "title");

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Starts an element.
   *
   * @param attributes names and values in turn; an attribute with an empty value is left out
   */
  HtmlWriter open(String element, String... attributes) {
    start(element, attributes);
    open.push(element);
    return this;
  }

  /** Ends the element that was started last. */
  HtmlWriter close() {
    String element = open.pop();
    out.append("</").append(element).append('>').append(INLINE.contains(element) ? "" : "\n");
    return this;
  }

  /** Writes an element without content, for example {@code meta}. */
  HtmlWriter empty(String element, String... attributes) {
    start(element, attributes);
    return this;
  }

  /** Writes an element that holds a text. */
  HtmlWriter element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close();
  }

  /** Writes a text, escaped and without credentials. */
  HtmlWriter text(String text) {
    out.append(HtmlEscaper.escape(Secrets.redact(text)));
    return this;
  }

  /** Writes a sentence of ours; what is in backticks becomes a {@code code} element. */
  HtmlWriter prose(String text) {
    String[] parts = text.split("`", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i % 2 == 0) {
        text(parts[i]);
      } else {
        element("code", parts[i]);
      }
    }
    return this;
  }

  /** Writes a path, or a place in a file, that may wrap after each slash. */
  HtmlWriter path(String path) {
    open("code");
    for (String name : path.split("(?<=/)", -1)) {
      text(name).empty("wbr");
    }
    return close();
  }

  /** Writes a text in which a line may break after each dot. */
  HtmlWriter dotted(String words) {
    for (String part : words.split("(?<=\\.)", -1)) {
      text(part).empty("wbr");
    }
    return this;
  }

  /** Writes HTML, or a style or a script of ours, without escaping it. */
  HtmlWriter raw(String html) {
    out.append(html);
    return this;
  }

  private void start(String element, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      if (!attributes[i + 1].isEmpty()) {
        out.append(' ').append(attributes[i]).append("=\"");
        out.append(HtmlEscaper.escape(Secrets.redact(attributes[i + 1]))).append('"');
      }
    }
    out.append('>');
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
