package dev.autoheal.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the measurements that are named, or all of them, and prints a table. By hand:
 *
 * <pre>{@code
 * ./mvnw -Pbench -DskipTests verify -Dbench.args="[start] [folder] [rules] [policy] [review] [growth] [rewrite] [--quick] [--large]"
 * }</pre>
 *
 * {@code --quick} runs each but three times, {@code --large} takes 100,000 files too. The exit code
 * is 0 whatever the figures are; other work on the machine moves them.
 */
public final class Main {
  private static final Map<String, Measurement> ALL = all();

  private Main() {}

  private static Map<String, Measurement> all() {
    Map<String, Measurement> all = new LinkedHashMap<>();
    all.put("start", new StartMeasurement());
    all.put("folder", new FolderMeasurement());
    all.put("rules", new RulesMeasurement());
    all.put("policy", new PolicyMeasurement());
    all.put("review", new ReviewMeasurement());
    all.put("growth", new GrowthMeasurement());
    all.put("rewrite", new RewriteMeasurement());
    return all;
  }

  /** Measures; the jar is named by the property {@code autoheal.jar}. */
  public static void main(String[] args) throws InterruptedException {
    List<String> names = new ArrayList<>(Arrays.asList(args));
    boolean large = names.remove("--large");
    int runs = names.removeIf("--quick"::equals) ? 3 : 7;
    Table table = new Table();
    Path jar = Path.of(System.getProperty("autoheal.jar", "target/autoheal.jar"));
    try (Lab lab = Lab.of(jar.toAbsolutePath().normalize(), runs, large)) {
      for (String name : names.isEmpty() ? List.copyOf(ALL.keySet()) : names) {
        measure(name, lab, table);
      }
    } catch (IOException e) {
      table.note("bench", "failed: " + e);
    }
    System.out.printf(
        "%nJava %s, %d processors, medians of %d runs in turn%n%n%s%n",
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        runs,
        table);
  }

  private static void measure(String name, Lab lab, Table table) throws InterruptedException {
    Measurement measurement = ALL.get(name);
    if (measurement == null) {
      table.note(
          name, "there is no such measurement; there are " + String.join(", ", ALL.keySet()));
      return;
    }
    System.err.printf("bench: %s…%n", name);
    try {
      measurement.measure(lab, table);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      table.note(name, "failed: " + e);
    }
  }
}
