package dev.autoheal.show;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autoheal.lint.CheckedFile;
import dev.autoheal.report.TextStyle;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Shows what sections mean, in one of several formats. The same files give the same bytes. */
public final class Show {
  private final List<ShownFile> files;
  private final boolean why;
  private final boolean one;

  /** A format in which sections are shown. */
  public enum Format {
    /** Sentences about one file, or a table of several files. */
    TEXT,
    /** A row per file as RFC 4180 defines it; no cell is a formula to a spreadsheet. */
    CSV,
    /** A table for GitHub and Azure DevOps. */
    MARKDOWN,
    /** Data for bots, which {@link ShowJson} describes. */
    JSON;

    /** Returns whether the format has room for the lines of a policy. */
    public boolean hasReasons() {
      return this == TEXT || this == JSON;
    }
  }

  /**
   * Creates the output of a finished run.
   *
   * @param views the files in the order to show them
   * @param why whether to show the policy lines that apply to each file
   * @param one whether the user named a single file, which is not shown as a table
   */
  public Show(List<CheckedFile> views, boolean why, boolean one) {
    this.files = views.stream().map(ShownFile::new).toList();
    this.why = why;
    this.one = one;
  }

  /** Returns whether a file cannot be read, so that nothing can be shown for it. */
  public boolean isBroken() {
    return files.stream().anyMatch(file -> file.state() == ShownFile.State.UNREADABLE);
  }

  /**
   * Writes the files.
   *
   * @param out the target, which is left open
   * @param style the layout of the text format
   */
  public void write(Format format, OutputStream out, TextStyle style) throws IOException {
    switch (format) {
      case TEXT -> out.write(text(style.columns(), style.color()).getBytes(UTF_8));
      case CSV -> out.write(ShowCsv.of(files).getBytes(UTF_8));
      case MARKDOWN -> out.write(ShowMarkdown.of(files).getBytes(UTF_8));
      case JSON -> new ShowJson(out).write(files, why);
    }
  }

  private String text(int columns, boolean color) {
    return one || why
        ? new ShowText(columns, color).of(files, why)
        : new ShowTable(columns, color).of(files);
  }
}
