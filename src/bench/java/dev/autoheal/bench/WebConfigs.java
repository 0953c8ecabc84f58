package dev.autoheal.bench;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * Makes files of the sizes and shapes that public repositories hold: a median of 1.3 KB, 95 in 100
 * below 5.7 KB, none above 93 KB; two in three with a byte order mark. The same for the same seed.
 */
final class WebConfigs {
  private static final double MEDIAN = 1300;
  private static final double SPREAD = 0.9;
  private static final int LARGEST = 93 * 1024;

  private static final String SECTION =
      """
          <monitoring>
            <triggers>
              <slowRequests timeTaken="00:01:00" count="20" timeInterval="00:05:00" />
              <statusCode>
                <add statusCode="500" count="%d" timeInterval="00:01:00" />
              </statusCode>
            </triggers>
            <actions value="Recycle" />
          </monitoring>
      """;

  private final Random random;
  private final StringBuilder text = new StringBuilder();

  WebConfigs(long seed) {
    random = new Random(seed);
  }

  /** A {@code web.config}. */
  byte[] config(boolean section) {
    return config(size(), section, chance(0.002) ? "<Your Connection String>" : "Server=db");
  }

  /** A {@code web.config} of about so many bytes, without a section. */
  byte[] ofSize(int bytes) {
    return config(bytes, false, "Server=db");
  }

  /** A {@code web.config} of about so many bytes, with a section. */
  byte[] ofSizeWithSection(int bytes) {
    return config(bytes, true, "Server=db");
  }

  /** A transform. */
  byte[] transform() {
    int size = size();
    head();
    text.append(
        "<configuration xmlns:xdt=\"http://schemas.microsoft.com/XML-Document-Transform\">\n");
    text.append(
        "  <!-- In the example below, the \"SetAttributes\" transform changes a value. -->\n");
    text.append("  <appSettings>\n");
    do {
      text.append("    <add key=\"Setting%d\" value=\"live\"".formatted(random.nextInt(1000)));
      text.append(" xdt:Transform=\"SetAttributes\" xdt:Locator=\"Match(key)\" />\n");
    } while (text.length() < size - 200);
    text.append("  </appSettings>\n  <system.web>\n");
    text.append("    <compilation xdt:Transform=\"RemoveAttributes(debug)\" />\n");
    text.append("  </system.web>\n</configuration>");
    return bytes();
  }

  private byte[] config(int size, boolean section, String database) {
    head();
    text.append("<configuration>\n  <appSettings>\n");
    text.append("    <add key=\"Database\" value=\"%s\" />\n".formatted(database));
    int settings = text.length() + Math.max(0, size - 700) / 3;
    do {
      int number = random.nextInt(1000);
      text.append("    <add key=\"Setting%d\" value=\"%s\" />\n".formatted(number, value()));
    } while (text.length() < settings);
    text.append("  </appSettings>\n  <system.web>\n");
    text.append("    <compilation debug=\"true\" targetFramework=\"4.8\" />\n");
    text.append("    <httpRuntime targetFramework=\"4.8\" />\n  </system.web>\n");
    if (section || chance(0.55)) {
      text.append("  <system.webServer>\n    <handlers>\n");
      text.append("      <remove name=\"TRACEVerbHandler\" />\n");
      text.append("      <add name=\"aspNetCore\" path=\"*\" verb=\"*\"\n");
      text.append("           modules=\"AspNetCoreModuleV2\" resourceType=\"Unspecified\"/>\n");
      text.append("    </handlers>\n");
      text.append(section ? SECTION.formatted(chance(0.5) ? 50 : 10) : "");
      text.append("  </system.webServer>\n");
    }
    bindings(size - 100);
    text.append("</configuration>");
    return bytes();
  }

  private void bindings(int until) {
    if (text.length() >= until) {
      return;
    }
    text.append("  <runtime>\n    <assemblyBinding xmlns=\"urn:schemas-microsoft-com:asm.v1\">\n");
    do {
      String version = "%d.%d.0.0".formatted(random.nextInt(12), random.nextInt(10));
      text.append("      <dependentAssembly>\n");
      text.append("        <assemblyIdentity name=\"System.Part%d\"".formatted(random.nextInt(99)));
      text.append(" publicKeyToken=\"b03f5f7f11d50a3a\" culture=\"neutral\" />\n");
      text.append(
          "        <bindingRedirect oldVersion=\"0.0.0.0-%1$s\" newVersion=\"%1$s\" />\n"
              .formatted(version));
      text.append("      </dependentAssembly>\n");
    } while (text.length() < until);
    text.append("    </assemblyBinding>\n  </runtime>\n");
  }

  private void head() {
    text.setLength(0);
    text.append(chance(0.66) ? "\uFEFF" : "");
    if (chance(0.985)) {
      String encoding = chance(0.45) ? " encoding=\"utf-8\"" : "";
      text.append("<?xml version=\"1.0\"%s?>\n".formatted(encoding));
    }
    if (chance(0.66)) {
      text.append("<!--\n  For more information on how to configure your ASP.NET application,");
      text.append(" please visit\n  https://go.microsoft.com/fwlink/?LinkId=169433\n  -->\n");
    }
  }

  private String value() {
    return chance(0.01) ? "Größe" : Integer.toHexString(random.nextInt());
  }

  private byte[] bytes() {
    String content = text + (chance(0.45) ? "\n" : "");
    return (chance(0.06) ? content.replace("\n", "\r\n") : content)
        .getBytes(StandardCharsets.UTF_8);
  }

  private int size() {
    return (int) Math.min(LARGEST, MEDIAN * Math.exp(SPREAD * random.nextGaussian()));
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }
}
