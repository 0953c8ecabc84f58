package dev.autoheal.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.autoheal.section.Section;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Location;
import dev.autoheal.text.SourceFile;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tests that reading any file ends soon and without a deep stack. */
class BoundedTest {
  private static final Duration GENEROUS = Duration.ofSeconds(20);

  @Test
  void rejectsDeeplyNestedElements() {
    assertThat(place("<a>".repeat(30_000) + "</a>".repeat(30_000)))
        .isEqualTo("1:769 elements are nested more than 256 levels deep; remove some");
    assertThat(place("<a>".repeat(30_000))).isEqualTo(place("<a>".repeat(257)));
  }

  @Test
  void readsTheDeepestAllowedNesting() {
    XmlDocument document = parsed("<a>".repeat(256) + "</a>".repeat(256));
    assertThat(document.root().descendants()).hasSize(256);
  }

  @Test
  void readsManyAttributes() {
    assertThat(parsed("<a" + attributes(60_000) + "/>").root().attributes()).hasSize(60_000);
    assertThat(place("<a" + attributes(9_000) + " b7='2'/>"))
        .endsWith("duplicate attribute 'b7'; remove one");
    assertThat(place("<a" + attributes(9_000) + " x:b='2'/>")).contains("undeclared prefix 'x'");
  }

  private static String attributes(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(" b").append(i).append("='&amp;'");
    }
    return text.toString();
  }

  @Test
  void readsALongLine() {
    String settings = "<add key=\"k\" value=\"a &amp; b\"/>".repeat(7_500);
    assertThat(parsed("<a>" + settings + "</a>").root().elements()).hasSize(7_500);
    assertThat(place("<a>" + settings + "<b></a>")).startsWith("1:240004 unclosed element <b>");
    assertThat(parsed("<a b='" + "v".repeat(240_000) + "'/>").root().attributes()).hasSize(1);
    assertThat(parsed("<a>" + "text &lt; ".repeat(24_000) + "</a>").root().elements()).isEmpty();
    assertThat(parsed("<a>" + " ".repeat(240_000) + "</a>").root().elements()).isEmpty();
  }

  @Test
  void readsManyComments() {
    String comments = "<!-- c -->\n".repeat(100_000);
    XmlDocument document = parsed("<a>" + comments + "<b/></a>");
    assertThat(document.root().comments()).hasSize(100_000);
    assertThat(place("<a>" + comments)).isEqualTo("1:1 unclosed element <a>; add </a>");
    XmlEditor editor = new XmlEditor(document);
    editor.append(document.root(), XmlFragment.of("c", java.util.List.of()));
    assertThat(editor.edits().list()).hasSize(1);
  }

  @Test
  void rejectsUnclosedTags() {
    assertThat(place("<a " + "b c ".repeat(40_000))).contains("missing value of 'b'");
    assertThat(place("<a>" + "<".repeat(240_000))).startsWith("1:4 unexpected '<'");
    assertThat(place("<a b='" + "&".repeat(240_000))).contains("unclosed value of 'b'");
    assertThat(place("<a>" + "&".repeat(240_000) + "</a>")).contains("unexpected '&'");
    assertThat(place("<!--".repeat(60_000))).startsWith("1:1 unclosed comment");
    assertThat(place("<a>" + "]]".repeat(120_000) + ">")).contains("unexpected ']]>' in text");
    assertThat(place("<a b='" + " c=".repeat(80_000) + "'x")).isNotEmpty();
    assertThat(place("<a><" + " ".repeat(240_000))).startsWith("1:4 unexpected '<'");
    assertThat(place("<a><" + "1 ".repeat(120_000))).startsWith("1:4 unexpected '<'");
    assertThat(place("<a><!-- " + "-> ".repeat(80_000) + "b")).contains("unclosed comment");
    assertThat(place("<a b=" + "c".repeat(240_000))).contains("unquoted value of 'b'");
    assertThat(place("<a>" + "<b>".repeat(200) + "</" + "c".repeat(200_000) + ">"))
        .contains("unexpected </ccc");
  }

  @Test
  void readsASectionWithManyElements() {
    String twice =
        section("<memory/>".repeat(25_000))
            + section("<statusCode>" + "<add/>".repeat(30_000) + "</statusCode>");
    WebConfig config = config(twice);
    for (Section section : config.sections()) {
      assertThat(section.index().repeated().size() + section.triggers().size()).isPositive();
      assertThat(section.index().unknown()).isEmpty();
      section.byKey();
    }
  }

  private static String section(String triggers) {
    return "<monitoring><triggers>" + triggers + "</triggers></monitoring>";
  }

  private static WebConfig config(String sections) {
    return WebConfig.of(
        parsed(
            "<configuration><system.webServer>"
                + sections
                + "</system.webServer></configuration>"));
  }

  private static XmlDocument parsed(String text) {
    return assertTimeoutPreemptively(GENEROUS, () -> TestXml.document(text));
  }

  private static String place(String text) {
    SourceFile file = TestXml.file(text);
    XmlDocument.Result result = assertTimeoutPreemptively(GENEROUS, () -> XmlDocument.parse(file));
    XmlDocument.Malformed malformed = (XmlDocument.Malformed) result;
    Location at = file.locate(malformed.span());
    return at.line() + ":" + at.column() + " " + malformed.message();
  }
}
