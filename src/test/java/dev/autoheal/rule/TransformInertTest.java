package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransformInertTest {
  private static final String TRANSFORM =
      """
      <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
      <system.webServer %s>
      <monitoring %s><triggers %s /></monitoring>
      </system.webServer>
      </configuration>
      """;

  private final RuleTester tester = new RuleTester(new TransformInert());

  @Test
  void sectionThatNothingBringsInIsLeftOut() {
    assertThat(findings("", "", ""))
        .containsExactly(
            "3:1 nothing in this transform brings the section in, so that publishing leaves it out:"
                + " give it xdt:Transform=\"Replace\", and put an empty one with"
                + " \"InsertIfMissing\" in front");
  }

  @Test
  void parentThatIsOnlyPatchedBringsNothingIn() {
    assertThat(findings("xdt:Transform='RemoveAttributes(a)'", "", "")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Insert",
        "InsertIfMissing",
        "InsertAfter(/configuration/a)",
        "Replace",
        "Remove",
        "RemoveAll",
        "CommentOut",
      })
  void operationOnItOrAroundItIsFine(String operation) {
    assertThat(findings("", transform(operation), "")).isEmpty();
    assertThat(findings(transform(operation), "", "")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SetAttributes", "RemoveAttributes(a)", "Insert", "Remove"})
  void operationInItIsFine(String operation) {
    assertThat(findings("", "", transform(operation))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "insert | insert | letter case counts, write Insert",
        "setAttributes(count) | setAttributes | letter case counts, write SetAttributes",
        "Repalce | Repalce | did you mean Replace?",
        "Merge | Merge | write Insert, InsertIfMissing or Replace",
      })
  void operationNobodyKnowsIsFoundOnceWhereverItStands(String value, String name, String cure) {
    String message = name + " is no operation of a transform, so that publishing fails: " + cure;
    assertThat(findings("", transform(value), "")).containsExactly("3:28 " + message);
    assertThat(findings(transform(value), "", "")).containsExactly("2:34 " + message);
    assertThat(findings("", "", transform(value))).containsExactly("3:39 " + message);
  }

  @Test
  void operationOfAnImportMayHaveAnyName() {
    String text =
        TRANSFORM
            .formatted("", transform("Merge"), "")
            .replace(
                "<system.webServer", "<xdt:Import assembly='A' namespace='B' /><system.webServer");
    assertThat(tester.findings(Subject.of(RuleTester.file("Web.Release.config", text)))).isEmpty();
  }

  @Test
  void otherFilesAreNotJudged() {
    tester.findsNothing(TRANSFORM.formatted("", "", ""));
  }

  private static String transform(String operation) {
    return "xdt:Transform='" + operation + "'";
  }

  private List<String> findings(String server, String section, String triggers) {
    String text = TRANSFORM.formatted(server, section, triggers);
    return tester.findings(Subject.of(RuleTester.file("Web.Release.config", text)));
  }
}
