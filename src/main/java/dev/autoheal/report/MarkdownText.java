package dev.autoheal.report;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Escapes text from files so that GitHub and Azure DevOps show it as text, whatever it contains.
 */
public final class MarkdownText {
  /** The punctuation that has no meaning inside a line of Markdown or HTML. */
  private static final String PLAIN = " ,.-/;()%";

  /**
   * The characters that a zero-width space follows. It keeps a name from being mentioned and an
   * issue from being linked.
   */
  private static final String REFERENCES = "@#-";

  /** Matches text that Markdown may show differently. */
  private static final Pattern MARKUP =
      Pattern.compile(
          "[\\x00-\\x7F&&[^\\w ,./;()%:='\"?+-]]|_|://|www\\.|gh-", Pattern.CASE_INSENSITIVE);

  private static final Pattern TICKS = Pattern.compile("`+");

  private MarkdownText() {}

  /** Returns text for a cell or a line: it has no markup, HTML or link, and mentions nobody. */
  public static String harmless(String text) {
    StringBuilder harmless = new StringBuilder();
    String lower = text.toLowerCase(Locale.ROOT);
    String special = (lower.contains("www.") ? "." : "") + (lower.contains("gh-") ? "-" : "");
    text.codePoints()
        .forEach(
            c -> {
              boolean isPlain = c > 0x7F || Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0;
              if (isPlain && special.indexOf(c) < 0) {
                harmless.appendCodePoint(c);
              } else {
                harmless.append("&#").append(c).append(';');
                harmless.append(REFERENCES.indexOf(c) < 0 ? "" : "&#8203;");
              }
            });
    return harmless.toString();
  }

  /**
   * Returns the text unchanged if nothing in it has a meaning in Markdown, else as {@link
   * #harmless} does. It suits readers that may show it as plain text.
   */
  public static String sparing(String text) {
    return MARKUP.matcher(text).find() ? harmless(text) : text;
  }

  /**
   * Returns unchanged lines in a fence that nothing in them can close.
   *
   * @param text the lines, which end with a line break
   */
  static String fenced(String language, String text) {
    int longest = 2;
    Matcher ticks = TICKS.matcher(text);
    while (ticks.find()) {
      longest = Math.max(longest, ticks.end() - ticks.start());
    }
    String fence = "`".repeat(longest + 1);
    return fence + language + "\n" + text + fence + "\n";
  }
}
