package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lines of a policy that apply to a file. */
class ShowWhyTest {
  private static final String PLATFORM =
      """
      version: 1
      presets:
        api:
          triggers:
            slowRequests: { count: 20, timeTaken: 45s, timeInterval: 2m }
      defaults:
        action: recycle
        limits:
          memory: { privateBytes: { min: 200MB, max: 8GB } }
          actions: [recycle, logEvent]
      rules:
        placeholder: off
      """;

  private static final String POLICY =
      """
      version: 1
      extends: ../platform/autoheal.yaml
      defaults:
        unmanaged: report
      apps:
        - name: shop
          files: ["shop/*.config", "!shop/Web.Debug.config"]
          plan: { sku: P1V3, bitness: 64, proactive: false }
          presets: [starter, api]
          triggers:
            requests: none
            memory: { privateBytes: 50% }
            statusCodes:
              - { status: 502, remove: true }
              - { status: 500, subStatus: 100, count: 5 }
          limits:
            slowRequests: { count: { min: 5 } }
          placeholders: allow
          rules: { not-root-config: off }
      rules:
        hair-trigger: warning
      exceptions:
        - { rule: drift, files: ["shop/*"], until: 2027-03-31, reason: "moves in spring" }
        - { rule: drift, files: ["other/*"], until: 2027-03-31, reason: "not this one" }
      exclude: ["old/**", "**/*.bak.config"]
      """;

  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void policyOfTwoFiles() {
    work = Workspace.in(temp).repository();
    work.file("platform/autoheal.yaml", PLATFORM)
        .file("apps/autoheal.yaml", POLICY)
        .file("apps/shop/web.config", Workspace.RIGHT);
  }

  private String why(String path) {
    String text = work.run("show", path, "--why", "--today", "2026-12-01").text();
    return text.substring(text.indexOf("  kind  "));
  }

