package dev.autoheal.rule;

import dev.autoheal.policy.App;
import dev.autoheal.section.ParsedFile;
import dev.autoheal.section.WebConfig;
import dev.autoheal.xdt.TransformResult;
import dev.autoheal.xdt.Transformer;
import dev.autoheal.xml.XmlDocument;
import dev.autoheal.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The files of one way of publishing an app, read.
 *
 * @param name the name of the variant
 * @param base the file that publishing starts from
 * @param transforms the transforms in the order of application
 * @param baseApp the app that matches the base; empty when none does
 * @param lastApp the app that matches the last matched transform; empty when none is matched
 */
public record VariantFiles(
    String name,
    ParsedFile base,
    List<ParsedFile> transforms,
    Optional<App> baseApp,
    Optional<App> lastApp) {
  public VariantFiles {
    transforms = List.copyOf(transforms);
  }

  /**
   * Finds the apps of the files.
   *
   * @param apps returns the app that matches a path
   */
  public static VariantFiles of(
      String name,
      ParsedFile base,
      List<ParsedFile> transforms,
      Function<String, Optional<App>> apps) {
    return new VariantFiles(
        name,
        base,
        transforms,
        apps.apply(base.source().path()),
        transforms.stream()
            .flatMap(each -> apps.apply(each.source().path()).stream())
            .reduce((first, second) -> second));
  }

  /** Returns the same way with another version of one of its files. */
  public VariantFiles with(ParsedFile version) {
    String path = version.source().path();
    return new VariantFiles(
        name,
        base.source().path().equals(path) ? version : base,
        transforms.stream()
            .map(each -> each.source().path().equals(path) ? version : each)
            .toList(),
        baseApp,
        lastApp);
  }

  /**
   * Publishes the app in memory.
   *
   * @param isRelevant selects the elements of transforms that need be carried out
   */
  public EffectiveConfig outcome(Predicate<XmlElement> isRelevant) {
    Optional<ParsedFile> unreadable = all().filter(each -> each.config().isEmpty()).findFirst();
    if (unreadable.isPresent()) {
      return new EffectiveConfig(this, unreadable.get(), Optional.empty());
    }
    TransformResult result =
        transforms.isEmpty()
            ? TransformResult.unchanged(document(base))
            : Transformer.of(
                document(base),
                transforms.stream().map(VariantFiles::document).toList(),
                isRelevant);
    return new EffectiveConfig(this, ParsedFile.of(result), Optional.of(result));
  }

  /** Returns the paths of the transforms. */
  public List<String> paths() {
    return transforms.stream().map(each -> each.source().path()).toList();
  }

  /** Returns all files, the base first. */
  public Stream<ParsedFile> all() {
    return Stream.concat(Stream.of(base), transforms.stream());
  }

  /**
   * Returns whether the policy requires the section of this way of publishing. If the base has a
   * section or a transform inserts one, no other transform may remove it. If there is none, the
   * last transform must insert one if the policy gives its name. An existing section must be as
   * required.
   *
   * @param published the published file
   */
  boolean isRequired(ParsedFile published) {
    boolean isThere =
        !published.sections().isEmpty() || all().anyMatch(file -> !file.sections().isEmpty());
    return isNamed() || (isThere && !isDebug());
  }

  /**
   * Returns whether this is the configuration Debug, which no profile publishes, and the policy
   * does not give its name.
   */
  public boolean isDebug() {
    return !isNamed() && name.equalsIgnoreCase("web.debug.config");
  }

  private boolean isNamed() {
    return lastApp.filter(app -> app.files().namesFile(last())).isPresent();
  }

  /** Returns the path of the file whose app decides: the last matched transform, else the base. */
  public String deciding() {
    return transforms.stream()
        .map(each -> each.source().path())
        .filter(path -> lastApp.filter(app -> app.files().matches(path)).isPresent())
        .reduce((first, second) -> second)
        .orElse(base.source().path());
  }

  /** Returns the path of the last transform, or of the base if there is none. */
  private String last() {
    return all().reduce((first, second) -> second).orElseThrow().source().path();
  }

  private static XmlDocument document(ParsedFile file) {
    return file.config().map(WebConfig::document).orElseThrow();
  }
}
