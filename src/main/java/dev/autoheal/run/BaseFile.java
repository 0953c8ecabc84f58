package dev.autoheal.run;

import dev.autoheal.change.Comparison;
import dev.autoheal.policy.App;
import dev.autoheal.rule.Subject;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Tree;
import dev.autoheal.xml.XmlAttribute;
import java.io.IOException;
import java.util.Optional;

/**
 * The web.config that a transform patches, which says where a section has to go.
 *
 * @param path empty when there is none in the same folder
 */
record BaseFile(Optional<String> path) {
  /** A transform that may get a section, compared with what is asked of it. */
  Subject compared(Target target, Subject transform, App app) throws IOException {
    if (path.isEmpty()) {
      return Judge.compared(transform, app, true);
    }
    Optional<WebConfig> base =
        Subject.of(Judge.read(Target.file(target.root(), path.get())))
            .config()
            .filter(config -> !config.levels().isEmpty());
    Subject compared =
        Judge.compared(base.map(transform::over).orElse(transform), app, /* mayCreate= */ true);
    boolean isCreated = !compared.comparison().orElseThrow().changes().isEmpty();
    if (isCreated && base.isEmpty()) {
      return refused(compared, "%s beside it, which it patches, cannot be read", true);
    }
    boolean isMatched =
        base.map(BaseFile::namespace).equals(transform.config().map(BaseFile::namespace));
    return isCreated && !isMatched
        ? refused(compared, "%s beside it has another xmlns, so that nothing in it is found", false)
        : compared;
  }

  private static String namespace(WebConfig config) {
    return config.document().root().attribute("xmlns").map(XmlAttribute::value).orElse("");
  }

  private Subject refused(Subject transform, String reason, boolean structural) {
    return transform.comparedAs(
        new Comparison.Refused(
            transform.config().orElseThrow().document().root().startTag(),
            reason.formatted(Tree.nameOf(path.orElseThrow())),
            structural));
  }
}
