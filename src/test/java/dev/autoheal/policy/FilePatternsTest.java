package dev.autoheal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.policy.read.Policies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilePatternsTest {
  @ParameterizedTest
  @CsvSource({
    "web.config, web.config",
    "web.config, Web.Config",
    "apps/*/web.config, apps/a/web.config",
    "apps/*/web.config, apps/a.b/WEB.CONFIG",
    "apps/?/web.config, apps/a/web.config",
    "apps/?/web.config, apps/\uD83D\uDE00/web.config",
    "web.*.config, web.Release.config",
    "web.*.config, web..config",
    "w*b*.c*g, Web.Production.Config",
    "**, web.config",
    "**, a/b/web.config",
    "**/web.config, web.config",
    "**/web.config, a/b/web.config",
    "apps/**, apps/web.config",
    "apps/**, apps/a/b/web.config",
    "apps/**/web.config, apps/web.config",
    "apps/**/b/**/web.config, apps/a/b/c/b/web.config",
    "**/a/**/a/web.config, a/a/web.config",
    "straße/web.config, straße/web.config",
  })
  void matches(String pattern, String path) {
    assertThat(globs(pattern).matches(path)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "web.config, a/web.config",
    "web.config, web.config.bak",
    "apps/*/web.config, Apps/a/web.config",
    "apps/A/web.config, apps/a/web.config",
    "apps/*/web.config, apps/web.config",
    "apps/*/web.config, apps/a/b/web.config",
    "apps/?/web.config, apps/ab/web.config",
    "apps/**, apps",
    "apps/**, appsettings/web.config",
    "**/a/**/a/web.config, a/web.config",
    "**/*.config, ''",
    "**, ../web.config",
    "**, /web.config",
  })
  void doesNotMatch(String pattern, String path) {
    assertThat(globs(pattern).matches(path)).isFalse();
  }

  @Test
  void appliesAnExclusionAtAnyPosition() {
    FilePatterns globs = globs("!apps/a/**", "apps/**");
    assertThat(globs.matches("apps/a/web.config")).isFalse();
    assertThat(globs.matches("apps/b/web.config")).isTrue();
  }

  @Test
  void resolvesPatternsAgainstTheFolderOfThePolicy() {
    FilePatterns globs = globsOf("platform/policies/autoheal.yaml", "*/web.config", "web.config");
    assertThat(globs.matches("platform/policies/a/web.config")).isTrue();
    assertThat(globs.matches("a/web.config")).isFalse();
    assertThat(globs.matches("platform/policies-old/a/web.config")).isFalse();
    assertThat(globs.exactPaths()).containsExactly("platform/policies/web.config");
  }

  @Test
  void namesExactlyAPathWithoutWildcards() {
    FilePatterns globs = globs("a/Web.config", "*/web.config", "c/web.config", "!c/**");
    assertThat(globs.namesExactly("a/web.CONFIG")).isTrue();
    assertThat(globs.namesExactly("b/web.config")).isFalse();
    assertThat(globs.namesExactly("c/web.config")).isFalse();
    assertThat(globs.exactPaths()).containsExactly("a/Web.config");
  }

  private static FilePatterns globs(String... patterns) {
    return globsOf("autoheal.yaml", patterns);
  }

  private static FilePatterns globsOf(String policy, String... patterns) {
    String list = String.join("', '", patterns);
    return Policies.valid(policy, "version: 1\napps: [{ name: a, files: ['" + list + "'] }]\n")
        .apps()
        .get(0)
        .files();
  }
}
