package dev.autoheal.integrations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs a shell script with only the environment of a runner. */
final class Script {
  private Script() {}

  /** The exit code, and standard output and standard error together. */
  record Result(int exit, String output) {}

  static Result run(Path folder, Map<String, String> environment, String... words)
      throws Exception {
    for (String program : List.of("sh", "curl", "jq")) {
      assumeTrue(isThere(program), "the program %s is not installed".formatted(program));
    }
    Path output = Files.createTempFile("script", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(Stream.concat(Stream.of("sh"), Stream.of(words)).toList());
      builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
      String path = builder.environment().get("PATH");
      builder.environment().clear();
      builder.environment().putAll(environment);
      builder.environment().put("PATH", path);
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      builder.environment().put("LC_ALL", "C.UTF-8");
      Process process = builder.start();
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
      return new Result(process.exitValue(), Files.readString(output, UTF_8));
    } finally {
      Files.delete(output);
    }
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
