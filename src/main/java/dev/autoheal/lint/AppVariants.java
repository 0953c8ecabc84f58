package dev.autoheal.lint;

import dev.autoheal.change.Comparison;
import dev.autoheal.files.FileTree;
import dev.autoheal.policy.App;
import dev.autoheal.project.InputFile;
import dev.autoheal.project.ProjectRoot;
import dev.autoheal.project.SiblingFiles;
import dev.autoheal.project.Variant;
import dev.autoheal.rule.EffectiveConfig;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.VariantFiles;
import dev.autoheal.section.ParsedFile;
import dev.autoheal.section.RequestLimits;
import dev.autoheal.section.TransformedSections;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The ways of publishing that a file takes part in. They decide what the app runs with, and where a
 * section must be inserted.
 *
 * @param ways at least one way
 * @param isChanged whether this run changes another file of them
 */
record AppVariants(List<VariantFiles> ways, boolean isChanged) {
  /**
   * Reads the files that are published with a transform.
   *
   * @param variants the variants that apply the transform
   * @param apps returns the app that matches a file, by its path
   * @return the ways; empty when publishing concerns no section, which is the common case
   * @throws IOException if one of the files cannot be read
   */
  static Optional<AppVariants> of(
      InputFile transform,
      ParsedFile read,
      List<Variant> variants,
      SiblingFiles files,
      Function<String, Optional<App>> apps)
      throws IOException {
    boolean mayReach =
        apps.apply(transform.path()).isPresent() || anyIn(read, TransformedSections::mayReach);
    boolean concernsSection =
        mayReach || (anyIn(read, RequestLimits::isPart) && isAnySlow(transform, variants, files));
    return concernsSection && !variants.isEmpty()
        ? Optional.of(around(transform, read, variants, files, apps))
        : Optional.empty();
  }

  /**
   * Returns whether another file of the variants may have a slow-request trigger. The request
   * limits around a section only matter for those.
   */
  private static boolean isAnySlow(InputFile transform, List<Variant> variants, SiblingFiles files)
      throws IOException {
    Set<String> others = new TreeSet<>();
    for (Variant variant : variants) {
      others.add(variant.base());
      others.addAll(variant.transforms());
    }
    others.remove(transform.path());
    for (String path : others) {
      if (files.read(transform.root(), path).text().contains("slowRequests")) {
        return true;
      }
    }
    return false;
  }

  /** Reads the other files of variants that a file takes part in. */
  static AppVariants around(
      InputFile file,
      ParsedFile own,
      List<Variant> variants,
      SiblingFiles files,
      Function<String, Optional<App>> apps)
      throws IOException {
    boolean isChanged = false;
    List<VariantFiles> ways = new ArrayList<>();
    for (Variant variant : variants) {
      ways.add(read(variant, Optional.of(own), file.root(), files, apps));
      isChanged |=
          Stream.concat(Stream.of(variant.base()), variant.transforms().stream())
              .filter(path -> !path.equals(file.path()))
              .anyMatch(path -> files.isChanged(file.root(), path));
    }
    return new AppVariants(ways, isChanged);
  }

  /**
   * Reads the files of a variant.
   *
   * @param own a file that was read before; empty when none was
   */
  static VariantFiles read(
      Variant variant,
      Optional<ParsedFile> own,
      ProjectRoot root,
      SiblingFiles files,
      Function<String, Optional<App>> apps)
      throws IOException {
    ParsedFile base = read(variant.base(), WebConfig.Role.CONFIG, own, root, files);
    List<ParsedFile> transforms = new ArrayList<>();
    for (String path : variant.transforms()) {
      transforms.add(read(path, WebConfig.Role.TRANSFORM, own, root, files));
    }
    return VariantFiles.of(variant.name(), base, transforms, apps);
  }

  private static ParsedFile read(
      String path,
      WebConfig.Role role,
      Optional<ParsedFile> own,
      ProjectRoot root,
      SiblingFiles files)
      throws IOException {
    boolean isOwn = own.filter(file -> file.source().path().equals(path)).isPresent();
    return isOwn ? own.get() : ParsedFile.of(files.read(root, path), role);
  }

  private static boolean anyIn(ParsedFile transform, Predicate<XmlElement> condition) {
    return transform.config().orElseThrow().document().root().descendants().anyMatch(condition);
  }

  /**
   * Returns whether an operation can affect the section. Of hundreds of operations in a transform,
   * few can.
   */
  static boolean matters(XmlElement element) {
    return TransformedSections.mayReach(element) || RequestLimits.isPart(element);
  }

  private static boolean isSection(XmlElement element) {
    return element.name().equalsIgnoreCase("monitoring");
  }

  /** Returns a version of the transform with the place of the section in its base. */
  ParsedFile place(ParsedFile transform) {
    return base().config().map(transform::over).orElse(transform);
  }

  private ParsedFile base() {
    return ways.get(0).base();
  }

  /** Returns what the app runs with, with this version of the file. */
  List<EffectiveConfig> outcomes(ParsedFile version) {
    return ways.stream()
        .map(way -> way.with(version))
        .filter(AppVariants::concernsSection)
        .map(way -> way.outcome(AppVariants::matters))
        .toList();
  }

  private static boolean concernsSection(VariantFiles way) {
    return way.all()
        .flatMap(file -> file.config().stream())
        .flatMap(config -> config.document().root().descendants())
        .anyMatch(AppVariants::isSection);
  }

  /** Returns why no section can be inserted into a transform; empty when one can. */
  Optional<Comparison> refusal(WebConfig transform) {
    Optional<WebConfig> base = base().config().filter(config -> !config.levels().isEmpty());
    if (base.isEmpty()) {
      return refusal(transform, "its base %s cannot be read", true);
    }
    return namespace(base.get()).equals(namespace(transform))
        ? Optional.empty()
        : refusal(
            transform, "the xmlns of its base %s differs, so nothing matches; use the same", false);
  }

  /**
   * Returns why a section cannot stay where it was inserted into a transform; empty when it can.
   */
  Optional<Comparison> refusal(RuleContext transform) {
    return base().sections().size() > 1
            || transform.outcomes().stream()
                .allMatch(each -> !each.isFollowed() || each.parsed().sections().size() == 1)
        ? Optional.empty()
        : refusal(
            transform.config().orElseThrow(),
            "publishing would remove or duplicate a section of %s",
            false);
  }

  private static String namespace(WebConfig config) {
    return config.document().root().attribute("xmlns").map(XmlAttribute::value).orElse("");
  }

  private Optional<Comparison> refusal(WebConfig transform, String reason, boolean structural) {
    Span root = transform.document().root().startTag();
    String name = FileTree.nameOf(base().source().path());
    return Optional.of(new Comparison.Refused(root, reason.formatted(name), structural));
  }
}
