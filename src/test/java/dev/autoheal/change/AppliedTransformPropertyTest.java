package dev.autoheal.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.change.TransformRewritePropertyTest.Pair;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.SourceFile;
import dev.autoheal.xdt.TransformMessage;
import dev.autoheal.xdt.TransformResult;
import dev.autoheal.xdt.Transformer;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlDocument;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/**
 * Any base with at most one section, where IIS reads it, any transform without a section and any
 * policy: publishing with what is generated gives one section with the values that are asked for.
 */
class AppliedTransformPropertyTest {

  /** Where something is generated; a policy may ask for nothing, or say too little. */
  @Provide
  Arbitrary<Pair> pairs() {
    return Arbitraries.randomValue(Pair::of).filter(pair -> pair.rewrite().isPresent());
  }

  @Property(tries = 500)
  @StatisticsReport(StatisticsReportMode.OFF)
  void publishingGivesOneSectionWithTheValuesAsked(@ForAll("pairs") Pair pair) {
    Statistics.label("promised")
        .collect(isPromised(pair))
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 50));
    if (isPromised(pair)) {
      check(pair, pair.rewrite().orElseThrow());
    }
  }

  /**
   * Not without a base, over one of another namespace, which apply refuses, or over one that has
   * several sections already.
   */
  private static boolean isPromised(Pair pair) {
    return pair.baseConfig()
        .filter(base -> base.sections().size() <= 1)
        .filter(base -> namespace(base).equals(namespace(pair.config())))
        .isPresent();
  }

  private static Optional<String> namespace(WebConfig config) {
    return config.document().root().attribute("xmlns").map(XmlAttribute::value);
  }

  private static void check(Pair pair, Rewrite rewrite) {
    WebConfig base = pair.baseConfig().orElseThrow();
    XmlDocument before = pair.config().document();
    WebConfig generated =
        Trial.config(SourceFile.of("Web.Release.config", rewrite.after().bytes())).over(base);
    XmlDocument after = generated.document();

    TransformResult once = Transformer.of(base.document(), List.of(after));
    assertOneSection(once, pair);
    assertThat(complaints(once))
        .isEqualTo(complaints(Transformer.of(base.document(), List.of(before))));

    TransformResult twice = Transformer.of(base.document(), List.of(after, after));
    assertOneSection(twice, pair);
    boolean isDone =
        text(Transformer.of(base.document(), List.of(after, before))).equals(text(once));
    Statistics.label("done by what stood there before")
        .collect(isDone)
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 30));
    if (isDone) {
      assertThat(text(twice)).isEqualTo(text(once));
    }

    assertThat(new Trial(generated, pair.desired()).rewrite())
        .get()
        .matches(second -> second.edits().isEmpty());
  }

  private static void assertOneSection(TransformResult published, Pair pair) {
    WebConfig result = WebConfig.of(published.document());
    RewritePropertyTest.assertValuesAreAsked(new Trial(result, pair.desired()));
    assertThat(published.origin(result.sections().get(0).element()).file().path())
        .isEqualTo("Web.Release.config");
  }

  /** All that the engine says but notes, which is then of the orders that stood there before. */
  private static List<String> complaints(TransformResult published) {
    return published.messages().stream()
        .filter(message -> message.kind() != TransformMessage.Kind.NOTE)
        .map(message -> message.kind() + " " + message.text())
        .toList();
  }

  private static String text(TransformResult published) {
    return published.document().file().text();
  }
}
