package dev.autoheal.show;

import dev.autoheal.report.Excerpt;
import dev.autoheal.report.WordWrap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Lays out rows in columns that are as wide as their widest cell, or narrower if a line would not
 * fit.
 */
final class TextTable {
  private static final int GAP = 2;
  private static final int NARROWEST = 8;
  private static final int READABLE = 24;

  private final List<List<Cell>> rows;
  private final int[] widths;

  /**
   * A cell of a table.
   *
   * @param parts the parts of the text, in one line if all fit, else each on its own line
   */
  record Cell(List<String> parts) {
    Cell {
      parts = List.copyOf(parts);
    }

    /** Returns a cell with one part, or with none if the text is empty. */
    static Cell of(String text) {
      return new Cell(text.isEmpty() ? List.of() : List.of(text));
    }

    /** Returns whether the cell has no parts. */
    boolean isEmpty() {
      return parts.isEmpty();
    }

    private String line() {
      return String.join("; ", parts);
    }

    private int widthOfLine() {
      return Excerpt.width(line());
    }

    private int widthOfParts() {
      return parts.stream().mapToInt(Excerpt::width).max().orElse(0);
    }

    private List<String> lines(int width) {
      return widthOfLine() <= width
          ? List.of(line())
          : parts.stream().flatMap(part -> WordWrap.lines(part, width, "  ").stream()).toList();
    }
  }

  /**
   * Lays out rows that all have the same number of cells.
   *
   * @param width the width of a line; it is kept as long as a column has room for some letters
   */
  TextTable(List<List<Cell>> rows, int width) {
    this.rows = rows;
    this.widths = widest(Cell::widthOfLine);
    int[] ofParts = widest(Cell::widthOfParts);
    fit(width, ofParts);
    fit(width, IntStream.of(ofParts).map(part -> Math.min(part, NARROWEST)).toArray());
  }

  private int[] widest(ToIntFunction<Cell> width) {
    return IntStream.range(0, rows.get(0).size())
        .map(
            column ->
                rows.stream().mapToInt(row -> width.applyAsInt(row.get(column))).max().orElse(0))
        .toArray();
  }

  /** Narrows the widest column again and again, but no column below its floor. */
  private void fit(int width, int[] floors) {
    while (total() > width) {
      int widest =
          IntStream.range(0, widths.length)
              .filter(column -> widths[column] > floors[column])
              .reduce((a, b) -> widths[b] > widths[a] ? b : a)
              .orElse(-1);
      if (widest < 0) {
        return;
      }
      widths[widest]--;
    }
  }

  private long total() {
    return IntStream.of(widths).asLongStream().sum() + (long) GAP * (widths.length - 1);
  }

  /** Returns whether each column has room for its parts, or at least for some words. */
  boolean isReadable() {
    int[] ofParts = widest(Cell::widthOfParts);
    return IntStream.range(0, widths.length)
        .allMatch(column -> widths[column] >= Math.min(ofParts[column], READABLE));
  }

  /**
   * Returns the lines of one row, without trailing spaces.
   *
   * @param row the index of the row, from 0
   */
  List<String> lines(int row) {
    List<List<String>> cells =
        IntStream.range(0, widths.length)
            .mapToObj(column -> rows.get(row).get(column).lines(widths[column]))
            .toList();
    int height = cells.stream().mapToInt(List::size).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < height; i++) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < widths.length; column++) {
        String text = i < cells.get(column).size() ? cells.get(column).get(i) : "";
        int spaces = widths[column] - Excerpt.width(text) + GAP;
        line.append(text).append(" ".repeat(Math.max(GAP, spaces)));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }
}
