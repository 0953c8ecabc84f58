package dev.autoheal.rule;

import dev.autoheal.change.Comparison;
import dev.autoheal.finding.Finding.Related;
import dev.autoheal.policy.App;
import dev.autoheal.policy.Plan;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.MemorySize;
import dev.autoheal.section.ParsedFile;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionValue;
import dev.autoheal.section.TransformedSections;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.FileSpan;
import dev.autoheal.text.SourceFile;
import dev.autoheal.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/**
 * A file as rules see it.
 *
 * @param parsed the file, as far as it could be read
 * @param around the surroundings of the file
 * @param comparison the comparison with what the app requires; empty when the file is not compared
 */
public record RuleContext(ParsedFile parsed, FileContext around, Optional<Comparison> comparison) {
  /** Creates the context of a file with nothing around it. */
  public static RuleContext of(ParsedFile parsed) {
    return new RuleContext(parsed, FileContext.NONE, Optional.empty());
  }

  /** Returns the file, which may have a defect that keeps it from being read. */
  public SourceFile file() {
    return parsed.source();
  }

  /** Returns the sections of the file; empty when the file is not well-formed. */
  public Optional<WebConfig> config() {
    return parsed.config();
  }

  /** Returns the app that matches the file; empty when none does. */
  public Optional<App> app() {
    return around.app();
  }

  /**
   * Returns what the app runs with in each way of publishing that this transform takes part in;
   * empty for other files, without a base, and where no section is concerned.
   */
  public List<EffectiveConfig> outcomes() {
    return around.outcomes();
  }

  /**
   * Returns the file that holds the section in place of this one, with the app of this one; empty
   * when there is none, or when it cannot be read.
   */
  public Optional<RuleContext> source() {
    return around
        .configSource()
        .map(source -> new RuleContext(source, FileContext.of(app()), Optional.empty()));
  }

  /** Returns whether the file is an XDT transform, which patches a web.config at publishing. */
  public boolean isTransform() {
    return parsed.isTransform();
  }

  /** Returns the sections to check, which are the complete ones in a place where IIS reads them. */
  public List<Section> sections() {
    return parsed.sections();
  }

  /**
   * Returns whether the elements around the section belong to a base, so that the result is to be
   * checked.
   */
  public boolean isPatch() {
    return !outcomes().isEmpty();
  }

  /**
   * Returns whether IIS will see an element. In a transform, it will see only what the transform
   * inserts.
   */
  public boolean isChecked(XmlElement element) {
    return !isTransform() || TransformedSections.isInserted(element);
  }

  /**
   * Returns whether a value is out of range for most instances only. This is memory above the limit
   * of the portal, if the instance of the app has that much.
   */
  public boolean isExplainedByPlan(SectionValue value) {
    return value.is(SectionValue.State.OUT_OF_RANGE)
        && value.attribute() == Attribute.PRIVATE_BYTES
        && value.value().orElse(0) > MemorySize.PORTAL_MAXIMUM
        && instance().filter(own -> value.value().orElse(0) <= own.memory()).isPresent();
  }

  /** Returns the instance that the app runs on; empty when the policy does not state it. */
  public Optional<Plan.Instance> instance() {
    return app().flatMap(matching -> matching.plan().instance());
  }

  /**
   * Returns a second place of a finding in this file.
   *
   * @param place a place in this file or in another one
   */
  public Related related(FileSpan place, String message) {
    return place.isIn(file().path())
        ? Related.here(place.span(), message)
        : Related.elsewhere(place.locate(), message);
  }
}
