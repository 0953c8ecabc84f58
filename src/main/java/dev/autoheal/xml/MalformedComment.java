package dev.autoheal.xml;

import static dev.autoheal.xml.MalformedXml.fault;
import static dev.autoheal.xml.MalformedXml.skipSpace;

import dev.autoheal.text.Quoted;
import dev.autoheal.text.SourceFile;
import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlDocument.Malformed;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Explains text that was meant as a comment but is not one in XML, or is a malformed one. */
final class MalformedComment {
  /**
   * Matches an almost correct start: a missing hyphen, an extra space or the dash of a word
   * processor, for example.
   */
  private static final Pattern LIKE_START =
      Pattern.compile("<(?: ?! ?[-\u2013\u2014]+|[-\u2013\u2014]+!?|%-*|#)");

  /** Matches an almost correct end that is followed by a line end, a tag or the end of the text. */
  private static final Pattern LIKE_END =
      Pattern.compile("(?:(?<!-)-|--[ !]|[\u2013\u2014]-?)>(?=[ \t]*(?:[\r\n<]|$))");

  /**
   * Matches the start of a comment in other languages. Only white space precedes it on its line.
   */
  private static final Pattern FOREIGN = Pattern.compile("//|/\\*|#|--");

  private final SourceFile file;
  private final String text;
  private final int at;

  /**
   * Creates a checker for a text that a parser has rejected.
   *
   * @param at the offset of the piece that the parser did not understand
   */
  MalformedComment(SourceFile file, int at) {
    this.file = file;
    this.text = file.text();
    this.at = at;
  }

  /** Explains the fault of the comment whose {@code <!--} is at the offset; never empty. */
  Optional<Malformed> comment() {
    int hyphens = text.indexOf("--", at + 4);
    Matcher end =
        LIKE_END.matcher(text).region(at + 4, hyphens < 0 ? text.length() : lineEnd(hyphens));
    boolean another = hyphens >= at + 6 && text.startsWith("<!--", hyphens - 2);
    if (end.find() && (hyphens < 0 || another || end.start() == hyphens)) {
      return fault(
          end.start(),
          end.end(),
          "%s does not end a comment; use -->".formatted(Quoted.literal(end.group())));
    }
    if (another) {
      int line = file.locate(Span.at(hyphens)).line();
      String message = "unclosed comment before the next one on line %d; add -->".formatted(line);
      return fault(at, at + 4, message);
    }
    return MalformedXml.unclosed(text, at, "<!--", "comment", "-->")
        .or(() -> fault(hyphens, hyphens + 2, "unexpected '--' in a comment; use one hyphen"));
  }

  /** Explains a {@code <} that begins something like a comment; empty for anything else. */
  Optional<Malformed> almost() {
    Matcher start = LIKE_START.matcher(text).region(at, text.length());
    return start.lookingAt()
        ? fault(
            at,
            start.end(),
            "%s does not start a comment; use <!--".formatted(Quoted.literal(start.group())))
        : Optional.empty();
  }

  /**
   * Explains a fault on a line that is a comment in other languages. The result is empty on any
   * other line, and inside a tag that began on an earlier line.
   *
   * @param fault what was found without looking at the line
   */
  Optional<Malformed> foreign(Malformed fault) {
    int line = lineStart(fault.span().start());
    int start = skipSpace(text, line);
    Matcher marker = FOREIGN.matcher(text).region(Math.min(start, text.length()), text.length());
    boolean isInTag = text.startsWith("<", at) && at < line;
    return !isInTag && marker.lookingAt() && start <= fault.span().start()
        ? fault(
            start,
            marker.end(),
            "%s does not start a comment in XML; use <!-- … -->"
                .formatted(Quoted.literal(marker.group())))
        : Optional.empty();
  }

  private int lineStart(int offset) {
    int start = offset;
    while (start > 0 && !isBreak(start - 1)) {
      start--;
    }
    return start;
  }

  private int lineEnd(int offset) {
    int end = offset;
    while (end < text.length() && !isBreak(end)) {
      end++;
    }
    return end;
  }

  private boolean isBreak(int offset) {
    return "\r\n".indexOf(text.charAt(offset)) >= 0;
  }
}
