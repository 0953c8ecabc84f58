package dev.autoheal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.autoheal.cli.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;

/** Tests in a real browser that the HTML report loads nothing, logs no errors and is usable. */
class HtmlBrowserIT {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final String FINDINGS = "#list > li:not([hidden])";

  @TempDir Path temp;
  private Path page;
  private ChromeDriver browser;

  @BeforeEach
  void open() throws IOException {
    assumeTrue(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
        "the browser chromium and its driver are not installed");
    Workspace work = Project.copyIn(Files.createDirectory(temp.resolve("work")));
    page = temp.resolve("work/report.html");
    work.run("check", "samples/mistakes", "--report=html=report.html");
    work.run("check", "samples/monorepo", "--report=html=check.html");
    work.run("diff", "samples/monorepo", "--report=html=diff.html");

    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + Files.createDirectory(temp.resolve("profile")));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    browser = new ChromeDriver(service, options);
    // axe is slow on a busy machine.
    browser.manage().timeouts().scriptTimeout(Duration.ofMinutes(5));
    show("report.html");
  }

  @AfterEach
  void close() {
    if (browser != null) {
      try {
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
      } finally {
        browser.quit();
      }
    }
  }

  private void show(String name) {
    browser.get(page.resolveSibling(name).toUri().toString());
  }

  private WebElement find(String selector) {
    return browser.findElement(By.cssSelector(selector));
  }

  private List<WebElement> findings() {
    return browser.findElements(By.cssSelector(FINDINGS));
  }

  private void choose(String id, String value) {
    new Select(find("#" + id)).selectByValue(value);
  }

  private String count() {
    return find("#count").getText();
  }

  private void emulate(String media, String dark) {
    browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            media,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark))));
  }

  @Test
  void loadsNoResources() {
    assertThat(browser.executeScript("return performance.getEntriesByType('resource').length"))
        .isEqualTo(0L);
    assertThat(browser.executeScript("return document.cookie + localStorage.length"))
        .isEqualTo("0");
  }

  @Test
  void filtersTheFindings() {
    int all = findings().size();
    assertThat(count()).isEqualTo("showing all " + all);

    choose("severity", "warning");
    int warnings = findings().size();
    assertThat(warnings).isPositive().isLessThan(all);
    assertThat(count()).isEqualTo("showing %d of %d", warnings, all);
    choose("rule", "hair-trigger");
    assertThat(findings()).hasSize(1);
    choose("rule", "*");
    find("#text").sendKeys("HAIR-trigger/");
    assertThat(findings()).hasSize(1);
    find("#text").sendKeys("x");
    assertThat(findings()).isEmpty();
    assertThat(count()).isEqualTo("showing 0 of %d", all);

    find("#reset").sendKeys(Keys.ENTER);
    assertThat(findings()).hasSize(all);
    assertThat(count()).isEqualTo("showing all " + all);
  }

  @Test
  void filtersByApp() {
    show("check.html");
    int all = findings().size();
    choose("app", "catalog-api");

    assertThat(findings()).hasSizeBetween(1, all - 1);
    assertThat(findings())
        .allSatisfy(each -> assertThat(each.getText()).contains("apps/catalog-api/"));
  }

  @Test
  void expandsByKeyboard() {
    WebElement rule = find("details.rule");
    assertThat(rule.getDomProperty("open")).isEqualTo("false");
    rule.findElement(By.tagName("summary")).sendKeys(Keys.ENTER);
    assertThat(rule.getDomProperty("open")).isEqualTo("true");
  }

  @Test
  void linksToThePageOfARule() {
    WebElement link = find("#list a[href='#rule-hair-trigger']");
    link.sendKeys(Keys.ENTER);

    WebElement rule = find("details:has(#rule-hair-trigger)");
    assertThat(rule.getDomProperty("open")).isEqualTo("true");
    assertThat(rule.getText()).contains("Why it matters");
  }

  @Test
  void linksToAFilteredFinding() {
    choose("severity", "note");
    find(".rows a").sendKeys(Keys.ENTER);

    assertThat(find("#list > li:target").isDisplayed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void isAccessible(String scheme) throws IOException {
    emulate("screen", scheme);
    for (String name : List.of("report.html", "diff.html")) {
      show(name);
      browser.executeScript("document.querySelectorAll('details').forEach(d => d.open = true)");
      assertThat(violations()).as("%s, %s", name, scheme).isEmpty();
    }
  }

  /** Returns the violations of the rules of axe-core. */
  private List<?> violations() throws IOException {
    try (InputStream script = getClass().getResourceAsStream("/axe.min.js")) {
      browser.executeScript(new String(script.readAllBytes(), UTF_8));
    }
    return (List<?>)
        browser.executeAsyncScript(
            "const done = arguments[0];"
                + "axe.run().then(({passes, violations}) => done(!passes.length ? [0] : violations.flatMap("
                + "v => v.nodes.map(n => `${v.id}: ${n.html} ${n.failureSummary}`))))");
  }

  @Test
  void supportsDarkMode() {
    String color = "return getComputedStyle(document.body).backgroundColor";
    emulate("screen", "light");
    assertThat(browser.executeScript(color)).isEqualTo("rgb(255, 255, 255)");
    emulate("screen", "dark");
    assertThat(browser.executeScript(color)).isEqualTo("rgb(16, 20, 24)");
  }

  @Test
  void fitsAPhone() {
    for (String name : List.of("report.html", "diff.html")) {
      show(name);
      browser.executeCdpCommand(
          "Emulation.setDeviceMetricsOverride",
          Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
      assertThat(browser.executeScript("return document.documentElement.scrollWidth"))
          .isEqualTo(390L);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1280})
  void oldMarksNeverCoverALabel(int width) throws IOException {
    Path folder = Files.createDirectory(temp.resolve("marks"));
    Workspace work = Workspace.in(folder).repository();
    String slow =
        "<slowRequests count=\"%s\" timeTaken=\"%s\" timeInterval=\"00:10:00\" />"
            + "<memory privateBytesInKB=\"%s00000\" />";
    String[][] values = {
      {"20", "00:00:45", "8"},
      {"20", "00:00:20", "12"},
      {"2", "00:05:00", "7"},
      {"9", "00:00:01", "9"}
    };
    for (String[] before : values) {
      for (String[] after : values) {
        String path = String.join("-", before) + "/" + String.join("-", after) + "/web.config";
        String clean = path.replace(":", "");
        work.file(clean, section(slow.formatted((Object[]) before)));
      }
    }
    work.git("add", ".");
    work.git("commit", "-qm", "x");
    for (String[] before : values) {
      for (String[] after : values) {
        String path = String.join("-", before) + "/" + String.join("-", after) + "/web.config";
        work.file(path.replace(":", ""), section(slow.formatted((Object[]) after)));
      }
    }
    work.run("review", "--base", "HEAD", "--report=html=marks.html");
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 844, "deviceScaleFactor", 1, "mobile", width < 500));
    browser.get(folder.resolve("marks.html").toUri().toString());

    assertThat(browser.findElements(By.cssSelector(".rows .taken.ghost"))).hasSize(12);
    assertThat(
            (List<?>)
                browser.executeScript(
                    """
                    const found = [];
                    for (const svg of document.querySelectorAll('.rows svg')) {
                      for (const mark of svg.querySelectorAll('.ghost:not(text)')) {
                        const m = mark.getBoundingClientRect();
                        for (const word of svg.querySelectorAll('text:not(.inside)')) {
                          const w = word.getBoundingClientRect();
                          if (m.left < w.right && w.left < m.right && m.top < w.bottom - 3 && w.top + 3 < m.bottom) {
                            found.push(mark.getAttribute('class') + ' on ' + word.textContent);
                          }
                        }
                      }
                    }
                    return found;
                    """))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1280})
  void linesOfTheMemoryChartNeverCrossASize(int width) throws IOException {
    Workspace work = Workspace.in(Files.createDirectory(temp.resolve("lines"))).repository();
    StringBuilder policy = new StringBuilder("version: 1\napps:\n");
    int[] sizes = {500_000, 1_500_000, 3_000_000, 5_000_000, 6_710_886, 7_969_177, 8_200_000};
    for (int size : sizes) {
      policy.append(
          "  - { name: a%d, files: [%d/web.config], plan: { sku: P1V3 } }\n".formatted(size, size));
      work.file(
          size + "/web.config", section("<memory privateBytesInKB=\"%d\" />".formatted(size)));
    }
    work.file("autoheal.yaml", policy.toString());
    work.run("check", "--report=html=lines.html");
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 844, "deviceScaleFactor", 1, "mobile", width < 500));
    browser.get(temp.resolve("lines/lines.html").toUri().toString());

    assertThat(browser.findElements(By.cssSelector(".rows .bytes"))).hasSize(sizes.length);
    assertThat(
            (List<?>)
                browser.executeScript(
                    """
                    const found = [];
                    for (const svg of document.querySelectorAll('.rows svg')) {
                      const box = svg.querySelector('.instance').getBoundingClientRect();
                      const limit = svg.querySelector('.limit').getBoundingClientRect();
                      const size = svg.querySelector('text:last-of-type');
                      const w = size.getBoundingClientRect();
                      for (const x of [box.right, limit.left]) {
                        if (w.left < x && x < w.right) {
                          found.push(size.textContent);
                        }
                      }
                      if (w.right > svg.getBoundingClientRect().right) {
                        found.push(size.textContent + ' is cut');
                      }
                    }
                    return found;
                    """))
        .isEmpty();
  }

  private static String section(String triggers) {
    return "<configuration><system.webServer><monitoring><triggers>\n"
        + triggers
        + "\n</triggers><actions value=\"Recycle\" /></monitoring></system.webServer></configuration>\n";
  }

  @Test
  void wrapsLongKeysOfAPolicy() throws IOException {
    String app = "storefront-" + "production".repeat(6);
    Path folder = Files.createDirectory(temp.resolve("keys"));
    Workspace work = Workspace.in(folder).repository();
    String policy =
        "version: 1\napps:\n  - name: %s\n    files: [web.config]\n    limits:"
            + " { slowRequests: { timeTaken: { min: %s } } }\n";
    work.file("web.config", section("<memory privateBytesInKB=\"819200\" />"))
        .file("autoheal.yaml", policy.formatted(app, "10s"));
    work.git("add", ".");
    work.git("commit", "-qm", "x");
    work.file("autoheal.yaml", policy.formatted(app, "20s"));
    work.run("review", "--base", "HEAD", "--report=html=keys.html");
    browser.get(folder.resolve("keys.html").toUri().toString());

    assertThat(find(".changes tbody th").getText()).contains("production");
    for (int width : new int[] {390, 800, 1280}) {
      browser.executeCdpCommand(
          "Emulation.setDeviceMetricsOverride",
          Map.of("width", width, "height", 844, "deviceScaleFactor", 1, "mobile", width < 500));
      assertThat(browser.executeScript("return document.documentElement.scrollWidth"))
          .isEqualTo((long) width);
      assertThat(
              browser.executeScript(
                  """
                  const page = document.documentElement.clientWidth;
                  return [...document.querySelectorAll('.changes tbody th, .changes td')]
                    .filter(cell => cell.scrollWidth > cell.clientWidth + 1 || cell.getBoundingClientRect().right > page)
                    .length;
                  """))
          .isEqualTo(0L);
    }
  }

  @Test
  void expandsInPrint() {
    emulate("print", "dark");
    assertThat(find("#filters").isDisplayed()).isFalse();
    assertThat(browser.executeScript("return getComputedStyle(document.body).color"))
        .isEqualTo("rgb(27, 31, 36)");
    assertThat(find("details.rule .page").getSize().height).isPositive();
  }

  @Test
  void worksWithoutScripts() {
    emulate("screen", "light");
    browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    show("report.html");

    assertThat(find("#filters").isDisplayed()).isFalse();
    assertThat(Stream.of("#list > li", ".rows svg").map(this::find)).allMatch(e -> e != null);
  }
}
