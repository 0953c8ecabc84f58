package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrayTextTest {
  private final RuleTester tester = new RuleTester(new StrayText());

  @ParameterizedTest
  @ValueSource(strings = {"//", "#", "/*", "--", ";", "REM"})
  void commentOfAnotherLanguageIsNone(String start) {
    assertThat(tester.inTriggers("  " + start + " slow\n  days\n<memory />"))
        .containsExactly(
            "2:3 %s starts no comment in XML, so this is text in triggers: write <!-- … --> around it"
                .formatted(start));
  }

  @Test
  void jsonIsFound() {
    assertThat(tester.inTriggers("\"requests\": { \"count\": 5 }"))
        .containsExactly(
            "2:1 JSON stands in triggers, and IIS does not read it: triggers takes the elements"
                + " requests, slowRequests, memory and statusCode");
    assertThat(tester.inTriggers("{ 'requests': {} }")).hasSize(1);
  }

  @Test
  void elementsInCdataAreText() {
    assertThat(tester.inTriggers("<statusCode>\n<![CDATA[<add />]]></statusCode>"))
        .containsExactly(
            "3:1 what stands in CDATA is text, even if it looks like elements: statusCode takes the"
                + " element add");
  }

  @Test
  void valueAsTextGetsItsAttribute() {
    assertThat(tester.inTriggers("<memory>800000</memory>"))
        .containsExactly(
            "2:9 800000 stands as text in memory: write <memory privateBytesInKB=\"800000\" />");
    assertThat(tester.inSection("<monitoring><actions>Recycle</actions></monitoring>"))
        .containsExactly(
            "2:22 Recycle stands as text in actions: write <actions value=\"Recycle\" />");
    assertThat(tester.inTriggers("<requests>5</requests>"))
        .containsExactly(
            "2:11 text stands in requests: remove it, or write <!-- … --> around it; requests takes"
                + " the attributes count and timeInterval");
  }

  @Test
  void anyOtherTextIsFoundButNotRepeated() {
    assertThat(tester.inSection("<monitoring><actions>AccountKey=abc</actions></monitoring>"))
        .containsExactly(
            "2:22 text stands in actions: remove it, or write <!-- … --> around it; actions takes the"
                + " element customAction");
  }

  @Test
  void textUpToTheNextElementIsOneFinding() {
    assertThat(tester.inTriggers("a <![CDATA[b]]> &amp; c <memory /> d <!-- e --> f")).hasSize(3);
  }

  @Test
  void blanksOfAnotherKindAreOneFinding() {
    assertThat(tester.inTriggers("\u00A0\u00A0<memory />\n\u00A0\u00A0<requests />\n"))
        .containsExactly(
            "2:1 U+00A0 (no-break space) stands in triggers, which is text to IIS though nobody sees"
                + " it: indent with plain blanks");
  }

  @Test
  void commentsAndTokensAreFine() {
    assertThat(tester.inTriggers("<!-- a -->\n <?a b?> #{AutoHealTriggers}#\n")).isEmpty();
  }

  @Test
  void textInAnUnknownElementIsNotJudged() {
    assertThat(tester.inTriggers("<privateBytesInKB>5</privateBytesInKB>")).isEmpty();
  }
}
