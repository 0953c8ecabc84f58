package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretInParametersTest {
  private static final String LEAK =
      ", and everybody who can read this file has it: replace it, and let the program read the new"
          + " one from an app setting";

  private final RuleTester tester = new RuleTester(new SecretInParameters());

  @Test
  void passwordInParametersIsFound() {
    assertThat(program("D:\\home\\a.exe", "-user sa --password s3cret"))
        .containsExactly("3:47 parameters holds a password" + LEAK);
  }

  @Test
  void secretInTheNameOfTheProgramIsFound() {
    assertThat(program("https://me:s3cret@tools.example/a.exe", "-x"))
        .containsExactly("3:20 exe holds a password" + LEAK);
  }

  @Test
  void eachAttributeIsFoundByItself() {
    assertThat(program("a.exe?sig=s3cret", "-token s3cret"))
        .satisfiesExactly(
            exe -> assertThat(exe).contains("exe holds a SAS signature, "),
            parameters -> assertThat(parameters).contains("parameters holds an access token, "));
  }

  @ParameterizedTest
  @CsvSource({
    "AccountName=a;AccountKey=s3cret, an account key",
    "-url https://a.example/d?sp=w&amp;sig=s3cret&amp;se=2030, a SAS signature",
    "-pwd s3cret -token s3cret, a password and an access token",
    "-pwd s3cret -token s3cret -secret s3cret, 'a password, an access token and a secret'",
    "-pwd s3cret -password s3cret2, a password"
  })
  void eachKindIsSaidOnceAndItsValueNever(String parameters, String kinds) {
    assertThat(program("D:\\home\\a.exe", parameters))
        .singleElement()
        .asString()
        .contains("parameters holds " + kinds + ", and everybody")
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
  void parametersWithoutASecretAreFine(String parameters) {
    assertThat(program("D:\\home\\a.exe", parameters)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Recycle", "LogEvent", "", "Restart", "#{action}#"})
  void secretOfAProgramThatIsNotStartedIsOneToo(String action) {
    assertThat(action(action, "<customAction parameters='-password s3cret' />")).hasSize(1);
  }

  @Test
  void withoutAProgramThereIsNoSecret() {
    assertThat(action("CustomAction", "")).isEmpty();
    assertThat(tester.inSection("<monitoring />")).isEmpty();
  }

  @Test
  void secretsOutsideTheSectionAreNotItsBusiness() {
    tester.findsNothing(
        "<configuration><appSettings><add key='Password' value='s3cret' /></appSettings></configuration>");
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
