package dev.autoheal.xdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xmlunit.assertj3.XmlAssert;

/**
 * Compares our results with those of the XDT engine. Each file of {@code xdt/expected} has the name
 * of a base. A case in it is a line with the transforms, whether they work, a line for each
 * message, and the result without whitespace.
 */
class EngineAgreementTest {
  private static final Path FOLDER = Path.of("src/test/resources/xdt");

  record Case(
      String base, List<String> transforms, boolean works, List<String> messages, String result) {
    @Override
    public String toString() {
      return base + " + " + String.join(" + ", transforms);
    }
  }

  static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER.resolve("expected"))) {
      for (Path file : files.sorted().toList()) {
        String base = file.getFileName().toString().replace(".txt", "");
        for (String block : Files.readString(file).split("(?m)^# ", -1)) {
          if (!block.isEmpty()) {
            cases.add(read(base, block.lines().toList()));
          }
        }
      }
    }
    return cases;
  }

  private static Case read(String base, List<String> lines) {
    return new Case(
        base,
        List.of(lines.get(0).split(" ", -1)),
        lines.get(1).equals("ok"),
        lines.subList(2, lines.size() - 1),
        lines.get(lines.size() - 1));
  }

  private static String file(String folder, String name) {
    try {
      return Files.readString(FOLDER.resolve(folder).resolve(name + ".config"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void readsAllCases() throws IOException {
    assertThat(cases()).hasSize(288);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void producesTheResultOfTheEngine(Case expected) {
    TransformResult result =
        TestXdt.apply(
            file("bases", expected.base),
            expected.transforms.stream()
                .map(name -> file("transforms", name))
                .toArray(String[]::new));

    XmlAssert.assertThat(TestXdt.text(result))
        .and(expected.result)
        .ignoreWhitespace()
        .areIdentical();
    assertThat(result.fails()).isNotEqualTo(expected.works);
    assertThat(result.isFollowed()).isTrue();
    List<TransformMessage> messages =
        result.messages().stream()
            .filter(message -> message.kind() != TransformMessage.Kind.NOTE)
            .toList();
    assertThat(messages).hasSameSizeAs(expected.messages);
    for (int i = 0; i < messages.size(); i++) {
      String theirs = expected.messages.get(i);
      assertThat(theirs).startsWith(messages.get(i).kind().word() + ": ");
      assertThat(messages.get(i).text()).contains(named(theirs));
    }
  }

  /** Returns the text between the outermost quotes of a message, or an empty string. */
  private static String named(String message) {
    int start = message.indexOf('\'') + 1;
    return message.substring(start, Math.max(start, message.lastIndexOf('\'')));
  }
}
