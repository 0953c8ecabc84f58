package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretInParametersTest {
  private static final String ADVICE = "; revoke it and use an app setting";

  private final RuleTester tester = new RuleTester(new SecretInParameters());

  @Test
  void reportsAPasswordInParameters() {
    assertThat(program("D:\\home\\a.exe", "-user sa --password s3cret"))
        .containsExactly("3:47 parameters contains a password" + ADVICE);
  }

  @Test
  void reportsASecretInTheNameOfTheProgram() {
    assertThat(program("https://me:s3cret@tools.example/a.exe", "-x"))
        .containsExactly("3:20 exe contains a password" + ADVICE);
  }

  @Test
  void reportsEachAttributeSeparately() {
    assertThat(program("a.exe?sig=s3cret", "-token s3cret"))
        .satisfiesExactly(
            exe -> assertThat(exe).contains("exe contains a SAS signature; "),
            parameters -> assertThat(parameters).contains("parameters contains an access token; "));
  }

  @ParameterizedTest
  @CsvSource({
    "AccountName=a;AccountKey=s3cret, an account key",
    "-url https://a.example/d?sp=w&amp;sig=s3cret&amp;se=2030, a SAS signature",
    "-pwd s3cret -token s3cret, a password and an access token",
    "-pwd s3cret -token s3cret -secret s3cret, 'a password, an access token and a secret'",
    "-pwd s3cret -password s3cret2, a password"
  })
  void namesEachKindOnceAndNeverTheValue(String parameters, String kinds) {
    assertThat(program("D:\\home\\a.exe", parameters))
        .singleElement()
        .asString()
        .contains("parameters contains " + kinds + "; revoke ")
        .doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-CollectKillAnalyze &quot;Memory Dump&quot; 60",
        "-password %DB_PASSWORD%",
        "-password $(DbPassword)",
        "--password-file D:\\home\\p.txt",
        "-uploadSetting DUMP_UPLOAD_URL"
      })
  void acceptsParametersWithoutASecret(String parameters) {
    assertThat(program("D:\\home\\a.exe", parameters)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Recycle", "LogEvent", "", "Restart", "#{action}#"})
  void reportsASecretOfAProgramThatNeverStarts(String action) {
    assertThat(action(action, "<customAction parameters='-password s3cret' />")).hasSize(1);
  }

  @Test
  void reportsNothingWithoutAProgram() {
    assertThat(action("CustomAction", "")).isEmpty();
    assertThat(tester.inSection("<monitoring />")).isEmpty();
  }

  @Test
  void ignoresSecretsOutsideTheSection() {
    tester.findsNothing(
        "<configuration><appSettings><add key='Password' value='s3cret' /></appSettings></configuration>");
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == bearer token
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions value="CustomAction">
            <customAction exe="D:\\home\\tools\\dump.exe" parameters="-header &quot;Authorization: Bearer not.a.token&quot;" />
          </actions>
        </monitoring>
        > 7:60 parameters contains an access token; revoke it and use an app setting

        == together with recycle
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions value="Recycle">
            <customAction exe="D:\\home\\a.exe" parameters="--password nota" />
          </actions>
        </monitoring>
        > 7:5 <customAction> never runs with value="Recycle"; remove it or use value="CustomAction"
        >> [custom-action-ignored]
        > 7:51 parameters contains a password; revoke it and use an app setting

        == dump is fine
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions value="CustomAction">
            <customAction exe="D:\\home\\tools\\dump.exe" parameters="-CollectKillAnalyze &quot;Memory Dump&quot;" />
          </actions>
        </monitoring>

        == password with spaces
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions value="CustomAction">
            <customAction exe="D:\\home\\tools\\dump.exe" parameters="-connection &quot;Server=a;User ID=sa;Password=not a secret;Encrypt=true&quot;" />
          </actions>
        </monitoring>
        > 7:60 parameters contains a password; revoke it and use an app setting

        == reference is fine
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions value="CustomAction">
            <customAction exe="D:\\home\\tools\\dump.exe" parameters="-password %DB_PASSWORD%" />
          </actions>
        </monitoring>

        == sas signature
        <monitoring>
          <triggers>
            <memory privateBytesInKB="819200" />
          </triggers>
          <actions value="CustomAction">
            <customAction exe="D:\\home\\tools\\dump.exe" parameters="-url https://dumps.example/d?sp=w&amp;sig=bm90%3D&amp;se=2030" />
          </actions>
        </monitoring>
        > 7:60 parameters contains a SAS signature; revoke it and use an app setting
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new SecretInParameters());
  }

  private List<String> program(String exe, String parameters) {
    return action(
        "CustomAction", "<customAction exe='%s' parameters='%s' />".formatted(exe, parameters));
  }

  private List<String> action(String value, String program) {
    return tester.inSection(
        "<monitoring><actions value='%s'>\n%s</actions></monitoring>".formatted(value, program));
  }
}
