package dev.autoheal.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that bytes are decoded without loss or rejected with a reason. */
class SourceFileTest {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  @Test
  void readsTheEncodingOfTheByteOrderMark() {
    assertRead("\uFEFF<a>\u00E9</a>", UTF_8, UTF_8, true);
    assertRead("\uFEFF<a>\u00E9</a>", UTF_16LE, UTF_16LE, true);
    assertRead("\uFEFF<a>\u00E9</a>", UTF_16BE, UTF_16BE, true);
    assertRead("\uFEFF<?xml version='1.0' encoding='UTF-16'?><a/>", UTF_16LE, UTF_16LE, true);
    assertRead("\uFEFF<?xml version='1.0' encoding='unicode'?><a/>", UTF_16BE, UTF_16BE, true);
  }

  @Test
  void readsTheEncodingOfTheDeclaration() {
    assertRead("<a>\u00E9</a>", UTF_8, UTF_8, false);
    assertRead(declared("utf8") + "\u00E9", UTF_8, UTF_8, false);
    assertRead(declared("Windows-1252") + "\u20AC", WINDOWS_1252, WINDOWS_1252, false);
    assertRead(declared("latin1") + "\u00E9", ISO_8859_1, ISO_8859_1, false);
    assertRead(declared("us-ascii") + "e", US_ASCII, US_ASCII, false);
    assertRead(
        "<?xml version='1.0'" + " ".repeat(400) + "encoding = \"iso-8859-1\"?>\u00E9",
        ISO_8859_1,
        ISO_8859_1,
        false);
  }

  @Test
  void ignoresEncodingsOutsideTheDeclaration() {
    assertRead("<?xml-stylesheet encoding='windows-1252'?><a>\u00E9</a>", UTF_8, UTF_8, false);
    assertRead("<?xml version='1.0'?><a encoding='windows-1252'/>\u00E9", UTF_8, UTF_8, false);
    assertRead("<!-- <?xml encoding='utf-16'?> --><a/>", UTF_8, UTF_8, false);
  }

  private static String declared(String name) {
    return "<?xml version='1.0' encoding='" + name + "'?>";
  }

  private static void assertRead(String stored, Charset as, Charset charset, boolean bom) {
    SourceFile file = SourceFile.of("web.config", stored.getBytes(as));
    assertThat(file.defect()).isEmpty();
    assertThat(file.encoding()).isEqualTo(new Encoding(charset, bom));
    assertThat(file.text()).isEqualTo(bom ? stored.substring(1) : stored);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "61 FF 62       | 1:2 | byte 0xFF is not valid UTF-8; save the file as UTF-8",
        "61 0A C3       | 2:1 | byte 0xC3 is not valid UTF-8; save the file as UTF-8",
        "61 ED A0 80    | 1:2 | bytes 0xED 0xA0 0x80 are not valid UTF-8; save the file as UTF-8",
        "FF FE 61 00 3D D8 61 00 | 1:2 | bytes 0x3D 0xD8 0x61 0x00 are not valid UTF-16LE; save the"
            + " file as UTF-16LE",
        "FF FE 61 00 0A | 1:2 | byte 0x0A is not valid UTF-16LE; save the file as UTF-16LE",
        "FF FE 00 00 61 00 00 00 | 1:1 | unsupported encoding UTF-32; save the file as UTF-8",
        "3C 00 61 00    | 1:1 | missing byte order mark (the file looks like UTF-16); save it"
            + " as UTF-8",
        "00 3C 00 61    | 1:1 | missing byte order mark (the file looks like UTF-16); save it"
            + " as UTF-8",
      })
  void namesTheInvalidBytes(String hex, String place, String message) {
    byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);
    assertDefect(bytes, place + " " + message);
  }

  @Test
  void reportsAContradictingDeclaration() {
    assertDefect(
        ("\uFEFF" + declared("windows-1252")).getBytes(UTF_8),
        "1:31 encoding=\"windows-1252\" contradicts the byte order mark of UTF-8; make them agree");
    assertDefect(
        ("\uFEFF" + declared("utf-8")).getBytes(UTF_16LE),
        "1:31 encoding=\"utf-8\" contradicts the byte order mark of UTF-16LE; make them agree");
    assertDefect(
        declared("utf-16").getBytes(UTF_8),
        "1:31 encoding=\"utf-16\", but the file is not UTF-16; save it as UTF-16 or correct the"
            + " declaration");
    assertDefect(
        declared("koi8-r").getBytes(UTF_8),
        "1:31 unsupported encoding=\"koi8-r\"; save the file as UTF-8");
    assertDefect(
        (declared("us-ascii") + "\u00E9").getBytes(ISO_8859_1),
        "1:42 byte 0xE9 is not valid US-ASCII; save the file as US-ASCII");
  }

  @Test
  void namesTheSizeOfATooLargeFile() {
    SourceFile file = SourceFile.tooLarge("web.config", SourceFile.SIZE_LIMIT + 1);
    assertThat(file.defect().orElseThrow().message())
        .isEqualTo(
            "the file is 251 KB, but IIS accepts at most 250 KB; move long sections to separate"
                + " files");
  }

  private static void assertDefect(byte[] bytes, String expected) {
    SourceFile file = SourceFile.of("web.config", bytes);
    SourceFile.Defect defect = file.defect().orElseThrow();
    Location at = file.locate(defect.span());
    assertThat(at.line() + ":" + at.column() + " " + defect.message()).isEqualTo(expected);
  }

  @Test
  void countsUtf8BytesInAnyOrderOfPlaces() {
    SourceFile file = SourceFile.of("w", "\uFEFF\u00E9\n\u20AC\uD83D\uDE00\tb".getBytes(UTF_8));
    for (int round = 0; round < 2; round++) {
      assertThat(file.locate(new Span(5, 6)).start().byteColumn()).isEqualTo(8);
      assertThat(file.locate(new Span(3, 6)).start().byteColumn()).isEqualTo(4);
      assertThat(file.locate(new Span(0, 3)).end().byteColumn()).isEqualTo(4);
      assertThat(file.locate(new Span(1, 6)).start().byteColumn()).isEqualTo(6);
      assertThat(file.locate(new Span(1, 6)).end().byteColumn()).isEqualTo(9);
    }
  }

  @Test
  void countsLinesWithAnyLineBreak() {
    SourceFile file = SourceFile.of("w", "a\r\nbc\rd\n\ne".getBytes(UTF_8));
    assertThat(words(file.excerpt(new Span(4, 7)))).isEqualTo("2:2-3:2 bc");
    assertThat(words(file.excerpt(Span.at(9)))).isEqualTo("5:1-5:1 e");
    assertThat(words(file.excerpt(Span.at(10)))).isEqualTo("5:2-5:2 e");
  }

  @Test
  void readsTheLineOnlyForAnExcerpt() {
    SourceFile file = SourceFile.of("w", "ab".getBytes(UTF_8));
    assertThat(file.locate(Span.at(1)).sourceLine()).isEmpty();
    assertThat(file.excerpt(Span.at(1)).sourceLine()).isEqualTo("ab");
  }

  private static String words(Location at) {
    return "%d:%d-%d:%d %s"
        .formatted(at.line(), at.column(), at.endLine(), at.endColumn(), at.sourceLine());
  }
}
