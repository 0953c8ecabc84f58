package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reviews of a section that configSource moves to another file. */
class ReviewConfigSourceTest extends PullRequest {
  private static final String HOLDER =
      "<configuration><system.webServer><monitoring configSource=\"%s\" />"
          + "</system.webServer></configuration>";

  @ParameterizedTest
  @CsvSource({
    "heal.config, heal.config",
    "Heal.Config, heal.config",
    "conf\\Heal.txt, Conf/heal.TXT",
    "autoheal, autoheal",
    "settings.json, settings.json"
  })
  void reportsAChangeOfThatFile(String named, String path) {
    String section =
        SECTION.substring(SECTION.indexOf("<monitoring>"), SECTION.indexOf("</system"));
    work.file("web.config", HOLDER.formatted(named)).file(path, section);
    base().file(path, section.replace("\"20\"", "\"many\""));

    Shell.Result result = review();
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.text()).contains(path, "[invalid-number]");
  }
}
