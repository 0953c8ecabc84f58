package dev.autoheal.section;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autoheal.text.SourceFile;
import dev.autoheal.xml.XmlDocument;

/** Sections for tests. */
final class TestSection {
  private TestSection() {}

  /** Reads a {@code monitoring} element where IIS reads it. */
  static Section of(String monitoring) {
    String text =
        "<configuration><system.webServer>%s</system.webServer></configuration>"
            .formatted(monitoring);
    XmlDocument.Parsed parsed =
        (XmlDocument.Parsed) XmlDocument.parse(SourceFile.of("web.config", text.getBytes(UTF_8)));
    return WebConfig.of(parsed.document()).section().orElseThrow();
  }

  /** Reads the content of a {@code triggers} element. */
  static Section withTriggers(String triggers) {
    return of("<monitoring><triggers>" + triggers + "</triggers></monitoring>");
  }
}
