package dev.autoheal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SecretsPropertyTest {
  /** Starts and continuations of secrets, whose repetition slows down a bad pattern. */
  private static final List<String> PIECES =
      List.of(
          "password",
          "pass",
          "Password=",
          "password \"",
          "token: ",
          "-key ",
          "--",
          "-",
          "/",
          "=",
          ":",
          ";",
          "&",
          "&amp;",
          "&quot;",
          "&quot",
          "'",
          "\"",
          "\\",
          " ",
          "\t",
          "\n",
          "\r\n",
          "a",
          "ä",
          "😀",
          "\uD83D",
          "0",
          "://",
          "://a:",
          "@",
          "?",
          "sig=",
          "&sig=",
          "?code=",
          "key=",
          "bearer ",
          "Authorization: ",
          "eyJ",
          ".",
          "_",
          "A1",
          "==",
          "-u ",
          "-p ",
          "BEGIN ",
          "-----BEGIN PRIVATE KEY-----",
          "connectionString=\"",
          "value=\"",
          "<",
          ">",
          "%X%",
          "$(",
          "SharedAccessSignature ");

  @Property(tries = 2000)
  void redactionKeepsLengthAndLineBreaks(@ForAll("texts") String text) {
    String redacted = Secrets.redact(text);
    assertThat(redacted).hasSameSizeAs(text);
    assertThat(breaks(redacted)).isEqualTo(breaks(text));
    for (int i = 0; i < text.length(); i++) {
      assertThat(redacted.charAt(i)).isIn(text.charAt(i), '*');
    }
  }

  @Property(tries = 500)
  void redactsASecretInAnyContext(@ForAll("edges") String before, @ForAll("edges") String after) {
    assertThat(Secrets.redact(before + "--password=hush" + after)).doesNotContain("hush");
  }

  /** 50,000 characters take far less than a second, unless the time is quadratic. */
  @Property(tries = 60)
  void timeGrowsLinearly(@ForAll("pieces") String piece) {
    String text = piece.repeat(50_000 / piece.length());
    long start = System.nanoTime();
    Secrets.redact(text);
    assertThat(System.nanoTime() - start).as(piece).isLessThan(5_000_000_000L);
  }

  @Example
  void redactsRepeatedPiecesQuickly() {
    PIECES.forEach(this::timeGrowsLinearly);
    for (String piece : PIECES) {
      timeGrowsLinearly("password" + piece);
      timeGrowsLinearly(piece + "://");
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(PIECES).list().ofMaxSize(40).map(list -> String.join("", list));
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(4).map(l -> String.join("", l));
  }

  @Provide
  Arbitrary<String> edges() {
    return Arbitraries.of("", " ", "\n", "\"", "' ", "<a b=\"", "-v ", "; ", "ä ", ", ", "\t");
  }

  private static String breaks(String text) {
    return text.chars()
        .mapToObj(c -> c == '\n' || c == '\r' ? String.valueOf((char) c) : "-")
        .collect(Collectors.joining());
  }
}
