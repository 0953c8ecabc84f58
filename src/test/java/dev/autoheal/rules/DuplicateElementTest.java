package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DuplicateElementTest {
  private final RuleTester tester = new RuleTester(new DuplicateElement());

  @Test
  void reportsASeparateActionForEachTrigger() {
    assertThat(
            tester.inSection(
                """
                <monitoring>
                  <triggers />
                  <actions value="Recycle" />
                  <actions value="LogEvent" />
                </monitoring>
                """))
        .containsExactly("5:3 duplicate <actions> in <monitoring>; keep one for all triggers");
  }

  @Test
  void reportsASecondTriggersElementOnce() {
    assertThat(
            tester.inSection(
                """
                <monitoring>
                  <triggers><requests /></triggers>
                  <triggers><requests /></triggers>
                </monitoring>
                """))
        .containsExactly(
            "4:3 duplicate <triggers> in <monitoring>; move its elements into the first one");
  }

  @Test
  void reportsASecondCollectionOfStatusRules() {
    assertThat(tester.inTriggers("<statusCode />\n<statusCode />"))
        .containsExactly(
            "3:1 duplicate <statusCode> in <triggers>; move its elements into the first one");
  }

  @Test
  void reportsASecondSlowRequests() {
    assertThat(tester.inTriggers("<slowRequests />\n<memory />\n<slowRequests />"))
        .containsExactly("4:1 duplicate <slowRequests> in <triggers>; remove one");
  }

  @Test
  void acceptsSeveralStatusRules() {
    assertThat(tester.inTriggers("<statusCode><add /><add /></statusCode>")).isEmpty();
  }

  @Test
  void ignoresUnknownElements() {
    assertThat(tester.inTriggers("<request /><request />")).isEmpty();
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == action among the triggers too
        <monitoring>
          <triggers>
            <memory privateBytesInKB="800000" />
            <actions value="Recycle" />
            <slowRequests count="20" timeTaken="00:00:45" timeInterval="00:02:00" />
            <actions value="LogEvent" />
          </triggers>
        </monitoring>
        > 5:6 unknown element <actions> in <triggers>; move it into <monitoring> [unknown-element]
        > 7:6 unknown element <actions> in <triggers>; move it into <monitoring> [unknown-element]

        == custom action
        <actions value="CustomAction">
          <customAction exe="D:\\home\\a.exe" />
          <customAction exe="D:\\home\\b.exe" />
        </actions>
        > 4:3 duplicate <customAction> in <actions>; remove one (web.config:3)

        == memory low and high
        <memory privateBytesInKB="800000" />
        <memory privateBytesInKB="1600000" />
        > 3:1 duplicate <memory> in <triggers>; remove one (web.config:2)

        == status rules are fine
        <statusCode>
          <add statusCode="500" count="10" timeInterval="00:00:30" />
          <add statusCode="502" count="10" timeInterval="00:00:30" />
        </statusCode>
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new DuplicateElement());
  }
}
