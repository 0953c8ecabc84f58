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
 * One file as rules see it, each part there as far as the one before it could be read.
 *
 * @param parsed empty when the file cannot be decoded
 * @param config empty when the file is not well-formed
 * @param app the one that governs the file, if one does
 * @param comparison empty when the file is not compared with what the app asks
 * @param above the path of a web.config in a folder above, when the file is governed by no app;
 *     empty when there is none, or when that does not matter
 * @param source the file that holds the section in place of this one, by {@code configSource};
 *     empty when there is none, or when it cannot be read
 * @param published what becomes of the base beside this transform, in each way of publishing that
 *     is known; empty for other files, without a base, and where no section is concerned
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

  /** Reads a file as far as it goes. */
  public static RuleContext of(SourceFile file) {
    return of(file, WebConfig.Role.of(file.path()));
  }

  /** Reads a file as far as it goes, whatever its name says. */
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

  /** What transforms made of a file, under the path of that. */
  public static RuleContext of(TransformResult result) {
    SourceFile file = result.document().file();
    int size = file.bytes().length;
    boolean isReadable = size <= SourceFile.SIZE_LIMIT;
    return of(isReadable ? file : SourceFile.tooLarge(file.path(), size), WebConfig.Role.RESULT);
  }

  /** The same file, governed by an app; so is the one that it has its section from. */
  public RuleContext governedBy(App governing) {
    Optional<RuleContext> read = source.map(other -> other.governedBy(governing));
    return new RuleContext(
        file, role, parsed, config, Optional.of(governing), comparison, above, read, published);
  }

  /** The same file, compared with what a policy asks. */
  public RuleContext comparedAs(Comparison known) {
    return new RuleContext(
        file, role, parsed, config, app, Optional.of(known), above, source, published);
  }

  /** The same file, below a web.config of the same app. */
  public RuleContext below(String path) {
    return new RuleContext(
        file, role, parsed, config, app, comparison, Optional.of(path), source, published);
  }

  /** The same file, whose section stands in another one. */
  public RuleContext withSource(SourceFile other) {
    RuleContext plain = of(other, WebConfig.Role.SOURCE);
    RuleContext read = app.map(plain::governedBy).orElse(plain);
    return new RuleContext(
        file, role, parsed, config, app, comparison, above, Optional.of(read), published);
  }

  /** The same transform, with what becomes of its base. */
  public RuleContext publishedAs(List<Published> known) {
    return new RuleContext(file, role, parsed, config, app, comparison, above, source, known);
  }

  /** The same transform, over the file that it patches. */
  public RuleContext over(WebConfig base) {
    Optional<WebConfig> placed = config.map(own -> own.over(base));
    return new RuleContext(file, role, parsed, placed, app, comparison, above, source, published);
  }

  /** The path that {@code configSource} of the section gives, as it is written. */
  public Optional<String> sourceName() {
    return config
        .flatMap(WebConfig::section)
        .flatMap(section -> section.element().attribute("configSource"))
        .map(XmlAttribute::value);
  }

  /** Whether it is an XDT transform, which patches a web.config at publishing. */
  public boolean isTransform() {
    return config.flatMap(WebConfig::transform).isPresent();
  }

  /** Whether it is named like a transform but is none: somebody's fragment, not to be judged. */
  public boolean isFragment() {
    return role == WebConfig.Role.TRANSFORM && config.isPresent() && !isTransform();
  }

  /** The sections that are to be judged: whole ones, where IIS reads them. */
  public List<Section> sections() {
    return config.map(WebConfig::sections).orElse(List.of());
  }

  /** Whether what stands around its section is the base's, so that the result is to be judged. */
  public boolean isPatch() {
    return !published.isEmpty();
  }

  /** Whether an element is there for IIS: of a transform only what it brings in is. */
  public boolean isJudged(XmlElement element) {
    return !isTransform() || TransformedSections.isBroughtIn(element);
  }

  /**
   * Whether a value is out of range only for most instances: memory above what the portal takes,
   * which the instance of the app has.
   */
  public boolean isExplainedByPlan(SectionValue value) {
    return value.is(SectionValue.State.OUT_OF_RANGE)
        && value.attribute() == Attribute.PRIVATE_BYTES
        && value.value().orElse(0) > MemorySize.PORTAL_MAXIMUM
        && instance().filter(own -> value.value().orElse(0) <= own.memory()).isPresent();
  }

  /** Whether a value can be read and makes sense, on the instance of the app if not on others. */
  public boolean isPlausible(SectionValue value) {
    return value.is(SectionValue.State.VALID) || isExplainedByPlan(value);
  }

  /** The instance that the app runs on, where the policy says so. */
  public Optional<Plan.Instance> instance() {
    return app.flatMap(governing -> governing.plan().instance());
  }
}
