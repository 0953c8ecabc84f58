package dev.autoheal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.autoheal.Page.Fence;
import dev.autoheal.cli.Shell;
import dev.autoheal.cli.Workspace;
import dev.autoheal.policy.read.PolicyReader;
import dev.autoheal.policy.read.PolicySchema;
import dev.autoheal.report.Version;
import dev.autoheal.rules.Rules;
import dev.autoheal.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Checks that the README and the pages in {@code docs} are correct. Each fence is run or parsed by
 * its language; {@code -Dcases.update=true} updates the outputs of {@code console} fences.
 */
class DocumentsTest {
  /** Programs other than autoheal that readers have. */
  private static final Set<String> PROGRAMS =
      Set.of("cd", "curl", "export", "gh", "git", "man", "./mvnw", "sha256sum", "sudo", "tar");

  private static final Pattern POWERSHELL =
      Pattern.compile(
          "curl\\.exe .+|\\$path = .+|\\$env:Path \\+= .+|\\$LASTEXITCODE|\\[Environment]::Set.+");
  private static final Pattern AUTOHEAL =
      Pattern.compile(
          "(?:& )?(?:\\./|~/autoheal/|\\$HOME\\\\autoheal\\\\|\\.[\\\\/]autoheal-0.1.0[^ ]*[\\\\/])?autoheal(?:\\.cmd)? (.+)");
  private static final Pattern STEP =
      Pattern.compile("(?m)^ *(?:- )?(?:run: |script: )?(autoheal [a-z].*)$");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]*)(?:#([^)]+))?\\)");
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+");
  private static final String TODAY = "--today=2026-06-15";

  @TempDir Path temp;

  static List<Page> pages() throws IOException {
    return Page.all();
  }

  private static Stream<Fence> fences(String... languages) throws IOException {
    List<Fence> fences = new ArrayList<>();
    for (Page page : pages()) {
      fences.addAll(page.fences());
    }
    return fences.stream().filter(fence -> List.of(languages).contains(fence.language()));
  }

  static Stream<Fence> policiesAndYaml() throws IOException {
    return fences("yaml");
  }

  static Stream<Fence> scripts() throws IOException {
    return fences("sh", "powershell");
  }

  static Stream<Fence> xml() throws IOException {
    return fences("xml");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void usesOnlyTestedLanguages(Page page) throws IOException {
    assertThat(page.fences())
        .extracting(Fence::language)
        .isSubsetOf("console", "sh", "powershell", "yaml", "xml", "json");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void consoleShowsTheActualOutput(Page page) throws IOException {
    List<String> right = new ArrayList<>(page.lines());
    List<Fence> fences = page.fences();
    for (int i = fences.size() - 1; i >= 0; i--) {
      Fence fence = fences.get(i);
      if (fence.language().equals("console")) {
        List<String> lines = right.subList(fence.first(), fence.first() + fence.lines().size());
        List<String> session = ConsoleSession.run(fence.lines(), temp.resolve("" + i));
        lines.clear();
        lines.addAll(session);
      }
    }
    String text = String.join("\n", right) + "\n";
    page.update(text);

    assertThat(page.text()).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void scriptsCallExistingPrograms(Fence fence) {
    for (String line : fence.lines()) {
      if (!line.isBlank()) {
        assertCommands(line.replaceFirst(" +# .*", ""));
      }
    }
  }

  private static void assertCommands(String line) {
    if (POWERSHELL.matcher(line).matches()) {
      return;
    }
    for (String command : line.replaceAll("source <\\((.*)\\)", "$1").split(" \\| ", -1)) {
      if (AUTOHEAL.matcher(command).matches()) {
        assertThat(usageError(command)).as(command).isEmpty();
      } else {
        assertThat(PROGRAMS).contains(command.split(" ", 2)[0]);
      }
    }
  }

  private static String usageError(String command) {
    Matcher call = AUTOHEAL.matcher(command);
    assertThat(call.matches()).as(command).isTrue();
    return Shell.usageError(call.group(1).split(" ", -1));
  }

  @ParameterizedTest
  @MethodSource("policiesAndYaml")
  void yamlIsAValidPolicyOrWellFormed(Fence fence) {
    String yaml = fence.text();
    if (yaml.lines().anyMatch("version: 1"::equals)) {
      assertPolicy(yaml);
    } else {
      assertThat(new Load(LoadSettings.builder().build()).loadFromString(yaml))
          .isInstanceOf(Map.class);
    }
    for (Matcher step = STEP.matcher(yaml); step.find(); ) {
      assertThat(usageError(step.group(1))).as(step.group(1)).isEmpty();
    }
  }

  static void assertPolicy(String yaml) {
    SourceFile file = SourceFile.of("autoheal.yaml", yaml.getBytes(UTF_8));
    assertThat(PolicyReader.read(file, Rules.ids()))
        .as(yaml)
        .isInstanceOf(PolicyReader.Valid.class);
    assertThat(PolicySchema.problems(yaml)).as(yaml).isEmpty();
  }

  /** Checks a section, a web.config or a transform. */
  @ParameterizedTest
  @MethodSource("xml")
  void xmlHasNoMistakes(Fence fence) {
    String xml = fence.text();
    boolean isSection = xml.startsWith("<monitoring>");
    Workspace work = Workspace.in(temp);
    work.file(
        xml.contains("xdt:") ? "Web.Release.config" : "web.config",
        isSection
            ? "<configuration><system.webServer>\n%s</system.webServer></configuration>\n"
                .formatted(xml)
            : xml);
    Shell.Result result = work.run("check", "--verbose", TODAY);

    assertThat(result.text()).doesNotContain(": error: ").doesNotContain(": warning: ");
    assertThat(result.exit()).isZero();
  }

  @Test
  void downloadsAreOfThisVersion() throws IOException {
    Matcher version =
        Pattern.compile("(?<=autoheal[-_])\\d+\\.\\d+\\.\\d+")
            .matcher(Page.of("docs/install.md").text());

    assertThat(version.results()).extracting(MatchResult::group).containsOnly(Version.NUMBER);
  }

  @Test
  void jsonIsWellFormed() throws IOException {
    for (Fence fence : fences("json").toList()) {
      assertThat(new ObjectMapper().readTree(fence.text())).as("%s", fence).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void namesExistingCommandsAndOptions(Page page) throws IOException {
    String options = options();
    for (String code : page.inlineCode()) {
      if (code.matches("(\\./)?autoheal [a-z]+ [^.].*")) {
        assertThat(usageError(code)).as(code).isEmpty();
      } else if (code.matches("autoheal [a-z-]+")) {
        assertThat(Shell.usageError(code.substring("autoheal ".length()), "--help")).isEmpty();
      }
      if (code.startsWith("--")
          || code.matches("(autoheal|check|diff|apply|review|show|init) .*")) {
        OPTION
            .matcher(code)
            .results()
            .forEach(option -> assertThat(options).as(code).contains(option.group()));
      }
    }
  }

  private String options() {
    return Stream.of("check", "diff", "apply", "review", "init", "show", "explain", "schema")
        .map(verb -> Shell.in(temp).run(verb, "--help").text())
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksHaveATarget(Page page) throws IOException {
    Path folder = page.path().toAbsolutePath().getParent();
    for (Matcher link = LINK.matcher(page.text()); link.find(); ) {
      Path target = link.group(1).isEmpty() ? page.path() : folder.resolve(link.group(1));
      assertThat(target).exists();
      if (link.group(2) != null) {
        assertThat(anchors(target)).contains(link.group(2));
      }
    }
  }

  /** Returns the anchors that GitHub gives to headings. */
  private static List<String> anchors(Path page) throws IOException {
    return Files.readAllLines(page).stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
        .toList();
  }

  @Test
  void presetsAreTheBuiltInOnes() throws IOException {
    Page page = Page.of("docs/presets.md");
    String presets = Files.readString(Path.of("src/main/resources/policy/presets.yaml"));
    String right = page.with("presets", "```yaml\n" + presets + "```\n");

    assertThat(page.text()).isEqualTo(right);
  }
}
