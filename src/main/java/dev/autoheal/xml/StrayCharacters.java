package dev.autoheal.xml;

import static dev.autoheal.xml.MalformedXml.fault;
import static dev.autoheal.xml.MalformedXml.shown;
import static dev.autoheal.xml.MalformedXml.skipSpace;

import dev.autoheal.xml.XmlDocument.Malformed;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Explains a character in a tag where only a name or the end of the tag is allowed. */
final class StrayCharacters {
  /** Matches the start of a comment in other languages. */
  private static final Pattern COMMENT = Pattern.compile("//(?!\\s*>)|/\\*|#");

  /**
   * Matches what would be a tag except for white space behind its {@code <}, or a wrong slash
   * there.
   */
  private static final Pattern ALMOST =
      Pattern.compile("<(\\s*+)([/\\\\]?+)\\s*+([\\w.:-]++)(?=\\s*+/?>|\\s++[\\w.:-]++\\s*+=)");

  private static final Pattern QUOTED_NAME = Pattern.compile("[\"'][\\w.:-]{1,40}[\"']\\s*[:=]");

  private final String text;
  private final int start;
  private final int at;

  /** Creates a checker for the character at {@code at}, in the tag at {@code start}. */
  StrayCharacters(String text, int start, int at) {
    this.text = text;
    this.start = start;
    this.at = at;
  }

  /** Explains a {@code <} without a name behind it; never empty. */
  static Optional<Malformed> noTag(String text, int at) {
    Matcher almost = ALMOST.matcher(text).region(at, text.length());
    if (!almost.lookingAt()) {
      return fault(at, at + 1, "this < starts no tag; in text it is written &lt;");
    }
    String name = shown(almost.group(3));
    if (almost.group(2).equals("\\")) {
      return fault(at, almost.end(), "an end tag begins with </; write </%s>".formatted(name));
    }
    String tag = "<" + almost.group(2) + name;
    return almost.group(1).isEmpty()
        ? fault(at, almost.end(), "a name begins with a letter, which %s does not".formatted(name))
        : fault(at, almost.end(), "a blank stands behind this <; write %s".formatted(tag));
  }

  /** Explains a tag that is interrupted by another tag, a comment or the end of the file. */
  Optional<Malformed> neverClosed() {
    int end = text.startsWith("<!--", at) ? text.indexOf("-->", at) : -1;
    int behind = end < 0 ? text.length() : skipSpace(text, end + 3);
    boolean goesOn =
        behind < text.length()
            && (MalformedTag.isNameStart(text.charAt(behind))
                || "/>".indexOf(text.charAt(behind)) >= 0);
    return goesOn ? comment(4) : bracketMissing();
  }

  private Optional<Malformed> bracketMissing() {
    return fault(start, start + 1, "this tag is never closed: > is missing");
  }

  private Optional<Malformed> comment(int length) {
    return fault(
        at,
        at + length,
        "a comment cannot stand inside a tag; write it in front of the tag, as <!-- … -->");
  }

  /**
   * Explains a character in a tag that contains only the name of the element so far.
   *
   * @param name the name as a message shows it
   */
  Optional<Malformed> behindElement(String name) {
    return text.charAt(at) == '='
        ? fault(
            at,
            at + 1,
            "= cannot stand behind the name of an element; is a blank missing in %s?"
                .formatted(name))
        : explain();
  }

  /** Explains the character; never empty. */
  Optional<Malformed> explain() {
    char c = text.charAt(at);
    Matcher comment = COMMENT.matcher(text).region(at, text.length());
    if (comment.lookingAt()) {
      return comment(comment.group().length());
    }
    return c == '/' || c == '\\' ? slash(c) : fault(at, at + 1, words(c));
  }

  private Optional<Malformed> slash(char c) {
    int next = skipSpace(text, at + 1);
    if (c == '/' && text.startsWith("/>", next)) {
      return fault(at, at + 1, "/ stands twice; write />");
    }
    if (text.startsWith(">", next)) {
      String what = c == '/' ? "/ and > stand apart" : "%s closes no tag".formatted(c);
      return fault(at, at + 1, what + "; write />");
    }
    boolean isLast = next == text.length() || text.charAt(next) == '<';
    return isLast
        ? bracketMissing()
        : fault(at, at + 1, "%s cannot stand here in a tag".formatted(c));
  }

  private String words(char c) {
    if (isLikeSpace(c)) {
      return "U+%04X looks like a blank but is none; write a plain one".formatted((int) c);
    }
    if (Character.isDigit(c)) {
      return "%s cannot begin the name of an attribute; a name begins with a letter".formatted(c);
    }
    String words = "%s cannot stand here in a tag".formatted(c);
    if (c == ',' || c == ';') {
      return words + "; only blanks part attributes";
    }
    return QUOTED_NAME.matcher(text).region(at, text.length()).lookingAt()
        ? words + "; the name of an attribute has no quotes"
        : words;
  }

  /** Returns whether a character that is not XML white space looks like white space. */
  static boolean isLikeSpace(char c) {
    return Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
  }
}
