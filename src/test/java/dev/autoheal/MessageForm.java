package dev.autoheal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of messages: {@code <problem>; <fix>}. Every message that a rule, the policy reader or a
 * command gives in a test is held against it, by the helpers that run them.
 */
public final class MessageForm {
  private static final int MAX_LENGTH = 110;

  /** A finding or a policy error as the text report prints it, and its source line. */
  private static final Pattern FINDING =
      Pattern.compile(
          "(?m)^[^\\n]*?:\\d+:\\d+: (?:error|warning|note): ([^\\n]*?)(?: \\[[a-z-0-9]+])?\\n"
              + "(?: *\\d+ \\| ([^\\n]*)\\n +\\| ( *)(\\^+)\\n)?");

  private static final Pattern FAILURE = Pattern.compile("(?m)^autoheal: (.*)$");

  /** A place in another file, which follows the message. */
  private static final Pattern RELATED = Pattern.compile(" \\((?:(?! \\().)+:\\d+\\)$");

  /** The folders of a path, which no message can shorten. */
  private static final Pattern FOLDERS = Pattern.compile("(?:[\\w.-]*/)+");

  /** Long text of a file, which counts as 30 characters. */
  private static final Pattern LONG_TEXT =
      Pattern.compile("(?<=[\"'])([^\"']{30})[^\"']+(?=[\"'])");

  private static final Pattern HOSTILE = Pattern.compile("<U\\+|\\$\\(id\\)");

  /** A value that a message may name without marks: a plain number or a transform. */
  private static final Pattern TERM =
      Pattern.compile("\\d*|Insert|InsertIfMissing|Replace|Remove|RemoveAll|SetAttributes");

  /** What a message marks: elements, literals, values of attributes, commands. */
  private static final Pattern MARKED =
      Pattern.compile("<[^>]*>|(?<![\\w])'[^']*'|\"[^\"]*\"|`[^`]*`|&\\w+;");

  /** Words that a native speaker would not use here. */
  static final Pattern ODD_WORDS =
      Pattern.compile(
          "(?i)\\b(?:stands?|stood|standing|lies|lying|mend(?:s|ed)?|judge[sd]?|minds?|bring(?:s|ing)? in"
              + "|brought in|beside|blanks?|be it|of its own|such as|govern(?:s|ed)?|asks? for"
              + "|asked for|(?<!there )(?:is|are) no|is none of|is not known to)\\b");

  private MessageForm() {}

  /** Asserts the form of each finding, policy error and failure in what a command prints. */
  public static void assertOutput(String text) {
    for (Matcher finding = FINDING.matcher(text); finding.find(); ) {
      String message = RELATED.matcher(finding.group(1)).replaceFirst("");
      assertMessage(message);
      value(finding)
          .ifPresent(
              value ->
                  assertThat(bare(message))
                      .as(message)
                      .doesNotContainPattern("(?<![\\w:])" + Pattern.quote(value) + "(?![\\w:])"));
    }
    FAILURE.matcher(text).results().forEach(failure -> assertMessage(failure.group(1)));
  }

  /** Asserts the form of one message, without its place and rule, unless it shows hostile text. */
  public static void assertMessage(String message) {
    if (HOSTILE.matcher(message).find()) {
      return;
    }
    assertThat(mistakes(message)).as(message).isEmpty();
  }

  /** Returns what is wrong with the form of a message. */
  static List<String> mistakes(String message) {
    List<String> mistakes = new ArrayList<>();
    String bare = bare(message);
    int length =
        LONG_TEXT.matcher(FOLDERS.matcher(message).replaceAll("")).replaceAll("$1").length();
    if (length > MAX_LENGTH) {
      mistakes.add("longer than %d: %d".formatted(MAX_LENGTH, length));
    }
    if (bare.chars().filter(c -> c == ';').count() > 1) {
      mistakes.add("more than one semicolon");
    }
    if (message.endsWith(".")) {
      mistakes.add("full stop");
    }
    Matcher odd = ODD_WORDS.matcher(bare);
    if (odd.find()) {
      mistakes.add("odd word: " + odd.group());
    }
    return mistakes;
  }

  private static String bare(String message) {
    return MARKED.matcher(message).replaceAll("…");
  }

  /** Returns the attribute value or policy value that the excerpt of a finding marks. */
  private static Optional<String> value(Matcher finding) {
    String line = finding.group(2);
    if (line == null) {
      return Optional.empty();
    }
    int start = finding.start(4) - finding.start(3);
    int end = start + finding.group(4).length();
    boolean isQuoted =
        start > 0
            && end < line.length()
            && "\"'".indexOf(line.charAt(start - 1)) >= 0
            && "\"'".indexOf(line.charAt(end)) >= 0;
    return Optional.of(isQuoted ? line.substring(start, end) : "")
        .filter(value -> !TERM.matcher(value).matches());
  }
}
