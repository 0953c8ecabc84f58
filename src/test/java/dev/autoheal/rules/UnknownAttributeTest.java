package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnknownAttributeTest {
  private final RuleTester tester = new RuleTester(new UnknownAttribute());

  @Test
  void misspelledAttributeGetsTheRightName() {
    assertThat(tester.inTriggers("<requests count='5' timeIntervall='00:10:00' />"))
        .containsExactly(
            "2:21 timeIntervall is no attribute of requests: did you mean timeInterval?");
  }

  @Test
  void letterCaseCounts() {
    assertThat(tester.inTriggers("<memory privateBytesInKb='800000' />"))
        .containsExactly(
            "2:9 privateBytesInKb is no attribute of memory: letter case counts, write"
                + " privateBytesInKB");
  }

  @Test
  void nameFromArmGetsTheOneOfWebConfig() {
    assertThat(
            tester.inTriggers(
                """
                <statusCode>
                  <add status="500" subStatus="100" count="10" timeInterval="00:00:30" />
                </statusCode>
                """))
        .containsExactly(
            "3:8 status is no attribute of add: did you mean statusCode?",
            "3:21 subStatus is no attribute of add: did you mean subStatusCode?");
  }

  @Test
  void nameThatIsThereAlreadyIsNotMeant() {
    assertThat(tester.inTriggers("<memory privateBytesInKB='1' privateBytesInMB='1' />"))
        .containsExactly(
            "2:30 privateBytesInMB is no attribute of memory: memory takes privateBytesInKB");
  }

  @Test
  void allAttributesOfAnElementThatTakesNoneAreOneFinding() {
    assertThat(
            tester.inTriggers("<statusCode statusCode='500' count='10' timeInterval='00:00:30' />"))
        .containsExactly(
            "2:13 statusCode takes no attributes, but has statusCode, count and timeInterval: they"
                + " belong on the add element in it");
    assertThat(tester.inSection("<monitoring enabled='true' />"))
        .containsExactly("2:13 monitoring takes no attributes, but has enabled: remove it");
  }

  @Test
  void lockAttributesAreTaken() {
    assertThat(
            tester.inTriggers(
                "<requests lockItem='true' lockAttributes='count' lockAllElementsExcept='x' />"))
        .isEmpty();
  }

  @Test
  void attributesKnownFromElsewhereAreNotUnknown() {
    assertThat(tester.inSection("<monitoring><actions minProcessExecutionTime='0' /></monitoring>"))
        .isEmpty();
    assertThat(tester.inTriggers("<slowRequests path='/a' />")).isEmpty();
  }

  @Test
  void attributesOfOtherNamespacesAreNotJudged() {
    assertThat(tester.inSection("<monitoring xmlns:x='urn:x' x:note='a' configSource='a' />"))
        .isEmpty();
  }

  @Test
  void letterCaseAloneIsMended() {
    String file =
        "<configuration><system.webServer><monitoring><triggers><requests %s /></triggers></monitoring></system.webServer></configuration>";
    assertThat(tester.fixed(file.formatted("Count = '5' timeIntervall='00:10:00'")))
        .isEqualTo(file.formatted("count = '5' timeIntervall='00:10:00'"));
    String twice = file.formatted("Count='5' COUNT='6'");
    assertThat(tester.fixed(twice)).isEqualTo(twice);
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == arm action
        <actions actionType="Recycle" />
        > 2:10 actionType is no attribute of actions: did you mean value?

        == arm private bytes on triggers
        <memory privateBytes="800000" />
        > 2:9 privateBytes is no attribute of memory: did you mean privateBytesInKB?

        == arm range
        <statusCode>
          <add statusCodes="500-599" count="10" timeInterval="00:00:30" />
        </statusCode>
        > 3:8 statusCodes is no attribute of add: did you mean statusCode?

        == arm status rule
        <statusCode>
          <add status="500" subStatus="100" win32Status="0" count="10" timeInterval="00:00:30" />
        </statusCode>
        > 3:8 status is no attribute of add: did you mean statusCode?
        > 3:21 subStatus is no attribute of add: did you mean subStatusCode?
        > 3:37 win32Status is no attribute of add: did you mean win32StatusCode?

        == like none
        <memory privateBytesInKB="800000" warnAt="80%" />
        > 2:35 warnAt is no attribute of memory: memory takes privateBytesInKB

        == other namespaces are fine
        <memory xmlns:n="urn:notes" n:by="ops" privateBytesInKB="800000" />

        == private bytes on triggers
        <monitoring>
          <triggers privateBytesInKB="800000" />
          <actions value="Recycle" />
        </monitoring>
        > 3:13 triggers takes no attributes, but has privateBytesInKB: it belongs on the memory
        >> element in it

        == program
        <actions value="CustomAction">
          <customAction executable="D:\\home\\a.exe" parameters="-x" />
        </actions>
        > 3:17 executable is no attribute of customAction: did you mean exe?

        == rule on the collection
        <statusCode statusCode="500" subStatusCode="100" count="10" timeInterval="00:00:30" />
        > 2:13 statusCode takes no attributes, but has statusCode, subStatusCode, count and
        >> timeInterval: they belong on the add element in it

        == terraform names
        <slowRequests count="20" time_taken="00:00:45" interval="00:02:00" />
        > 2:26 time_taken is no attribute of slowRequests: did you mean timeTaken?
        > 2:48 interval is no attribute of slowRequests: did you mean timeInterval?

        == type of an action
        <actions type="Recycle" />
        > 2:10 type is no attribute of actions: did you mean value?
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isAllThatIsSaid(Example example) {
    example.holdsFor(new UnknownAttribute());
  }
}
