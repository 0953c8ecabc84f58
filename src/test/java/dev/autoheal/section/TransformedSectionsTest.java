package dev.autoheal.section;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.text.SourceFile;
import dev.autoheal.xml.XmlDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransformedSectionsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<monitoring t:Transform='Insert' />",
        "<monitoring t:Transform=' InsertAfter (/a) '><triggers /></monitoring>",
        "<monitoring t:Transform='Replace' t:Locator='XPath(/a)'><actions /></monitoring>",
      })
  void findsAnInsertedSection(String section) {
    assertThat(transform(section).whole()).hasSize(1);
    assertThat(transform(section).isPlain()).isTrue();
  }

  @Test
  void prefersAFullSectionToAnEmptyOne() {
    TransformedSections transform =
        transform(
            "<monitoring t:Transform='InsertIfMissing' />"
                + "<monitoring t:Transform='Replace'><triggers /></monitoring>");
    assertThat(transform.whole()).hasSize(1);
    assertThat(transform.whole().get(0).elements()).hasSize(1);
  }

  @Test
  void countsSeveralFullSections() {
    String full = "<monitoring t:Transform='InsertIfMissing'><triggers /></monitoring>";
    assertThat(transform(full + full).whole()).hasSize(2);
  }

  @Test
  void ignoresARemovalBeforeAnInsert() {
    String removal = "<monitoring t:Transform='RemoveAll' />";
    assertThat(transform(removal).patching()).hasSize(1);
    assertThat(transform(removal + "<monitoring t:Transform='Insert' />").patching()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<monitoring t:Transform='SetAttributes' />",
        "<monitoring><triggers t:Transform='Replace' /></monitoring>",
        "<monitoring><actions value='' t:Transform='SetAttributes(value)' /></monitoring>",
      })
  void findsAnOperationOnAChild(String section) {
    assertThat(transform(section).patching()).hasSize(1);
    assertThat(transform(section).isPlain()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"<monitoring />, 0", "<monitoring t:Transform='insert' />, 1"})
  void findsASectionWithoutAKnownOperation(String section, int unknown) {
    assertThat(transform(section).inert()).hasSize(1);
    assertThat(transform(section).unknown()).hasSize(unknown);
  }

  @Test
  void acceptsAPrefixDeclaredAnywhere() {
    String declaration = "xmlns:x='" + XmlDocument.XDT + "' ";
    assertThat(transform("<monitoring " + declaration + "x:Transform='Insert' />").whole())
        .hasSize(1);
    assertThat(transform("<monitoring xmlns:t='urn:t' t:Transform='Insert' />").inert()).hasSize(1);
  }

  private static TransformedSections transform(String sections) {
    String text =
        "<configuration xmlns:t='%s'><system.webServer>%s</system.webServer></configuration>"
            .formatted(XmlDocument.XDT, sections);
    SourceFile file = SourceFile.of("Web.Release.config", text.getBytes(UTF_8));
    XmlDocument.Result result = XmlDocument.parse(file);
    return WebConfig.of(((XmlDocument.Parsed) result).document()).transform().orElseThrow();
  }
}
