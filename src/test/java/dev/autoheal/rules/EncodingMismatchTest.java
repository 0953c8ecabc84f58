package dev.autoheal.rules;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.text.SourceFile;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncodingMismatchTest {
  private static final String GERMAN =
      "<?xml version='1.0' encoding='%s'?>\n<!-- ü --><configuration />";

  private final RuleTester tester = new RuleTester(new EncodingMismatch());

  @Test
  void reportsAUtf8FileThatDeclaresUtf16() {
    assertThat(findings("utf-16", UTF_8))
        .containsExactly(
            "1:31 encoding=\"utf-16\", but the file is not UTF-16; save it as UTF-16 or correct the"
                + " declaration");
  }

  @Test
  void reportsBytesThatAreNotUtf8() {
    assertThat(findings("utf-8", ISO_8859_1))
        .containsExactly("2:6 byte 0xFC is not valid UTF-8; save the file as UTF-8");
  }

  @Test
  void reportsAnUnknownEncoding() {
    assertThat(findings("ebcdic-cp-us", UTF_8))
        .containsExactly("1:31 unsupported encoding=\"ebcdic-cp-us\"; save the file as UTF-8");
  }

  @Test
  void reportsAByteOrderMarkThatContradictsTheDeclaration() {
    assertThat(findings("utf-8", UTF_16))
        .containsExactly(
            "1:31 encoding=\"utf-8\" contradicts the byte order mark of UTF-16BE; make them agree");
  }

  @Test
  void acceptsUtf16WithAByteOrderMark() {
    assertThat(findings("utf-16", UTF_16)).isEmpty();
  }

  @Test
  void acceptsDeclaredWindows1252() {
    assertThat(findings("windows-1252", Charset.forName("windows-1252"))).isEmpty();
  }

  @Test
  void acceptsUtf8WithoutADeclaration() {
    tester.findsNothing("<configuration><!-- ü --></configuration>");
  }

  private List<String> findings(String declared, Charset actual) {
    byte[] bytes = GERMAN.formatted(declared).getBytes(actual);
    return tester.findings(RuleTester.subject(SourceFile.of("web.config", bytes)));
  }
}
