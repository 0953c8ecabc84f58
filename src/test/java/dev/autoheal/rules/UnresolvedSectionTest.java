package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnresolvedSectionTest {
  private static final String SECTION =
      "<monitoring><triggers><memory privateBytesInKB='800000' /></triggers>"
          + "<actions value='Recycle' /></monitoring>";

  private final RuleTester tester = new RuleTester(new UnresolvedSection());

  @Test
  void reportsATransformOfACustomAssembly() {
    assertThat(
            findings(
                """
                <xdt:Import assembly="Shop" namespace="Shop" />
                <monitoring xdt:Transform="Merge" />
                """))
        .containsExactly("3:28 unresolved section: autoheal does not support transform 'Merge'");
  }

  @Test
  void reportsALocatorOfACustomAssembly() {
    assertThat(
            findings(
                """
                <xdt:Import assembly="Shop" namespace="Shop" />
                <monitoring xdt:Locator="Largest()" xdt:Transform="Remove" />
                """))
        .containsExactly("3:26 unresolved section: autoheal does not support locator 'Largest'");
  }

  @Test
  void reportsAPathThatIsTooExpensive() {
    String costly = "//*" + "[count(//*[count(//*) > 0]) > 0]".repeat(8);
    String base = SECTION.replace("<triggers>", "<triggers>" + "<a />".repeat(400));
    assertThat(
            tester.findings(
                RuleTester.transform(
                    "<monitoring xdt:Locator='XPath(" + costly + ")' xdt:Transform='Remove' />",
                    base)))
        .hasSize(1);
  }

  @Test
  void acceptsAnImportAlone() {
    assertThat(
            findings(
                """
                <xdt:Import assembly="Shop" namespace="Shop" />
                <monitoring xdt:Transform="Remove" />
                """))
        .isEmpty();
  }

  @Test
  void ignoresATransformThatFails() {
    assertThat(findings("<monitoring xdt:Transform='Merge' />")).isEmpty();
  }

  @Test
  void reportsAConditionAroundTheSection() {
    assertThat(tester.findings(webServer("#{if Never}" + SECTION + "#{/if}")))
        .containsExactly(
            "1:34 unresolved section: it depends on '#{if Never}'; remove the condition");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#{unless A}S#{/unless}",
        "#{each a in As}S#{/each}",
        "#{ IF A == \"b\" } S #{/If}",
        "#{if A[#{B}]}S#{/if}",
        "#{if A}<httpErrors />S#{/if}",
        "#{if A}#{if B}#{/if}S#{/if}",
        "#{if A}#{unless B}#{/unless}S#{else}x#{/if}",
        "<!--#{if A}-->S<!--#{/if}-->",
        "<a b='#{if A}' />S<a b='#{/if}' />",
        "<![CDATA[#{if A}]]>S<![CDATA[#{/if}]]>",
        "#{if A}S",
        "<a>#{if A}</a>S<a>#{/if}</a>",
      })
  void reportsABlockAroundTheSection(String content) {
    assertThat(tester.findings(webServer(content.replace("S", SECTION)))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#{if A}<triggers></triggers>#{/if}",
        "<triggers>#{if A}<memory privateBytesInKB='800000' />#{/if}</triggers>",
        "<triggers>#{each a in As}#{/each}</triggers>",
        "<triggers></triggers>#{if A}<actions value='Recycle' />#{else}<actions />#{/if}",
        "<triggers a='#{if A}'></triggers><actions value='#{/if}' />",
        "<triggers></triggers>#{/if}",
      })
  void reportsABlockInTheSection(String content) {
    assertThat(tester.findings(webServer("<monitoring>" + content + "</monitoring>"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#{if A}<httpErrors />#{/if}S",
        "S#{if A}<httpErrors />#{/if}",
        "<!-- #{if A} is not used -->S",
        "<!-- #{if A}S#{/if} -->S",
        "<a b='#{if A}c#{/if}' />S",
        "<a b='#{if A}' />S",
        "#{iffy}S",
        "#{A}S#{B}",
        "#{/if}S",
      })
  void acceptsABlockNextToTheSection(String content) {
    tester.findsNothing(webServer(content.replace("S", SECTION)));
  }

  @Test
  void leavesABlockInAValueToOtherRules() {
    tester.findsNothing(webServer(SECTION.replace("800000", "#{if A}800000#{else}900000#{/if}")));
  }

  @Test
  void reportsABlockAroundALocation() {
    assertThat(
            tester.findings(
                "<configuration>#{if A}<location path='.'><system.webServer>"
                    + SECTION
                    + "</system.webServer></location>#{/if}</configuration>"))
        .hasSize(1);
  }

  private static String webServer(String content) {
    return "<configuration><system.webServer>" + content + "</system.webServer></configuration>";
  }

  private List<String> findings(String operations) {
    return tester.findings(RuleTester.transform(operations, SECTION));
  }
}
