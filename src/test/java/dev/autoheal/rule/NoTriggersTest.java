package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoTriggersTest {
  private static final String OFF =
      ", so AutoHeal counts as switched off and nothing protects the app: add a trigger or remove the"
          + " section";

  private static final String TRANSFORM =
      """
      <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
        <system.webServer>
          <monitoring xdt:Transform="Insert">%s</monitoring>
        </system.webServer>
      </configuration>
      """;

  private final RuleTester tester = new RuleTester(new NoTriggers());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<monitoring />",
        "<monitoring></monitoring>",
        "<monitoring><actions value='Recycle' /></monitoring>",
        "<monitoring lockItem='true'><!-- later --></monitoring>"
      })
  void sectionWithoutTriggersIsFound(String section) {
    assertThat(tester.inSection(section)).containsExactly("2:1 the section has no triggers" + OFF);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<triggers />", "<triggers><!-- later --></triggers>", "<triggers>\n </triggers>"})
  void emptyTriggersAreFound(String triggers) {
    assertThat(tester.inSection("<monitoring>" + triggers + "</monitoring>"))
        .containsExactly("2:13 triggers is empty" + OFF);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<statusCode />", "<statusCode><!-- later --></statusCode>"})
  void statusCodeWithoutARuleIsFound(String statusCode) {
    assertThat(tester.inTriggers("<memory privateBytesInKB='819200' />" + statusCode))
        .containsExactly(
            "2:37 statusCode holds no add element, so no status is counted: add one, or remove"
                + " statusCode");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<requests />",
        "<slowRequests />",
        "<memory />",
        "<statusCode><add /></statusCode>",
        "<slowRequestsWithPath />",
        "<request />"
      })
  void anyTriggerIsOne(String trigger) {
    assertThat(tester.inTriggers(trigger)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<trigger><requests /></trigger>",
        "<Triggers><requests /></Triggers>",
        "<requests count='5' />",
        "<slowRequest />",
        "<actions><triggers><requests /></triggers></actions>"
      })
  void misspelledOrMisplacedTriggersAreTheFindingOfAnotherRule(String content) {
    assertThat(tester.inSection("<monitoring>" + content + "</monitoring>")).isEmpty();
  }

  @Test
  void attributesThatBelongOnAChildAreTheFindingOfAnotherRule() {
    assertThat(tester.inSection("<monitoring><triggers privateBytesInKB='5' /></monitoring>"))
        .isEmpty();
    assertThat(tester.inTriggers("<statusCode status='500' />")).isEmpty();
    assertThat(tester.inTriggers("<statusCode lockItem='true' />")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<monitoring>{ requests: 1 }</monitoring>",
        "<monitoring>#{Triggers}#<actions value='Recycle' /></monitoring>",
        "<monitoring><triggers>#{Triggers}#</triggers></monitoring>",
        "<monitoring><triggers>requests: 1</triggers></monitoring>",
        "<monitoring><triggers><statusCode>500</statusCode></triggers></monitoring>",
        "<monitoring><triggers><![CDATA[<memory />]]></triggers></monitoring>"
      })
  void triggersWrittenAsTextAreTheFindingOfAnotherRule(String section) {
    assertThat(tester.inSection(section)).isEmpty();
  }

  @Test
  void undocumentedElementsOfStatusCodeAreTheFindingOfAnotherRule() {
    assertThat(tester.inTriggers("<statusCode><clear /></statusCode>")).isEmpty();
  }

  @Test
  void sectionInAnotherFileIsNotJudged() {
    assertThat(tester.inSection("<monitoring configSource='healing.config' />")).isEmpty();
  }

  @Test
  void emptySectionOfATransformIsThereForTheNextStep() {
    assertThat(transform("")).isEmpty();
    assertThat(transform("<!-- the next one replaces it -->")).isEmpty();
  }

  @Test
  void sectionWithContentThatATransformBringsInIsJudged() {
    assertThat(transform("<actions value='Recycle' />"))
        .singleElement()
        .asString()
        .startsWith("3:5 the section has no triggers, ");
    assertThat(transform("<triggers />")).singleElement().asString().startsWith("3:40 triggers is");
  }

  @Test
  void eachSectionIsJudged() {
    assertThat(tester.inSection("<monitoring />\n<monitoring />\n")).hasSize(2);
  }

  private List<String> transform(String content) {
    return tester.findings(
        Subject.of(RuleTester.file("Web.Release.config", TRANSFORM.formatted(content))));
  }
}
