package dev.autoheal.lint;

import dev.autoheal.change.Comparison;
import dev.autoheal.files.FileTree;
import dev.autoheal.policy.App;
import dev.autoheal.project.InputFile;
import dev.autoheal.project.ProjectRoot;
import dev.autoheal.project.SiblingFiles;
import dev.autoheal.rule.Published;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.ParsedFile;
import dev.autoheal.section.RequestLimits;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.SourceFile;
import dev.autoheal.text.Span;
import dev.autoheal.xdt.TransformResult;
import dev.autoheal.xdt.TransformType;
import dev.autoheal.xdt.Transformer;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlDocument;
import dev.autoheal.xml.XmlElement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The web.config that a transform patches, and the transforms that publishing applies before it.
 * They decide where a section must be inserted, and what the published file contains.
 *
 * @param path the path of the web.config
 * @param base the web.config; empty when it cannot be read
 * @param app the app that matches the web.config; empty when none does
 * @param earlier the transforms that are applied before, for each known way of publishing
 * @param isChanged whether this run changes the web.config or an earlier transform
 */
record Publishing(
    String path,
    Optional<WebConfig> base,
    Optional<App> app,
    List<List<XmlDocument>> earlier,
    boolean isChanged) {
  private static final Set<String> AROUND =
      Set.of("configuration", "location", WebConfig.WEB_SERVER, "system.web");

  /**
   * Reads the files that are published with a transform.
   *
   * @param path the path of the web.config in the same folder
   * @param app the app that matches the web.config
   * @param isMatched whether an app matches the transform itself
   * @return the files; empty when publishing concerns no section, which is the common case
   * @throws IOException if one of the files cannot be read
   */
  static Optional<Publishing> of(
      InputFile transform,
      ParsedFile read,
      String path,
      Optional<App> app,
      boolean isMatched,
      SiblingFiles files)
      throws IOException {
    boolean mayReach = isMatched || anyIn(read, Publishing::mayReachSection);
    if (!mayReach && !anyIn(read, RequestLimits::isPart)) {
      return Optional.empty();
    }
    ProjectRoot root = transform.root();
    SourceFile base = files.read(root, path);
    boolean isChanged = files.isChanged(root, path);
    boolean isSlow = isSlow(base);
    List<List<SourceFile>> ways = new ArrayList<>();
    for (List<String> way : files.publishOrder(transform).before(transform.path())) {
      List<SourceFile> earlier = new ArrayList<>();
      for (String each : way) {
        SourceFile file = files.read(root, each);
        isChanged |= files.isChanged(root, each);
        isSlow |= isSlow(file);
        earlier.add(file);
      }
      ways.add(earlier);
    }
    return mayReach || isSlow
        ? Optional.of(
            new Publishing(
                path,
                ParsedFile.of(base).config(),
                app,
                ways.stream().map(Publishing::documents).toList(),
                isChanged))
        : Optional.empty();
  }

  /**
   * Returns whether a file may have a slow-request trigger. The request limits around a section
   * only matter for those.
   */
  private static boolean isSlow(SourceFile file) {
    return file.text().contains("slowRequests");
  }

  private static boolean anyIn(ParsedFile transform, Predicate<XmlElement> condition) {
    return transform.config().orElseThrow().document().root().descendants().anyMatch(condition);
  }

  /**
   * Returns whether an operation can affect the section. Of hundreds of operations in a transform,
   * few can.
   */
  private static boolean matters(XmlElement element) {
    return mayReachSection(element) || RequestLimits.isPart(element);
  }

  /**
   * Returns whether an operation can affect the section. One with a path reaches any place of the
   * document, wherever it stands in the transform.
   */
  private static boolean mayReachSection(XmlElement element) {
    boolean isAround = AROUND.contains(element.name());
    return isSection(element)
        || (isAround && element.attribute(XmlDocument.XDT, "Transform").isPresent())
        || TransformType.of(element).filter(TransformType::takesPath).isPresent()
        || element
            .attribute(XmlDocument.XDT, "Locator")
            .filter(locator -> locator.value().strip().startsWith("XPath"))
            .isPresent();
  }

  private static boolean isSection(XmlElement element) {
    return element.name().equalsIgnoreCase("monitoring");
  }

  private static List<XmlDocument> documents(List<SourceFile> files) {
    return files.stream()
        .flatMap(file -> ParsedFile.of(file).config().stream())
        .map(WebConfig::document)
        .toList();
  }

  /** Returns a version of the transform with the place of the section in the web.config. */
  ParsedFile place(ParsedFile transform) {
    return base.map(transform::over).orElse(transform);
  }

  /**
   * Returns the published results for a version of the transform; empty when it or the web.config
   * cannot be read.
   */
  List<Published> published(ParsedFile transform) {
    if (transform.config().isEmpty() || base.isEmpty()) {
      return List.of();
    }
    XmlDocument own = transform.config().get().document();
    return earlier.stream()
        .filter(way -> concernsSection(way, own))
        .map(way -> published(way, own))
        .toList();
  }

  private boolean concernsSection(List<XmlDocument> way, XmlDocument own) {
    return Stream.concat(Stream.of(base.orElseThrow().document(), own), way.stream())
        .flatMap(document -> document.root().descendants())
        .anyMatch(Publishing::isSection);
  }

  private Published published(List<XmlDocument> way, XmlDocument own) {
    XmlDocument config = base.orElseThrow().document();
    List<XmlDocument> all = new ArrayList<>(way);
    all.add(own);
    return new Published(
        app,
        way.isEmpty()
            ? TransformResult.unchanged(config)
            : Transformer.of(config, way, Publishing::matters),
        Transformer.of(config, all, Publishing::matters));
  }

  /** Returns why no section can be inserted into a transform; empty when one can. */
  Optional<Comparison> refusal(WebConfig transform) {
    if (base.filter(config -> !config.levels().isEmpty()).isEmpty()) {
      return refusal(transform, "%s beside it, which it patches, cannot be read", true);
    }
    return namespace(base.get()).equals(namespace(transform))
        ? Optional.empty()
        : refusal(
            transform, "%s beside it has another xmlns, so that nothing in it is found", false);
  }

  /**
   * Returns why a section cannot stay where it was inserted into a transform; empty when it can.
   */
  Optional<Comparison> refusal(RuleContext transform) {
    return transform.published().stream().allMatch(Publishing::isOne)
        ? Optional.empty()
        : refusal(
            transform.config().orElseThrow(),
            "with what else this transform, or one before it, does to %s, a section would be lost or stand twice",
            false);
  }

  /**
   * Returns whether publishing yields exactly one section. It also holds if the base has several
   * sections, or if the transform cannot be followed.
   */
  private static boolean isOne(Published way) {
    return !way.result().isFollowed() || sections(way.before()) > 1 || sections(way.result()) == 1;
  }

  private static int sections(TransformResult published) {
    return WebConfig.of(published.document()).sections().size();
  }

  private static String namespace(WebConfig config) {
    return config.document().root().attribute("xmlns").map(XmlAttribute::value).orElse("");
  }

  private Optional<Comparison> refusal(WebConfig transform, String reason, boolean structural) {
    Span root = transform.document().root().startTag();
    return Optional.of(
        new Comparison.Refused(root, reason.formatted(FileTree.nameOf(path)), structural));
  }
}
