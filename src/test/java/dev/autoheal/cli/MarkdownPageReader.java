package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** Parses a Markdown report like GitHub. Allows only blocks of plain text. */
public final class MarkdownPageReader {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  private static final int LONGEST = 60_000;

  private final List<List<String>> rows = new ArrayList<>();
  private final List<String> fences = new ArrayList<>();

  private MarkdownPageReader() {}

  /**
   * Returns the parsed page. Fails if it is too long or contains anything but titles, text, tables
   * and fences.
   */
  public static MarkdownPageReader examined(String page) {
    assertThat(page).hasSizeLessThanOrEqualTo(LONGEST);
    assertThat(page).matches("(?s)<!-- autoheal:v1 key=(check|diff|apply|review) -->\n### .*");
    MarkdownPageReader reader = new MarkdownPageReader();
    Node document = PARSER.parse(page);
    for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
      reader.examine(block, page);
    }
    return reader;
  }

  /** Returns the parsed page. Fails if it is anything but one table. */
  static MarkdownPageReader examinedTable(String page) {
    MarkdownPageReader reader = new MarkdownPageReader();
    Node table = PARSER.parse(page).getFirstChild();
    assertThat(table).isInstanceOf(TableBlock.class);
    assertThat(table.getNext()).isNull();
    reader.examine(table, page);
    return reader;
  }

  /** Returns the cells of all tables as displayed, including headers. */
  List<List<String>> rows() {
    return rows;
  }

  /** Returns the contents of all fences. */
  public List<String> fences() {
    return fences;
  }

  private void examine(Node block, String page) {
    if (block instanceof HtmlBlock html) {
      assertThat(page).startsWith(html.getLiteral() + "\n");
      assertThat(block.getPrevious()).isNull();
    } else if (block instanceof FencedCodeBlock fence) {
      fences.add(fence.getLiteral());
    } else if (block instanceof TableBlock) {
      for (Node part = block.getFirstChild(); part != null; part = part.getNext()) {
        for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
          examineRow((TableRow) row);
        }
      }
    } else {
      assertThat(block).isInstanceOfAny(Heading.class, Paragraph.class);
      text(block);
    }
  }

  private void examineRow(TableRow row) {
    List<String> cells = new ArrayList<>();
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      assertThat(cell).isInstanceOf(TableCell.class);
      cells.add(text(cell));
    }
    rows.add(cells);
  }

  /** Returns the text of a node. Fails if it contains a mention, a link or a reference. */
  private static String text(Node parent) {
    StringBuilder text = new StringBuilder();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Code code) {
        assertThat(code.getLiteral()).isEqualTo("autoheal apply");
      } else {
        assertThat(node).isInstanceOf(Text.class);
        text.append(((Text) node).getLiteral());
      }
    }
    assertThat(text.toString()).doesNotContainPattern("@\\w|#\\d|(?i)gh-\\d");
    return text.toString();
  }
}
