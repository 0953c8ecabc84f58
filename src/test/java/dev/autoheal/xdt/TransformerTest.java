package dev.autoheal.xdt;

import static dev.autoheal.xdt.TestXdt.apply;
import static dev.autoheal.xdt.TestXdt.messages;
import static dev.autoheal.xdt.TestXdt.text;
import static dev.autoheal.xdt.TestXdt.transform;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.text.FileSpan;
import dev.autoheal.text.Location;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests rules of XDT that {@link EngineAgreementTest} does not cover. */
class TransformerTest {
  private static final String BASE =
      """
      <?xml version="1.0"?>
      <configuration>
        <!-- kept -->
        <appSettings>
          <add key='a' value="1"/>
          <add key='b' value="2"/>
          <add key='a' value="3"/>
        </appSettings>
      </configuration>
      <!-- end -->
      """;

  private static String settings(String... lines) {
    return transform("<appSettings>", String.join("\n", lines), "</appSettings>");
  }

  private static void assertMakes(String transform, String before, String after) {
    TransformResult result = apply(BASE, transform);
    assertThat(messages(result)).isEmpty();
    assertThat(text(result)).isEqualTo(BASE.replace(before, after)).isNotEqualTo(BASE);
  }

  @Test
  void keepsUnchangedTextAsWritten() {
    assertMakes(
        settings("<add key=\"b\" xdt:Locator=\"Match(key)\" xdt:Transform=\"Remove\" />"),
        "<add key='b' value=\"2\"/>",
        "");
  }

  @Test
  void insertsBeforeAndAfterAnElement() {
    assertMakes(
        settings("<new xdt:Transform=\"InsertBefore(/configuration/appSettings/add[2])\" />"),
        "<add key='b'",
        "<new /><add key='b'");
    assertMakes(
        settings("<new xdt:Transform=\"InsertAfter(add[@key='b'])\"><inner/> x</new>"),
        "value=\"2\"/>",
        "value=\"2\"/><new><inner /> x</new>");
  }

  @Test
  void removesAllElementsOrWarnsAboutTheOthers() {
    assertMakes(
        settings("<add key='a' xdt:Locator=\"Match(key)\" xdt:Transform=\"RemoveAll\" />"),
        BASE.substring(BASE.indexOf("<add"), BASE.indexOf("</appSettings>")),
        "\n    <add key='b' value=\"2\"/>\n    \n  ");
    TransformResult result = apply(BASE, settings("<add xdt:Transform=\"Remove\" />"));
    assertThat(messages(result))
        .containsExactly(
            "warning 1.config:3:21 Remove matches 3 elements but changes only the " + "first");
    assertThat(text(result)).isEqualTo(BASE.replace("<add key='a' value=\"1\"/>", ""));
  }

