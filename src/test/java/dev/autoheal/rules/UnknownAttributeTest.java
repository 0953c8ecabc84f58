package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnknownAttributeTest {
  private final RuleTester tester = new RuleTester(new UnknownAttribute());

  @Test
  void suggestsTheNameOfAMisspelledAttribute() {
    assertThat(tester.inTriggers("<requests count='5' timeIntervall='00:10:00' />"))
        .containsExactly(
            "2:21 unknown attribute 'timeIntervall' in <requests>; did you mean timeInterval?");
  }

  @Test
  void comparesNamesCaseSensitively() {
    assertThat(tester.inTriggers("<memory privateBytesInKb='800000' />"))
        .containsExactly(
            "2:9 unknown attribute 'privateBytesInKb' in <memory>; use privateBytesInKB (names "
                + "are case-sensitive)");
  }

  @Test
  void suggestsTheWebConfigNameForAnArmName() {
    assertThat(
            tester.inTriggers(
                """
                <statusCode>
                  <add status="500" subStatus="100" count="10" timeInterval="00:00:30" />
                </statusCode>
                """))
        .containsExactly(
            "3:8 unknown attribute 'status' in <add>; did you mean statusCode?",
            "3:21 unknown attribute 'subStatus' in <add>; did you mean subStatusCode?");
  }

  @Test
  void suggestsNoNameThatAlreadyExists() {
    assertThat(tester.inTriggers("<memory privateBytesInKB='1' privateBytesInMB='1' />"))
        .containsExactly("2:30 unknown attribute 'privateBytesInMB' in <memory>; remove it");
  }

  @Test
  void reportsUnexpectedAttributesOfOneElementOnce() {
    assertThat(
            tester.inTriggers("<statusCode statusCode='500' count='10' timeInterval='00:00:30' />"))
        .containsExactly("2:13 unexpected attributes in <statusCode>; move them to <add>");
    assertThat(tester.inSection("<monitoring enabled='true' />"))
        .containsExactly("2:13 unexpected attribute 'enabled' in <monitoring>; remove it");
  }

  @Test
  void acceptsLockAttributes() {
    assertThat(
            tester.inTriggers(
                "<requests lockItem='true' lockAttributes='count' lockAllElementsExcept='x' />"))
        .isEmpty();
  }

  @Test
  void acceptsUndocumentedAttributes() {
    assertThat(tester.inSection("<monitoring><actions minProcessExecutionTime='0' /></monitoring>"))
        .isEmpty();
    assertThat(tester.inTriggers("<slowRequests path='/a' />")).isEmpty();
  }

  @Test
  void ignoresAttributesOfOtherNamespaces() {
    assertThat(tester.inSection("<monitoring xmlns:x='urn:x' x:note='a' configSource='a' />"))
        .isEmpty();
  }

  @Test
  void fixesLetterCaseOnly() {
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
        > 2:10 unknown attribute 'actionType' in <actions>; did you mean value?

        == arm private bytes on triggers
        <memory privateBytes="800000" />
        > 2:9 unknown attribute 'privateBytes' in <memory>; did you mean privateBytesInKB?

        == arm range
        <statusCode>
          <add statusCodes="500-599" count="10" timeInterval="00:00:30" />
        </statusCode>
        > 3:8 unknown attribute 'statusCodes' in <add>; did you mean statusCode?

        == arm status rule
        <statusCode>
          <add status="500" subStatus="100" win32Status="0" count="10" timeInterval="00:00:30" />
        </statusCode>
        > 3:8 unknown attribute 'status' in <add>; did you mean statusCode?
        > 3:21 unknown attribute 'subStatus' in <add>; did you mean subStatusCode?
        > 3:37 unknown attribute 'win32Status' in <add>; did you mean win32StatusCode?

        == similar to no known name
        <memory privateBytesInKB="800000" warnAt="80%" />
        > 2:35 unknown attribute 'warnAt' in <memory>; remove it

        == other namespaces are fine
        <memory xmlns:n="urn:notes" n:by="ops" privateBytesInKB="800000" />

        == private bytes on triggers
        <monitoring>
          <triggers privateBytesInKB="800000" />
          <actions value="Recycle" />
        </monitoring>
        > 3:13 unexpected attribute 'privateBytesInKB' in <triggers>; move it to <memory>

        == program
        <actions value="CustomAction">
          <customAction executable="D:\\home\\a.exe" parameters="-x" />
        </actions>
        > 3:17 unknown attribute 'executable' in <customAction>; did you mean exe?

        == rule on the collection
        <statusCode statusCode="500" subStatusCode="100" count="10" timeInterval="00:00:30" />
        > 2:13 unexpected attributes in <statusCode>; move them to <add>

        == terraform names
        <slowRequests count="20" time_taken="00:00:45" interval="00:02:00" />
        > 2:26 unknown attribute 'time_taken' in <slowRequests>; did you mean timeTaken?
        > 2:48 unknown attribute 'interval' in <slowRequests>; did you mean timeInterval?

        == type of an action
        <actions type="Recycle" />
        > 2:10 unknown attribute 'type' in <actions>; did you mean value?
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new UnknownAttribute());
  }
}
