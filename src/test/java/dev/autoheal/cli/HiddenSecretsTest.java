package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No command prints a secret, wherever it is in a file. Every secret contains the letters "hush".
 */
class HiddenSecretsTest {
  /** A section with findings and changes next to each inserted text. */
  private static final String CONFIG =
      """
      <configuration>
        <system.webServer>
          %s
          <monitoring>
            <triggers>
              <memory privateBytesInKB="700000" />
              <requests count="ten" timeInterval="00:60:00" />
              %s
            </triggers>
            <actions value="%s">%s</actions>
          </monitoring>
        </system.webServer>
      </configuration>
      """;

  private static final String TOKEN = "glpat-hushhushhushhushhush";

  /** Together, these commands show everything that a report can show of a file. */
  private static final List<String> COMMANDS =
      List.of(
          "check --verbose",
          "check --unsafe-fixes --fix --diff --verbose --report json=j",
          "check --unsafe-fixes --fix --diff --report html --report rdjson=j",
          "diff --report text --report json=j",
          "diff --report html --report markdown=j",
          "show --why --format json",
          "init --force");

  @TempDir Path temp;

  /** Returns markup that contains a credential. */
  static Stream<String> markup() {
    return Stream.of(
        "<add key=\"SmtpPassword\"\n\n\n\n\n\n value=\"hush\" />",
        "<add value=\"hush\"\n\n\n\n\n\n key=\"SmtpPassword\" />",
        "<add key='Smtp:Pass&#119;ord' value='hush' />",
        "<add key=\"ApiKey2\" value='hush \"hush' />",
        "<add key=\"SECRET_KEY\" value=\"h&#x75;sh hush&quot;hush\" />",
        "<environmentVariable name=\"DB_PASSWORD\" value=\"hush\" />",
        "<parameter name=\"Db Password\" defaultValue=\"hush\" />",
        "<add connectionString=\"Server=a;\n\n\n\n\n\nDatabase=hush;\nPwd=hush\" />",
        "<add key=\"Db\" value=\"Server=a;Password=\n\n\nhush\n hush;Encrypt=true\" />",
        "<add key=\"Db\" value=\"Server=a;\nUid=sa;\nPwd=hush\n\n\n hush;Encrypt=true\" />",
        "<add key=\"Db\" value=\"Server=a;Password='hush''hush;hush';\" />",
        "<password>hush</password>",
        "<password>\n\n\n\n\n\nhush\n\n\n\n</password>",
        "<password><![CDATA[hush<hush]]></password>",
        "<password>hush<!-- x -->hush</password>",
        "<Smtp.Password><value>hush</value></Smtp.Password>",
        "<setting name=\"Password\" serializeAs=\"String\">\n\n\n\n\n<value>hush</value></setting>",
        "<dict><key>ApiKey</key>\n\n\n\n\n<string>hush</string></dict>",
        "<connectionString>Server=hush;Database=hush</connectionString>",
        "<!-- <password>hush</password> -->",
        "<!-- <add key=\"SmtpPassword\"\n\n\n\n\n value=\"hush\" /> -->",
        "<!-- &lt;add key=&quot;SmtpPassword&quot; value=&quot;hush&quot; /&gt; -->",
        "<!--\n Password:\n\n\n\n\n hush -->",
        "<!-- {\"name\": \"ApiKey\", \"value\": \"hush\"} -->",
        "<!-- the password is hush -->",
        "<!-- https://me:hush@hush@a.example/ -->",
        "<!-- -----BEGIN PRIVATE KEY-----\n\nhush\n\n\n\n\nhush\n-----END PRIVATE KEY----- -->",
        "<network host=\"a\" userName=\"b\"\n\n\n\n\n password=\"hush\" />",
        "<network host=\"a\" passw&#111;rd=\"b\" password=\"hu&#115;h hush\" />",
        "<machineKey validationKey=\"hush\"\n\n\n\n decryptionKey=\"hush\" />",
        "<x><user name=\"a\" password = 'hush' /></x>",
        "<httpHeader name=\"Authorization\" value=\"Bearer hushhush\" />",
        "<add name=\"x-api-key\" value=\"hush\" />",
        "<rule token=\"hush\" />",
        "<a b=\"{&quot;clientSecret&quot;:&quot;hush&quot;}\" />",
        "<a b=\"{&quot;client\\u0053ecret&quot;:&quot;hush&quot;}\" />",
        "<a>&#112;assword=hush</a>");
  }

