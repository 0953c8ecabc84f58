package dev.autoheal.xml;

import static dev.autoheal.xml.MalformedXml.fault;
import static dev.autoheal.xml.MalformedXml.skipSpace;

import dev.autoheal.text.Quoted;
import dev.autoheal.xml.XmlDocument.Malformed;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Explains a character in a tag where only a name or the end of the tag is allowed. */
final class StrayCharacters {
  /** Matches the start of a comment in other languages. */
  private static final Pattern COMMENT = Pattern.compile("//(?!\\s*>)|/\\*|#");

  /**
   * Matches what would be a tag except for white space after its {@code <}, or a wrong slash there.
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

  /** Explains a {@code <} without a name after it; never empty. */
  static Optional<Malformed> noTag(String text, int at) {
    Matcher almost = ALMOST.matcher(text).region(at, text.length());
    if (!almost.lookingAt()) {
      return fault(at, at + 1, "unexpected '<'; use &lt;");
    }
    String name = almost.group(3);
    if (almost.group(2).equals("\\")) {
      String message = "unexpected '<\\'; use %s".formatted(Quoted.element("/" + name));
      return fault(at, almost.end(), message);
    }
    String message =
        almost.group(1).isEmpty()
            ? "invalid element name %s; start it with a letter".formatted(Quoted.literal(name))
            : "unexpected space before the element name %s; remove it"
                .formatted(Quoted.literal(name));
    return fault(at, almost.end(), message);
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
    return fault(start, start + 1, "unclosed tag; add '>'");
  }

  private Optional<Malformed> comment(int length) {
    return fault(
        at, at + length, "unexpected comment in a tag; move it before the tag as <!-- … -->");
  }

  /**
   * Explains a character in a tag that contains only the name of the element so far.
   *
   * @param name the name of the element
   */
  Optional<Malformed> behindElement(String name) {
    return text.charAt(at) == '='
        ? fault(
            at,
            at + 1,
            "unexpected '=' after the element name %s; did you miss a space in it?"
                .formatted(Quoted.literal(name)))
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
      return fault(at, at + 1, "duplicate '/'; use />");
    }
    if (text.startsWith(">", next)) {
      String message =
          c == '/' ? "unexpected space after '/'" : "unexpected " + Quoted.literal("\\");
      return fault(at, at + 1, message + "; use />");
    }
    boolean isLast = next == text.length() || text.charAt(next) == '<';
    return isLast ? bracketMissing() : fault(at, at + 1, unexpected(c) + "; remove it");
  }

  private String words(char c) {
    if (isLikeSpace(c)) {
      return "unexpected U+%04X in a tag; use a plain space".formatted((int) c);
    }
    if (Character.isDigit(c)) {
      return "%s cannot start an attribute name; use a letter"
          .formatted(Quoted.literal(String.valueOf(c)));
    }
    if (c == ',' || c == ';') {
      return unexpected(c) + "; use a space between attributes";
    }
    return QUOTED_NAME.matcher(text).region(at, text.length()).lookingAt()
        ? unexpected(c) + "; use no quotes for an attribute name"
        : unexpected(c) + "; remove it";
  }

  private static String unexpected(char c) {
    return "unexpected %s in a tag".formatted(Quoted.literal(String.valueOf(c)));
  }

  /** Returns whether a character that is not XML white space looks like white space. */
  static boolean isLikeSpace(char c) {
    return Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
  }
}
