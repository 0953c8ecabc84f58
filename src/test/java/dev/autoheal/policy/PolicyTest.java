package dev.autoheal.policy;

import static org.assertj.core.api.Assertions.assertThat;

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
          exclude: ["**/legacy/**"]
          """);

  @Test
  void theFirstAppThatMatchesGoverns() {
    assertThat(POLICY.appFor("src/storefront/Web.config").map(App::name)).contains("storefront");
    assertThat(POLICY.appFor("src/other/web.config").map(App::name)).contains("all the rest");
    assertThat(POLICY.appFor("src/intranet/web.config")).isEmpty();
  }

  @Test
  void outsideItsFolderAPolicySaysNothing() {
    assertThat(POLICY.appFor("web.config")).isEmpty();
    assertThat(POLICY.appFor("tools/legacy/web.config")).isEmpty();
    assertThat(POLICY.excludes("tools/legacy/web.config")).isFalse();
    assertThat(POLICY.excludes("src/tools/legacy/web.config")).isTrue();
  }

  @Test
  void onlyTheGoverningAppNamesAFileExactly() {
    assertThat(POLICY.namesExactly("src/storefront/web.config")).isTrue();
    assertThat(POLICY.namesExactly("src/storefront/web.Release.config")).isFalse();
    assertThat(POLICY.namesExactly("src/web.config")).isFalse();
  }

  @Test
  void appsAreFoundByTheirName() {
    assertThat(POLICY.app("all the rest")).isPresent();
    assertThat(POLICY.app("Storefront")).isEmpty();
  }
}
