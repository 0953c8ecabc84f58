package dev.autoheal.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests replacing a whole section that has unknown or duplicate elements. */
class SectionRebuilderTest {
  private static final String POLICY =
      """
      version: 1
      apps:
        - name: app
          files: [web.config]
          action: recycle
          triggers:
            memory: { privateBytes: 1GB }
      """;

  @Test
  void keepsUniqueElementsAndAllComments() {
    assertThat(
            rebuilt(
                """
                <configuration>
                  <system.webServer>
                    <!-- AutoHeal -->
                    <monitoring lockItem="true">
                      <!-- memory first -->
                      <triggers>
                        <request count="5" /> <!-- a busy day -->
                        <slowRequests count="#{Slow}#" timeTaken="00:01:00" timeInterval="00:05:00" path="/api" />
                        <memory privateBytesInKB="800000" kb="1" />
                        <memory privateBytesInKB="900000" />
                        <statusCode>
                          <!-- gateway
                               errors -->
                          <add statusCode="502" count="10" timeInterval="00:01:00" />
                          <add statusCode="502" subStatusCode="0" count="20" timeInterval="00:01:00" />
                        </statusCode>
                      </triggers>
                      <actions value="LogEvent" />
                      <actions value="Recycle" />
                    </monitoring>
                    <validation />
                  </system.webServer>
                </configuration>
                """,
                POLICY))
        .isEqualTo(
            """
            <configuration>
              <system.webServer>
                <!-- AutoHeal -->
                <!-- memory first -->
                <!-- a busy day -->
                <!-- gateway
                           errors -->
                <!-- <request count="5" /> -->
                <!-- memory kb="1" -->
                <!-- <memory privateBytesInKB="900000" /> -->
                <!-- <add statusCode="502" subStatusCode="0" count="20" timeInterval="00:01:00" /> -->
                <!-- <actions value="Recycle" /> -->
                <monitoring lockItem="true">
                  <triggers>
                    <slowRequests count="#{Slow}#" timeTaken="00:01:00" timeInterval="00:05:00" path="/api" />
                    <memory privateBytesInKB="1048576" />
                    <statusCode>
                      <add statusCode="502" count="10" timeInterval="00:01:00" />
                    </statusCode>
                  </triggers>
                  <actions value="Recycle" />
                </monitoring>
                <validation />
              </system.webServer>
            </configuration>
            """);
  }

  @Test
  void mergesTwoSections() {
    assertThat(
            rebuilt(
                """
                <configuration>
                  <system.webServer>
                    <monitoring><triggers><requests count="1" timeInterval="00:00:30"/></triggers></monitoring>
                  </system.webServer>
                  <location path=".">
                    <system.webServer>
                      <!-- the other one -->
                      <monitoring>
                        <triggers>
                          <requests count="9" timeInterval="00:10:00"/>
                          <memory privateBytesInKB="5"/> <!-- much -->
                        </triggers>
                        <actions value="Recycle"/>
                      </monitoring>
                    </system.webServer>
                  </location>
                </configuration>
                """,
                POLICY))
        .isEqualTo(
            """
            <configuration>
              <system.webServer>
                <!-- <requests count="9" timeInterval="00:10:00"/> -->
                <monitoring>
                  <triggers>
                    <requests count="1" timeInterval="00:00:30"/>
                    <memory privateBytesInKB="1048576"/>
                  </triggers>
                  <actions value="Recycle"/>
                </monitoring>
              </system.webServer>
              <location path=".">
                <system.webServer>
                  <!-- the other one -->
                  <!-- much -->
                </system.webServer>
              </location>
            </configuration>
            """);
  }

  @Test
  void reportsEachChange() {
    Trial trial =
        Trial.of(
            "<configuration><system.webServer><monitoring><triggers><request/>"
                + "<memory privateBytesInKB='800000'/></triggers><actions value='Recycle'/>"
                + "</monitoring></system.webServer></configuration>",
            POLICY);
    assertThat(trial.rewrite()).isEmpty();
    assertThat(trial.rebuild().orElseThrow().differences())
        .extracting(d -> d.name() + " " + d.meaning())
        .containsExactly(
            "section rebuilt as a whole",
            "request removed, but kept as a comment",
            "memory fires later");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <request count="5" timeInterval="00:01:00"><!-- a --></request> | <!-- a --><!-- <request count="5" timeInterval="00:01:00"></request> -->
          <request a="--b---c-" /> | <!-- <request a="- -b- - -c-" /> -->
          <request>x--</request> | <!-- <request>x- -</request> -->
          <request parameters="password=hunter22" /> | <!-- <request parameters="password=********" /> -->
          // 5 GB <request /> | <!-- // 5 GB --><!-- <request /> -->
          <request /><statusCode><rule status="500" /></statusCode> | <!-- <request /> --><!-- <rule status="500" /> -->
          <memory privateBytesInKB="800000" /> | <!-- <memory privateBytesInKB="800000" /> -->
          <memory privateBytesInKB="700000" /> |
          """)
  void keepsRemovedContentAsComments(String triggers, String comments) {
    String text =
        "<configuration><system.webServer><monitoring><triggers>"
            + "<memory privateBytesInKB=\"700000\" />"
            + triggers
            + "</triggers><actions value=\"Recycle\" /></monitoring></system.webServer></configuration>";
    String after = rebuilt(text, POLICY);
    assertThat(
            after.substring(
                after.indexOf("<system.webServer>") + 18, after.indexOf("<monitoring>")))
        .isEqualTo(comments == null ? "" : comments);
  }

  @Test
  void keepsASectionThatWouldBeIncomplete() {
    Trial trial =
        Trial.of(
            "<configuration><system.webServer><monitoring><triggers><request/></triggers>"
                + "</monitoring></system.webServer></configuration>",
            POLICY.replace("memory: { privateBytes: 1GB }", "requests: { count: 5 }"));
    assertThat(trial.rebuild()).isEmpty();
  }

  @Test
  void keepsASectionInAnotherFile() {
    String text =
        "<configuration><system.webServer><monitoring configSource='a.config'/></system.webServer>"
            + "<location><system.webServer><monitoring/></system.webServer></location></configuration>";
    assertThat(Trial.of(text, POLICY).rebuild()).isEmpty();
    assertThat(Trial.of(text.replaceAll("<location.*location>", ""), POLICY).rebuild()).isEmpty();
  }

  private static String rebuilt(String text, String policy) {
    Optional<Rewrite> rewrite = Trial.of(text, policy).rebuild();
    return rewrite.orElseThrow().after().text();
  }
}
