package dev.autoheal.init;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.change.Comparison;
import dev.autoheal.change.RandomWebConfig;
import dev.autoheal.change.TransformRewritePropertyTest;
import dev.autoheal.change.Trial;
import dev.autoheal.init.PolicyDraft.DraftApp;
import dev.autoheal.policy.read.PolicyReader;
import dev.autoheal.policy.read.PolicySchema;
import dev.autoheal.section.Section;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Tests that a policy imported from any section is valid and changes nothing. */
class ImportedSectionPropertyTest {

  @Provide
  Arbitrary<RandomWebConfig> files() {
    return Arbitraries.randomValue(random -> new RandomWebConfig(random, random.nextInt(4) == 0));
  }

  @Property
  void importedPolicyChangesNothing(@ForAll("files") RandomWebConfig file) {
    WebConfig config = Trial.config(SourceFile.of("web.config", file.bytes()));
    Optional<ImportedSection> description = ImportedSection.of(config);
    assertThat(description.isPresent()).isEqualTo(!config.sections().isEmpty());
    description.ifPresent(described -> assertChangesNothing(config, described));
  }

  @Property
  void importsAnInsertedSectionLikeOneInAWebConfig(@ForAll("files") RandomWebConfig file) {
    SourceFile plain = SourceFile.of("web.config", file.bytes());
    WebConfig config = Trial.config(plain);
    byte[] bytes = TransformRewritePropertyTest.asTransform(plain);
    WebConfig transform = Trial.config(SourceFile.of("Web.Release.config", bytes));
    if (config.sections().size() == 1) {
      assertThat(ImportedSection.of(transform)).isEqualTo(ImportedSection.of(config)).isPresent();
    }
  }

  private static void assertChangesNothing(WebConfig config, ImportedSection described) {
    String policy = policy(described);
    assertThat(PolicySchema.problems(policy)).as(policy).isEmpty();
    PolicyReader.Result read =
        PolicyReader.read(SourceFile.of("autoheal.yaml", policy.getBytes(UTF_8)), Set.of());
    assertThat(read).as(policy).isInstanceOf(PolicyReader.Valid.class);
    Trial trial = new Trial(config, ((PolicyReader.Valid) read).policy().apps().get(0).desired());
    Comparison comparison = trial.comparison();
    assertThat(comparison.differencesOrNone()).as(policy).isEmpty();
    if (comparison instanceof Comparison.Refused refused) {
      assertThat(refused.structural()).as(policy).isTrue();
    } else {
      assertThat(((Comparison.Compared) comparison).incomplete()).isEmpty();
      assertThat(trial.rewrite()).get().matches(rewrite -> rewrite.edits().isEmpty());
    }
    if (described.leftOut().isEmpty()) {
      Section section = config.section().orElseThrow();
      assertThat(described.settings().triggers().keySet()).isEqualTo(section.byKey().keySet());
      assertThat(trial.desired().triggers().keySet()).isEqualTo(section.byKey().keySet());
      assertThat(described.settings().action().isPresent()).isEqualTo(section.action().isPresent());
    }
  }

  private static String policy(ImportedSection described) {
    DraftApp app =
        new DraftApp(described.leftOut(), "app", "web.config", List.of(), described.settings());
    return PolicyWriter.of(
        new PolicyDraft(List.of(), Optional.empty(), Map.of(), List.of(app), List.of()));
  }

  /** Runs manually, from the seed of the first argument, as often as the second says. */
  public static void main(String[] args) {
    long from = Long.parseLong(args[0]);
    for (long seed = from; seed < from + Integer.parseInt(args[1]); seed++) {
      new ImportedSectionPropertyTest()
          .importedPolicyChangesNothing(new RandomWebConfig(new Random(seed), seed % 4 == 0));
    }
  }
}
