package dev.autoheal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/**
 * Reports are valid for any text and any name of a file. {@link Shell} asserts that for each call.
 */
class ReceiverTest {
  private static final List<String> FORMATS =
      Stream.of(ReportFormat.values())
          .filter(format -> format != ReportFormat.PATCH)
          .map(ReportFormat::word)
          .toList();

  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void policyForAnyFile() {
    work = Workspace.in(temp).file("autoheal.yaml", Workspace.policy("**"));
  }

  @ParameterizedTest
  @DisabledOnOs(OS.WINDOWS)
  @ValueSource(
      strings = {
        " ",
        "a b",
        "a;b]c%0A%AZP25",
        "a\"b<c>&'",
        "]]>",
        "=x",
        "\u00E9\uD83D\uDE00",
        "##vso[x]",
        "##vSo[task.complete]",
        "::error::x",
        "\n::error::x",
        "\u001B[31m",
        "\u202E\uFFFE",
        "\u0085"
      })
  void acceptsAnyName(String name) throws Exception {
    String file = name + "/web.config";
    work.file(file, Workspace.WRONG);
    for (String format : FORMATS) {
      assertThat(work.run("check", "--report", format).exit()).isEqualTo(1);
      assertThat(work.run("diff", "--report", format).exit()).isEqualTo(1);
    }

    assertThat(GitlabSchema.validated(out("gitlab")).get(0).at("/location/path").asText())
        .isEqualTo(file);
    assertThat(RdjsonSchema.validated(out("rdjson")).get(0).at("/location/path").asText())
        .isEqualTo(file);
    String legal = file.replaceAll("[\\x00-\\x08\\x0E-\\x1F\uFFFE]", "\uFFFD");
    assertThat(attribute("checkstyle", "file", "name")).isEqualTo(legal);
    assertThat(attribute("junit", "testcase", "file")).isEqualTo(legal);
  }

  private byte[] out(String format) {
    return work.run("check", "--report", format).out();
  }

  private String attribute(String format, String element, String name) throws Exception {
    return ((Element)
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out(format)))
                .getElementsByTagName(element)
                .item(0))
        .getAttribute(name);
  }

  @Test
  void acceptsAnyText() {
    List<String> texts =
        IntStream.concat(
                IntStream.rangeClosed(1, 0xA0), IntStream.of(0xAD, 0x200B, 0x202E, 0xFFFE, 0xE0001))
            .mapToObj(Character::toString)
            .toList();
    for (String c : texts) {
      String evil = "7" + c + "##vso[task.complete]" + c + "]]>" + c;
      for (String content :
          List.of(
              Workspace.WRONG.replace("700000", evil),
              Workspace.WRONG.replace("memory", "mem" + c + "ory"),
              Workspace.WRONG.replace("700000", "7&#%d;".formatted(c.codePointAt(0))))) {
        Shell shell = work.shell().reading(content.getBytes(UTF_8));
        FORMATS.forEach(format -> shell.run("check", "-", "--report", format));
      }
    }
  }

  @Test
  void acceptsAnyTextOfAnInvalidPolicy() {
    work.file("web.config", Workspace.WRONG);
    for (String c : List.of("##vso[x]", "\u202E", "\u0085", "<a>&\"", "]]>", ";x]%0A")) {
      work.file("autoheal.yaml", "version: 1\n'na" + c.replace("'", "") + "me': 3\n");
      FORMATS.forEach(
          format -> assertThat(work.run("check", "--report", format).exit()).isEqualTo(2));
    }
  }
}
