package dev.autoheal.run;

import dev.autoheal.rule.Subject;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Tree;
import dev.autoheal.xdt.Transformation;
import dev.autoheal.xml.XmlDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What lies beside a transform and is published before it. Publishing applies the transform of the
 * configuration first, which is Release, and then the one of a profile or an environment.
 *
 * @param base the web.config
 * @param earlier the transforms that are applied before
 */
record Publishing(XmlDocument base, List<XmlDocument> earlier) {
  private static final String BASE = "web.config";
  private static final String RELEASE = "web.release.config";
  private static final String DEBUG = "web.debug.config";

  /** Of a transform that bears on the section; empty for others, and without a base to read. */
  static Optional<Publishing> of(Target target, Subject subject) throws IOException {
    if (!subject.isTransform() || !bearsOnSection(subject)) {
      return Optional.empty();
    }
    Optional<XmlDocument> base = beside(target, BASE);
    List<XmlDocument> earlier = new ArrayList<>();
    String name = Tree.nameOf(target.path());
    if (base.isPresent() && !name.equalsIgnoreCase(RELEASE) && !name.equalsIgnoreCase(DEBUG)) {
      beside(target, RELEASE).filter(XmlDocument::declaresXdt).ifPresent(earlier::add);
    }
    return base.map(known -> new Publishing(known, earlier));
  }

  /** The transform, in this version or another, with what results. */
  Subject appliedTo(Subject subject) {
    Optional<XmlDocument> document = document(subject);
    if (document.isEmpty()) {
      return subject;
    }
    List<XmlDocument> chain = new ArrayList<>(earlier);
    chain.add(document.get());
    return subject.resultingIn(Transformation.of(base, chain));
  }

  private static boolean bearsOnSection(Subject subject) {
    return document(subject)
        .filter(
            document ->
                document.root().descendants().anyMatch(each -> each.name().equals("monitoring")))
        .isPresent();
  }

  /** A file of the same folder, by its name in any letter case. */
  private static Optional<XmlDocument> beside(Target target, String name) throws IOException {
    String folder = Tree.folderOf(target.path());
    for (Tree.Entry entry : target.root().tree().list(folder)) {
      if (entry.kind() == Tree.Kind.FILE && entry.name().equalsIgnoreCase(name)) {
        String path = Tree.join(folder, entry.name());
        return document(Subject.of(Judge.read(Target.file(target.root(), path))));
      }
    }
    return Optional.empty();
  }

  private static Optional<XmlDocument> document(Subject subject) {
    return subject.config().map(WebConfig::document);
  }
}
