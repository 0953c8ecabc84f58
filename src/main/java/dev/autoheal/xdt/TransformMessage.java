package dev.autoheal.xdt;

import dev.autoheal.text.Location;
import dev.autoheal.text.SourceFile;
import dev.autoheal.text.Span;
import java.util.Locale;

/**
 * Something that went otherwise than the transform asks.
 *
 * @param file the transform
 * @param span the attribute in it that asks
 * @param text not yet made safe for a terminal
 */
public record TransformMessage(Kind kind, SourceFile file, Span span, String text) {
  private static final int LONGEST = 500;

  public TransformMessage {
    if (text.length() > LONGEST) {
      text = text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) + "…";
    }
  }

  /** How bad it is. */
  public enum Kind {
    /** The engine fails, and with it the publishing. */
    ERROR,
    /** The engine warns and goes on. */
    WARNING,
    /** The engine would do something that is not done here, so what results may be different. */
    UNFOLLOWED,
    /** The engine does nothing, without a word. */
    NOTE;

    /** The word that people and bots read. */
    public String word() {
      return this == UNFOLLOWED ? "not followed" : name().toLowerCase(Locale.ROOT);
    }
  }

  /** Where it arises. */
  public Location location() {
    return file.locate(span);
  }
}
