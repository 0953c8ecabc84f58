package dev.autoheal.change;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.policy.App;
import dev.autoheal.policy.DesiredSection.DesiredAction;
import dev.autoheal.policy.DesiredSection.Values;
import dev.autoheal.policy.read.PolicyReader;
import dev.autoheal.section.Action;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.DeploymentToken;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionBinding;
import dev.autoheal.section.SectionValue;
import dev.autoheal.section.Settings;
import dev.autoheal.section.TriggerElement;
import dev.autoheal.section.TriggerKey;
import dev.autoheal.text.Edit;
import dev.autoheal.text.Encoding;
import dev.autoheal.text.Patch;
import dev.autoheal.text.PatchApplier;
import dev.autoheal.text.SourceFile;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import dev.autoheal.xml.XmlNode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Checks that apply gives any file the desired values and changes nothing else. */
class RewritePropertyTest {

  @Provide
  Arbitrary<RandomWebConfig> files() {
    return Arbitraries.randomValue(random -> new RandomWebConfig(random, false));
  }

  @Provide
  Arbitrary<RandomWebConfig> brokenFiles() {
    return Arbitraries.randomValue(random -> new RandomWebConfig(random, true));
  }

  @Provide
  Arbitrary<String> policies() {
    return Arbitraries.randomValue(random -> new RandomValues(random).policy());
  }

  @Property
  void rewritesOnlyTheSection(
      @ForAll("files") RandomWebConfig file, @ForAll("policies") String policy) {
    check(file, policy, false);
  }

  @Property
  void rebuildsOnlyTheSection(
      @ForAll("brokenFiles") RandomWebConfig file, @ForAll("policies") String policy) {
    check(file, policy, true);
  }

  @Provide
  Arbitrary<String> layeredPolicies() {
    return Arbitraries.randomValue(random -> new RandomValues(random).layeredPolicy());
  }

  /** The reader rejects a policy that violates its own limits, so apply never writes it. */
  @Property
  void neverWritesValuesOutsideTheLimits(
      @ForAll("files") RandomWebConfig file, @ForAll("layeredPolicies") String policy) {
    PolicyReader.Result read =
        PolicyReader.read(SourceFile.of("autoheal.yaml", policy.getBytes(UTF_8)), Set.of());
    if (read instanceof PolicyReader.Invalid invalid) {
      assertThat(invalid.problems())
          .allMatch(problem -> problem.message().contains(" ('limits' on line "));
      return;
    }
    App app = ((PolicyReader.Valid) read).policy().apps().get(0);
    app.desired()
        .triggers()
        .forEach(
            (key, trigger) ->
                ((Values) trigger)
                    .values()
                    .forEach(
                        (attribute, value) ->
                            assertThat(
                                    app.limits()
                                        .range(key.trigger(), attribute)
                                        .breach(value.value()))
                                .isEmpty()));
    assertThat(app.desired().action().flatMap(a -> app.limits().refusing(a.action().kind())))
        .isEmpty();
    check(file, policy, false);
  }

  /** Returns whether the rewrite changed the file. */
  static boolean check(RandomWebConfig file, String policy, boolean rebuild) {
    Trial before = Trial.of(file.bytes(), policy);
    assertThat(before.file().encoding()).isEqualTo(file.encoding());
    Optional<Rewrite> found = rebuild ? before.rebuild() : before.rewrite();
    if (found.isEmpty() || found.get().edits().isEmpty()) {
      return false;
    }
    Rewrite rewrite = found.get();
    Trial after = before.after(rewrite);
    assertOnlyTheEditsChanged(before.file(), rewrite);
    assertPatchGivesTheSame(before.file(), rewrite);
    assertSecondRunChangesNothing(after);
    assertHasDesiredValues(after);
    assertThat(comments(after.config().document().nodes().stream(), after.file()))
        .containsAll(rebuild ? List.of() : keptComments(before));
    WithoutSection.assertSame(before.file(), after.file(), rebuild);
    assertNoTrailingSpacesAdded(before.file().text(), after.file().text());
    return true;
  }

  static void assertOnlyTheEditsChanged(SourceFile before, Rewrite rewrite) {
    Encoding encoding = before.encoding();
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    expected.writeBytes(encoding.bom() ? encoding.encode("\uFEFF") : new byte[0]);
    int at = 0;
    for (Edit edit : rewrite.edits().list()) {
      expected.writeBytes(encoding.encode(before.text().substring(at, edit.span().start())));
      expected.writeBytes(encoding.encode(edit.replacement()));
      at = edit.span().end();
    }
    expected.writeBytes(encoding.encode(before.text().substring(at)));
    assertThat(rewrite.after().bytes()).isEqualTo(expected.toByteArray());
  }

