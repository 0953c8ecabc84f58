package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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
  void reportsASectionThatNothingInserts() {
    assertThat(findings("", "", ""))
        .containsExactly(
            "3:1 missing 'xdt:Transform' on <monitoring>; insert an empty one with "
                + "InsertIfMissing, then use Replace here");
  }

  @Test
  void reportsASectionInAParentThatIsOnlyPatched() {
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
  void acceptsATransformOnOrAroundTheSection(String operation) {
    assertThat(findings("", transform(operation), "")).isEmpty();
    assertThat(findings(transform(operation), "", "")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SetAttributes", "RemoveAttributes(a)", "Insert", "Remove"})
  void acceptsATransformInTheSection(String operation) {
    assertThat(findings("", "", transform(operation))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "insert | insert | use Insert (names are case-sensitive)",
        "setAttributes(count) | setAttributes | use SetAttributes (names are case-sensitive)",
        "Repalce | Repalce | did you mean Replace?",
        "Merge | Merge | use Insert, InsertIfMissing or Replace",
      })
  void reportsAnUnknownTransformOnce(String value, String name, String advice) {
    String message = "unknown transform '" + name + "', so publishing fails; " + advice;
    assertThat(findings("", transform(value), "")).containsExactly("3:28 " + message);
    assertThat(findings(transform(value), "", "")).containsExactly("2:34 " + message);
    assertThat(findings("", "", transform(value))).containsExactly("3:39 " + message);
  }

  @Test
  void acceptsAnyNameAfterAnImport() {
    String text =
        TRANSFORM
            .formatted("", transform("Merge"), "")
            .replace(
                "<system.webServer", "<xdt:Import assembly='A' namespace='B' /><system.webServer");
    assertThat(tester.findings(RuleTester.subject(RuleTester.file("Web.Release.config", text))))
        .isEmpty();
  }

  @Test
  void ignoresOtherFiles() {
    tester.findsNothing(TRANSFORM.formatted("", "", ""));
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == transform with spaces in an operation is fine
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.webServer>
            <monitoring xdt:Transform=" InsertBefore (/configuration/system.webServer/handlers) ">
              <triggers>
                <memory privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>

        == transform imported operation is fine
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <xdt:Import assembly="Contoso.Xdt" namespace="Contoso.Xdt" />
          <system.webServer>
            <monitoring xdt:Transform="Merge">
              <triggers>
                <memory privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>

        == transform letter case
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.webServer>
            <monitoring xdt:Transform="insert">
              <triggers>
                <memory privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>
        > 3:32 unknown transform 'insert', so publishing fails; use Insert (names are
        >> case-sensitive)

        == transform misspelled
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.webServer>
            <monitoring xdt:Transform="Repalce">
              <triggers>
                <memory privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>
        > 3:32 unknown transform 'Repalce', so publishing fails; did you mean Replace?

        == transform operation around it is fine
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.webServer xdt:Transform="InsertIfMissing">
            <monitoring>
              <triggers>
                <memory privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>

        == transform operation elsewhere is not checked
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.web xdt:Transform="insert" />
        </configuration>

        == transform operation in it is fine
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.webServer>
            <monitoring>
              <triggers>
                <memory privateBytesInKB="800000" xdt:Transform="SetAttributes" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>

        == transform operation is empty
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.webServer>
            <monitoring xdt:Transform="">
              <triggers>
                <memory privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>
        > 3:32 unknown transform '', so publishing fails; use Insert, InsertIfMissing or Replace

        == transform with an unknown operation
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.webServer>
            <monitoring xdt:Transform="Merge">
              <triggers>
                <memory privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>
        > 3:32 unknown transform 'Merge', so publishing fails; use Insert, InsertIfMissing or
        >> Replace

        == transform operation of a parent
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.webServer xdt:Transform="replace">
            <monitoring>
              <triggers>
                <memory privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
            <monitoring />
          </system.webServer>
        </configuration>
        > 2:36 unknown transform 'replace', so publishing fails; use Replace (names are
        >> case-sensitive)

        == transform with an operation on a child
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.webServer>
            <monitoring>
              <triggers>
                <memory privateBytesInKB="800000" xdt:Transform="setAttributes(privateBytesInKB)" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>
        > 5:58 unknown transform 'setAttributes', so publishing fails; use SetAttributes (names are
        >> case-sensitive)

        == transform operation on it is fine
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.webServer>
            <monitoring xdt:Transform="Replace">
              <triggers>
                <memory privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>

        == web config is not checked
        <memory privateBytesInKB="800000" />
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new TransformInert());
  }

  private static String transform(String operation) {
    return "xdt:Transform='" + operation + "'";
  }

  private List<String> findings(String server, String section, String triggers) {
    String text = TRANSFORM.formatted(server, section, triggers);
    return tester.findings(RuleTester.subject(RuleTester.file("Web.Release.config", text)));
  }
}
