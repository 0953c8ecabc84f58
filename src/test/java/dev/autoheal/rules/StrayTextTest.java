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
        > 3:13 what stands in CDATA is text, even if it looks like elements: triggers takes the
        >> elements requests, slowRequests, memory and statusCode

        == comment that lost its bracket
        !-- 800 MB --
        <memory privateBytesInKB="800000" />
        > 2:1 !-- starts no comment in XML, so this is text in triggers: write <!-- … --> around
        >> it

        == comments are fine
        <!-- // 800 MB -->
        <memory privateBytesInKB="800000" />
        <!-- <memory privateBytesInKB="1" /> -->

        == dots
        ...
        <memory privateBytesInKB="800000" />
        > 2:1 text stands in triggers: remove it, or write <!-- … --> around it; triggers takes
        >> the elements requests, slowRequests, memory and statusCode

        == escaped elements
        &lt;memory privateBytesInKB="800000" /&gt;
        <memory privateBytesInKB="800000" />
        > 2:1 &lt; makes text of what looks like an element in triggers: write < and >

        == escaped throughout
        &lt;memory privateBytesInKB=&quot;800000&quot; /&gt;
        > 2:1 &lt; makes text of what looks like an element in triggers: write < and >

        == fenced like markdown
        ```xml
        <memory privateBytesInKB="800000" />
        ```
        > 2:1 text stands in triggers: remove it, or write <!-- … --> around it; triggers takes
        >> the elements requests, slowRequests, memory and statusCode
        > 4:1 text stands in triggers: remove it, or write <!-- … --> around it; triggers takes
        >> the elements requests, slowRequests, memory and statusCode

        == hash
        # 800 MB of 1.75 GB
        <memory privateBytesInKB="800000" />
        > 2:1 # starts no comment in XML, so this is text in triggers: write <!-- … --> around it

        == hash behind an element
        <memory privateBytesInKB="800000" /> # 800 MB
        > 2:38 # starts no comment in XML, so this is text in triggers: write <!-- … --> around it

        == hash for a missing action
        <monitoring>
          <triggers>
            <memory privateBytesInKB="800000" />
          </triggers>
          # Recycle is the default
        </monitoring>
        > 2:1 no action is stated, so AutoHeal counts as switched off and the triggers do nothing:
        >> add <actions value="Recycle" /> [no-action]
        > 6:3 # starts no comment in XML, so this is text in monitoring: write <!-- … --> around
        >> it

        == json for the action
        <monitoring>
          <triggers>
            <memory privateBytesInKB="800000" />
          </triggers>
          "actions": { "actionType": "Recycle" }
        </monitoring>
        > 6:3 JSON stands in monitoring, and IIS does not read it: monitoring takes the elements
        >> triggers and actions

        == json in a trigger
        <requests>{ "count": 1000, "timeInterval": "00:10:00" }</requests>
        > 2:11 JSON stands in requests, and IIS does not read it: requests takes the attributes
        >> count and timeInterval

        == json in the collection
        <statusCode>
          [ { "status": 500, "count": 10, "timeInterval": "00:00:30" } ]
        </statusCode>
        > 3:3 JSON stands in statusCode, and IIS does not read it: statusCode takes the element
        >> add

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
        > 3:3 JSON stands in monitoring, and IIS does not read it: monitoring takes the elements
        >> triggers and actions

        == outside of the section is not judged
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
        > 2:37 text stands in triggers: remove it, or write <!-- … --> around it; triggers takes
        >> the elements requests, slowRequests, memory and statusCode

        == slashes
        // 800 MB of 1.75 GB
        <memory privateBytesInKB="800000" />
        > 2:1 // starts no comment in XML, so this is text in triggers: write <!-- … --> around it

        == slashes alone
        // to be agreed
        > 1:46 triggers is empty, so AutoHeal counts as switched off and nothing protects the app:
        >> add a trigger or remove the section [no-triggers]
        > 2:1 // starts no comment in XML, so this is text in triggers: write <!-- … --> around it

        == slashes before an element
        // <requests count="1000" timeInterval="00:10:00" />
        <memory privateBytesInKB="800000" />
        > 2:1 // starts no comment in XML, so this is text in triggers: write <!-- … --> around it
        > 2:4 1000 requests in 10 min recycle a worker, be it healthy or not: the busier the app
        >> the more often, so rather watch slowRequests, memory or statusCode
        >> [recycle-on-request-count]

        == slashes behind an element
        <memory privateBytesInKB="800000" /> // 800 MB
        > 2:38 // starts no comment in XML, so this is text in triggers: write <!-- … --> around
        >> it

        == slashes with a quote
        // don't go below "600 MB"
        <memory privateBytesInKB="800000" />
        > 2:1 // starts no comment in XML, so this is text in triggers: write <!-- … --> around it

        == star
        /* 800 MB
           of 1.75 GB */
        <memory privateBytesInKB="800000" />
        > 2:1 /* starts no comment in XML, so this is text in triggers: write <!-- … --> around it

        == token
        #{ExtraTriggers}#
        <memory privateBytesInKB="800000" />
        > 2:1 cannot determine the section that the app will run with: '#{ExtraTriggers}#' stands for a
        >> part of it [unresolved-section]

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
        > 5:9 // starts no comment in XML, so this is text in triggers: write <!-- … --> around it

        == yaml
        memory:
          privateBytesInKB: 800000
        > 2:1 text stands in triggers: remove it, or write <!-- … --> around it; triggers takes
        >> the elements requests, slowRequests, memory and statusCode
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isAllThatIsSaid(Example example) {
    example.holdsFor(new StrayText());
  }
}
