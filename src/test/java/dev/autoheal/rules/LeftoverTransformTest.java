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
  void attributeOfATransformIsFoundWhereItStands() {
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
            "3:18 xdt:Transform on add is an order to publishing, and IIS does not know it: remove"
                + " it here, or keep it in a transform such as Web.Release.config");
  }

  @Test
  void whatStandsOnOneElementIsOneFinding() {
    assertThat(
            tester.findings(
                "<configuration xmlns:x='%s'><a x:Locator='Match(b)' b='' x:Transform='Remove' /></configuration>"
                    .formatted(XDT)))
        .containsExactly(
            "1:81 x:Locator and x:Transform on a are orders to publishing, and IIS does not know"
                + " them: remove them here, or keep them in a transform such as Web.Release.config");
  }

  @Test
  void declarationAloneIsFine() {
    tester.findsNothing("<configuration xmlns:xdt='" + XDT + "'><a b='xdt:c' /></configuration>");
  }

  @Test
  void attributesOfOtherNamespacesAreFine() {
    tester.findsNothing(
        "<configuration xmlns:xdt='%s'><a xmlns:xdt='urn:b' xdt:Transform='c' xml:space='default' /></configuration>"
            .formatted(XDT));
  }

  @Test
  void transformIsMadeOfThem() {
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
        > 2:77 xdt:Transform on monitoring is an order to publishing, and IIS does not know it:
        >> remove it here, or keep it in a transform such as Web.Release.config

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
        > 3:17 xdt:Transform on monitoring is an order to publishing, and IIS does not know it:
        >> remove it here, or keep it in a transform such as Web.Release.config

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
        > 3:34 xdt:Transform and xdt:Locator on add are orders to publishing, and IIS does not
        >> know them: remove them here, or keep them in a transform such as Web.Release.config

        == pattern for transforms
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.webServer>
            <monitoring xdt:Transform="InsertIfMissing" />
          </system.webServer>
        </configuration>
        > 3:5 the section has no triggers, so AutoHeal counts as switched off and nothing protects
        >> the app: add a trigger or remove the section [no-triggers]
        > 3:17 xdt:Transform on monitoring is an order to publishing, and IIS does not know it:
        >> remove it here, or keep it in a transform such as Web.Release.config

        == transform is made of them
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
  void isAllThatIsSaid(Example example) {
    example.holdsFor(new LeftoverTransform());
  }
}