  @Test
  void followsEachValueThroughExtendsPresetsAndDefaults() {
    assertThat(why("apps/shop/web.config"))
        .isEqualTo(
            """
              kind       name                          value                              place
              policy     apps/autoheal.yaml
              app        shop                          pattern 'shop/*.config'            apps/autoheal.yaml:6
              required   slowRequests count            20                                 platform/autoheal.yaml:5
              required   slowRequests timeTaken        45 s                               platform/autoheal.yaml:5
              required   slowRequests timeInterval     2 min                              platform/autoheal.yaml:5
              required   memory privateBytes           4 GB (4194304 KB)                  apps/autoheal.yaml:12
              required   statusCodes 500 count         50                                 apps/autoheal.yaml:9
              required   statusCodes 500 timeInterval  1 min                              apps/autoheal.yaml:9
              required   statusCodes 500.100 count     5                                  apps/autoheal.yaml:15
              required   statusCodes 502               must not exist                     apps/autoheal.yaml:14
              required   requests                      must not exist                     apps/autoheal.yaml:11
              required   action                        recycle                            apps/autoheal.yaml:9
              required   unmanaged                     report                             apps/autoheal.yaml:4
              limit      slowRequests count            at least 5                         apps/autoheal.yaml:17
              limit      memory privateBytes           at least 200 MB (204800 KB)        platform/autoheal.yaml:9
              limit      memory privateBytes           at most 8 GB (8388608 KB)          platform/autoheal.yaml:9
              limit      actions                       recycle, logEvent                  platform/autoheal.yaml:10
              plan       sku                           P1V3, 8 GB (8388608 KB)            apps/autoheal.yaml:8
              plan       bitness                       64                                 apps/autoheal.yaml:8
              plan       proactive                     false                              apps/autoheal.yaml:8
              rule       placeholders                  allow                              apps/autoheal.yaml:18
              rule       hair-trigger                  warning
              rule       not-root-config               off
              rule       placeholder                   off
              exception  drift                         until 2027-03-31: moves in spring  apps/autoheal.yaml:23
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1.2GB      | 1.2 GB (1258291 KB), rounded down from 1.2GB
          0.7GB      | 716.8 MB (734003 KB), rounded down from 0.7GB
          819200.9KB | 800 MB (819200 KB), rounded down from 819200.9KB
          1.5GB      | 1.5 GB (1572864 KB)
          819200KB   | 800 MB (819200 KB)
          33.3%      | 2.66 GB (2793406 KB), rounded down from 33.3%
          50%        | 4 GB (4194304 KB)
          """)
  void showsWhatIsRoundedDown(String size, String words) {
    work.file(
        "shop/autoheal.yaml",
        """
        version: 1
        apps:
          - name: shop
            files: [web.config]
            plan: { sku: P1V3 }
            triggers: { memory: { privateBytes: %s } }
            limits: { memory: { privateBytes: { min: %s } } }
        """
            .formatted(size, size));
    work.file("shop/web.config", Workspace.WRONG);

    assertThat(why("shop/web.config").replaceAll(" +", " "))
        .contains(" required memory privateBytes " + words + " shop/autoheal.yaml:6\n")
        .contains(" limit memory privateBytes at least " + words + " shop/autoheal.yaml:7\n");
    assertThat(work.run("apply", "shop").exit()).isZero();
    assertThat(work.read("shop/web.config"))
        .contains("privateBytesInKB=\"%s\"".formatted(words.replaceAll(".*\\((\\d+) KB.*", "$1")));
  }

  @Test
  void showsWhyAFileIsSkipped() {
    work.file("apps/old/web.config", Workspace.RIGHT);

    assertThat(why("apps/old/web.config"))
        .isEqualTo(
            """
              kind     name                    value                         place
              policy   apps/autoheal.yaml
              skipped  the policy excludes it  pattern 'old/**'
              app      none                    no pattern matches this file
            """);
  }

  @Test
  void showsWhyNoAppMatchesAFile() {
    work.file("apps/shop/Web.Debug.config", "<configuration xmlns:xdt=\"x\" />")
        .file("apps/other/web.config", Workspace.RIGHT)
        .file("web.config", Workspace.RIGHT);

    assertThat(why("apps/shop/Web.Debug.config"))
        .isEqualTo(
            """
              kind       name                value                                                                      place
              policy     apps/autoheal.yaml
              app        none                no pattern matches this file
              app        not shop            pattern 'shop/*.config' matches, but '!shop/Web.Debug.config' excludes it  apps/autoheal.yaml:6
              rule       hair-trigger        warning
              rule       placeholder         off
              exception  drift               until 2027-03-31: moves in spring                                          apps/autoheal.yaml:23
            """);
    assertThat(why("apps/other/web.config"))
        .isEqualTo(
            """
              kind       name                value                           place
              policy     apps/autoheal.yaml
              app        none                no pattern matches this file
              rule       hair-trigger        warning
              rule       placeholder         off
              exception  drift               until 2027-03-31: not this one  apps/autoheal.yaml:24
            """);
    assertThat(why("web.config"))
        .isEqualTo(
            """
              kind    name  value                                                                     place
              policy  none  not found in the folder of this file or above, up to the repository root
            """);
  }

  @Test
  void showsThatAnOptionSelectsTheApp() {
    assertThat(work.run("show", "apps/other.xml", "--why", "--app", "shop").err())
        .contains("does not exist");
    work.file("apps/publish/web.config", Workspace.RIGHT);
    assertThat(work.run("show", "apps/publish/web.config", "--why", "--app", "shop").text())
        .containsPattern("app +shop +--app +apps/autoheal.yaml:6\n");
  }

  @Test
  void showsWhatACommentSuppresses() {
    work.file(
        "apps/autoheal.yaml",
        POLICY.replace("files: [\"shop/*\"], until", "files: [\"none/*\"], until"));
    work.file(
        "apps/shop/web.config",
        Workspace.RIGHT.replace(
            "        <memory", "<!-- autoheal-ignore drift reason=\"known\" -->\n        <memory"));

    assertThat(why("apps/shop/web.config"))
        .containsPattern("suppressed +drift +by a comment +apps/shop/web.config:6\n");
  }

  @Test
  void isShownInSentencesOnANarrowTerminal() {
    Shell narrow = work.shell().onTerminals(true, true).with("COLUMNS", "60");

    assertThat(narrow.run("show", "apps/shop/web.config", "--why", "--color", "never").text())
        .contains("\n  required slowRequests count: 20 (platform/autoheal.yaml:5)\n")
        .contains("\n  rule hair-trigger: warning\n");
  }

  @Test
  void isShownForEachFileOfAFolder() {
    work.file("apps/old/web.config", Workspace.RIGHT);

    assertThat(work.run("show", "apps", "--why").text())
        .startsWith("apps/old/web.config\n")
        .contains(
            "\n\napps/shop/web.config\n\n  App 'shop' in apps/autoheal.yaml matches this file.\n");
  }
}
