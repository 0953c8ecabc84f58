package dev.autoheal.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.text.Secrets.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  static List<String> secret() {
    return SecretCorpus.SECRET;
  }

  static List<String> harmless() {
    return SecretCorpus.HARMLESS;
  }

  @ParameterizedTest
  @MethodSource("secret")
  void redactsTheWholeSecret(String parameters) {
    assertThat(Secrets.in(parameters)).isNotEmpty();
    assertThat(Secrets.redact(parameters)).hasSameSizeAs(parameters).doesNotContain("hush");
  }

  @ParameterizedTest
  @MethodSource("secret")
  void redactsTheWholeSecretInXml(String parameters) {
    String line = "<customAction exe=\"a.exe\" parameters=\"%s\" />".formatted(xml(parameters));
    assertThat(Secrets.redact(line))
        .hasSameSizeAs(line)
        .doesNotContain("hush")
        .startsWith("<customAction exe=\"a.exe\" parameters=\"")
        .endsWith("\" />");
  }

  @ParameterizedTest
  @MethodSource("secret")
  void redactsTheWholeSecretInYaml(String parameters) {
    String single = "parameters: '%s'".formatted(parameters.replace("'", "''"));
    String quoted =
        "parameters: \"%s\"".formatted(parameters.replace("\\", "\\\\").replace("\"", "\\\""));

    assertThat(Secrets.redact(single)).hasSameSizeAs(single).doesNotContain("hush");
    assertThat(Secrets.redact(quoted)).hasSameSizeAs(quoted).doesNotContain("hush");
  }

  @ParameterizedTest
  @EnumSource
  void recognizesACredentialByItsForm(TokenFormat format) {
    String token = SecretCorpus.FORMATS.get(format);

    assertThat(Secrets.redact("<a>" + token + "</a>"))
        .isEqualTo("<a>" + "*".repeat(token.length()) + "</a>");
    assertThat(Secrets.in(token)).extracting(Secrets.Secret::kind).contains(format.kind());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the password policy requires 12 characters",
        "a password reset page, the password manager",
        "SG.Contoso.Web.Handlers.Startup",
        "npm_config_registry=https://registry.example",
        "sk-fading-circle sk-cube-grid",
        "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
        "/p:Configuration=Release /p:DeployOnBuild=true",
        "-patch 1.2.3 --path D:\\home --pattern x",
        "<add key=\"PasswordExpiryDays\" value=\"90\" />",
        "<add key=\"Token\" value=\"#{Token}#\" />",
        "<membership requiresQuestionAndAnswer=\"false\" passwordFormat=\"Hashed\" />",
        "<add name=\"Jwt:Key\" type=\"Contoso.Jwt, Contoso\" />",
        "<keys><key>web</key><value>x</value></keys>",
        "<password></password><user>x</user>",
        "<token>%TOKEN%</token>"
      })
  void keepsTextThatOnlyLooksLikeASecret(String text) {
    assertThat(Secrets.redact(text)).isEqualTo(text);
  }

  @Test
  void redactsOnlyTheTokenInAUrl() {
    assertThat(Secrets.redact("https://a.example/glpat-0123456789abcdefghij/x?y=1"))
        .isEqualTo("https://a.example/**************************/x?y=1");
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void keepsHarmlessParameters(String parameters) {
    assertThat(Secrets.in(parameters)).isEmpty();
    assertThat(Secrets.redact(parameters)).isSameAs(parameters);
    String line = "<customAction exe=\"a.exe\" parameters=\"%s\" />".formatted(xml(parameters));
    assertThat(Secrets.redact(line)).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AccountKey=hush | ACCOUNT_KEY",
        "SharedAccessKey=hush | SHARED_ACCESS_KEY",
        "https://a.example/b?sig=hush | SAS",
        "SharedAccessSignature=hush | SAS",
        "Pwd=hush | PASSWORD",
        "--passphrase hush | PASSWORD",
        "https://me:hush@a.example | PASSWORD",
        "Authorization: Basic hush1234 | PASSWORD",
        "Authorization: Bearer hush1234 | TOKEN",
        "-token hush | TOKEN",
        "--client-secret hush | SECRET",
        "-key hush | KEY",
        "x-functions-key: hush | KEY",
        "PrivateKey=hush | PRIVATE_KEY",
        "-----BEGIN RSA PRIVATE KEY-----hush | PRIVATE_KEY",
        "connectionString='Server=hush' | CONNECTION_STRING"
      })
  void namesTheKindOfASecret(String text, Kind kind) {
    assertThat(Secrets.in(text)).extracting(Secrets.Secret::kind).contains(kind);
  }

  @Test
  void redactsOnlyTheValue() {
    assertThat(Secrets.redact("-h host -password \"a b\" -v"))
        .isEqualTo("-h host -password \"***\" -v");
    assertThat(Secrets.redact("Server=a;Password=b c;Encrypt=true"))
        .isEqualTo("Server=a;Password=***;Encrypt=true");
    assertThat(Secrets.redact("https://a.example/b?sv=1&sig=abc%3D&se=2"))
        .isEqualTo("https://a.example/b?sv=1&sig=******&se=2");
    assertThat(Secrets.redact("https://me:pass@a.example/"))
        .isEqualTo("https://me:****@a.example/");
  }

  @Test
  void redactsXmlReferencesInAValue() {
    assertThat(Secrets.redact("p=\"Password=a&lt;b&amp;c;Encrypt=true\""))
        .isEqualTo("p=\"Password=************;Encrypt=true\"");
    assertThat(Secrets.redact("p=\"-password &quot;a b&quot; -v\""))
        .isEqualTo("p=\"-password &quot;***&quot; -v\"");
  }

  @Test
  void redactsAValueInAnotherAttribute() {
    assertThat(Secrets.redact("<add key=\"SmtpPassword\" value=\"abc\" />"))
        .isEqualTo("<add key=\"SmtpPassword\" value=\"***\" />");
    assertThat(Secrets.in("<add key=\"SmtpHost\" value=\"abc\" />")).isEmpty();
  }

  @Test
  void keepsLineBreaks() {
    assertThat(Secrets.redact("-password \"a\r\nb\"")).isEqualTo("-password \"*\r\n*\"");
  }

  private static String xml(String text) {
    return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
  }
}
