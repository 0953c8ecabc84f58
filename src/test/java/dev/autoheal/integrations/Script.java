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

  record Result(int exit, String out, String err) {
    /** Returns standard output, then standard error. */
    String output() {
      return out + err;
    }
  }

  static Result run(Path folder, Map<String, String> environment, String... words)
      throws Exception {
    for (String program : List.of("sh", "curl", "jq")) {
      assumeTrue(isThere(program), "the program %s is not installed".formatted(program));
    }
    Path out = Files.createTempFile("script", ".out");
    Path err = Files.createTempFile("script", ".err");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(Stream.concat(Stream.of("sh"), Stream.of(words)).toList());
      builder.directory(folder.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
      String path = builder.environment().get("PATH");
      builder.environment().clear();
      builder.environment().put("PATH", path);
      builder.environment().putAll(environment);
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      builder.environment().put("LC_ALL", "C.UTF-8");
      Process process = builder.start();
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
      return new Result(
          process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
