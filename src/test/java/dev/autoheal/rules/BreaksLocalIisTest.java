package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BreaksLocalIisTest {
  private final RuleTester tester = new RuleTester(new BreaksLocalIis());

  @Test
  void reportsASectionInABaseFile() {
    assertThat(tester.inSection("<monitoring />"))
        .containsExactly(
            "2:1 <monitoring> may break IIS Express; move it to a transform, e.g."
                + " Web.Release.config");
  }

  @Test
  void reportsSeveralSectionsOnce() {
    assertThat(tester.inSection("<monitoring /><monitoring />")).hasSize(1);
  }

  @Test
  void acceptsAFileWithoutASection() {
    tester.findsNothing("<configuration><system.webServer /></configuration>");
  }

  @Test
  void acceptsATransform() {
    assertThat(
            tester.findings(
                RuleTester.subject(
                    RuleTester.file(
                        "Web.Release.config",
                        """
                        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
                          <system.webServer>
                            <monitoring xdt:Transform="Insert" />
                          </system.webServer>
                        </configuration>
                        """))))
        .isEmpty();
  }

  @Test
  void ruleIsOffByDefault() {
    assertThat(new BreaksLocalIis().isOnByDefault()).isFalse();
    assertThat(
            Rules.check(
                RuleTester.subject(
                    RuleTester.file(
                        "web.config",
                        """
                        <configuration>
                          <system.webServer>
                            <monitoring>
                              <triggers>
                                <memory privateBytesInKB="800000" />
                              </triggers>
                              <actions value="Recycle" />
                            </monitoring>
                          </system.webServer>
                        </configuration>
                        """))))
        .isEmpty();
  }
}