  /** Returns policies with a secret in a text that reports repeat. */
  static Stream<String> policies() {
    return Stream.of(
        Workspace.POLICY.replace("name: shop", "name: " + TOKEN),
        Workspace.POLICY.replace("web.config\"", "web.config\", \"" + TOKEN + "/**\""),
        Workspace.POLICY.replace("800MB", TOKEN),
        Workspace.POLICY.replace("version: 1", "version: 1\nextends: " + TOKEN + ".yaml"),
        Workspace.POLICY.replace("recycle", "&" + TOKEN + " recycle"),
        Workspace.POLICY.replace("recycle", "recycle\n    " + TOKEN + ": 1"),
        Workspace.POLICY.replace("recycle", "recycle\n    password: hush"),
        Workspace.POLICY.replace("recycle", "recycle\n    apiKey: |\n      hush\n      more: ["),
        Workspace.POLICY.replace("recycle", "recycle\n    presets: [" + TOKEN + "]"),
        Workspace.POLICY.replace("recycle", program("--passw\\u006Frd hush")),
        Workspace.POLICY.replace("recycle", program("--password\n          hush") + "\n    x: 1"),
        Workspace.POLICY
            + "exceptions: [{ rule: drift, files: ['*'], until: 2020-01-01, reason: password hush"
            + " }]\n");
  }

  private static String program(String parameters) {
    return "{ customAction: { exe: 'D:\\home\\a.exe', parameters: \"" + parameters + "\" } }";
  }

  @ParameterizedTest
  @MethodSource("markup")
  void areHiddenInFrontOfTheSection(String markup) {
    assertHidden(CONFIG.formatted(markup, "", "Recycle", ""), Workspace.POLICY);
  }

  @ParameterizedTest
  @MethodSource("markup")
  void areHiddenInTheSection(String markup) {
    assertHidden(CONFIG.formatted("", markup, "Recycle", ""), Workspace.POLICY);
  }

  @ParameterizedTest
  @MethodSource("markup")
  void areHiddenInAFileThatIsNotWellFormed(String markup) {
    assertHidden(
        CONFIG.formatted("", markup + "<b", "Recycle", "").replace("\n\n", " "), Workspace.POLICY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exe=\"sshpass\" parameters=\"-p hush ssh a\"",
        "parameters=\"-p hush ssh a\" exe=\"sshpass\"",
        "exe=\"a.exe\"\n parameters=\"--password\n\n\n\n\n  hush\"",
        "exe=\"a.exe --pat hush\"",
        "exe=\"cmd\" parameters=\"/c set SECRET_KEY=hush&amp;x\"",
        "exe=\"a.exe\" parameters=\"" + TOKEN + "\""
      })
  void areHiddenInTheCustomAction(String attributes) {
    String program = "<customAction " + attributes + " />";
    assertHidden(CONFIG.formatted("", "", "CustomAction", program), Workspace.POLICY);
  }

  @ParameterizedTest
  @MethodSource("policies")
  void areHiddenInThePolicy(String policy) {
    assertHidden(CONFIG.formatted("", "", "Recycle", ""), policy);
  }

  private void assertHidden(String config, String policy) {
    Workspace work = Workspace.in(temp).folder(".git");
    for (String command : COMMANDS) {
      work.file("web.config", config).file("autoheal.yaml", policy).file("j", "");
      Shell.Result result = work.run(command.split(" "));
      String all = result.text() + result.err() + work.read("j");
      if (command.startsWith("init")) {
        all += work.read("autoheal.yaml");
      }
      assertThat(all).as("%s", command).doesNotContain("hush");
    }
  }
}
