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
 * Takes random bases with at most one section, transforms without a section, and policies, and
 * checks that publishing with the generated transform gives one section with the desired values.
 */
class AppliedTransformPropertyTest {

  /** Provides only pairs with changes, because a policy may be empty or incomplete. */
  @Provide
  Arbitrary<Pair> pairs() {
    return Arbitraries.randomValue(Pair::of).filter(pair -> pair.rewrite().isPresent());
  }

  @Property(tries = 500)
  @StatisticsReport(StatisticsReportMode.OFF)
  void publishesOneSectionWithTheDesiredValues(@ForAll("pairs") Pair pair) {
    Statistics.label("promised")
        .collect(isPromised(pair))
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 50));
    if (isPromised(pair)) {
      check(pair, pair.rewrite().orElseThrow());
    }
  }

  /**
   * Returns false without a base, for a base of another namespace, which apply rejects, or for a
   * base with several sections.
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
    assertThat(warnings(once))
        .isEqualTo(warnings(Transformer.of(base.document(), List.of(before))));

    TransformResult twice = Transformer.of(base.document(), List.of(after, after));
    assertOneSection(twice, pair);
    boolean isDone =
        text(Transformer.of(base.document(), List.of(after, before))).equals(text(once));
    Statistics.label("done by the existing transform")
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
    RewritePropertyTest.assertHasDesiredValues(new Trial(result, pair.desired()));
    assertThat(published.origin(result.sections().get(0).element()).file().path())
        .isEqualTo("Web.Release.config");
  }

  /** Returns the messages of the engine except notes. */
  private static List<String> warnings(TransformResult published) {
    return published.messages().stream()
        .filter(message -> message.kind() != TransformMessage.Kind.NOTE)
        .map(message -> message.kind() + " " + message.text())
        .toList();
  }

  private static String text(TransformResult published) {
    return published.document().file().text();
  }
}
