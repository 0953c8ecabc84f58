package dev.autoheal.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** One file from start to finish, against a Java program that only says hello. */
final class StartMeasurement implements Measurement {
  private static final String SAMPLE = "samples/aspnetcore/web.config";
  private static final String POLICY =
      """
      version: 1
      apps:
        - name: shop
          files: [web.config]
          action: recycle
          triggers:
            slowRequests: { count: 20, timeTaken: 60s, timeInterval: 5m }
      """;

  @Override
  public void measure(Lab lab, Table table) throws Exception {
    double goal = Runtime.version().feature() >= 25 ? 3 : 4;
    Launcher launcher = lab.launcher();
    Command hello = launcher.another(hello(lab.folder()), Hello.class.getName());
    if (!launcher.hasArchive()) {
      table.note("start", "the launcher uses no archive of loaded classes");
    }
    // A start is short and the machine is not quiet: more runs cost little.
    int runs = 3 * lab.runs();
    Path clean = Files.createDirectory(lab.folder().resolve("clean"));
    Files.write(clean.resolve("web.config"), new WebConfigs(7).ofSizeWithSection(3 * 1024));
    Files.writeString(clean.resolve("autoheal.yaml"), POLICY);
    Command java = launcher.checkByJava(clean).with("web.config");
    Command script = launcher.check(clean).with("web.config");
    Command findings = launcher.check(lab.project()).with(SAMPLE);
    table.times("one file, its Java alone : java Hello", Contest.of(java, hello, runs), goal);
    table.times("one file, ./autoheal : java Hello", Contest.of(script, hello, runs), goal);
    table.times("one file, 3 findings : java Hello", Contest.of(findings, hello, runs));
    table.memory("one file", script.peak(), Lab.MEMORY_GOAL);
  }

  /** Returns a jar, since classes in a folder are not taken into an archive. */
  private static Path hello(Path folder) throws IOException {
    Path jar = folder.resolve("hello.jar");
    String entry = Hello.class.getName().replace('.', '/') + ".class";
    try (InputStream in = Hello.class.getClassLoader().getResourceAsStream(entry);
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry(entry));
      in.transferTo(out);
    }
    return jar;
  }
}
