package dev.autoheal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.text.Secrets;
import dev.autoheal.xml.XmlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts the calls for one more clean file, which must not cause unnecessary work. */
class WorkTest {
  private static final String CLEAN =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <configuration>
        <system.webServer>
          <monitoring>
            <triggers>
              <slowRequests timeTaken="00:01:00" count="20" timeInterval="00:05:00" />
              <memory privateBytesInKB="819200" />
              <statusCode>
                <add statusCode="500" count="50" timeInterval="00:01:00" />
              </statusCode>
            </triggers>
            <actions value="Recycle" />
          </monitoring>
        </system.webServer>
      </configuration>
      """;

  private static final Map<String, Long> CALLS = new TreeMap<>();

  @BeforeAll
  static void countCallsOfOneMoreFile(@TempDir Path folder)
      throws IOException, ReflectiveOperationException {
    CallCounter counter = new CallCounter();
    clean(folder.resolve("one"));
    clean(folder.resolve("two"));
    counter.run(folder, "check");
    Map<String, Long> two = counter.run(folder, "check");
    clean(folder.resolve("three"));
    CALLS.putAll(counter.run(folder, "check"));
    two.forEach((method, count) -> CALLS.merge(method, -count, Long::sum));
  }

  private static void clean(Path folder) throws IOException {
    Files.createDirectory(folder);
    Files.writeString(folder.resolve("web.config"), CLEAN);
  }

  private static long calls(Class<?> type, String method) {
    String name = type.getName().replaceFirst("dev.autoheal.", "") + "." + method;
    return CALLS.getOrDefault(name, 0L);
  }

  @Test
  void parsesAFileOnce() {
    assertThat(calls(XmlDocument.class, "parse")).isEqualTo(1);
  }

  @Test
  void redactsNothing() {
    assertThat(calls(Secrets.class, "redact")).isZero();
  }

  @Test
  void takesFewMethodCalls() {
    long calls =
        CALLS.entrySet().stream()
            .filter(each -> !each.getKey().endsWith(CallCounter.LOOPS))
            .mapToLong(Map.Entry::getValue)
            .sum();

    assertThat(calls).isLessThan(3000);
  }
}
