package dev.autoheal.xml;

import static dev.autoheal.xml.MalformedXml.fault;
import static dev.autoheal.xml.MalformedXml.skipSpace;

import dev.autoheal.text.SourceFile;
import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlDocument.Malformed;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was meant as a comment, and is none to XML or is a broken one. */
final class MalformedComment {
  /** A beginning with a hyphen too few, a blank too many, a dash of a word processor. */
  private static final Pattern LIKE_START =
      Pattern.compile("<(?: ?! ?[-\u2013\u2014]+|[-\u2013\u2014]+!?|%-*|#)");

  /** An end of that kind, with nothing behind it. */
  private static final Pattern LIKE_END =
      Pattern.compile("(?:(?<!-)-|--[ !]|[\u2013\u2014]-?)>(?=[ \t]*(?:[\r\n<]|$))");

  /** How other languages begin one; nothing else stands in front of it on its line. */
  private static final Pattern FOREIGN = Pattern.compile("//|/\\*|#|--");

  private final SourceFile file;
  private final String text;
  private final int at;

  /**
   * Of a text that a parser has given up on.
   *
   * @param at the start of the piece that is not understood
   */
  MalformedComment(SourceFile file, int at) {
    this.file = file;
    this.text = file.text();
    this.at = at;
  }

  /** Of {@code <!--}. */
  Optional<Malformed> comment() {
    int hyphens = text.indexOf("--", at + 4);
    Matcher end =
        LIKE_END.matcher(text).region(at + 4, hyphens < 0 ? text.length() : lineEnd(hyphens));
    boolean another = hyphens >= at + 6 && text.startsWith("<!--", hyphens - 2);
    if (end.find() && (hyphens < 0 || another || end.start() == hyphens)) {
      return fault(
          end.start(), end.end(), "%s does not close a comment; write -->".formatted(end.group()));
    }
    if (another) {
      int line = file.locate(Span.at(hyphens)).line();
      String message =
          file.locate(Span.at(at)).line() == line
              ? "this comment is still open where another begins: a comment cannot hold one"
              : "this comment is still open where line %d begins another".formatted(line);
      return fault(at, at + 4, message);
    }
    return MalformedXml.unclosed(text, at, "<!--", "this comment", "-->")
        .or(
            () ->
                fault(
                    hyphens,
                    hyphens + 2,
                    "-- cannot stand inside a comment; part the hyphens, or leave one out"));
  }

  /** Of a {@code <} that begins something like one. */
  Optional<Malformed> almost() {
    Matcher start = LIKE_START.matcher(text).region(at, text.length());
    return start.lookingAt()
        ? fault(
            at,
            start.end(),
            "%s starts no comment; a comment is written <!-- … -->".formatted(start.group()))
        : Optional.empty();
  }

  /** Of a fault on a line that other languages take for a comment. */
  Optional<Malformed> foreign(Malformed fault) {
    int line = lineStart(fault.span().start());
    int start = skipSpace(text, line);
    Matcher marker = FOREIGN.matcher(text).region(Math.min(start, text.length()), text.length());
    boolean isInTag = text.startsWith("<", at) && at < line;
    return !isInTag && marker.lookingAt() && start <= fault.span().start()
        ? fault(
            start,
            marker.end(),
            "%s starts no comment in XML; write <!-- … --> around it".formatted(marker.group()))
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
