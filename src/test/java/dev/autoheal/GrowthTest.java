package dev.autoheal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.cli.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks that an input of twice the size takes about twice as many calls and loop iterations.
 * {@code -Dautoheal.growth=1000} uses larger inputs.
 */
class GrowthTest {
  private static final int SIZE = Integer.getInteger("autoheal.growth", 100);
  private static final double MOST = 2.5;

  private static final String POLICY =
      """
      version: 1
      apps:
        - name: shop
          files: ["**/*.config"]
          action: recycle
          triggers:
            memory: { privateBytes: 800MB }
            statusCodes: [{ status: 500, count: 10, timeInterval: 30s }]
      """;

  private static final String XDT =
      "<configuration xmlns:xdt=\"http://schemas.microsoft.com/XML-Document-Transform\">";
  private static final String RULE = "<add statusCode='500' count='9' timeInterval='00:01:00'/>";
  private static final String IGNORE =
      "<!-- autoheal-ignore missing-attribute reason=\"known\" -->";

  private static final CallCounter COUNTER = new CallCounter();

  @TempDir Path temp;

  /** A named folder whose content grows with a number. */
  private record Input(String name, IntFunction<Map<String, String>> files) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<Input> inputs() {
    return Stream.of(
        triggers("triggers on one line", n -> "<memory/>".repeat(n)),
        triggers("triggers on lines", n -> "<memory/>\n".repeat(n)),
        triggers("text between triggers", n -> "x<memory/>".repeat(n)),
        triggers("invisible characters", n -> "\u200B<memory/>".repeat(n)),
        triggers("letters of two bytes", n -> "<memory a='\u00E9'/>".repeat(n)),
        triggers("equal status rules", n -> statusRules(RULE.repeat(n))),
        triggers("narrow and wide status rules", n -> statusRules(each(n, GrowthTest::narrow))),
        triggers("wide rules that shadow none", n -> statusRules(each(n, GrowthTest::weak))),
        triggers("unreadable status rules", n -> statusRules("<add statusCode='x'/>".repeat(n))),
        triggers("misspelled elements", n -> each(n, i -> "<reqests" + i + "/>")),
        triggers("attributes", n -> "<requests " + each(n, i -> " a" + i + "='1'") + "/>"),
        triggers("values out of range", n -> "<memory privateBytesInKB='1'/>".repeat(n)),
        triggers("values with a fix", n -> "<memory PrivateBytesInKB='819200'/>".repeat(n)),
        triggers("placeholders", n -> "<memory privateBytesInKB='#{a}#'/>".repeat(n)),
        triggers("conditions", n -> "#{if A}<memory/>#{/if A}".repeat(n)),
        triggers("comments", n -> "<!-- c -->".repeat(n)),
        triggers("comments that suppress", n -> (IGNORE + "<memory/>\n").repeat(n)),
        triggers("comments that suppress on one line", n -> (IGNORE + "<memory/>").repeat(n)),
        triggers("comments above triggers", n -> IGNORE.repeat(n) + "<memory/>".repeat(n)),
        triggers("comments on lines above triggers", n -> (IGNORE + "\n").repeat(n) + "<memory/>"),
        triggers("malformed comments", n -> "<!-- autoheal-ignore -->".repeat(n)),
        section("actions", n -> "<actions value='Recycle'/>".repeat(n)),
        section(
            "custom actions",
            n ->
                "<actions value='CustomAction'>"
                    + "<customAction exe='a' parameters='b'/>".repeat(n)
                    + "</actions>"),
        document("sections", n -> webServer("<monitoring><triggers/></monitoring>".repeat(n))),
        document("parents of sections", n -> webServer("<monitoring/>").repeat(n)),
        document("misplaced sections", n -> "<monitoring><triggers/></monitoring>".repeat(n)),
        document("locations", n -> each(n, GrowthTest::location)),
        document(
            "nesting",
            n ->
                "<a>".repeat(200)
                    + "<monitoring><triggers/></monitoring>".repeat(n)
                    + "</a>".repeat(200)),
        new Input(
            "transforms of one element",
            n ->
                Map.of(
                    "autoheal.yaml",
                    POLICY,
                    "web.config",
                    "<configuration>"
                        + webServer(section("<memory/>".repeat(n), ""))
                        + "</configuration>",
                    "Web.Release.config",
                    XDT
                        + webServer(section("<memory xdt:Transform='Insert'/>".repeat(n), ""))
                        + "</configuration>")),
        new Input(
            "sections that a transform inserts",
            n ->
                Map.of(
                    "autoheal.yaml",
                    POLICY,
                    "web.config",
                    "<configuration>" + webServer("") + "</configuration>",
                    "Web.Release.config",
                    XDT
                        + webServer(
                            "<monitoring xdt:Transform='Insert'><triggers/></monitoring>".repeat(n))
                        + "</configuration>")),
        new Input(
            "exceptions",
            n ->
                Map.of(
                    "web.config",
                    "<configuration>"
                        + webServer(section("<memory/>".repeat(n), ""))
                        + "</configuration>",
                    "autoheal.yaml",
                    POLICY + "exceptions:\n" + each(n, GrowthTest::exception))),
        new Input(
            "apps",
            n ->
                Map.of(
                    "web.config",
                    "<configuration/>",
                    "autoheal.yaml",
                    "version: 1\napps:\n" + each(n, i -> app(i, "x" + i + "/web.config")))),
        new Input(
            "apps with wildcards",
            n ->
                Map.of(
                    "web.config",
                    "<configuration/>",
                    "autoheal.yaml",
                    "version: 1\napps:\n" + each(n, i -> app(i, "**/x" + i + "/*.config")))),
        new Input("files in folders", n -> files(n, i -> "a" + i + "/web.config")),
        new Input("projects in folders", GrowthTest::projects),
        new Input("transforms in one folder", n -> files(n, i -> "Web.A" + i + ".config")));
  }

