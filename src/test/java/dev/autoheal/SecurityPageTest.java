package dev.autoheal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that the tests named in SECURITY.md exist. */
class SecurityPageTest {
  private static final Path TESTS = Path.of("src/test/java");
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))(?:\\.(\\w+))?`");

  @Test
  void namesExistingTests() throws IOException {
    String page = Files.readString(Path.of("SECURITY.md"));
    List<String> named = new ArrayList<>();
    for (Matcher test = TEST.matcher(page); test.find(); ) {
      named.add(test.group());
      String source = source(test.group(1) + ".java");
      assertThat(source).as(test.group()).contains(test.group(2) == null ? "@" : test.group(2));
    }

    assertThat(named).hasSizeGreaterThan(20);
  }

  /** Returns the source of a test, or an empty string if it does not exist. */
  private static String source(String name) throws IOException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      List<Path> found = files.filter(file -> file.endsWith(name)).toList();
      return found.size() == 1 ? Files.readString(found.get(0)) : "";
    }
  }
}
