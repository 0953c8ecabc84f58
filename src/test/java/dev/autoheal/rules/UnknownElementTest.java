package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownElementTest {
  private final RuleTester tester = new RuleTester(new UnknownElement());

  @Test
  void suggestsTheNameOfAMisspelledTrigger() {
    assertThat(tester.inTriggers("<request count='5' />"))
        .containsExactly("2:2 unknown element <request> in <triggers>; did you mean <requests>?");
  }

  @Test
  void comparesNamesCaseSensitively() {
    assertThat(tester.inTriggers("<Memory privateBytesInKB='800000' />"))
        .containsExactly(
            "2:2 unknown element <Memory> in <triggers>; use <memory> (names are "
                + "case-sensitive)");
  }

  @Test
  void suggestsTheAttributeForAnElement() {
    assertThat(tester.inTriggers("<privateBytesInKB> 1500000 </privateBytesInKB>"))
        .containsExactly(
            "2:2 unknown element <privateBytesInKB> in <triggers>; use <memory "
                + "privateBytesInKB=\"1500000\" />");
    assertThat(tester.inTriggers("<requests><count><!-- ? -->5</count></requests>"))
        .containsExactly("2:12 unknown element <count> in <requests>; use attribute count=\"…\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PrivateBytesInKb", "private-bytes-in-kb", "private_memory_kb"})
  void suggestsTheAttributeForAnotherNameOfIt(String name) {
    assertThat(tester.inTriggers("<%s>1500000</%1$s>".formatted(name)))
        .containsExactly(
            "2:2 unknown element <%s> in <triggers>; use <memory privateBytesInKB=\"1500000\" />"
                .formatted(name));
  }

  @Test
  void suggestsTheAttributeOfAnotherElement() {
    assertThat(
            tester.inSection(
                "<monitoring><privateBytesInKB>1500000</privateBytesInKB></monitoring>"))
        .singleElement()
        .asString()
        .endsWith(
            "unknown element <privateBytesInKB> in <monitoring>; use <memory"
                + " privateBytesInKB=\"…\" />");
  }

  @Test
  void proposesTheRightParent() {
    assertThat(tester.inTriggers("<add statusCode='500' />"))
        .containsExactly("2:2 unknown element <add> in <triggers>; move it into <statusCode>");
    assertThat(tester.inSection("<monitoring><memory /></monitoring>"))
        .containsExactly("2:14 unknown element <memory> in <monitoring>; move it into <triggers>");
  }

  @Test
  void listsTheKnownElementsIfNoneIsSimilar() {
    assertThat(tester.inTriggers("<cpu percent='90' />"))
        .containsExactly(
            "2:2 unknown element <cpu> in <triggers>; use <requests>, <slowRequests>, "
                + "<memory> or <statusCode>");
  }

  @Test
  void ignoresAnActionAttributeOnOtherElements() {
    assertThat(tester.inTriggers("<request action='Recycle' />"))
        .containsExactly("2:2 unknown element <request> in <triggers>; did you mean <requests>?");
    assertThat(tester.inSection("<monitoring><what action='Recycle' /></monitoring>"))
        .containsExactly(
            "2:14 unknown element <what> in <monitoring>; use <triggers> or <actions>");
  }

  @Test
  void suggestsTheKnownElementInStatusCode() {
    assertThat(tester.inTriggers("<statusCode><what percent='90' /></statusCode>"))
        .containsExactly("2:14 unknown element <what> in <statusCode>; use <add>");
  }

  @Test
  void reportsAChildOfAnEmptyElement() {
    assertThat(tester.inTriggers("<memory><limit /></memory>"))
        .containsExactly("2:10 unknown element <limit> in <memory>; remove it");
  }

  @Test
  void ignoresTheContentOfAnUnknownElement() {
    assertThat(tester.inTriggers("<statusCodes><rule /></statusCodes>")).hasSize(1);
  }

  @Test
  void acceptsUndocumentedElements() {
    assertThat(
            tester.inTriggers(
                "<statusCodesRange /><slowRequestsWithPath /><statusCode><clear /><remove /></statusCode>"))
        .isEmpty();
  }

  @Test
  void suggestsAddForARuleUnderAnotherName() {
    assertThat(tester.inTriggers("<statusCode><statusCode status='500' /></statusCode>"))
        .containsExactly("2:14 unknown element <statusCode> in <statusCode>; did you mean <add>?");
    assertThat(tester.inTriggers("<statusCode><rule status='500' /></statusCode>"))
        .containsExactly("2:14 unknown element <rule> in <statusCode>; did you mean <add>?");
  }

  @Test
  void proposesTheRealElementForAnInventedAction() {
    assertThat(
            tester.inSection(
                "<monitoring><actions><action type='recycle' /></actions></monitoring>"))
        .containsExactly(
            "2:23 unknown element <action> in <actions>; use <actions value=\"Recycle\" />");
    assertThat(tester.inSection("<monitoring><action type='Recycle' /></monitoring>"))
        .containsExactly(
            "2:14 unknown element <action> in <monitoring>; use <actions value=\"Recycle\" />");
  }

  @ParameterizedTest
  @CsvSource({
    "<request count='5' />, <requests count='5' />",
    "<Memory></Memory>, <memory></memory>",
    "<request /><memory /><Other />, <requests /><memory /><Other />",
    "<privateBytesInKB> 15 </privateBytesInKB>, <memory privateBytesInKB=\"15\" />",
    "<requests><count>5</count></requests>, <requests count=\"5\"></requests>",
    "<statusCode><rule status='5' /><add /></statusCode>, <statusCode><add status='5' /><add /></statusCode>",
    "<statusCodes><add /></statusCodes>, <statusCode><add /></statusCode>"
  })
  void fixesTheName(String before, String after) {
    assertThat(tester.fixed(triggers(before))).isEqualTo(triggers(after));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<request /><requests />",
        "<request /><Requests />",
        "<privateBytesInKB>5</privateBytesInKB><memory />",
        "<privateBytesInKB>5</privateBytesInKB><privateBytesInKB>6</privateBytesInKB>",
        "<privateBytesInKB>5 <!-- why --></privateBytesInKB>",
        "<privateBytesInKB unit='MB'>5</privateBytesInKB>",
        "<requests count='1'><count>5</count></requests>",
        "<requests><count>5</count><count>6</count></requests>",
        "<cpu />",
        "<memory><limit /></memory>"
      })
  void keepsWhatAFixWouldDuplicateLoseOrGuess(String triggers) {
    assertThat(tester.inTriggers(triggers)).isNotEmpty();
    assertThat(tester.fixed(triggers(triggers))).isEqualTo(triggers(triggers));
  }

  @ParameterizedTest
  @CsvSource({
    "<actions><action type='Recycle' /></actions>, <actions value='Recycle'></actions>",
    "<action type='logevent' />, <actions value='LogEvent' />",
    "<actions value='Recycle'><action type='LogEvent' /></actions>,",
    "<actions /><action type='LogEvent' />,",
    "<action type='CustomAction' />,",
    "<action type='Recycle'><!-- why --></action>,"
  })
  void fixesAnInventedActionIfNothingIsLost(String before, String after) {
    String file =
        "<configuration><system.webServer><monitoring>%s</monitoring></system.webServer></configuration>";
    assertThat(tester.fixed(file.formatted(before)))
        .isEqualTo(file.formatted(after == null ? before : after));
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == actions in triggers
        <monitoring>
          <triggers>
            <memory privateBytesInKB="800000" />
            <actions value="Recycle" />
          </triggers>
        </monitoring>
        > 5:6 unknown element <actions> in <triggers>; move it into <monitoring>

        == arm throughout
        <monitoring>
          <triggers>
            <statusCodes>
              <add status="500" subStatus="100" win32Status="0" count="10" timeInterval="00:00:30" />
            </statusCodes>
            <privateBytesInKB>800000</privateBytesInKB>
          </triggers>
          <actions actionType="Recycle" minProcessExecutionTime="00:05:00" />
        </monitoring>
        > 4:6 unknown element <statusCodes> in <triggers>; did you mean <statusCode>? [unsafe fix]
        > 7:6 unknown element <privateBytesInKB> in <triggers>; use <memory
        >> privateBytesInKB="800000" /> [unsafe fix]
        > 9:12 unknown attribute 'actionType' in <actions>; did you mean value? [unknown-attribute]
        > 9:33 minProcessExecutionTime in <actions> is not documented for web.config; remove it
        >> [undocumented-attribute]

        == attributes as elements
        <requests>
          <count>1000</count>
          <timeInterval>00:10:00</timeInterval>
        </requests>
        > 3:4 unknown element <count> in <requests>; use attribute count="1000" [unsafe fix]
        > 4:4 unknown element <timeInterval> in <requests>; use attribute timeInterval="00:10:00"
        >> [unsafe fix]

        == blog with a trigger and an action each
        <monitoring>
          <!-- 1: memory -->
          <triggers>
            <privateBytesInKB>1500000</privateBytesInKB>
          </triggers>
          <actions value="Recycle" />
          <!-- 2: slow requests -->
          <triggers>
            <slowRequests timeTaken="00:00:60" count="20" timeInterval="10m" />
          </triggers>
          <actions value="LogEvent" />
        </monitoring>
        > 5:6 unknown element <privateBytesInKB> in <triggers>; use <memory
        >> privateBytesInKB="1500000" /> [unsafe fix]
        > 9:3 duplicate <triggers> in <monitoring>; move its elements into the first one
        >> (web.config:4) [duplicate-element]
        > 12:3 duplicate <actions> in <monitoring>; keep one for all triggers (web.config:7)
        >> [duplicate-element]

        == custom action outside of actions
        <actions value="CustomAction" />
        <customAction exe="D:\\home\\a.exe" />
        > 3:2 unknown element <customAction> in <monitoring>; move it into <actions>

        == in location
        <configuration>
          <location path="." inheritInChildApplications="false">
            <system.webServer>
              <monitoring>
                <triggers>
                  <memmory privateBytesInKB="800000" />
                </triggers>
                <actions value="Recycle" />
              </monitoring>
            </system.webServer>
          </location>
        </configuration>
        > 6:12 unknown element <memmory> in <triggers>; did you mean <memory>? [unsafe fix]

        == in location for one path is not checked
        <configuration>
          <location path="admin">
            <system.webServer>
              <monitoring>
                <triggers>
                  <memmory privateBytesInKB="800000" />
                </triggers>
                <actions value="Recycle" />
              </monitoring>
            </system.webServer>
          </location>
        </configuration>
        > 4:7 unexpected <monitoring> in <location path="admin">; move it out
        >> [location-scoped]

        == in location with empty path
        <configuration>
          <location path="">
            <system.webServer>
              <monitoring>
                <triggers>
                  <memmory privateBytesInKB="800000" />
                </triggers>
                <actions value="Recycle" />
              </monitoring>
            </system.webServer>
          </location>
        </configuration>
        > 6:12 unknown element <memmory> in <triggers>; did you mean <memory>? [unsafe fix]

        == in location without path
        <configuration>
          <location>
            <system.webServer>
              <monitoring>
                <triggers>
                  <memmory privateBytesInKB="800000" />
                </triggers>
                <actions value="Recycle" />
              </monitoring>
            </system.webServer>
          </location>
        </configuration>
        > 6:12 unknown element <memmory> in <triggers>; did you mean <memory>? [unsafe fix]

        == known from elsewhere is not unknown
        <slowRequestsWithPath count="5" timeTaken="00:00:45" timeInterval="00:02:00" path="/shop" />
        <statusCodesRange statusCodes="500-599" />
        <statusCode>
          <clear />
          <remove statusCode="500" />
        </statusCode>
        > 2:2 <slowRequestsWithPath> in <triggers> is not documented for web.config; remove it
        >> [undocumented-attribute]
        > 3:2 <statusCodesRange> in <triggers> is not documented for web.config; remove it
        >> [undocumented-attribute]
        > 5:4 <clear> in <statusCode> is not documented for web.config; remove it
        >> [undocumented-attribute]
        > 6:4 <remove> in <statusCode> is not documented for web.config; remove it
        >> [undocumented-attribute]

        == private bytes among others
        <requests count="1000" timeInterval="00:10:00" />
        <privateBytesInKB>1500000</privateBytesInKB>
        <statusCode>
          <add statusCode="500" count="10" timeInterval="00:00:30" />
        </statusCode>
        > 2:1 1000 requests in 10 min recycle even a healthy worker; use <slowRequests>, <memory>
        >> or <statusCode> [recycle-on-request-count]
        > 3:2 unknown element <privateBytesInKB> in <triggers>; use <memory
        >> privateBytesInKB="1500000" /> [unsafe fix]

        == private bytes empty
        <privateBytesInKB></privateBytesInKB>
        > 2:2 unknown element <privateBytesInKB> in <triggers>; use <memory privateBytesInKB="…" />

        == private bytes in bytes
        <privateBytesInKB>1500000000</privateBytesInKB>
        > 2:2 unknown element <privateBytesInKB> in <triggers>; use <memory
        >> privateBytesInKB="1500000000" /> [unsafe fix]

        == private bytes in memory
        <memory>
          <privateBytesInKB>1500000</privateBytesInKB>
        </memory>
        > 3:4 unknown element <privateBytesInKB> in <memory>; use attribute
        >> privateBytesInKB="1500000" [unsafe fix]

        == private bytes with a value attribute
        <privateBytesInKB value="1500000" />
        > 2:2 unknown element <privateBytesInKB> in <triggers>; use <memory privateBytesInKB="…" />

        == private bytes with unit
        <privateBytesInKB>1500 MB</privateBytesInKB>
        > 2:2 unknown element <privateBytesInKB> in <triggers>; use <memory privateBytesInKB="…" />

        == request next to requests
        <requests count="1000" timeInterval="00:10:00" />
        <request count="50" timeInterval="00:01:00" />
        > 2:1 1000 requests in 10 min recycle even a healthy worker; use <slowRequests>, <memory>
        >> or <statusCode> [recycle-on-request-count]
        > 3:2 unknown element <request> in <triggers>; did you mean <requests>?

        == request in other letter case
        <Request count="1000" timeInterval="00:10:00" />
        > 2:2 unknown element <Request> in <triggers>; did you mean <requests>? [unsafe fix]

        == several
        <request count="1000" timeInterval="00:10:00" />
        <slowRequest count="20" timeTaken="00:00:45" timeInterval="00:02:00" />
        > 2:2 unknown element <request> in <triggers>; did you mean <requests>? [unsafe fix]
        > 3:2 unknown element <slowRequest> in <triggers>; did you mean <slowRequests>? [unsafe
        >> fix]

        == status codes as in arm
        <statusCodes>
          <status status="500" subStatus="100" win32Status="0" count="10" timeInterval="00:00:30" />
        </statusCodes>
        > 2:2 unknown element <statusCodes> in <triggers>; did you mean <statusCode>? [unsafe fix]

        == terraform
        <slow_request count="20" time_taken="00:00:45" interval="00:02:00" />
        > 2:2 unknown element <slow_request> in <triggers>; did you mean <slowRequests>? [unsafe
        >> fix]

        == transform that inserts
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.webServer>
            <monitoring xdt:Transform="Insert">
              <triggers>
                <memmory privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>
        > 5:10 unknown element <memmory> in <triggers>; did you mean <memory>? [unsafe fix]

        == transform that patches is not checked
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.webServer>
            <monitoring>
              <triggers>
                <memmory xdt:Transform="SetAttributes" privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>

        == transform whose parent inserts
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.webServer xdt:Transform="InsertIfMissing">
            <monitoring>
              <triggers>
                <memmory privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>
        > 5:10 unknown element <memmory> in <triggers>; did you mean <memory>? [unsafe fix]

        == under the old namespace
        <configuration xmlns="http://schemas.microsoft.com/.NetConfiguration/v2.0">
          <system.webServer>
            <monitoring>
              <triggers>
                <memmory privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>
        > 5:10 unknown element <memmory> in <triggers>; did you mean <memory>? [unsafe fix]
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new UnknownElement());
  }

  private static String triggers(String triggers) {
    return "<configuration><system.webServer><monitoring><triggers>%s</triggers></monitoring></system.webServer></configuration>"
        .formatted(triggers);
  }
}
