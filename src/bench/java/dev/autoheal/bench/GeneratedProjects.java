package dev.autoheal.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Fills a folder with projects whose sections are in many states, most of them wrong somewhere, for
 * {@code compare-reports.sh}. The same at each run.
 */
final class GeneratedProjects {
  private static final int FILES = 2_000;
  private static final int PROJECTS = 100;

  /** The first value is what a section should have more often than not; see {@link #value}. */
  private static final List<String> COUNTS =
      List.of("20", "50", "1", "5000", "0", "ten", "-5", "#{count}#", "", " 20", "4294967296");

  private static final List<String> TIMES =
      List.of(
          "00:01:00",
          "00:05:00",
          "00:00:30",
          "1.00:00:00",
          "00:04:30",
          "00:60:00",
          "60",
          "5m",
          "00:00:00",
          "24:00:00",
          "%TIME%",
          "");
  private static final List<String> SIZES =
      List.of("819200", "1048576", "3500000", "100", "0", "800MB", "99999999999", "$(memory)", "");
  private static final List<String> STATUSES =
      List.of("500", "502", "404", "503", "600", "5xx", "400-499", "");
  private static final List<String> ACTIONS =
      List.of("Recycle", "LogEvent", "CustomAction", "recycle", "Restart", "#{action}#", "");
  private static final List<String> PROGRAMS =
      List.of("D:\\home\\data\\DaaS\\bin\\DaasConsole.exe", "dump.exe", "D:\\local\\x.exe", "");
  private static final List<String> PARAMETERS =
      List.of("-CollectKillAnalyze &quot;Memory Dump&quot;", "-CollectLogs", "--password=Fjord7!");

  /** Each of them wrong in a way of its own; what is not there stays as it is. */
  private static final List<String[]> MISTAKES =
      List.of(
          new String[] {"<requests ", "<request "},
          new String[] {"statusCode>", "statusCodes>"},
          new String[] {" count=", " Count="},
          new String[] {" timeInterval=", " interval="},
          new String[] {"<memory privateBytesInKB=", "<memory privateBytesInKb="},
          new String[] {"<triggers>", "<triggers>text"},
          new String[] {"</triggers>", "<memory privateBytesInKB=\"900000\" /></triggers>"},
          new String[] {"</triggers>", "</triggers><triggers />"},
          new String[] {"<monitoring>", "<monitoring configSource=\"monitoring.config\">"},
          new String[] {"<actions ", "<action "},
          new String[] {"<monitoring>", "<Monitoring>"},
          new String[] {"<triggers>", "<triggers>\u200b"},
          new String[] {"</configuration>", ""},
          new String[] {"<configuration>", "<!DOCTYPE configuration>\n<configuration>"},
          new String[] {"</monitoring>", "</monitoring><monitoring />"},
          new String[] {"<triggers>", "<triggers xdt:Transform=\"Replace\">"},
          new String[] {"<monitoring>", "<!-- <monitoring> -->"});

  private static final List<String> REMARKS =
      List.of(
          "<!-- autoheal-ignore drift until=2026-12-31 reason=\"a larger plan comes\" -->",
          "<!-- autoheal-ignore invalid-number until=2026-06-01 reason=\"by the pipeline\" -->",
          "<!-- autoheal-ignore invalid-time-span -->",
          "<!-- größer als nötig -->");

  private static final List<String> VERBS =
      List.of(
          "Insert",
          "InsertIfMissing",
          "Replace",
          "Remove",
          "RemoveAll",
          "SetAttributes",
          "SetAttributes(value)",
          "InsertBefore(/configuration/system.webServer/handlers)",
          "insert");

  private static final List<String> POLICIES =
      List.of(
          """
          defaults: { action: recycle, unmanaged: report }
          apps:
            - name: shop
              files: ["**/web.config"]
              triggers:
                slowRequests: { count: 20, timeTaken: 60s, timeInterval: 5m }
                memory: { privateBytes: 800MB }
          """,
          """
          extends: ../platform.yaml
          apps:
            - name: api
              files: ["app0/web.config", "app1/web.config"]
              presets: [api]
            - name: production
              files: ["*/Web.Production.config"]
              action: logEvent
              triggers:
                requests: { count: 5000, timeInterval: 1h }
          """,
          """
          apps:
            - name: all
              files: ["**/*.config", "!app3/**"]
              action: { customAction: { exe: 'D:\\home\\data\\DaaS\\bin\\DaasConsole.exe' } }
              unmanaged: remove
              triggers:
                requests: none
                statusCodes:
                  - { status: 500, count: 10, timeInterval: 30s }
                  - { status: 502, remove: true }
          rules: { placeholder: warning, recycle-on-request-count: off, hair-trigger: error }
          """,
          """
          apps:
            - name: planned
              files: ["app*/web.config"]
              plan: { sku: P0V3, bitness: 32 }
              presets: [starter]
              triggers:
                memory: { privateBytes: 70% }
          exceptions:
            - { rule: drift, files: ["app1/*"], until: 2026-06-20, reason: "moves in summer" }
            - { rule: placeholder, until: 2026-03-31, reason: "filled in later" }
          exclude: ["app2/**"]
          """,
          """
          defaults:
            limits:
              memory: { privateBytes: { min: 500MB, max: 2GB } }
              slowRequests: { timeTaken: { min: 45s }, count: { min: 10 } }
              actions: [recycle]
          apps:
            - name: limited
              files: ["**/web.config", "**/Web.Release.config"]
          """,
          """
          apps:
            - name: created
              files: ["app0/web.config", "new/web.config", "app1/Web.Staging.config"]
              presets: [diagnose]
            - name: nobody
              files: ["nowhere/web.config"]
          """);

