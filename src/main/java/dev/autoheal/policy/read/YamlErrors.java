package dev.autoheal.policy.read;

import dev.autoheal.text.QuotedLine;
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

    static Known whereItBegan(String start, String message) {
      return new Known(start, true, message);
    }
  }

  private static final String TAB = "a tab cannot indent YAML: write blanks";
  private static final String BLOCK = "text that starts with | or > needs quotes";
  private static final String ESCAPE =
      "a backslash in double quotes starts an escape: write the text in single quotes";
  private static final String OPEN = "quotes that are not closed";
  private static final List<Known> KNOWN =
      List.of(
          Known.here(
              "mapping values are not allowed",
              "a second colon in one line: quote the text, or start a new line"),
          Known.here("expected <block end>", "indented unlike the lines around it"),
          Known.here("expected '<document start>'", "belongs to nothing above it"),
          Known.here("sequence entries are not allowed", "a list starts on a new line"),
          Known.here("mapping keys are not allowed", "a map starts on a new line"),
          Known.here("expected ',' or '}'", "a comma or a closing } was expected"),
          Known.here("expected ',' or ']'", "a comma or a closing ] was expected"),
          Known.here("expected the node content", "a value was expected"),
          Known.here("found unknown escape character", ESCAPE),
          Known.here("expected escape sequence", ESCAPE),
          Known.here("found a key after", TAB),
          Known.here("found a sequence entry after", TAB),
          Known.here("DEL character", "U+007F cannot stand in YAML"),
          Known.whereItBegan("could not find expected ':'", "a key without a colon"),
          Known.whereItBegan("found unexpected end of stream", OPEN),
          Known.whereItBegan("found unexpected document separator", OPEN),
          Known.whereItBegan("expected chomping", BLOCK),
          Known.whereItBegan("expected a comment or a line break", BLOCK));

  /** The messages by the character at either mark of the parser. */
  private static final Map<Integer, String> BY_CHARACTER =
      Map.of(
          (int) '\t', TAB,
          (int) '*', "text that starts with * needs quotes",
          (int) '&', "text that starts with & needs quotes",
          (int) '!', "text that starts with ! needs quotes",
          (int) '%', "text that starts with % needs quotes",
          (int) '@', "text that starts with @ needs quotes",
          (int) '`', "text that starts with ` needs quotes",
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
    return new YamlErrors(reached, "the next text or directive has a number that is too large");
  }

  private static YamlErrors unprintable(ReaderException e, YamlOffsets text) {
    String message =
        e.getCodePoint() == 0
            ? "U+0000 cannot stand in YAML: if this is UTF-16, save it as UTF-8"
            : "U+%04X cannot stand in YAML".formatted(e.getCodePoint());
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
            : new YamlErrors(Span.at(here), known.message() + beganElsewhere(e));
      }
    }
    return new YamlErrors(Span.at(here), "not YAML: " + QuotedLine.of(e.getProblem()));
  }

  private static String beganElsewhere(MarkedYamlEngineException e) {
    int line = e.getContextMark().map(Mark::getLine).orElse(-1);
    boolean elsewhere = line >= 0 && e.getProblemMark().map(Mark::getLine).orElse(line) != line;
    return elsewhere ? ", begun in line " + (line + 1) : "";
  }
}
