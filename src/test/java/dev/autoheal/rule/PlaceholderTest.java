package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholderTest {
  private final RuleTester tester = new RuleTester(new Placeholder());

  @ParameterizedTest
  @ValueSource(strings = {"#{n}#", "#{n}", "%n%", "$(n)", "${n}", "__n__", "{{n}}", "1{{n}}0"})
  void tokenIsSaid(String token) {
    assertThat(tester.inTriggers("<requests count='" + token + "' />"))
        .containsExactly(
            "2:18 count is "
                + token
                + ", a token for a deployment tool: neither judged nor rewritten");
  }

  @Test
  void tokenInTheActionIsSaid() {
    assertThat(
            tester.inSection(
                """
                <monitoring>
                  <actions value="#{action}#">
                    <customAction exe="$(exe)" parameters="-x ${p}" />
                  </actions>
                </monitoring>
                """))
        .hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"100", "", "100%", "#n#", "$n", "{n}", "_n_"})
  void otherValuesAreNoTokens(String value) {
    assertThat(tester.inTriggers("<requests count='" + value + "' />")).isEmpty();
  }

  @Test
  void tokenOutsideTheSectionIsNotSaid() {
    tester.findsNothing("<configuration><appSettings name='#{n}#' /></configuration>");
  }
}