  @Test
  void setsAttributesOnAllMatches() {
    TransformResult result =
        apply(BASE, settings("<add value='9' more=\"x\" xdt:Transform=\"SetAttributes\" />"));
    assertThat(messages(result)).isEmpty();
    assertThat(text(result)).containsPattern("key='a' more=\"x\" value='9' />\n");
    assertThat(text(result).split("value='9'", -1)).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Condition(@key='b') | 2",
        "Condition(position() = 2) | 2",
        "Condition([2]) | 2",
        "Condition(contains(@key, 'b')) | 2",
        "XPath(/configuration/appSettings/add[@key='b']) | 2",
        "XPath(//add[last()]) | 3",
        "XPath(../add[@value='3']) | 3",
        "' Match ( key ) ' | 0",
        "'Match(key,value)' | 2",
        "'Match( key , value )' | 2",
      })
  void findsByLocator(String locator, String removed) {
    String named = locator.startsWith("Match") ? "key='b' value='2'" : "";
    TransformResult result =
        apply(
            BASE,
            settings(
                "<add %s xdt:Locator=\"%s\" xdt:Transform=\"Remove\" />"
                    .formatted(named, locator)));
    if (removed.equals("0")) {
      assertThat(messages(result))
          .singleElement()
          .asString()
          .contains("error 1.config:3:", "Match needs attribute ' key ' on this element");
      return;
    }
    assertThat(messages(result)).isEmpty();
    assertThat(text(result)).isEqualTo(BASE.replaceAll("<add [^\n]*\"" + removed + "\"/>", ""));
  }

  @Test
  void appliesALocatorToChildrenToo() {
    String base =
        """
        <configuration>
          <location path="api"><system.webServer /></location>
          <location path="."><system.webServer /></location>
        </configuration>
        """;
    String inner = "<system.webServer><x xdt:Transform=\"Insert\"/></system.webServer>";
    String locator = "<location path=\".\" %s>%s</location>";
    assertThat(text(apply(base, transform(locator.formatted("xdt:Locator='Match(path)'", inner)))))
        .isEqualTo(
            base.replace(
                "<location path=\".\"><system.webServer />",
                "<location path=\".\"><system.webServer ><x /></system.webServer>"));
    assertThat(text(apply(base, transform(locator.formatted("", inner)))))
        .contains("<location path=\"api\"><system.webServer ><x /></system.webServer>");
    assertThat(text(apply(base, transform(locator.formatted("xdt:Locator='XPath(.)'", inner)))))
        .contains("<location path=\"api\"><system.webServer ><x />");
  }

  @Test
  void insertsIntoTheTargetOfAnXPathLocator() {
    String base = "<configuration><a/><b/></configuration>";
    assertThat(
            text(
                apply(
                    base,
                    transform(
                        "<x xdt:Locator=\"XPath(/configuration/b)\" xdt:Transform=\"Insert\"/>"))))
        .isEqualTo("<configuration><a/><b><x /></b></configuration>");
  }

  @Test
  void transformsAParentBeforeItsChildren() {
    TransformResult result =
        apply(
            "<configuration/>",
            transform("<a xdt:Transform='Insert'><b xdt:Transform='Insert'/></a>"));
    assertThat(text(result)).isEqualTo("<configuration><a><b /><b /></a></configuration>");
    assertThat(messages(result)).isEmpty();
  }

  @Test
  void appliesEachTransformToTheResultOfThePreviousOne() {
    TransformResult result =
        apply(
            "<configuration/>",
            transform("<a v='1' xdt:Transform='Insert'/>"),
            transform("<a v='2' xdt:Transform='SetAttributes'/>"),
            transform("<a xdt:Transform='Replace'><b/></a>"),
            transform("<a><b xdt:Transform='RemoveAll'/></a>", "<c xdt:Transform='Insert'/>"));
    assertThat(text(result)).isEqualTo("<configuration><a></a><c /></configuration>");
    assertThat(result.steps())
        .extracting(TransformStep::type)
        .containsExactly(
            TransformType.INSERT,
            TransformType.SET_ATTRIBUTES,
            TransformType.REPLACE,
            TransformType.REMOVE_ALL,
            TransformType.INSERT);
  }

  @Test
  void resolvesPlainNamesInTheDefaultNamespaceOfTheTransform() {
    String base = "<configuration xmlns=\"urn:n\"><a v=\"1\"/></configuration>";
    String plain = transform("<a xdt:Transform='Remove'/>");
    String named = plain.replace("<configuration ", "<configuration xmlns='urn:n' ");
    assertThat(messages(apply(base, plain)))
        .containsExactly("warning 1.config:2:19 Remove matches nothing at '/configuration'");
    assertThat(text(apply(base, named)))
        .isEqualTo("<configuration xmlns=\"urn:n\"></configuration>");
    assertThat(messages(apply("<configuration><a/></configuration>", named)))
        .singleElement()
        .asString()
        .contains("Remove matches nothing at '/_defaultNamespace:configuration'");
  }

  @Test
  void resolvesPrefixesOfTheTransformAndDeclaresInsertedOnes() {
    String base = "<configuration xmlns:p=\"urn:n\"><p:a v=\"1\"/><a/></configuration>";
    String transform =
        transform("<q:a xmlns:q='urn:n' xdt:Transform='Replace'><q:b/><c d='1'/></q:a>");
    TransformResult result = apply(base, transform);
    assertThat(messages(result)).isEmpty();
    assertThat(text(result))
        .isEqualTo(
            "<configuration xmlns:p=\"urn:n\"><q:a xmlns:q=\"urn:n\"><q:b /><c d='1' /></q:a><a/>"
                + "</configuration>");
  }

  @Test
  void declaresASharedPrefixOnce() {
    String transform = transform("<q:a xmlns:q='urn:n' q:x='1' q:y='2' xdt:Transform='Insert'/>");
    assertThat(text(apply("<configuration/>", transform)))
        .isEqualTo("<configuration><q:a xmlns:q=\"urn:n\" q:x='1' q:y='2' /></configuration>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b q:x='1' x='2' xdt:Transform='Insert'/>",
        "<b xml:x='1' xdt:Transform='Insert'/>",
        "<a q:x='1' xdt:Transform='SetAttributes'/>",
      })
  void stopsWhereTheEngineDropsAPrefix(String line) {
    String base = "<configuration><a x=\"3\"/></configuration>";
    TransformResult result =
        apply(base, transform(line).replace("<configuration ", "<configuration xmlns:q='urn:n' "));
    assertThat(messages(result))
        .singleElement()
        .asString()
        .startsWith("not followed 1.config:2:")
        .endsWith(" the XDT engine drops the prefix of 'x'");
    assertThat(text(result)).isEqualTo(base);
  }

  @Test
  void acceptsAnyPrefixForTransforms() {
    assertThat(
            text(
                apply(
                    "<configuration/>",
                    transform("<a t:Transform='Insert' />").replace("xmlns:xdt", "xmlns:t"))))
        .isEqualTo("<configuration><a /></configuration>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "insert | unknown transform 'insert'; did you mean Insert?",
        "Match | unknown transform 'Match'",
        "SetAttributes:foo | expected a name, or a name with arguments in parentheses, got 'SetAttributes:foo'",
        "SetAttributes(foo | expected a name, or a name with arguments in parentheses, got 'SetAttributes(foo'",
        "InsertBefore | InsertBefore expects 1 argument, got 0",
        "'InsertBefore(a, b)' | InsertBefore expects 1 argument, got 2",
        "InsertBefore(/configuration/c) | InsertBefore matches no sibling at '/configuration/c'",
        "InsertAfter(add/@key) | InsertAfter needs an element at 'add/@key'",
        "InsertAfter(add[) | invalid XPath 'add['; expected a path to elements",
        "InsertAfter(/configuration) | InsertAfter cannot change its target",
        "InsertAfter(count(add)) | invalid XPath 'count(add)'; expected a path to elements",
        "InsertAfter(x:add) | invalid XPath 'x:add'; expected a path to elements",
      })
  void failsAsTheEngineDoes(String type, String message) {
    TransformResult result =
        apply(BASE, settings("<add a='1' xdt:Transform=\"%s\" />".formatted(type)));
    assertThat(messages(result))
        .singleElement()
        .asString()
        .startsWith("error 1.config:3:27 " + message);
    assertThat(result.fails()).isTrue();
    assertThat(result.steps()).isEmpty();
    assertThat(text(result)).isEqualTo(BASE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fetch(key) | unknown locator 'Fetch'",
        "Match | Match needs the name of an attribute",
        "Match(name) | Match needs attribute 'name' on this element",
        "'Condition(1, 2)' | Condition expects 1 argument, got 2",
        "Condition(foo()) | unknown function 'foo' in XPath '/configuration/appSettings/add[foo()]'",
        "Condition(@a=) | ; expected a path to elements",
        "Condition(@a#) | ; expected a path to elements",
        "Condition(@a=$(Name)) | ; expected a path to elements",
        "Condition(@a={name}) | ; expected a path to elements",
        "Condition(count('x')) | ; expected a path to elements",
        "Condition(last()/a) | ; expected a path to elements",
        "Condition(sum(true())) | ; expected a path to elements",
        "XPath( /configuration) | ; expected a path to elements",
        "XPath(/configuration/@x) | Remove matches nothing at '/configuration/@x'",
        "XPath(/) | Remove needs an element at '/'",
        "XPath(/configuration) | Remove cannot remove the root element",
      })
  void failsForAnInvalidLocator(String locator, String message) {
    String line = "<add key='a' xdt:Locator=\"%s\" xdt:Transform=\"Remove\" />".formatted(locator);
    TransformResult result = apply(BASE, settings(line));
    assertThat(messages(result)).singleElement().asString().contains(message);
    assertThat(text(result)).isEqualTo(BASE);
  }

  @Test
  void ignoresTheContentOfAnUnknownTransform() {
    TransformResult result =
        apply(
            "<configuration/>",
            transform("<a xdt:Transform='Nope'><b xdt:Transform='AlsoNot'/></a>"));
    assertThat(messages(result)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Replace", "Remove", "RemoveAll", "Insert", "InsertIfMissing"})
  void ignoresUnexpectedArguments(String type) {
    TransformResult result =
        apply(
            "<configuration><a/></configuration>",
            transform("<a xdt:Transform='%s(x)'/>".formatted(type)));
    assertThat(messages(result))
        .containsExactly("warning 1.config:2:19 %s ignores its arguments".formatted(type));
  }

  @Test
  void warnsAboutMissingAttributes() {
    String base = "<configuration><a x=\"1\" y=\"2\"/></configuration>";
    TransformResult set =
        apply(base, transform("<a x='3' xdt:Transform='SetAttributes(x,nope)'/>"));
    assertThat(messages(set))
        .containsExactly("warning 1.config:2:25 SetAttributes matches no attribute 'nope'");
    assertThat(text(set)).contains("x='3' y=\"2\"");
    TransformResult removed = apply(base, transform("<a xdt:Transform='RemoveAttributes(nope)'/>"));
    assertThat(messages(removed))
        .containsExactly(
            "warning 1.config:2:19 RemoveAttributes matches no attribute 'nope'",
            "warning 1.config:2:19 RemoveAttributes has no attributes to remove");
    assertThat(removed.steps()).extracting(TransformStep::changes).containsExactly(false);
    assertThat(text(apply(base, transform("<a xdt:Transform='RemoveAttributes'/>"))))
        .isEqualTo("<configuration><a /></configuration>");
  }

  @Test
  void reportsATargetThatAnEarlierTransformRemoved() {
    TransformResult result =
        apply(
            "<configuration><a><b/></a></configuration>",
            transform("<a xdt:Transform='Remove'/>", "<a><b xdt:Transform='Replace'/></a>"));
    assertThat(messages(result))
        .containsExactly(
            "warning 1.config:3:22 Replace matches nothing at '/configuration/a' after earlier "
                + "changes");
  }

  @ParameterizedTest
  @CsvSource({"true, 0", "True, 0", "false, 1"})
  void suppressesWarningsOnRequest(String value, int warnings) {
    String line = "<a xdt:Transform='Remove' xdt:SupressWarnings='%s'/>".formatted(value);
    assertThat(messages(apply("<configuration/>", transform(line)))).hasSize(warnings);
  }

  @Test
  void reportsUnsupportedTransforms() {
    TransformResult custom =
        apply(
            "<configuration><a/></configuration>",
            transform(
                "<xdt:Import assembly='My.Transforms' namespace='My'/>",
                "<a xdt:Transform='Merge'/>",
                "<xdt:Other/>"));
    assertThat(messages(custom))
        .containsExactly(
            "note 1.config:2:1 autoheal does not run the imported code",
            "warning 1.config:4:1 unknown XDT element <xdt:Other>",
            "not followed 1.config:3:19 autoheal does not support transform 'Merge'");
    assertThat(custom.isFollowed()).isFalse();
    assertThat(custom.fails()).isFalse();
    assertThat(apply("<configuration/>", transform("<a xdt:Transform='CommentOut'/>")).isFollowed())
        .isFalse();
  }

  @Test
  void notesAMissingNamespace() {
    TransformResult result =
        apply(
            BASE,
            settings("<add xdt:Transform='RemoveAll'/>")
                .replace("http://schemas", "https://schemas"));
    assertThat(messages(result))
        .containsExactly(
            "note 1.config:1:1 missing namespace of XDT, so the transform does nothing; add "
                + "xmlns:xdt=\"http://schemas.microsoft.com/XML-Document-Transform\"");
    assertThat(text(result)).isEqualTo(BASE);
  }

  @Test
  void recordsTheTargetsOfEachStep() {
    String base =
        "<configuration><system.webServer><monitoring/></system.webServer></configuration>";
    TransformResult result =
        apply(
            base,
            transform(
                "<system.webServer>",
                "<monitoring xdt:Transform='Insert'/>",
                "<monitoring xdt:Transform='InsertIfMissing'/>",
                "<handlers xdt:Transform='Replace'/>",
                "<monitoring xdt:Transform='RemoveAll'/>",
                "<monitoring xdt:Transform='InsertIfMissing'/>",
                "</system.webServer>"));
    assertThat(result.steps())
        .extracting(
            step -> "%s %d %s".formatted(step.type().xmlName(), step.targets(), step.changes()))
        .containsExactly(
            "Insert 1 true",
            "InsertIfMissing 2 false",
            "Replace 0 false",
            "RemoveAll 2 true",
            "InsertIfMissing 0 true");
    assertThat(result.steps().get(0).element().toString()).contains("Insert'");
  }

  @Test
  void tracksTheOriginOfEachElement() {
    TransformResult result =
        apply(
            BASE,
            settings("<add key='c' value='4' xdt:Transform='Insert'/>"),
            settings(
                "<add key='b' value='7' xdt:Locator='Match(key)' xdt:Transform='SetAttributes'/>"));
    assertThat(result.document().root().descendants().map(result::origin).map(TransformerTest::at))
        .containsExactly(
            "web.config:2:1",
            "web.config:4:3",
            "web.config:5:5",
            "web.config:6:5",
            "web.config:7:5",
            "1.config:3:1");
    assertThat(
            result
                .document()
                .root()
                .descendants()
                .flatMap(element -> element.attribute("value").stream())
                .map(value -> at(result.origins().of(value.valueSpan()))))
        .containsExactly("web.config:5:25", "2.config:3:21", "web.config:7:25", "1.config:3:21");
  }

  private static String at(FileSpan place) {
    Location location = place.locate();
    return "%s:%d:%d".formatted(location.path(), location.line(), location.column());
  }

  @Test
  void evaluatesTextButKeepsItsNotation() {
    String base =
        "<configuration><a>&lt;x&#62;</a><a><![CDATA[1 & 2]]></a><!-- c --><?p i?></configuration>";
    assertThat(
            text(
                apply(
                    base,
                    transform(
                        "<a xdt:Locator=\"Condition(.='&lt;x>')\" xdt:Transform='Remove'/>"))))
        .isEqualTo(base.replace("<a>&lt;x&#62;</a>", ""));
    assertThat(
            text(
                apply(
                    base,
                    transform(
                        "<a xdt:Locator=\"Condition(.='1 &amp; 2')\" xdt:Transform='Remove'/>"))))
        .isEqualTo(base.replace("<a><![CDATA[1 & 2]]></a>", ""));
  }

  @Test
  void writesInTheEncodingOfTheBase() {
    String base = "<?xml version=\"1.0\" encoding=\"us-ascii\"?><configuration/>";
    TransformResult result = apply(base, transform("<a v='ü😀' xdt:Transform='Insert'>ä</a>"));
    assertThat(text(result))
        .endsWith("<configuration><a v='&#xFC;&#x1F600;'>&#xE4;</a></configuration>");
    assertThat(
            result.document().root().first("a").orElseThrow().attribute("v").orElseThrow().value())
        .isEqualTo("ü😀");
  }

  @Test
  void returnsTheBaseIfTheResultIsInvalid() {
    String base = "<?xml version=\"1.0\" encoding=\"us-ascii\"?><configuration/>";
    TransformResult result = apply(base, transform("<ä xdt:Transform='Insert'/>"));
    assertThat(messages(result))
        .containsExactly(
            "not followed 1.config:1:1 the result is not valid XML, so autoheal uses the base");
    assertThat(text(result)).isEqualTo(base);
    assertThat(List.of(at(result.origin(result.document().root()))))
        .containsExactly("web.config:1:42");
  }
}