  private static String each(int count, IntFunction<String> text) {
    return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining());
  }

  private static Input triggers(String name, IntFunction<String> triggers) {
    return document(name, n -> webServer(section(triggers.apply(n), "<actions value='Recycle'/>")));
  }

  private static Input section(String name, IntFunction<String> actions) {
    return document(name, n -> webServer(section("<memory/>", actions.apply(n))));
  }

  private static Input document(String name, IntFunction<String> content) {
    return new Input(
        name,
        n ->
            Map.of(
                "autoheal.yaml",
                POLICY,
                "web.config",
                "<configuration>" + content.apply(n) + "</configuration>"));
  }

  private static String webServer(String content) {
    return "<system.webServer>" + content + "</system.webServer>";
  }

  private static String section(String triggers, String actions) {
    return "<monitoring><triggers>" + triggers + "</triggers>" + actions + "</monitoring>";
  }

  private static String statusRules(String rules) {
    return "<statusCode>" + rules + "</statusCode>";
  }

  private static String narrow(int number) {
    return "<add statusCode='500' subStatusCode='%d' count='9' timeInterval='00:01:00'/>"
        .formatted(number);
  }

  /** Half of the rules are wide, but need more responses than the other half. */
  private static String weak(int number) {
    return number % 2 == 0 ? RULE.replace("'9'", "'99'") : narrow(number);
  }

  private static String location(int number) {
    return "<location path='a%d'>%s</location>"
        .formatted(number, webServer(section("<memory privateBytesInKB='819200'/>", "")));
  }

  private static String app(int number, String pattern) {
    return "  - { name: a%d, files: [\"%s\"], action: recycle }\n".formatted(number, pattern);
  }

  private static String exception(int number) {
    return "  - { rule: duplicate-element, files: ['**'], until: 2999-12-31, reason: r%d }\n"
        .formatted(number);
  }

  private static Map<String, String> projects(int count) {
    Map<String, String> files = files(count, i -> "apps/a" + i + "/web.config");
    IntStream.range(0, count)
        .forEach(i -> files.put("apps/a" + i + "/A.csproj", "<Project><Import /></Project>"));
    return files;
  }

  private static Map<String, String> files(int count, IntFunction<String> path) {
    String content = XDT + webServer(section("<memory/>", "")) + "</configuration>";
    Map<String, String> files = new HashMap<>(Map.of("autoheal.yaml", POLICY));
    IntStream.range(0, count).forEach(i -> files.put(path.apply(i), content));
    return files;
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void checkScalesLinearly(Input input) throws ReflectiveOperationException {
    assertLinear(input, "check");
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void fixScalesLinearly(Input input) throws ReflectiveOperationException {
    assertLinear(input, "check", "--fix", "--unsafe-fixes", "--diff");
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void reportsScaleLinearly(Input input) throws ReflectiveOperationException {
    assertLinear(input, "check", "--report", "html", "--report=sarif=s", "--report=markdown=m");
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void diffScalesLinearly(Input input) throws ReflectiveOperationException {
    assertLinear(input, "apply", "--create", "--dry-run", "--report", "patch");
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void showScalesLinearly(Input input) throws ReflectiveOperationException {
    assertLinear(input, "show", "--why", "--format", "json");
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void reviewScalesLinearly(Input input) throws ReflectiveOperationException {
    assertLinear(input, "review", "--base", "HEAD");
  }

  private void assertLinear(Input input, String... command) throws ReflectiveOperationException {
    Map<String, Long> once = COUNTER.run(1, folder(input, SIZE), command);
    Map<String, Long> twice = COUNTER.run(1, folder(input, 2 * SIZE), command);

    assertThat(sum(twice))
        .as("the work for twice the size; the largest counts are %s", largest(twice))
        .isLessThan((long) (MOST * sum(once)));
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static List<Map.Entry<String, Long>> largest(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(5)
        .toList();
  }

  private Path folder(Input input, int size) {
    try {
      Path folder = Files.createDirectory(temp.resolve(Integer.toString(size)));
      Workspace work = Workspace.in(folder).repository();
      work.git("commit", "-q", "--allow-empty", "-m", "base");
      for (Map.Entry<String, String> file : input.files.apply(size).entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
