package dev.autoheal.report;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text from files as GitHub and Azure DevOps show it: as text, whatever is in it. */
public final class MarkdownText {
  /** Of all signs that Markdown or HTML could give a meaning these have none inside a line. */
  private static final String PLAIN = " ,.-/;()%";

  /** Behind these a zero-width space keeps a name from being mentioned, an issue from a link. */
  private static final String REFERENCES = "@#-";

  /** What may be text in Markdown and still not look like it. */
  private static final Pattern MARKUP =
      Pattern.compile(
          "[\\x00-\\x7F&&[^\\w ,./;()%:='\"?+-]]|_|://|www\\.|gh-", Pattern.CASE_INSENSITIVE);

  private static final Pattern TICKS = Pattern.compile("`+");

  private MarkdownText() {}

  /** Text as text in a cell or a line: no mark-up, no HTML, no link, nobody is mentioned. */
  public static String harmless(String text) {
    StringBuilder harmless = new StringBuilder();
    String lower = text.toLowerCase(Locale.ROOT);
    String meant = (lower.contains("www.") ? "." : "") + (lower.contains("gh-") ? "-" : "");
    text.codePoints()
        .forEach(
            c -> {
              boolean isPlain = c > 0x7F || Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0;
              if (isPlain && meant.indexOf(c) < 0) {
                harmless.appendCodePoint(c);
              } else {
                harmless.append("&#").append(c).append(';');
                harmless.append(REFERENCES.indexOf(c) < 0 ? "" : "&#8203;");
              }
            });
    return harmless.toString();
  }

  /** The same for who may show it as plain text too: as it is where nothing in it has a meaning. */
  public static String sparing(String text) {
    return MARKUP.matcher(text).find() ? harmless(text) : text;
  }

  /**
   * Lines as they are, in a fence that nothing in them can close.
   *
   * @param text ends with a line break
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
