package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoTriggersTest {
  private static final String OFF =
      " <triggers>, so AutoHeal is off; add a trigger or remove <monitoring>";

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
  void reportsASectionWithoutTriggers(String section) {
    assertThat(tester.inSection(section)).containsExactly("2:1 missing" + OFF);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<triggers />", "<triggers><!-- later --></triggers>", "<triggers>\n </triggers>"})
  void reportsEmptyTriggers(String triggers) {
    assertThat(tester.inSection("<monitoring>" + triggers + "</monitoring>"))
        .containsExactly("2:13 empty" + OFF);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<statusCode />", "<statusCode><!-- later --></statusCode>"})
  void reportsAStatusCodeWithoutARule(String statusCode) {
    assertThat(tester.inTriggers("<memory privateBytesInKB='819200' />" + statusCode))
        .containsExactly("2:37 missing <add> in <statusCode>; add one or remove <statusCode>");
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
  void acceptsAnyTrigger(String trigger) {
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
  void leavesMisspelledOrMisplacedTriggersToOtherRules(String content) {
    assertThat(tester.inSection("<monitoring>" + content + "</monitoring>")).isEmpty();
  }

  @Test
  void leavesMisplacedAttributesToOtherRules() {
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
  void leavesTriggersAsTextToOtherRules(String section) {
    assertThat(tester.inSection(section)).isEmpty();
  }

  @Test
  void leavesUndocumentedElementsOfStatusCodeToOtherRules() {
    assertThat(tester.inTriggers("<statusCode><clear /></statusCode>")).isEmpty();
  }

  @Test
  void ignoresASectionInAnotherFile() {
    assertThat(tester.inSection("<monitoring configSource='healing.config' />")).isEmpty();
  }

  @Test
  void acceptsAnEmptySectionForTheNextTransformStep() {
    assertThat(transform("")).isEmpty();
    assertThat(transform("<!-- the next one replaces it -->")).isEmpty();
  }

  @Test
  void checksASectionThatATransformInserts() {
    assertThat(transform("<actions value='Recycle' />"))
        .singleElement()
        .asString()
        .startsWith("3:5 missing <triggers>, ");
    assertThat(transform("<triggers />"))
        .singleElement()
        .asString()
        .startsWith("3:40 empty <triggers>");
  }

  @Test
  void checksEachSection() {
    assertThat(tester.inSection("<monitoring />\n<monitoring />\n")).hasSize(2);
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == attributes on status code are reported once
        <statusCode statusCode="500" count="50" timeInterval="00:05:00" />
        > 2:13 unexpected attributes in <statusCode>; move them to <add> [unknown-attribute]

        == empty triggers
        <monitoring>
          <triggers>

          </triggers>
          <actions value="Recycle" />
        </monitoring>
        > 3:3 empty <triggers>, so AutoHeal is off; add a trigger or remove <monitoring>

        == misspelled triggers is reported once
        <monitoring>
          <trigger>
            <memory privateBytesInKB="819200" />
          </trigger>
          <actions value="Recycle" />
        </monitoring>
        > 3:4 unknown element <trigger> in <monitoring>; did you mean <triggers>? [unknown-element,
        >> unsafe fix]

        == no triggers element
        <monitoring>
          <actions value="Recycle" />
        </monitoring>
        > 2:1 missing <triggers>, so AutoHeal is off; add a trigger or remove <monitoring>

        == only a comment
        <!-- <memory privateBytesInKB="819200" /> -->
        > 1:46 empty <triggers>, so AutoHeal is off; add a trigger or remove <monitoring>

        == placeholder in their place
        <monitoring>
          #{Triggers}#
          <actions value="Recycle" />
        </monitoring>
        > 3:3 unresolved section: it contains placeholder '#{Triggers}#' [unresolved-section]

        == transform empty for the next step is fine
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.webServer>
            <monitoring xdt:Transform="InsertIfMissing" />
            <monitoring xdt:Transform="Replace">
              <triggers>
                <memory privateBytesInKB="819200" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>

        == transform inserts an empty one
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.webServer>
            <monitoring xdt:Transform="Insert">
              <triggers />
            </monitoring>
          </system.webServer>
        </configuration>
        > 4:7 empty <triggers>, so AutoHeal is off; add a trigger or remove <monitoring>
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new NoTriggers());
  }

  private List<String> transform(String content) {
    return tester.findings(
        RuleTester.subject(RuleTester.file("Web.Release.config", TRANSFORM.formatted(content))));
  }
}
