package dev.autoheal.xdt;

import static dev.autoheal.xdt.TestXdt.apply;
import static dev.autoheal.xdt.TestXdt.messages;
import static dev.autoheal.xdt.TestXdt.text;
import static dev.autoheal.xdt.TestXdt.transform;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that any transform ends soon and accesses only the base. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BoundedTransformerTest {
  private static final String MUCH = "the transforms exceed the work limit of autoheal";

  private static String many(int count) {
    StringBuilder base = new StringBuilder("<configuration><appSettings>");
    for (int i = 0; i < count; i++) {
      base.append("<add key=\"k").append(i).append("\" value=\"v\"/>");
    }
    return base.append("</appSettings></configuration>").toString();
  }

  private static String remove(String path) {
    return "<x xdt:Locator=\"XPath(%s)\" xdt:Transform=\"Remove\"/>".formatted(path);
  }

  private static void assertStops(String base, String transform) {
    TransformResult result = apply(base, transform);
    assertThat(result.isFollowed()).isFalse();
    assertThat(messages(result)).last().asString().endsWith(MUCH);
    assertThat(text(result)).isEqualTo(base);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//*[//*[//*]]",
        "//*[../*[../zz]]",
        "//*[count(//*)=1]",
        "//*[following::zz]",
        "/*/*/*[../*/@key='zz']",
        "/*/*/*[/*/*/*/@key='zz']",
        "/*/*/*[position()=last()-5]",
        "//*[ancestor::*[descendant::zz]]"
      })
  void stopsAtAPathWithQuadraticCost(String path) {
    assertStops(many(3000), transform(remove(path)));
  }

  @Test
  void stopsAtAPathThatReadsTheTextOfEachElement() {
    String deep = "<a>".repeat(200) + "x".repeat(200_000) + "</a>".repeat(200);
    assertStops(
        "<configuration>" + deep + "</configuration>",
        transform(remove("//*[contains(.,'zz')]").repeat(2000)));
  }

  @Test
  void stopsAtManyPaths() {
    assertStops(many(4000), transform(remove("//zz").repeat(4000)));
  }

  @Test
  void stopsAtNestedInserts() {
    TransformResult result =
        apply(
            "<configuration/>",
            transform(
                "<b xdt:Transform=\"Insert\">".repeat(250)
                    + "<c/>".repeat(40_000)
                    + "</b>".repeat(250)));
    assertThat(result.isFollowed()).isFalse();
  }

  @Test
  void rejectsATooLargeResult() {
    String base = many(3000);
    TransformResult result =
        apply(
            base,
            transform(
                "<appSettings><add xdt:Transform=\"SetAttributes\" z=\"%s\"/></appSettings>"
                    .formatted("y".repeat(200_000))));
    assertThat(messages(result)).last().asString().contains("the result is not valid XML");
    assertThat(text(result)).isEqualTo(base);
  }

  @Test
  void rejectsATooLongOrTooDeepPath() {
    for (String path :
        new String[] {
          "//*[" + "(".repeat(900) + "1" + ")".repeat(900) + "]",
          "//*[" + "@a or ".repeat(200) + "@a]",
          "/a".repeat(5000)
        }) {
      assertThat(messages(apply(many(3), transform(remove(path)))))
          .singleElement()
          .asString()
          .matches("(?s)not followed 1.config:2:\\d+ XPath '/.*")
          .hasSizeLessThan(600);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "document('file:///etc/passwd')",
        "doc('file:///etc/passwd')//*",
        "//*[system-property('user.home')='x']",
        "//*[document-location()='x']",
        "//*[r:getRuntime()]",
        "//*[function-available('x')]"
      })
  void rejectsFunctionsThatReadOtherResources(String path) {
    TransformResult result =
        apply(
            many(3),
            transform(
                "<x xmlns:r=\"http://xml.apache.org/xalan/java/java.lang.Runtime\">"
                    + remove("/*[" + path + "]")
                    + "</x>"));
    assertThat(messages(result)).singleElement().asString().contains("unknown function '");
  }

  @Test
  void appliesTransformsOfRealisticSize() {
    StringBuilder lines = new StringBuilder("<appSettings>");
    for (int i = 0; i < 400; i++) {
      lines.append(
          "<add key=\"k%d\" value=\"w\" xdt:Locator=\"Match(key)\" xdt:Transform=\"SetAttributes(value)\"/>"
              .formatted(i));
    }
    TransformResult result = apply(many(400), transform(lines.append("</appSettings>").toString()));
    assertThat(messages(result)).isEmpty();
    assertThat(text(result)).doesNotContain("\"v\"");
  }
}
