package dev.autoheal.policy.read;

import dev.autoheal.text.Quoted;
import dev.autoheal.text.Span;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/**
 * An error of the YAML parser, with a message that says what to write instead.
 *
 * @param span the place of the error
 * @param message the text of the error
 */
record YamlErrors(Span span, String message) {
  /**
   * A known error of the parser.
   *
   * @param start the first words of the message of the parser
   * @param began whether the place is the mark where the construct began, not the mark of the error
   * @param message the message to show instead
   */
  private record Known(String start, boolean began, String message) {
    static Known here(String start, String message) {
      return new Known(start, false, message);
    }

    static Known atStart(String start, String message) {
      return new Known(start, true, message);
    }
  }

  private static final String TAB = "unexpected tab in the indentation; use spaces";
  private static final String BLOCK = start("| or >");
  private static final String ESCAPE = "invalid backslash in double quotes; use single quotes";
  private static final String OPEN = "missing closing quote; add it";
  private static final List<Known> KNOWN =
      List.of(
          Known.here(
              "mapping values are not allowed",
              "unexpected second colon on the line; put the text in quotes or use a new line"),
          Known.here("expected <block end>", "unexpected indentation; align the line"),
          Known.here("expected '<document start>'", "unexpected text after the policy; remove it"),
          Known.here("sequence entries are not allowed", "unexpected list; use a new line"),
          Known.here("mapping keys are not allowed", "unexpected map; use a new line"),
          Known.here("expected ',' or '}'", "missing comma or }; add it"),
          Known.here("expected ',' or ']'", "missing comma or ]; add it"),
          Known.here("expected the node content", "missing value; add it"),
          Known.here("found unknown escape character", ESCAPE),
          Known.here("expected escape sequence", ESCAPE),
          Known.here("found a key after", TAB),
          Known.here("found a sequence entry after", TAB),
          Known.here("DEL character", character(0x7F)),
          Known.atStart("could not find expected ':'", "missing colon after a key; add it"),
          Known.atStart("found unexpected end of stream", OPEN),
          Known.atStart("found unexpected document separator", OPEN),
          Known.atStart("expected chomping", BLOCK),
          Known.atStart("expected a comment or a line break", BLOCK));

  /** The messages by the character at either mark of the parser. */
  private static final Map<Integer, String> BY_CHARACTER =
      Map.of(
          (int) '\t', TAB,
          (int) '*', start("*"),
          (int) '&', start("&"),
          (int) '!', start("!"),
          (int) '%', start("%"),
          (int) '@', start("@"),
          (int) '`', start("`"),
          (int) '|', BLOCK,
          (int) '>', BLOCK);

  /**
   * Translates an exception of the parser.
   *
   * @param text the text that was parsed
   * @param reached the last place that could be read, for an exception without a mark
   */
  static YamlErrors of(RuntimeException e, YamlOffsets text, Span reached) {
    if (e instanceof ReaderException unprintable) {
      return unprintable(unprintable, text);
    }
    if (e instanceof MarkedYamlEngineException marked) {
      return marked(marked, text);
    }
    return new YamlErrors(
        reached, "invalid escape sequence or directive after this (number too large); remove it");
  }

  private static String start(String character) {
    return "unexpected %s at the start of a value; put the value in quotes".formatted(character);
  }

  private static String character(int codePoint) {
    return "unexpected character U+%04X; remove it".formatted(codePoint);
  }

  private static YamlErrors unprintable(ReaderException e, YamlOffsets text) {
    String message =
        e.getCodePoint() == 0
            ? "unexpected character U+0000; save the policy as UTF-8"
            : character(e.getCodePoint());
    Span span = new Span(text.at(e.getPosition()), text.at(e.getPosition() + 1));
    return new YamlErrors(span, message);
  }

  private static YamlErrors marked(MarkedYamlEngineException e, YamlOffsets text) {
    int here = text.offset(e.getProblemMark());
    int began = e.getContextMark().isPresent() ? text.offset(e.getContextMark()) : here;
    for (int at : new int[] {here, began}) {
      String message = BY_CHARACTER.get(text.codePointAt(at));
      if (message != null) {
        return new YamlErrors(Span.at(at), message);
      }
    }
    for (Known known : KNOWN) {
      if (e.getProblem().startsWith(known.start())) {
        return known.began()
            ? new YamlErrors(Span.at(began), known.message())
            : new YamlErrors(Span.at(here), known.message().replaceFirst("(?=;)", began(e)));
      }
    }
    return new YamlErrors(Span.at(here), "invalid YAML: " + Quoted.literal(e.getProblem()));
  }

  /** Returns the line on which the list, map or text began; empty when it is the same line. */
  private static String began(MarkedYamlEngineException e) {
    int line = e.getContextMark().map(Mark::getLine).orElse(-1);
    boolean elsewhere = line >= 0 && e.getProblemMark().map(Mark::getLine).orElse(line) != line;
    return elsewhere ? " in the value that starts on line %d".formatted(line + 1) : "";
  }
}
