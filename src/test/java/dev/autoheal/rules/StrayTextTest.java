package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrayTextTest {
  private final RuleTester tester = new RuleTester(new StrayText());

  @ParameterizedTest
  @ValueSource(strings = {"//", "#", "/*", "--", ";", "REM"})
  void reportsACommentOfAnotherLanguage(String start) {
    assertThat(tester.inTriggers("  " + start + " slow\n  days\n<memory />"))
        .containsExactly(
            "2:3 '%s' does not start a comment in XML; use <!-- … -->".formatted(start));
  }

  @Test
  void reportsJson() {
    assertThat(tester.inTriggers("\"requests\": { \"count\": 5 }"))
        .containsExactly(
            "2:1 unexpected JSON in <triggers>; use <requests>, <slowRequests>, <memory> or "
                + "<statusCode>");
    assertThat(tester.inTriggers("{ 'requests': {} }")).hasSize(1);
  }

  @Test
  void reportsElementsInCdata() {
    assertThat(tester.inTriggers("<statusCode>\n<![CDATA[<add />]]></statusCode>"))
        .containsExactly("3:1 unexpected CDATA in <statusCode>; use <add>");
  }

  @Test
  void proposesTheAttributeForAValueAsText() {
    assertThat(tester.inTriggers("<memory>800000</memory>"))
        .containsExactly(
            "2:9 unexpected text '800000' in <memory>; use <memory privateBytesInKB=\"800000\" />");
    assertThat(tester.inSection("<monitoring><actions>Recycle</actions></monitoring>"))
        .containsExactly(
            "2:22 unexpected text 'Recycle' in <actions>; use <actions value=\"Recycle\" />");
    assertThat(tester.inTriggers("<requests>5</requests>"))
        .containsExactly(
            "2:11 unexpected text '5' in <requests>; remove it or use <!-- … --> around it");
  }

  @Test
  void reportsOtherTextWithoutRepeatingIt() {
    assertThat(tester.inSection("<monitoring><actions>AccountKey=abc</actions></monitoring>"))
        .containsExactly(
            "2:22 unexpected text 'AccountKey=***' in <actions>; remove it or use <!-- … --> "
                + "around it");
  }

  @Test
  void reportsTextUpToTheNextElementOnce() {
    assertThat(tester.inTriggers("a <![CDATA[b]]> &amp; c <memory /> d <!-- e --> f")).hasSize(3);
  }

  @Test
  void reportsUnusualSpacesOnce() {
    assertThat(tester.inTriggers("\u00A0\u00A0<memory />\n\u00A0\u00A0<requests />\n"))
        .containsExactly("2:1 unexpected U+00A0 (no-break space) in <triggers>; use plain spaces");
  }

  @Test
  void acceptsCommentsAndPlaceholders() {
    assertThat(tester.inTriggers("<!-- a -->\n <?a b?> #{AutoHealTriggers}#\n")).isEmpty();
  }

  @Test
  void ignoresTextInAnUnknownElement() {
    assertThat(tester.inTriggers("<privateBytesInKB>5</privateBytesInKB>")).isEmpty();
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == cdata
        <monitoring>
          <triggers><![CDATA[
            <memory privateBytesInKB="800000" />
          ]]></triggers>
          <actions value="Recycle" />
        </monitoring>
        > 3:13 unexpected CDATA in <triggers>; use <requests>, <slowRequests>, <memory> or
        >> <statusCode>

        == comment that lost its bracket
        !-- 800 MB --
        <memory privateBytesInKB="800000" />
        > 2:1 '!--' does not start a comment in XML; use <!-- … -->

        == comments are fine
        <!-- // 800 MB -->
        <memory privateBytesInKB="800000" />
        <!-- <memory privateBytesInKB="1" /> -->

        == dots
        ...
        <memory privateBytesInKB="800000" />
        > 2:1 unexpected text '...' in <triggers>; remove it or
        >> use <!-- … --> around it

        == escaped elements
        &lt;memory privateBytesInKB="800000" /&gt;
        <memory privateBytesInKB="800000" />
        > 2:1 unexpected '&lt;' in <triggers>; use < and > for an element

        == escaped throughout
        &lt;memory privateBytesInKB=&quot;800000&quot; /&gt;
        > 2:1 unexpected '&lt;' in <triggers>; use < and > for an element

        == fenced like markdown
        ```xml
        <memory privateBytesInKB="800000" />
        ```
        > 2:1 unexpected text '```xml' in <triggers>; remove it or
        >> use <!-- … --> around it
        > 4:1 unexpected text '```' in <triggers>; remove it or use <!-- … --> around it

        == hash
        # 800 MB of 1.75 GB
        <memory privateBytesInKB="800000" />
        > 2:1 '#' does not start a comment in XML; use <!-- … -->

        == hash after an element
        <memory privateBytesInKB="800000" /> # 800 MB
        > 2:38 '#' does not start a comment in XML; use <!-- … -->

        == hash for a missing action
        <monitoring>
          <triggers>
            <memory privateBytesInKB="800000" />
          </triggers>
          # Recycle is the default
        </monitoring>
        > 2:1 missing <actions>, so AutoHeal is off; add <actions value="Recycle" /> [no-action]
        > 6:3 '#' does not start a comment in XML; use <!-- … -->

        == json for the action
        <monitoring>
          <triggers>
            <memory privateBytesInKB="800000" />
          </triggers>
          "actions": { "actionType": "Recycle" }
        </monitoring>
        > 6:3 unexpected JSON in <monitoring>; use <triggers> or <actions>

        == json in a trigger
        <requests>{ "count": 1000, "timeInterval": "00:10:00" }</requests>
        > 2:11 unexpected JSON in <requests>; use attributes

        == json in the collection
        <statusCode>
          [ { "status": 500, "count": 10, "timeInterval": "00:00:30" } ]
        </statusCode>
        > 3:3 unexpected JSON in <statusCode>; use <add>

        == json of arm
        <monitoring>
          {
            "autoHealEnabled": true,
            "autoHealRules": {
              "triggers": { "privateBytesInKB": 800000 },
              "actions": { "actionType": "Recycle" }
            }
          }
        </monitoring>
        > 3:3 unexpected JSON in <monitoring>; use <triggers> or <actions>

        == outside of the section is not checked
        <configuration>
          <system.webServer>
            // handlers
            <monitoring>
              <triggers>
                <memory privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>

        == semicolon
        <memory privateBytesInKB="800000" />;
        > 2:37 unexpected text ';' in <triggers>; remove it or use <!-- … --> around it

        == slashes
        // 800 MB of 1.75 GB
        <memory privateBytesInKB="800000" />
        > 2:1 '//' does not start a comment in XML; use <!-- … -->

        == slashes alone
        // to be agreed
        > 1:46 empty <triggers>, so AutoHeal is off; add a trigger or remove <monitoring>
        >> [no-triggers]
        > 2:1 '//' does not start a comment in XML; use <!-- … -->

        == slashes before an element
        // <requests count="1000" timeInterval="00:10:00" />
        <memory privateBytesInKB="800000" />
        > 2:1 '//' does not start a comment in XML; use <!-- … -->
        > 2:4 1000 requests in 10 min recycle even a healthy worker; use <slowRequests>, <memory>
        >> or <statusCode> [recycle-on-request-count]

        == slashes after an element
        <memory privateBytesInKB="800000" /> // 800 MB
        > 2:38 '//' does not start a comment in XML; use <!-- … -->

        == slashes with a quote
        // don't go below "600 MB"
        <memory privateBytesInKB="800000" />
        > 2:1 '//' does not start a comment in XML; use <!-- … -->

        == star
        /* 800 MB
           of 1.75 GB */
        <memory privateBytesInKB="800000" />
        > 2:1 '/*' does not start a comment in XML; use <!-- … -->

        == placeholder
        #{ExtraTriggers}#
        <memory privateBytesInKB="800000" />
        > 2:1 unresolved section: it contains placeholder '#{ExtraTriggers}#' [unresolved-section]

        == transform that inserts
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.webServer>
            <monitoring xdt:Transform="Insert">
              <triggers>
                // 800 MB
                <memory privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>
        > 5:9 '//' does not start a comment in XML; use <!-- … -->

        == yaml
        memory:
          privateBytesInKB: 800000
        > 2:1 unexpected text 'memory: privateBytesInKB: 800000' in <triggers>; remove it or
        >> use <!-- … --> around it
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new StrayText());
  }
}
