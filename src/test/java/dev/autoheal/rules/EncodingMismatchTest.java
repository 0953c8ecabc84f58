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
  void utf8FileThatClaimsUtf16IsFoundAtTheClaim() {
    assertThat(findings("utf-16", UTF_8)).singleElement().asString().startsWith("1:31 ");
  }

  @Test
  void bytesThatAreNoUtf8AreFoundWhereTheyStand() {
    assertThat(findings("utf-8", ISO_8859_1)).singleElement().asString().startsWith("2:6 ");
  }

  @Test
  void unknownEncodingIsFound() {
    assertThat(findings("ebcdic-cp-us", UTF_8)).hasSize(1);
  }

  @Test
  void utf16WithByteOrderMarkIsFine() {
    assertThat(findings("utf-16", UTF_16)).isEmpty();
  }

  @Test
  void windows1252AsDeclaredIsFine() {
    assertThat(findings("windows-1252", Charset.forName("windows-1252"))).isEmpty();
  }

  @Test
  void utf8WithoutDeclarationIsFine() {
    tester.findsNothing("<configuration><!-- ü --></configuration>");
  }

  private List<String> findings(String declared, Charset actual) {
    byte[] bytes = GERMAN.formatted(declared).getBytes(actual);
    return tester.findings(RuleTester.subject(SourceFile.of("web.config", bytes)));
  }
}
