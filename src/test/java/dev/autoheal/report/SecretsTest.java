package dev.autoheal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "password=\"hunter2\"",
        "Password = 'x'",
        "Server=x;User Id=sa;Password=hunter2;",
        "Server=x;Uid=sa;PWD=hunter2;",
        "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=abc==",
        "Endpoint=sb://a/;SharedAccessKeyName=n;SharedAccessKey=abc=",
        "<add key=\"Smtp.Password\" value=\"hunter2\" />",
        "<add value=\"a\" key=\"ApiKey\" value=\"b\"/>",
        "<add name=\"a\" connectionString=\"Server=tcp:sql.example\" />",
        "<machineKey validationKey=\"AB\" decryptionKey=\"CD\" />",
        "https://a.blob.core.windows.net/x?sv=2020&amp;sig=abc%3D",
        "Authorization: Bearer abcdefghij",
        "https://user:hunter2@example.com",
        "parameters=\"-token abc\"",
        "parameters=\"/user x /password hunter2\"",
        "client_secret=abc"
      })
  void isSeen(String text) {
    assertThat(Secrets.in(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<memory privateBytesInKB=\"819200\" />",
        "<add name=\"a\" type=\"A, B, Version=1.0.0.0, PublicKeyToken=31bf3856ad364e35\" />",
        "<membership passwordFormat=\"Hashed\" enablePasswordReset=\"true\" />",
        "<!-- design, signature, signal, assigned -->",
        "<!-- the password lies in the vault -->",
        "<add value=\"index.php\" />",
        "<add key=\"webpages:Version\" value=\"3.0.0.0\" />",
        "password=\"\"",
        "https://example.com:8080/path",
        "exe=\"D:\\home\\data\\DaaS\\bin\\DaasConsole.exe\" parameters=\"-CollectKillAnalyze\"",
        "url=\"/token\""
      })
  void isNotSeenEverywhere(String text) {
    assertThat(Secrets.in(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"password", "password ", "\"", "\"password\"", "://a:", "bearer ", "token\t", "-"})
  void takesNoTimeWorthMentioning(String part) {
    String text = part.repeat(250 * 1024 / part.length());

    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Secrets.in(text));
  }
}
