package dev.autoheal.section;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.text.SourceFile;
import dev.autoheal.xml.XmlDocument;
import dev.autoheal.xml.XmlEditor;
import dev.autoheal.xml.XmlFragment;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Tests that sections written by JAXB have the desired values and are valid. */
class SectionBindingTest {
  private static final Schema SCHEMA = schema();

  private static Schema schema() {
    try {
      return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(Path.of("schemas/autoheal-monitoring.xsd").toFile());
    } catch (org.xml.sax.SAXException e) {
      throw new AssertionError(e);
    }
  }

  @Property(tries = 300)
  void writesAValidSectionAndReadsItBack(@ForAll Random random) throws Exception {
    Settings settings = settings(random);
    String text = text(SectionBinding.write(settings));
    Section section = section(text);

    assertThat(SectionBinding.read(section)).isEqualTo(settings);
    assertThat(section.isPatchable()).isTrue();
    SCHEMA
        .newValidator()
        .validate(
            new StreamSource(new StringReader(section.element() == null ? "" : monitoring(text))));
  }

  private static Settings settings(Random random) {
    TreeMap<TriggerKey, Map<Attribute, Long>> triggers = new TreeMap<>();
    for (Trigger trigger : Trigger.values()) {
      for (int i = random.nextInt(trigger == Trigger.STATUS_CODES ? 4 : 2); i > 0; i--) {
        triggers.put(key(trigger, random), thresholds(trigger, random));
      }
    }
    List<Action.Kind> kinds = List.of(Action.Kind.values());
    Action.Kind kind = kinds.get(random.nextInt(kinds.size()));
    Optional<Action.Program> program =
        kind == Action.Kind.CUSTOM_ACTION
            ? Optional.of(
                new Action.Program("D:\\a & b\\<c>.exe", random.nextBoolean() ? "" : "-x \"y\""))
            : Optional.empty();
    return new Settings(triggers, Optional.of(new Action(kind, program)));
  }

  private static TriggerKey key(Trigger trigger, Random random) {
    return trigger == Trigger.STATUS_CODES
        ? TriggerKey.of(
            new StatusKey(
                100 + random.nextInt(500), random.nextInt(2) * 100L, random.nextInt(2) * 64L))
        : TriggerKey.of(trigger);
  }

  private static Map<Attribute, Long> thresholds(Trigger trigger, Random random) {
    Map<Attribute, Long> values = new EnumMap<>(Attribute.class);
    for (Attribute attribute : trigger.thresholds()) {
      values.put(attribute, 1 + (long) (random.nextDouble() * 4_294_967_294L));
    }
    return values;
  }

  @Example
  void readsUnreadableValuesAsZero() {
    Section section =
        section(
            wrapped(
                "<monitoring><triggers><requests count='many' timeInterval='#{x}#' other='1'/>"
                    + "<memory privateBytesInKB='99999999999'/><unknown/></triggers>"
                    + "<actions value='Restart'/></monitoring>"));

    Settings settings = SectionBinding.read(section);

    assertThat(settings.triggers())
        .containsEntry(
            TriggerKey.of(Trigger.REQUESTS),
            Map.of(Attribute.COUNT, 0L, Attribute.TIME_INTERVAL, 0L))
        .containsEntry(TriggerKey.of(Trigger.MEMORY), Map.of(Attribute.PRIVATE_BYTES, 0L));
    assertThat(settings.action()).isEmpty();
  }

  @Example
  void ignoresTheOldNamespace() {
    String plain =
        wrapped("<monitoring><triggers><memory privateBytesInKB='1'/></triggers></monitoring>");
    String old = plain.replace("<configuration>", "<configuration xmlns='urn:old'>");
    assertThat(SectionBinding.read(section(old))).isEqualTo(SectionBinding.read(section(plain)));
  }

  private static String text(XmlFragment fragment) {
    XmlDocument document = document(wrapped(""));
    XmlEditor editor = new XmlEditor(document);
    editor.append(document.root().elements().get(0), fragment);
    return editor.edits().applyTo(document.file().text());
  }

  private static String monitoring(String text) {
    return text.substring(text.indexOf("<monitoring"), text.indexOf("</system.webServer"));
  }

  private static String wrapped(String section) {
    return "<configuration><system.webServer>" + section + "</system.webServer></configuration>";
  }

  private static Section section(String text) {
    return WebConfig.of(document(text)).sections().get(0);
  }

  private static XmlDocument document(String text) {
    XmlDocument.Result result =
        XmlDocument.parse(SourceFile.of("web.config", text.getBytes(UTF_8)));
    return ((XmlDocument.Parsed) result).document();
  }
}
