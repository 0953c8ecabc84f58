package dev.autoheal.rule;

import dev.autoheal.change.Comparison;
import dev.autoheal.policy.App;
import dev.autoheal.policy.Plan;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.MemorySize;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionValue;
import dev.autoheal.section.TransformedSections;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.SourceFile;
import dev.autoheal.xdt.TransformResult;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlDocument;
import dev.autoheal.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/**
 * A file as rules see it. Each component is present only as far as the one before it could be read.
 *
 * @param file the file, which may have a defect that keeps it from being read
 * @param role the purpose of the file, by its name or by what refers to it
 * @param parsed the result of the XML parser; empty when the file cannot be decoded
 * @param config the sections of the file; empty when the file is not well-formed
 * @param app the app that matches the file; empty when none does
 * @param comparison the comparison with what the app requires; empty when the file is not compared
 * @param above the path of a web.config in a folder above, when no app matches the file; empty when
 *     there is none, or when that does not matter
 * @param source the file that holds the section in place of this one, by {@code configSource};
 *     empty when there is none, or when it cannot be read
 * @param published the results of publishing the base next to this transform, one for each known
 *     way; empty for other files, without a base, and where no section is concerned
 */
public record RuleContext(
    SourceFile file,
    WebConfig.Role role,
    Optional<XmlDocument.Result> parsed,
    Optional<WebConfig> config,
    Optional<App> app,
    Optional<Comparison> comparison,
    Optional<String> above,
    Optional<RuleContext> source,
    List<Published> published) {
  public RuleContext {
    published = List.copyOf(published);
  }

  /** Reads a file as far as possible, in the role that its name gives. */
  public static RuleContext of(SourceFile file) {
    return of(file, WebConfig.Role.of(file.path()));
  }

  /** Reads a file as far as possible, in the given role whatever its name is. */
  public static RuleContext of(SourceFile file, WebConfig.Role role) {
    Optional<XmlDocument.Result> parsed =
        file.defect().isPresent() ? Optional.empty() : Optional.of(XmlDocument.parse(file));
    Optional<WebConfig> config =
        parsed
            .filter(XmlDocument.Parsed.class::isInstance)
            .map(result -> WebConfig.of(((XmlDocument.Parsed) result).document(), role));
    return new RuleContext(
        file,
        role,
        parsed,
        config,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /**
   * Reads the result of transforms, under the path of the file that they transform. A result above
   * {@link SourceFile#SIZE_LIMIT} is too large to be read.
   */
  public static RuleContext of(TransformResult result) {
    SourceFile file = result.document().file();
    int size = file.bytes().length;
    boolean isReadable = size <= SourceFile.SIZE_LIMIT;
    return of(isReadable ? file : SourceFile.tooLarge(file.path(), size), WebConfig.Role.RESULT);
  }

  /**
   * Returns the same file with the app that matches it. The app also applies to the file that holds
   * its section.
   */
  public RuleContext matchedBy(App matching) {
    Optional<RuleContext> read = source.map(other -> other.matchedBy(matching));
    return new RuleContext(
        file, role, parsed, config, Optional.of(matching), comparison, above, read, published);
  }

  /** Returns the same file with its comparison with what a policy requires. */
  public RuleContext comparedAs(Comparison known) {
    return new RuleContext(
        file, role, parsed, config, app, Optional.of(known), above, source, published);
  }

  /**
   * Returns the same file, below another web.config.
   *
   * @param path the path of that web.config
   */
  public RuleContext below(String path) {
    return new RuleContext(
        file, role, parsed, config, app, comparison, Optional.of(path), source, published);
  }

  /** Returns the same file, whose section is in another file. */
  public RuleContext withSource(SourceFile other) {
    RuleContext plain = of(other, WebConfig.Role.SOURCE);
    RuleContext read = app.map(plain::matchedBy).orElse(plain);
    return new RuleContext(
        file, role, parsed, config, app, comparison, above, Optional.of(read), published);
  }

  /** Returns the same transform with the results of publishing its base. */
  public RuleContext publishedAs(List<Published> known) {
    return new RuleContext(file, role, parsed, config, app, comparison, above, source, known);
  }

  /** Returns the same transform over the file that it patches. */
  public RuleContext over(WebConfig base) {
    Optional<WebConfig> placed = config.map(own -> own.over(base));
    return new RuleContext(file, role, parsed, placed, app, comparison, above, source, published);
  }

  /**
   * Returns the path in {@code configSource} of the section, as it is written; empty when there is
   * none.
   */
  public Optional<String> sourceName() {
    return config
        .flatMap(WebConfig::section)
        .flatMap(section -> section.element().attribute("configSource"))
        .map(XmlAttribute::value);
  }

  /** Returns whether the file is an XDT transform, which patches a web.config at publishing. */
  public boolean isTransform() {
    return config.flatMap(WebConfig::transform).isPresent();
  }

  /**
   * Returns whether the file is named like a transform but is none. Such a fragment is not to be
   * checked.
   */
  public boolean isFragment() {
    return role == WebConfig.Role.TRANSFORM && config.isPresent() && !isTransform();
  }

  /** Returns the sections to check, which are the complete ones in a place where IIS reads them. */
  public List<Section> sections() {
    return config.map(WebConfig::sections).orElse(List.of());
  }

  /**
   * Returns whether the elements around the section belong to a base, so that the result is to be
   * checked.
   */
  public boolean isPatch() {
    return !published.isEmpty();
  }

  /**
   * Returns whether IIS will see an element. In a transform, it will see only what the transform
   * inserts.
   */
  public boolean isChecked(XmlElement element) {
    return !isTransform() || TransformedSections.isBroughtIn(element);
  }

  /**
   * Returns whether a value is out of range for most instances only. That is memory above what the
   * portal accepts, which the instance of the app has.
   */
  public boolean isExplainedByPlan(SectionValue value) {
    return value.is(SectionValue.State.OUT_OF_RANGE)
        && value.attribute() == Attribute.PRIVATE_BYTES
        && value.value().orElse(0) > MemorySize.PORTAL_MAXIMUM
        && instance().filter(own -> value.value().orElse(0) <= own.memory()).isPresent();
  }

  /** Returns whether a value can be read and makes sense, at least on the instance of the app. */
  public boolean isPlausible(SectionValue value) {
    return value.is(SectionValue.State.VALID) || isExplainedByPlan(value);
  }

  /** Returns the instance that the app runs on; empty when the policy does not state it. */
  public Optional<Plan.Instance> instance() {
    return app.flatMap(matching -> matching.plan().instance());
  }
}
