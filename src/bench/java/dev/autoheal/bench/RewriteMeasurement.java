package dev.autoheal.bench;

import dev.autoheal.change.Comparison;
import dev.autoheal.change.Rewrite;
import dev.autoheal.policy.DesiredSection;
import dev.autoheal.policy.read.PolicyReader;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.SourceFile;
import dev.autoheal.xml.XmlDocument;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Reading a file, changing one value of its section and printing it, many times in this process:
 * autoheal with its proof, which reads the result back, against OpenRewrite without one.
 */
final class RewriteMeasurement implements Measurement {
  private static final String POLICY =
      """
      version: 1
      apps:
        - name: bench
          files: ["web.config"]
          triggers:
            slowRequests: { count: 40 }
      """;

  /** As often as it takes until the compiler has nothing more to do. */
  private static final int WARM_UP = 8_000;

  private static final int SLICE = 1_000;

  /** Gives the rewritten file. */
  private interface Rewriter {
    byte[] rewrite(byte[] content) throws Exception;
  }

  @Override
  public void measure(Lab lab, Table table) throws Exception {
    byte[] content = new WebConfigs(7).ofSizeWithSection(3 * 1024);
    DesiredSection desired = desired();
    Rewriter autoheal = bytes -> rewrite(bytes, desired);
    OpenRewrite openRewrite = new OpenRewrite("slowRequests", "count", "20", "40");
    String expected =
        new String(content, StandardCharsets.UTF_8).replace("count=\"20\"", "count=\"40\"");
    demand(autoheal.rewrite(content), expected, "autoheal");
    demand(openRewrite.rewrite(content), expected, "OpenRewrite");
    perSecond(autoheal, content, WARM_UP);
    perSecond(openRewrite::rewrite, content, WARM_UP);
    double[] ours = new double[lab.runs()];
    double[] theirs = new double[lab.runs()];
    for (int i = 0; i < ours.length; i++) {
      ours[i] = perSecond(autoheal, content, SLICE);
      theirs[i] = perSecond(openRewrite::rewrite, content, SLICE);
    }
    table.throughput(
        "rewriting 3 KB : OpenRewrite", Contest.median(ours), Contest.median(theirs), 10);
  }

  /** By the processor time of this thread, since the machine may be busy. */
  private static double perSecond(Rewriter rewriter, byte[] content, int times) throws Exception {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < times; i++) {
      rewriter.rewrite(content);
    }
    return times * 1e9 / (threads.getCurrentThreadCpuTime() - start);
  }

  private static DesiredSection desired() {
    byte[] policy = POLICY.getBytes(StandardCharsets.UTF_8);
    PolicyReader.Result result =
        PolicyReader.read(SourceFile.of("autoheal.yaml", policy), Set.of());
    return ((PolicyReader.Valid) result).policy().apps().get(0).desired();
  }

  private static byte[] rewrite(byte[] content, DesiredSection desired) {
    SourceFile file = SourceFile.of("web.config", content);
    XmlDocument.Result parsed = XmlDocument.parse(file);
    WebConfig config = WebConfig.of(((XmlDocument.Parsed) parsed).document());
    Comparison comparison = Comparison.of(config, desired, true);
    return Rewrite.of(config, desired, comparison, false).orElseThrow().after().bytes();
  }

  private static void demand(byte[] seen, String expected, String who) {
    if (!new String(seen, StandardCharsets.UTF_8).equals(expected)) {
      throw new IllegalStateException(who + " changed something else");
    }
  }
}
