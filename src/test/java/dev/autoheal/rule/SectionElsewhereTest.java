package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SectionElsewhereTest {
  private static final String POLICY =
      "version: 1\napps:\n  - name: a\n    files: [web.config]\n    triggers:\n      requests: none\n";

  private final RuleTester tester = new RuleTester(new SectionElsewhere());

  @Test
  void sectionInAnotherFileIsFound() {
    assertThat(tester.inSection("<monitoring configSource='config\\healing.config' />"))
        .containsExactly(
            "2:27 the section stands in config\\healing.config, which autoheal does not read: write it"
                + " here to have it checked");
  }

  @Test
  void sectionThatStandsHereIsFine() {
    assertThat(tester.inSection("<monitoring><actions value='Recycle' /></monitoring>")).isEmpty();
  }

  @Test
  void otherSectionsAreNotJudged() {
    assertThat(tester.inSection("<rewrite configSource='rewrite.config' />")).isEmpty();
  }

  @Test
  void underAPolicyItIsTheFindingOfDrift() {
    tester.findsNothing(
        "<configuration><system.webServer><monitoring configSource='a' /></system.webServer></configuration>",
        POLICY);
  }
}
