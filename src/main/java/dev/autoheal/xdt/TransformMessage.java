package dev.autoheal.xdt;

import dev.autoheal.text.Location;
import dev.autoheal.text.SourceFile;
import dev.autoheal.text.Span;
import java.util.Locale;

/**
 * Reports something that did not go as the transform requires.
 *
 * @param kind the kind of the problem
 * @param file the transform
 * @param span the attribute of the transform, or the start tag, that the message is about
 * @param text a text for people, not yet made safe for a terminal
 */
public record TransformMessage(Kind kind, SourceFile file, Span span, String text) {
  private static final int LONGEST = 500;

  /** Shortens a text of more than 500 UTF-16 units to its first 250 code points and an ellipsis. */
  public TransformMessage {
    if (text.length() > LONGEST) {
      text = text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) + "…";
    }
  }

  /** The kinds of problems. */
  public enum Kind {
    /** The engine fails, and the publishing fails with it. */
    ERROR,
    /** The engine warns and goes on. */
    WARNING,
    /**
     * The engine would do something that autoheal does not do, so the real result may be different.
     */
    UNFOLLOWED,
    /** The engine does nothing, without a message. */
    NOTE;

    /** Returns the text in reports, for people and for machines. */
    public String word() {
      return this == UNFOLLOWED ? "not followed" : name().toLowerCase(Locale.ROOT);
    }
  }

  /** Returns the place in the transform. */
  public Location location() {
    return file.locate(span);
  }
}
