package dev.autoheal.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.text.Edits;
import dev.autoheal.text.SourceFile;
import dev.autoheal.text.Span;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.parsers.SAXParserFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Tests that a file is read completely, with exact places, and written back unchanged. */
class RoundTripTest {
  /** The parser of the JDK accepts a colon in places where namespaces forbid it. */
  private static final Pattern ODD_COLON = Pattern.compile("[<\\s/'\"]:|<\\?[\\w-]*:");

  @Provide
  Arbitrary<RandomXml> documents() {
    return Arbitraries.randomValue(RandomXml::new);
  }

  @Property
  void keepsEverything(@ForAll("documents") RandomXml document) throws Exception {
    check(document);
  }

  private static void check(RandomXml random) throws Exception {
    SourceFile file = SourceFile.of("web.config", random.bytes());
    assertThat(file.defect()).isEmpty();
    assertThat(file.text()).isEqualTo(random.text());
    assertThat(file.encoding()).isEqualTo(random.encoding);
    assertThat(Edits.of(List.of()).applyTo(file)).isEqualTo(random.bytes());

    assertThat(XmlDocument.parse(file)).isInstanceOf(XmlDocument.Parsed.class);
    XmlDocument document = ((XmlDocument.Parsed) XmlDocument.parse(file)).document();
    assertTiles(file.text(), document);
    assertThat(names(document.root(), new ArrayList<>())).isEqualTo(namesFromTheJdk(file.text()));
  }

  /** Asserts that the nodes cover the text without gaps and overlaps. */
  private static void assertTiles(String text, XmlDocument document) {
    int at = text.startsWith("<?xml ") || text.startsWith("<?xml\t") ? text.indexOf("?>") + 2 : 0;
    for (XmlNode node : document.nodes()) {
      assertThat(text.substring(at, node.span().start())).isBlank();
      assertTiles(text, node);
      at = node.span().end();
    }
    assertThat(text.substring(at)).isBlank();
  }

  private static void assertTiles(String text, XmlNode node) {
    String piece = node.span().of(text);
    if (node instanceof XmlElement element) {
      assertThat(element.startTag().of(text)).startsWith("<" + element.name()).endsWith(">");
      assertThat(element.startTag().start()).isEqualTo(element.span().start());
      int at = element.content().start();
      for (XmlNode child : element.children()) {
        assertThat(child.span().start()).isEqualTo(at);
        assertTiles(text, child);
        at = child.span().end();
      }
      assertThat(element.content().end()).isEqualTo(at);
      assertThat(element.endTag().of(text)).startsWith(element.isSelfClosed() ? "" : "</");
      assertThat(element.endTag().end()).isEqualTo(element.span().end());
      assertAttributes(text, element);
    } else if (node.is(XmlNode.Kind.COMMENT)) {
      assertThat(piece).startsWith("<!--").endsWith("-->");
    } else if (node.is(XmlNode.Kind.PROCESSING_INSTRUCTION)) {
      assertThat(piece).startsWith("<?").endsWith("?>");
    } else {
      assertThat(piece).isNotEmpty();
      assertThat(piece.isBlank() || node.is(XmlNode.Kind.TEXT)).isTrue();
    }
  }

  private static void assertAttributes(String text, XmlElement element) {
    int at = element.startTag().start() + 1 + element.name().length();
    for (XmlAttribute attribute : element.attributes()) {
      assertThat(text.substring(at, attribute.span().start())).isBlank().isNotEmpty();
      assertThat(attribute.span().of(text))
          .startsWith(attribute.name())
          .endsWith("" + attribute.quote());
      Span quoted = new Span(attribute.valueSpan().start() - 1, attribute.valueSpan().end() + 1);
      assertThat(quoted.of(text))
          .startsWith("" + attribute.quote())
          .endsWith("" + attribute.quote());
      at = attribute.span().end();
    }
    assertThat(text.substring(at, element.startTag().end())).matches("\\s*/?>");
  }

  private static List<String> names(XmlElement element, List<String> names) {
    Map<String, String> attributes = new TreeMap<>();
    element.attributes().forEach(a -> attributes.put(a.name(), a.value()));
    names.add(element.name() + attributes);
    element.elements().forEach(child -> names(child, names));
    return names;
  }

  private static List<String> namesFromTheJdk(String text) throws Exception {
    List<String> names = new ArrayList<>();
    SAXParserFactory.newInstance()
        .newSAXParser()
        .parse(
            new InputSource(new StringReader(text)),
            new DefaultHandler() {
              @Override
              public void startElement(String uri, String local, String name, Attributes atts) {
                Map<String, String> attributes = new TreeMap<>();
                for (int i = 0; i < atts.getLength(); i++) {
                  attributes.put(atts.getQName(i), atts.getValue(i));
                }
                names.add(name + attributes);
              }
            });
    return names;
  }

  /** Provides documents with one or two characters inserted or deleted. */
  @Provide
  Arbitrary<String> damaged() {
    return Arbitraries.randomValue(RoundTripTest::damage);
  }

  private static String damage(Random random) {
    StringBuilder text = new StringBuilder(new RandomXml(random).text());
    int declaration = text.indexOf("?>");
    if (text.indexOf("<?xml ") == 0) {
      // Removes the declared encoding, because only the text matters.
      text.replace(0, declaration, "<?xml version='1.0'");
    }
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      int at = random.nextInt(text.length());
      if (random.nextBoolean()) {
        text.deleteCharAt(at);
      } else {
        String letters = "<>&'\"=/!?-];# \nax:\u00A0\u201C\uD83D\u0000";
        text.insert(at, letters.charAt(random.nextInt(letters.length())));
      }
    }
    return text.toString();
  }

  @Property
  void acceptsTheSameDocumentsAsTheJdk(@ForAll("damaged") String text) {
    checkAgreement(text);
  }

  private static void checkAgreement(String text) {
    SourceFile file = TestXml.file(text);
    if (file.defect().isPresent() || ODD_COLON.matcher(text).find()) {
      return;
    }
    XmlDocument.Result result = XmlDocument.parse(file);
    boolean accepted = result instanceof XmlDocument.Parsed;
    assertThat(accepted).as(text).isEqualTo(isAcceptedByTheJdk(text));
    if (result instanceof XmlDocument.Malformed malformed) {
      assertThat(malformed.span().end()).isLessThanOrEqualTo(file.text().length());
      assertThat(malformed.message()).isNotBlank().doesNotContain("\n").doesNotContain("(code");
    }
  }

  private static boolean isAcceptedByTheJdk(String text) {
    try {
      SAXParserFactory factory = SAXParserFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.newSAXParser().parse(new InputSource(new StringReader(text)), new DefaultHandler());
      return true;
    } catch (SAXException e) {
      return false;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Runs manually with many seeds. */
  public static void main(String[] args) throws Exception {
    int failures = 0;
    for (long seed = Long.parseLong(args[0]);
        seed < Long.parseLong(args[1]) && failures < 12;
        seed++) {
      RandomXml random = new RandomXml(new Random(seed));
      try {
        check(random);
      } catch (AssertionError | RuntimeException e) {
        System.out.println("seed " + seed + " " + random + "\n" + e);
        failures++;
      }
      String damaged = damage(new Random(seed));
      try {
        checkAgreement(damaged);
      } catch (AssertionError | RuntimeException e) {
        System.out.println("DAMAGED seed " + seed + " " + e.getMessage());
        failures++;
      }
    }
    System.out.println("failures " + failures);
  }
}