  static void assertPatchGivesTheSame(SourceFile before, Rewrite rewrite) {
    byte[] patch = Patch.of(Optional.of(before), rewrite.after(), rewrite.edits()).bytes();
    assertThat(PatchApplier.apply(patch, before.bytes())).isEqualTo(rewrite.after().bytes());
  }

  private static void assertSecondRunChangesNothing(Trial after) {
    assertThat(after.comparison()).isInstanceOf(Comparison.Compared.class);
    assertThat(after.comparison().differencesOrNone()).isEmpty();
    assertThat(after.rewrite()).get().matches(rewrite -> rewrite.edits().isEmpty());
  }

  static void assertHasDesiredValues(Trial after) {
    assertThat(after.config().sections()).hasSize(1);
    Section section = after.config().sections().get(0);
    Settings bound = SectionBinding.read(section);
    Map<TriggerKey, List<TriggerElement>> existing = section.byKey();
    after
        .desired()
        .triggers()
        .forEach(
            (key, trigger) -> {
              if (trigger instanceof Values values) {
                assertThat(existing.get(key)).hasSize(1);
                TriggerElement element = existing.get(key).get(0);
                values
                    .values()
                    .forEach(
                        (attribute, value) ->
                            assertValue(
                                element, bound.triggers().get(key), attribute, value.value()));
              } else {
                assertThat(existing).doesNotContainKey(key);
                assertThat(bound.triggers()).doesNotContainKey(key);
              }
            });
    assertThat(existing.keySet())
        .allMatch(
            key ->
                after.desired().triggers().containsKey(key)
                    || (!after.desired().forbidden().containsKey(key.trigger())
                        && after.desired().removesUnmanaged().isEmpty()));
    after
        .desired()
        .action()
        .map(DesiredAction::action)
        .ifPresent(a -> assertAction(section, bound, a));
  }

  private static void assertValue(
      TriggerElement element, Map<Attribute, Long> bound, Attribute attribute, long desired) {
    if (!element.values().get(attribute).is(SectionValue.State.TOKEN)) {
      assertThat(element.values().get(attribute).value()).hasValue(desired);
      assertThat(bound.get(attribute)).isEqualTo(desired);
    }
  }

  private static void assertAction(Section section, Settings bound, Action desired) {
    ActionElement action = section.action().orElseThrow();
    boolean tokens =
        Stream.of(action.value(), action.exe(), action.parameters())
            .flatMap(Optional::stream)
            .map(XmlAttribute::value)
            .anyMatch(DeploymentToken::isIn);
    if (!tokens) {
      assertThat(bound.action()).contains(desired);
      assertThat(action.kind()).contains(desired.kind());
    }
    assertThat(action.program().isPresent()).isEqualTo(desired.program().isPresent());
  }

  /** Returns all comments except those inside elements that the policy may remove. */
  private static List<String> keptComments(Trial before) {
    return comments(before.config().document().nodes().stream(), before.file());
  }

  private static List<String> comments(Stream<XmlNode> nodes, SourceFile file) {
    List<String> comments = new ArrayList<>();
    nodes.forEach(
        node -> {
          if (node.is(XmlNode.Kind.COMMENT)) {
            comments.add(node.span().of(file.text()));
          } else if (node instanceof XmlElement element) {
            comments.addAll(comments(element.children().stream(), file));
          }
        });
    return comments;
  }

  static void assertNoTrailingSpacesAdded(String before, String after) {
    assertThat(trailingSpaces(after)).isLessThanOrEqualTo(trailingSpaces(before));
  }

  private static long trailingSpaces(String text) {
    return text.lines().filter(line -> line.endsWith(" ") || line.endsWith("\t")).count();
  }

  /** Runs manually, from the seed of the first argument, as often as the second says. */
  public static void main(String[] args) {
    long from = Long.parseLong(args[0]);
    int count = Integer.parseInt(args[1]);
    int rewritten = 0;
    for (long seed = from; seed < from + count; seed++) {
      boolean rebuild = seed % 5 == 0;
      RandomWebConfig file = new RandomWebConfig(new Random(seed), rebuild);
      String policy = new RandomValues(new Random(seed + 77)).policy();
      try {
        rewritten += check(file, policy, rebuild) ? 1 : 0;
      } catch (RuntimeException | AssertionError e) {
        System.out.println("seed " + seed + "\n" + file + "\n" + policy);
        Trial trial = Trial.of(file.bytes(), policy);
        try {
          Optional<Rewrite> r = rebuild ? trial.rebuild() : trial.rewrite();
          System.out.println(r.map(x -> x.after().text().replace("\r", "\\r")).orElse("none"));
        } catch (RuntimeException x) {
          System.out.println(x);
        }
        throw e;
      }
    }
    System.out.println(count + " files, " + rewritten + " rewritten");
  }
}
