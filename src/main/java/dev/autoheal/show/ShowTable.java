package dev.autoheal.show;

import dev.autoheal.report.AnsiColor;
import dev.autoheal.report.TerminalText;
import dev.autoheal.report.WordWrap;
import dev.autoheal.show.TextTable.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Renders a row per file, or a block per file if the terminal is too narrow for rows. */
final class ShowTable {
  private static final List<String> HEADS =
      List.of("file", "app", "triggers", "action", "plan", "findings");

  private static final String INDENT = "  ";

  private final int columns;
  private final boolean color;
  private final StringBuilder text = new StringBuilder();

  /**
   * Creates a table.
   *
   * @param columns the width of the terminal
   * @param color whether the terminal shows colors
   */
  ShowTable(int columns, boolean color) {
    this.columns = columns;
    this.color = color;
  }

  /** Returns the table; empty if there are no files. */
  String of(List<ShownFile> files) {
    List<ShowRow> rows = files.stream().map(ShowRow::of).toList();
    if (!rows.isEmpty()) {
      List<List<Cell>> filled = filled(rows.stream().map(ShowTable::cells).toList());
      TextTable table = new TextTable(filled, columns);
      if (table.isReadable()) {
        rows(table, filled.size());
      } else {
        rows.forEach(this::block);
      }
    }
    return text.toString();
  }

  private static List<Cell> cells(ShowRow row) {
    List<String> triggers = new ArrayList<>(row.triggers());
    if (!row.note().isEmpty()) {
      triggers.add(row.note());
    }
    return List.of(
        Cell.of(row.path()),
        Cell.of(row.app()),
        new Cell(triggers),
        Cell.of(row.action()),
        Cell.of(row.plan()),
        Cell.of(row.findings()));
  }

  /** Returns the header and the rows, without columns that are empty in all rows. */
  private static List<List<Cell>> filled(List<List<Cell>> rows) {
    int[] kept =
        IntStream.range(0, HEADS.size())
            .filter(column -> rows.stream().anyMatch(row -> !row.get(column).isEmpty()))
            .toArray();
    List<List<Cell>> filled = new ArrayList<>();
    filled.add(IntStream.of(kept).mapToObj(HEADS::get).map(Cell::of).toList());
    rows.forEach(row -> filled.add(IntStream.of(kept).mapToObj(row::get).toList()));
    return filled;
  }

  private void rows(TextTable table, int size) {
    table.lines(0).forEach(line -> line(line, true));
    for (int i = 1; i < size; i++) {
      table.lines(i).forEach(line -> line(line, false));
    }
  }

  /** Adds the path and, below it, the facts that are known. */
  private void block(ShowRow row) {
    WordWrap.lines(row.path(), columns, INDENT).forEach(line -> line(line, true));
    List<List<Cell>> cells =
        Stream.of(
                List.of(label("app"), Cell.of(row.app())),
                List.of(label("triggers"), new Cell(row.triggers())),
                List.of(label("note"), Cell.of(row.note())),
                List.of(label("action"), Cell.of(row.action())),
                List.of(label("plan"), Cell.of(row.plan())),
                List.of(label("findings"), Cell.of(row.findings())))
            .filter(line -> !line.get(1).isEmpty())
            .toList();
    TextTable table = new TextTable(cells, columns - INDENT.length());
    for (int i = 0; i < cells.size(); i++) {
      table.lines(i).forEach(line -> line(INDENT + line, false));
    }
  }

  /** Pads a label to the width of the widest label, so that all blocks look alike. */
  private static Cell label(String word) {
    return Cell.of("%-8s".formatted(word));
  }

  /** Cleans the line again, since the text after a line break may have become a command. */
  private void line(String line, boolean isHead) {
    String clean = TerminalText.clean(line);
    text.append(isHead ? AnsiColor.BOLD.on(clean, color) : clean).append('\n');
  }
}
