package dev.autoheal.section;

import dev.autoheal.text.FileSpan;
import dev.autoheal.text.SourceFile;
import dev.autoheal.text.Span;
import dev.autoheal.xdt.SourceMap;
import dev.autoheal.xdt.TransformResult;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlDocument;
import java.util.List;
import java.util.Optional;

/**
 * A file with what could be read of it. Each component is present only as far as the one before it
 * could be read.
 *
 * @param source the file, which may have a defect that keeps it from being read
 * @param role the purpose of the file, by its name or by what refers to it
 * @param xml the result of the XML parser; empty when the file cannot be decoded
 * @param config the sections of the file; empty when the file is not well-formed
 * @param origins where each part of a result of transforms comes from; empty for a file that exists
 */
public record ParsedFile(
    SourceFile source,
    WebConfig.Role role,
    Optional<XmlDocument.Result> xml,
    Optional<WebConfig> config,
    Optional<SourceMap> origins) {
  /** Reads a file as far as possible, in the role that its name and its namespace give. */
  public static ParsedFile of(SourceFile source) {
    Optional<XmlDocument.Result> xml = xml(source);
    WebConfig.Role role =
        document(xml).map(WebConfig.Role::of).orElse(WebConfig.Role.of(source.path()));
    return of(source, role, xml, Optional.empty());
  }

  /** Reads a file as far as possible, in the given role whatever its name is. */
  public static ParsedFile of(SourceFile source, WebConfig.Role role) {
    return of(source, role, xml(source), Optional.empty());
  }

  /**
   * Reads the result of transforms, under the path of the file that they transform. A result above
   * {@link SourceFile#SIZE_LIMIT} is too large to be read.
   */
  public static ParsedFile of(TransformResult result) {
    SourceFile source = result.document().file();
    int size = source.bytes().length;
    boolean isReadable = size <= SourceFile.SIZE_LIMIT;
    SourceFile read = isReadable ? source : SourceFile.tooLarge(source.path(), size);
    return of(read, WebConfig.Role.RESULT, xml(read), Optional.of(result.origins()));
  }

  private static ParsedFile of(
      SourceFile source,
      WebConfig.Role role,
      Optional<XmlDocument.Result> xml,
      Optional<SourceMap> origins) {
    Optional<WebConfig> config = document(xml).map(document -> WebConfig.of(document, role));
    return new ParsedFile(source, role, xml, config, origins);
  }

  private static Optional<XmlDocument.Result> xml(SourceFile source) {
    return source.defect().isPresent() ? Optional.empty() : Optional.of(XmlDocument.parse(source));
  }

  private static Optional<XmlDocument> document(Optional<XmlDocument.Result> xml) {
    return xml.filter(XmlDocument.Parsed.class::isInstance)
        .map(result -> ((XmlDocument.Parsed) result).document());
  }

  /** Returns the same transform, which knows the path of the section in the file it patches. */
  public ParsedFile over(WebConfig base) {
    return new ParsedFile(source, role, xml, config.map(own -> own.over(base)), origins);
  }

  /**
   * Returns the place that a span comes from: in a result of transforms a place in the base or in a
   * transform, else the span itself.
   */
  public FileSpan origin(Span span) {
    return origins.map(map -> map.of(span)).orElseGet(() -> new FileSpan(source, span));
  }

  /** Returns the start tag of the root element; empty at the start of a file that has none. */
  public Span start() {
    return document(xml).map(document -> document.root().startTag()).orElse(Span.at(0));
  }

  /** Returns the sections to check, which are the complete ones in a place where IIS reads them. */
  public List<Section> sections() {
    return config.map(WebConfig::sections).orElse(List.of());
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
}