  private static final String PLATFORM =
      """
      version: 1
      presets:
        api:
          triggers:
            slowRequests: { count: 40, timeTaken: 30s, timeInterval: 2m }
            statusCodes: [{ status: 500, count: 50, timeInterval: 1m }]
      defaults:
        action: recycle
        limits: { memory: { privateBytes: { min: 200MB } } }
      """;

  private static final String PROFILE =
      """
      <Project xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
        <PropertyGroup>
          <Configuration>Release</Configuration>
          <EnvironmentName>Production</EnvironmentName>
        </PropertyGroup>
      </Project>
      """;

  private final Random random;
  private final WebConfigs surroundings;

  private GeneratedProjects(long seed) {
    random = new Random(seed);
    surroundings = new WebConfigs(seed);
  }

  /**
   * With a folder it fills that; with a number too it changes what is there, each number other
   * files.
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    if (args.length == 1) {
      new GeneratedProjects(FILES).fill(folder);
    } else {
      new GeneratedProjects(Long.parseLong(args[1])).change(folder);
    }
  }

  private void fill(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("platform.yaml"), PLATFORM);
    for (int project = 0; project < PROJECTS; project++) {
      Path place = Files.createDirectory(folder.resolve("project%02d".formatted(project)));
      int policy = project % (POLICIES.size() + 1);
      if (policy < POLICIES.size()) {
        Files.writeString(place.resolve("autoheal.yaml"), "version: 1\n" + POLICIES.get(policy));
      }
      int files = 0;
      for (int app = 0; files < FILES / PROJECTS; app++) {
        Path own = Files.createDirectory(place.resolve("app" + app));
        Files.write(own.resolve(chance(0.2) ? "Web.config" : "web.config"), config());
        files++;
        for (String name : List.of("Web.Release.config", "Web.Production.config")) {
          if (files < FILES / PROJECTS && chance(0.25)) {
            Files.write(own.resolve(name), transform());
            files++;
          }
        }
        if (chance(0.1)) {
          Path profiles = Files.createDirectories(own.resolve("Properties/PublishProfiles"));
          Files.writeString(profiles.resolve("live.pubxml"), PROFILE);
        }
      }
    }
  }

  private byte[] config() {
    String text = new String(surroundings.config(false), UTF_8);
    if (chance(0.85)) {
      text = with(text, section("<monitoring>"));
    }
    if (chance(0.2)) {
      String[] mistake = one(MISTAKES);
      text = text.replace(mistake[0], mistake[1]);
    }
    return stored(text);
  }

  private static String with(String text, String section) {
    return text.contains("</system.webServer>")
        ? text.replace("</system.webServer>", section + "</system.webServer>")
        : text.replace(
            "</configuration>",
            "<system.webServer>\n" + section + "</system.webServer>\n</configuration>");
  }

  private byte[] transform() {
    String text = new String(surroundings.transform(), UTF_8);
    if (chance(0.6)) {
      text = with(text, section("<monitoring xdt:Transform=\"%s\">".formatted(one(VERBS))));
    } else if (chance(0.5)) {
      String changed = "<memory privateBytesInKB=\"%s\" xdt:Transform=\"%s\" />";
      text =
          with(
              text,
              "<monitoring><triggers>%s</triggers></monitoring>\n"
                  .formatted(changed.formatted(value(SIZES), one(VERBS))));
    }
    return stored(text);
  }

  private String section(String start) {
    StringBuilder text = new StringBuilder();
    text.append("    ").append(start).append("\n      <triggers>\n");
    if (chance(0.15)) {
      text.append("        ").append(one(REMARKS)).append('\n');
    }
    if (chance(0.3)) {
      text.append("        <requests%s />\n".formatted(counted()));
    }
    if (chance(0.6)) {
      text.append("        <slowRequests timeTaken=\"%s\"".formatted(value(TIMES)));
      text.append("%s />\n".formatted(counted()));
    }
    if (chance(0.4)) {
      text.append("        <memory privateBytesInKB=\"%s\"/>\n".formatted(value(SIZES)));
    }
    if (chance(0.5)) {
      text.append("        <statusCode>\n");
      do {
        text.append("          <add statusCode=\"%s\"".formatted(value(STATUSES)));
        text.append(chance(0.2) ? " subStatusCode=\"%d\"".formatted(random.nextInt(130)) : "");
        text.append(chance(0.1) ? " win32StatusCode=\"64\"" : "");
        text.append("%s />\n".formatted(counted()));
      } while (chance(0.4));
      text.append("        </statusCode>\n");
    }
    text.append("      </triggers>\n");
    if (chance(0.9)) {
      String action = value(ACTIONS);
      text.append("      <actions value='%s'".formatted(action));
      text.append(chance(action.equals("CustomAction") ? 0.8 : 0.05) ? program() : " />\n");
    }
    return text.append("    </monitoring>\n").toString();
  }

  private String counted() {
    return (chance(0.97) ? " count=\"%s\"".formatted(value(COUNTS)) : "")
        + (chance(0.97) ? " timeInterval=\"%s\"".formatted(value(TIMES)) : "");
  }

  private String program() {
    return ">\n        <customAction exe=\"%s\" parameters=\"%s\" />\n      </actions>\n"
        .formatted(value(PROGRAMS), value(PARAMETERS));
  }

  /** Of {@link WebConfigs} two in three have a byte order mark already, and a few CRLF. */
  private byte[] stored(String text) {
    String broken =
        chance(0.2) ? text.replace("\n", "\r\n") : chance(0.05) ? text.replace('\n', '\r') : text;
    return switch (random.nextInt(20)) {
      case 0 -> declared(broken, "\uFEFF", "utf-16", UTF_16LE);
      case 1 -> declared(broken, "\uFEFF", "utf-16", UTF_16BE);
      case 2 -> declared(broken, "", "windows-1252", Charset.forName("windows-1252"));
      case 3 -> declared(broken, "", "utf-16", UTF_8);
      case 4 -> declared(broken, "", "utf-8", ISO_8859_1);
      default -> broken.getBytes(UTF_8);
    };
  }

