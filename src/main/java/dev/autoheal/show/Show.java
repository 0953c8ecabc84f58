package dev.autoheal.show;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autoheal.lint.CheckedFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** What sections mean, in whatever format; the same files give the same bytes. */
public final class Show {
  private final List<ShownFile> files;
  private final boolean why;
  private final boolean one;

  /** How it is written. */
  public enum Format {
    /** Sentences about one file, a table of several. */
    TEXT,
    /** A row per file, as RFC 4180 has it; no cell is a formula to a spreadsheet. */
    CSV,
    /** A table as GitHub and Azure DevOps show it. */
    MARKDOWN,
    /** For bots, see {@link ShowJson}. */
    JSON;

    /** Whether it has room for the lines of a policy. */
    public boolean hasReasons() {
      return this == TEXT || this == JSON;
    }
  }

  /**
   * Of a run that is over.
   *
   * @param views in the order to show them
   * @param why whether the lines of the policy are wanted that govern each file
   * @param one whether a single file was asked for, which is then no table
   */
  public Show(List<CheckedFile> views, boolean why, boolean one) {
    this.files = views.stream().map(ShownFile::new).toList();
    this.why = why;
    this.one = one;
  }

  /** Whether a file cannot be read, so that there is nothing to show of it. */
  public boolean isBroken() {
    return files.stream().anyMatch(file -> file.state() == ShownFile.State.UNREADABLE);
  }

  /**
   * Writes it.
   *
   * @param columns how wide a line of text may be
   * @param colour whether the reader is a terminal that shows colours
   */
  public void write(Format format, OutputStream out, int columns, boolean colour)
      throws IOException {
    switch (format) {
      case TEXT -> out.write(text(columns, colour).getBytes(UTF_8));
      case CSV -> out.write(ShowCsv.of(files).getBytes(UTF_8));
      case MARKDOWN -> out.write(ShowMarkdown.of(files).getBytes(UTF_8));
      case JSON -> new ShowJson(out).write(files, why);
    }
  }

  private String text(int columns, boolean colour) {
    return one || why
        ? new ShowText(columns, colour).of(files, why)
        : new ShowTable(columns, colour).of(files);
  }
}
