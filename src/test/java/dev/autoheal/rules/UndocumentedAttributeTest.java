package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UndocumentedAttributeTest {
  private final RuleTester tester = new RuleTester(new UndocumentedAttribute());

  @Test
  void reportsAnAttributeKnownFromArm() {
    assertThat(tester.inSection("<monitoring><actions minProcessExecutionTime='0' /></monitoring>"))
        .containsExactly(
            "2:22 minProcessExecutionTime in <actions> is not documented for web.config; remove "
                + "it");
    assertThat(tester.inTriggers("<slowRequests path='/a' />")).hasSize(1);
    assertThat(tester.inTriggers("<statusCode><add path='/a' /></statusCode>")).hasSize(1);
  }

  @Test
  void reportsAnElementOnceWhateverItContains() {
    assertThat(tester.inTriggers("<statusCodesRange statusCodes='500-599' path='/a' />"))
        .containsExactly(
            "2:2 <statusCodesRange> in <triggers> is not documented for web.config; remove it");
    assertThat(tester.inTriggers("<slowRequestsWithPath />")).hasSize(1);
    assertThat(tester.inTriggers("<statusCode><clear /><remove /></statusCode>")).hasSize(2);
  }

  @Test
  void leavesTheSameNamesElsewhereToOtherRules() {
    assertThat(tester.inTriggers("<requests path='/a' /><clear />")).isEmpty();
  }

  @Test
  void acceptsDocumentedNames() {
    assertThat(tester.inTriggers("<memory privateBytesInKB='800000' lockItem='true' />")).isEmpty();
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == documented names are fine
        <memory privateBytesInKB="800000" />

        == elements
        <memory privateBytesInKB="800000" />
        <slowRequestsWithPath count="5" timeTaken="00:00:45" timeInterval="00:02:00" path="/shop" />
        <statusCodesRange statusCodes="500-599" count="10" timeInterval="00:00:30" />
        > 3:2 <slowRequestsWithPath> in <triggers> is not documented for web.config; remove it
        > 4:2 <statusCodesRange> in <triggers> is not documented for web.config; remove it

        == arm names of documented attributes are unknown
        <statusCode>
          <add status="500" count="10" timeInterval="00:00:30" />
        </statusCode>
        > 3:8 unknown attribute 'status' in <add>; did you mean statusCode? [unknown-attribute]

        == path
        <slowRequests count="20" timeTaken="00:00:45" timeInterval="00:02:00" path="/shop" />
        <statusCode>
          <add statusCode="500" count="10" timeInterval="00:00:30" path="/shop" />
        </statusCode>
        > 2:71 path in <slowRequests> is not documented for web.config; remove it
        > 4:60 path in <add> is not documented for web.config; remove it
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new UndocumentedAttribute());
  }
}
