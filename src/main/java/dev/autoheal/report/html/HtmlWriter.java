package dev.autoheal.report.html;

import dev.autoheal.text.Secrets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * A page as it is written: every element is closed, and text is text. Names of elements and
 * attributes are ours; all else goes through {@link HtmlEscaper}, without credentials.
 */
final class HtmlWriter {
  /** Between these and a text a line break would be a blank. */
  private static final Set<String> INLINE =
      Set.of("a", "b", "code", "del", "ins", "mark", "span", "text", "title");

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Starts an element.
   *
   * @param attributes names and values in turn; one whose value is empty is left out
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

  /** An element that holds nothing, such as {@code meta}. */
  HtmlWriter empty(String element, String... attributes) {
    start(element, attributes);
    return this;
  }

  /** An element that holds a text. */
  HtmlWriter element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close();
  }

  /** A text. */
  HtmlWriter text(String text) {
    out.append(HtmlEscaper.escape(Secrets.redact(text)));
    return this;
  }

  /** A sentence of ours, in which commands stand in backticks. */
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

  /** A path, or a place in a file, that may go on in a new line behind each slash. */
  HtmlWriter path(String path) {
    open("code");
    for (String name : path.split("(?<=/)", -1)) {
      text(name).empty("wbr");
    }
    return close();
  }

  /** What is HTML already, or a style or a script of ours. */
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
