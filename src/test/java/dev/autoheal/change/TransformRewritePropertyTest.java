package dev.autoheal.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.policy.DesiredSection;
import dev.autoheal.section.SectionPath;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.SourceFile;
import dev.autoheal.xdt.TransformType;
import dev.autoheal.xml.XmlDocument;
import dev.autoheal.xml.XmlElement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Checks that any transform gets one section and that nothing else changes. */
public class TransformRewritePropertyTest {
  /** A transform with a policy and an optional base. */
  record Pair(Optional<RandomWebConfig> base, RandomWebConfig transform, String policy) {
    static Pair of(Random random) {
      RandomWebConfig base = new RandomWebConfig(random, false);
      return new Pair(
          random.nextInt(5) == 0 ? Optional.empty() : Optional.of(base),
          RandomWebConfig.transform(random),
          new RandomValues(random).policy());
    }

    Optional<WebConfig> baseConfig() {
      return base.map(file -> Trial.config(SourceFile.of("web.config", file.bytes())));
    }

    WebConfig config() {
      WebConfig own = Trial.config(SourceFile.of("Web.Release.config", transform.bytes()));
      return baseConfig().map(own::over).orElse(own);
    }

    DesiredSection desired() {
      return Trial.of(transform.bytes(), policy).desired();
    }

    /** Returns the transform with the desired section, unless the policy is empty or incomplete. */
    Optional<Rewrite> rewrite() {
      Comparison comparison = Comparison.of(config(), desired(), true);
      return Rewrite.of(config(), desired(), comparison, false)
          .filter(rewrite -> !rewrite.edits().isEmpty());
    }

    @Override
    public String toString() {
      return "base " + base.map(Object::toString).orElse("none") + "\ntransform " + transform;
    }
  }

  @Provide
  Arbitrary<Pair> pairs() {
    return Arbitraries.randomValue(Pair::of);
  }

  @Property
  void putsTheSectionWhereTheBaseHasIt(@ForAll("pairs") Pair pair) {
    pair.rewrite().ifPresent(rewrite -> check(pair, rewrite));
  }

  @Provide
  Arbitrary<RandomWebConfig> files() {
    return Arbitraries.randomValue(random -> new RandomWebConfig(random, false));
  }

  @Provide
  Arbitrary<String> policies() {
    return Arbitraries.randomValue(random -> new RandomValues(random).policy());
  }

  @Property
  void editsAnExistingSectionLikeOneInAWebConfig(
      @ForAll("files") RandomWebConfig file, @ForAll("policies") String policy) {
    byte[] bytes = asTransform(SourceFile.of("web.config", file.bytes()));
    Trial config = Trial.of(bytes, policy);
    WebConfig transform = Trial.config(SourceFile.of("Web.Release.config", bytes));
    if (config.config().sections().size() == 1) {
      assertThat(edits(new Trial(transform, config.desired()))).isEqualTo(edits(config));
    }
  }

  /** Returns the file as a transform that replaces the section of its base. */
  public static byte[] asTransform(SourceFile file) {
    String text =
        file.text()
            .replaceFirst("<configuration", "<configuration xmlns:xdt=\"" + XmlDocument.XDT + "\"")
            .replaceAll("<monitoring", "<monitoring xdt:Transform=\"Replace\"");
    return RandomWebConfig.bytes(text, file.encoding());
  }

  private static Optional<String> edits(Trial trial) {
    return trial.rewrite().map(rewrite -> rewrite.edits().applyTo(trial.file().text()));
  }

  private static void check(Pair pair, Rewrite rewrite) {
    WebConfig before = pair.config();
    RewritePropertyTest.assertOnlyTheEditsChanged(before.document().file(), rewrite);
    RewritePropertyTest.assertPatchGivesTheSame(before.document().file(), rewrite);
    RewritePropertyTest.assertNoTrailingSpacesAdded(
        before.document().file().text(), rewrite.after().text());
    WebConfig after = Trial.config(SourceFile.of("Web.Release.config", rewrite.after().bytes()));
    RewritePropertyTest.assertHasDesiredValues(new Trial(after, pair.desired()));
    assertThat(Comparison.of(after, pair.desired(), true).differencesOrNone()).isEmpty();
    assertThat(names(after)).containsSubsequence(names(before));
    assertPattern(after);
    assertPath(after.section().orElseThrow().element(), before.transform().orElseThrow().path());
  }

  /** Returns the element names in document order. */
  private static List<String> names(WebConfig config) {
    return config.document().root().descendants().map(XmlElement::name).toList();
  }

  private static void assertPattern(WebConfig after) {
    List<XmlElement> sections =
        after
            .document()
            .root()
            .descendants()
            .filter(element -> element.name().equals("monitoring"))
            .toList();
    assertThat(sections)
        .hasSize(2)
        .extracting(section -> TransformType.of(section).orElseThrow())
        .containsExactly(TransformType.INSERT_IF_MISSING, TransformType.REPLACE);
    assertThat(sections.get(0).elements()).isEmpty();
    assertThat(sections.get(0).parent()).isEqualTo(sections.get(1).parent());
    assertThat(sections.get(1).lineage().skip(1))
        .allMatch(parent -> TransformType.attribute(parent).isEmpty());
  }

  /** Asserts that the transform locates each element of the path and inserts missing ones. */
  private static void assertPath(XmlElement section, SectionPath path) {
    List<XmlElement> way = new ArrayList<>(section.lineage().skip(1).toList());
    Collections.reverse(way);
    assertThat(way.stream().skip(1).map(XmlElement::name))
        .containsExactlyElementsOf(path.steps().stream().map(SectionPath.Step::name).toList());
    for (int i = 0; i < path.steps().size(); i++) {
      SectionPath.Step step = path.steps().get(i);
      assertThat(locator(way.get(i + 1))).isEqualTo(step.locator());
      if (!step.exists()) {
        assertThat(inserted(way.get(i), step)).isNotEmpty();
      }
    }
  }

  private static Stream<XmlElement> inserted(XmlElement parent, SectionPath.Step step) {
    return parent.elements(step.name()).stream()
        .filter(
            child -> TransformType.of(child).equals(Optional.of(TransformType.INSERT_IF_MISSING)))
        .filter(child -> child.elements().isEmpty() && locator(child).equals(step.locator()));
  }

  private static Optional<String> locator(XmlElement element) {
    return element.attributes().stream()
        .filter(attribute -> attribute.localName().equals("Locator"))
        .map(attribute -> attribute.value())
        .findFirst();
  }
}
