package dev.autoheal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.policy.read.Policies;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyTest {
  private static final Policy POLICY =
      Policies.valid(
          "src/autoheal.yaml",
          """
          version: 1
          apps:
            - name: storefront
              files: ["storefront/web.config", "storefront/*.config"]
            - name: all the rest
              files: ["**/web.config", "!intranet/**", "storefront/web.config"]
          rules: { placeholder: off, drift: warning }
          exceptions:
            - { rule: drift, files: ["storefront/*"], until: 2027-03-31, reason: in spring }
            - { rule: placeholder, until: 2027-04-01, reason: filled in }
          exclude: ["**/legacy/**"]
          """);

  @Test
  void returnsTheFirstAppThatMatches() {
    assertThat(POLICY.appFor("src/storefront/Web.config").map(App::name)).contains("storefront");
    assertThat(POLICY.appFor("src/other/web.config").map(App::name)).contains("all the rest");
    assertThat(POLICY.appFor("src/intranet/web.config")).isEmpty();
  }

  @Test
  void ignoresFilesOutsideTheFolderOfThePolicy() {
    assertThat(POLICY.appFor("web.config")).isEmpty();
    assertThat(POLICY.appFor("tools/legacy/web.config")).isEmpty();
    assertThat(POLICY.exclusionOf("tools/legacy/web.config")).isEmpty();
    assertThat(POLICY.exclusionOf("src/tools/legacy/web.config")).isPresent();
  }

  @Test
  void namesAFileExactlyOnlyInItsApp() {
    assertThat(POLICY.namesExactly("src/storefront/web.config")).isTrue();
    assertThat(POLICY.namesExactly("src/storefront/web.Release.config")).isFalse();
    assertThat(POLICY.namesExactly("src/web.config")).isFalse();
  }

  @Test
  void returnsTheSettingsOfTheRules() {
    assertThat(POLICY.rules())
        .containsOnly(
            Map.entry("placeholder", RuleSetting.OFF), Map.entry("drift", RuleSetting.WARNING));
  }

  @Test
  void exceptionsCoverARuleInTheirFiles() {
    Exemption exception = POLICY.exceptions().get(0);
    assertThat(exception.rule()).isEqualTo("drift");
    assertThat(exception.files().matches("src/storefront/web.config")).isTrue();
    assertThat(exception.files().matches("src/other/web.config")).isFalse();
    assertThat(exception.until()).isEqualTo("2027-03-31");
    assertThat(exception.reason()).isEqualTo("in spring");
    assertThat(exception.ruleAt().line()).isEqualTo(9);
    assertThat(exception.untilAt().column()).isEqualTo(52);
  }

  @Test
  void exceptionWithoutFilesCoversAllFilesBelowThePolicy() {
    Exemption exception = POLICY.exceptions().get(1);
    assertThat(exception.files().matches("src/web.config")).isTrue();
    assertThat(exception.files().matches("src/a/b/Web.Release.config")).isTrue();
    assertThat(exception.files().matches("web.config")).isFalse();
    assertThat(exception.files().matches("tools/web.config")).isFalse();
  }

  @Test
  void findsAppsByName() {
    assertThat(POLICY.app("all the rest")).isPresent();
    assertThat(POLICY.app("Storefront")).isEmpty();
  }
}
