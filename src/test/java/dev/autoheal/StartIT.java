package dev.autoheal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts the classes that a check of one clean file loads, which each start has to pay for. */
class StartIT {
  private static final Path JAR =
      Path.of(System.getProperty("autoheal.jar", "target/autoheal.jar")).toAbsolutePath();

  private static final String POLICY =
      """
      version: 1
      apps:
        - name: shop
          files: [web.config]
          action: recycle
          triggers:
            slowRequests: { count: 20, timeTaken: 45s, timeInterval: 2m }
      """;

  private static final String CLEAN =
      """
      <configuration>
        <system.webServer>
          <monitoring>
            <triggers>
              <slowRequests timeTaken="00:00:45" count="20" timeInterval="00:02:00" />
            </triggers>
            <actions value="Recycle" />
          </monitoring>
        </system.webServer>
      </configuration>
      """;

  @TempDir Path temp;
  private List<String> classes;

  @BeforeEach
  void check() throws Exception {
    Files.writeString(temp.resolve("autoheal.yaml"), POLICY);
    Files.writeString(temp.resolve("web.config"), CLEAN);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=classes.txt",
                "-Xlog:class+init:file=initialized.txt",
                "-cp",
                JAR.toString(),
                "dev.autoheal.cli.Main",
                "check")
            .directory(temp.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    classes = loaded(temp.resolve("classes.txt"));
  }

  /** Returns the names of the classes in a log of the JVM. */
  private static List<String> loaded(Path log) throws IOException {
    return Files.readAllLines(log).stream()
        .filter(line -> line.contains(" source: "))
        .map(line -> line.replaceFirst(".*] ", "").replaceFirst(" source: .*", ""))
        .toList();
  }

  @Test
  void loadsFewClasses() {
    Map<String, Long> counts =
        classes.stream().collect(Collectors.groupingBy(StartIT::kind, Collectors.counting()));

    assertThat(counts.get("own")).isLessThan(380);
    assertThat(counts.get("lambdas")).isLessThan(540);
    assertThat(counts.get("picocli")).isLessThan(170);
    assertThat(classes).hasSizeLessThan(2900);
  }

  private static String kind(String name) {
    if (name.startsWith("picocli.")) {
      return "picocli";
    }
    if (!name.startsWith("dev.autoheal.")) {
      return "other";
    }
    return name.contains("$$Lambda") ? "lambdas" : "own";
  }

  /** Tables of powers, number formats, logging and JAXB take 10 to 30 ms each on JDK 25. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "java/math/BigDecimal",
        "java/text/DecimalFormatSymbols",
        "java/lang/RuntimeHelper",
        "jakarta/xml/bind/JAXBContext"
      })
  void initializesNoClassThatTakesLong(String name) throws IOException {
    assertThat(Files.readString(temp.resolve("initialized.txt")))
        .contains("Initializing 'dev/autoheal/cli/Main'")
        .doesNotContain("Initializing '" + name + "'");
  }
}
