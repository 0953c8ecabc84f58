package dev.autoheal.xdt;

import static dev.autoheal.xdt.TestXdt.apply;
import static dev.autoheal.xdt.TestXdt.messages;
import static dev.autoheal.xdt.TestXdt.text;
import static dev.autoheal.xdt.TestXdt.transform;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Tests the pattern that inserts an empty section if missing and then replaces it with a full one.
 * It gives any base one section with the desired values, and a second run changes nothing.
 */
class SafePatternTest {
  private static final String SECTION =
      "<monitoring><triggers><memory privateBytesInKB=\"%d\" /></triggers>"
          + "<actions value=\"Recycle\" /></monitoring>";

  private static final String PATTERN =
      transform(
          "<system.webServer xdt:Transform=\"InsertIfMissing\" />",
          "<system.webServer>",
          "<monitoring xdt:Transform=\"InsertIfMissing\" />",
          SECTION.replaceFirst(">", " xdt:Transform=\"Replace\">"),
          "</system.webServer>");

  /** Provides bases with at most one section, where the pattern expects it. */
  @Provide
  Arbitrary<String> bases() {
    Arbitrary<String> siblings =
        Arbitraries.of(
                "<handlers/>", "<!-- monitoring -->", "\n  ", "<rewrite><rules /></rewrite>", "x ")
            .list()
            .ofMaxSize(3)
            .map(parts -> String.join("", parts));
    Arbitrary<String> section =
        Arbitraries.of(
            "",
            "<monitoring/>",
            SECTION.formatted(1),
            "<monitoring lockItem='true'>\n</monitoring>");
    Arbitrary<String> webServer =
        Combinators.combine(siblings, section, siblings)
            .as((before, in, after) -> before + in + after)
            .map("<system.webServer>%s</system.webServer>"::formatted);
    Arbitrary<String> around =
        Arbitraries.of(
                "",
                "<system.web><monitoring /></system.web>",
                "<location path=\"api\"><system.webServer /></location>",
                "<!-- <system.webServer /> -->",
                "\n\n")
            .list()
            .ofMaxSize(2)
            .map(parts -> String.join("", parts));
    return Combinators.combine(
            around, Arbitraries.oneOf(webServer, Arbitraries.of("", "<system.webServer/>")), around)
        .as((before, in, after) -> "<configuration>" + before + in + after + "</configuration>");
  }

  @Property
  void producesOneSectionWithTheDesiredValues(@ForAll("bases") String base, @ForAll int value) {
    String pattern = PATTERN.formatted(value);
    TransformResult once = apply(base, pattern);
    TransformResult twice = apply(base, pattern, pattern);

    assertThat(messages(once)).isEmpty();
    List<XmlElement> sections =
        once.document().root().elements("system.webServer").stream()
            .flatMap(webServer -> webServer.elements("monitoring").stream())
            .toList();
    assertThat(sections).hasSize(1);
    assertThat(sections.get(0).span().of(text(once))).isEqualTo(SECTION.formatted(value));
    assertThat(Optional.of(once.origin(sections.get(0)).file().path())).contains("1.config");
    assertThat(messages(twice)).isEmpty();
    assertThat(text(twice)).isEqualTo(text(once));
  }
}