  private static byte[] declared(String text, String mark, String name, Charset charset) {
    String declaration = "<?xml version=\"1.0\" encoding=\"%s\"?>".formatted(name);
    String bare = text.replace("\uFEFF", "").replaceFirst("<\\?xml[^>]*>\\s*", "");
    return (mark + declaration + "\n" + bare).getBytes(charset);
  }

  /** As a pull request may: values, whole contents, names and policies become others. */
  private void change(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(path -> path.toString().matches("(?i).*web[^/\\\\]*\\.config|.*autoheal\\.yaml"))
          .sorted()
          .forEach(files::add);
    }
    for (int i = 1; i < files.size(); i++) {
      if (!chance(0.08)) {
        continue;
      }
      Path file = files.get(i);
      Path other = files.get(i - 1);
      boolean policy = file.toString().endsWith(".yaml");
      if (policy || chance(0.6)) {
        Files.write(file, edited(Files.readAllBytes(file)));
      } else if (chance(0.1)) {
        Files.delete(file);
      } else if (chance(0.2) || !Files.exists(other) || other.toString().endsWith(".yaml")) {
        Path moved = Files.createDirectories(Path.of(file.getParent() + "-moved"));
        Files.move(file, moved.resolve(file.getFileName()));
      } else {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Files.readAllBytes(other));
        Files.write(other, bytes);
      }
    }
  }

  /** Byte by byte, so that the encoding stays; a policy stays valid. */
  private byte[] edited(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    String[][] edits = {
      {"count=\"[^\"]*\"", "count=\"" + value(COUNTS) + "\""},
      {"timeInterval=\"[^\"]*\"", "timeInterval=\"" + value(TIMES) + "\""},
      {"InKB=\"[^\"]*\"", "InKB=\"" + value(SIZES) + "\""},
      {"(?<=actions )value=([\"'])[^\"']*\\1", "value=\"" + value(ACTIONS) + "\""},
      {"<triggers>", "<triggers><!-- seen to -->"},
      {"xdt:Transform=\"\\w+\"", "xdt:Transform=\"" + one(VERBS) + "\""},
      {"unmanaged: (keep|remove)", "unmanaged: report"},
      {"count: \\d+", "count: 60"},
      {"until: 2026", "until: 2027"},
      {"timeTaken: \\d+s", "timeTaken: 50s"},
    };
    int from = random.nextInt(edits.length);
    for (int i = 0; i < edits.length; i++) {
      String[] edit = edits[(from + i) % edits.length];
      String edited =
          Pattern.compile(edit[0]).matcher(text).replaceFirst(edit[1].replace("$", "\\$"));
      if (!edited.equals(text)) {
        return edited.getBytes(ISO_8859_1);
      }
    }
    byte[] more = Arrays.copyOf(bytes, bytes.length + 1);
    more[bytes.length] = '\n';
    return more;
  }

  /** Most often the first, which is good. */
  private String value(List<String> values) {
    return chance(0.75) ? values.get(0) : one(values);
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }
}
