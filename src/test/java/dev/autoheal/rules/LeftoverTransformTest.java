package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LeftoverTransformTest {
  private static final String XDT = "http://schemas.microsoft.com/XML-Document-Transform";

  private final RuleTester tester = new RuleTester(new LeftoverTransform());

  @Test
  void reportsATransformAttributeAtItsPlace() {
    assertThat(
            tester.findings(
                """
                <configuration xmlns:xdt="%s">
                  <appSettings>
                    <add key="a" xdt:Transform="Remove" />
                  </appSettings>
                </configuration>
                """
                    .formatted(XDT)))
        .containsExactly(
            "3:18 unexpected 'xdt:Transform' on <add>; remove it or move it to a transform");
  }

  @Test
  void reportsTheAttributesOfOneElementOnce() {
    assertThat(
            tester.findings(
                "<configuration xmlns:x='%s'><a x:Locator='Match(b)' b='' x:Transform='Remove' /></configuration>"
                    .formatted(XDT)))
        .containsExactly(
            "1:81 unexpected 'x:Locator' and 'x:Transform' on <a>; remove them or move them to a "
                + "transform");
  }

  @Test
  void acceptsTheDeclarationAlone() {
    tester.findsNothing("<configuration xmlns:xdt='" + XDT + "'><a b='xdt:c' /></configuration>");
  }

  @Test
  void acceptsAttributesOfOtherNamespaces() {
    tester.findsNothing(
        "<configuration xmlns:xdt='%s'><a xmlns:xdt='urn:b' xdt:Transform='c' xml:space='default' /></configuration>"
            .formatted(XDT));
  }

  @Test
  void acceptsThemInATransform() {
    assertThat(
            tester.findings(
                RuleTester.subject(
                    RuleTester.file(
                        "Web.Release.config",
                        "<configuration xmlns:x='%s'><a x:Transform='Remove' /></configuration>"
                            .formatted(XDT)))))
        .isEmpty();
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == declaration alone is fine
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.webServer>
            <monitoring>
              <triggers>
                <memory privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>

        == declared where it is used
        <monitoring xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform" xdt:Transform="Replace">
          <triggers>
            <memory privateBytesInKB="800000" />
          </triggers>
          <actions value="Recycle" />
        </monitoring>
        > 2:77 unexpected 'xdt:Transform' on <monitoring>; remove it or move it to a transform

        == on the section
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.webServer>
            <monitoring xdt:Transform="Insert">
              <triggers>
                <memory privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>
        > 3:17 unexpected 'xdt:Transform' on <monitoring>; remove it or move it to a transform

        == outside of the section
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <appSettings>
            <add key="Mode" value="Live" xdt:Transform="SetAttributes" xdt:Locator="Match(key)" />
          </appSettings>
          <system.webServer>
            <monitoring>
              <triggers>
                <memory privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>
        > 3:34 unexpected 'xdt:Transform' and 'xdt:Locator' on <add>; remove them or move them to a
        >> transform

        == pattern for transforms
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.webServer>
            <monitoring xdt:Transform="InsertIfMissing" />
          </system.webServer>
        </configuration>
        > 3:5 missing <triggers>, so AutoHeal is off; add a trigger or remove <monitoring>
        >> [no-triggers]
        > 3:17 unexpected 'xdt:Transform' on <monitoring>; remove it or move it to a transform

        == transform may have them
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.webServer>
            <monitoring xdt:Transform="Insert">
              <triggers>
                <memory privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new LeftoverTransform());
  }
}
