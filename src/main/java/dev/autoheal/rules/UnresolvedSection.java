package dev.autoheal.rules;

import dev.autoheal.finding.Severity;
import dev.autoheal.rule.FileRule;
import dev.autoheal.rule.Notice;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.ConditionalBlock;
import dev.autoheal.section.DeploymentToken;
import dev.autoheal.section.Section;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Quoted;
import dev.autoheal.xdt.TransformMessage;
import dev.autoheal.xml.XmlElement;
import dev.autoheal.xml.XmlNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Flags the reasons why autoheal cannot determine the section that an app will run with. Without
 * it, a file that cannot be checked would look like one without mistakes.
 */
final class UnresolvedSection implements FileRule {
  private static final Set<String> KNOWN_NAMESPACES =
      Set.of("", "http://schemas.microsoft.com/.NetConfiguration/v2.0");

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "autoheal cannot determine the section that the app will run with";
  }

  @Override
  public void check(RuleContext context, Reporter reporter) {
    context.config().ifPresent(config -> checkConfig(config, reporter));
    context.outcomes().stream()
        .flatMap(outcome -> outcome.result().stream())
        .flatMap(result -> result.messages().stream())
        .filter(each -> each.kind() == TransformMessage.Kind.UNFOLLOWED)
        .filter(each -> each.file().path().equals(context.file().path()))
        .forEach(each -> reporter.report(each.span(), message(each.text())));
    for (String reason : context.around().unresolved()) {
      reporter.report(context.parsed().start(), message(reason));
    }
  }

  private static void checkConfig(WebConfig config, Reporter reporter) {
    String text = config.document().file().text();
    List<ConditionalBlock> blocks = ConditionalBlock.onSections(config.document());
    for (ConditionalBlock block : blocks) {
      String token = Quoted.literal(block.token().of(text));
      reporter.report(
          block.token(), message("it depends on %s; remove the condition".formatted(token)));
    }
    for (Section section : config.sections()) {
      if (blocks.isEmpty() && DeploymentToken.isIn(section.element().span().of(text))) {
        checkTokens(section, text, reporter);
      }
      if (text.contains("xmlns=")) {
        Stream.concat(section.element().lineage(), section.element().descendants())
            .flatMap(element -> element.attribute("xmlns").stream())
            .filter(xmlns -> !KNOWN_NAMESPACES.contains(xmlns.value()))
            .forEach(xmlns -> reporter.report(xmlns.valueSpan(), namespaceMessage(xmlns.value())));
      }
    }
    if (!config.sections().isEmpty()) {
      config.document().root().elements("configSections").stream()
          .flatMap(XmlElement::descendants)
          .filter(UnresolvedSection::declaresSection)
          .forEach(
              element ->
                  reporter.report(
                      element.startTag(),
                      message("<configSections> declares <monitoring>; remove the declaration")));
    }
  }

  /** Reports tokens between the elements of a section, which may become elements. */
  private static void checkTokens(Section section, String text, Reporter reporter) {
    section.index().elements().stream()
        .flatMap(named -> named.element().children().stream())
        .filter(child -> child.is(XmlNode.Kind.TEXT))
        .map(child -> child.span().trimmedIn(text))
        .filter(span -> DeploymentToken.isIn(span.of(text)))
        .forEach(span -> reporter.report(span, tokenMessage(span.of(text))));
  }

  private static boolean declaresSection(XmlElement element) {
    return element.name().equals("section")
        && element.attribute("name").filter(name -> name.value().equals("monitoring")).isPresent();
  }

  private static String tokenMessage(String text) {
    return message("it contains placeholder " + Quoted.literal(text));
  }

  private static String namespaceMessage(String namespace) {
    return message("IIS may not know namespace %s; remove it".formatted(Quoted.literal(namespace)));
  }

  /** Returns the notice about a file that an app matches and that cannot be read. */
  Notice unreadable(String reason) {
    return new Notice(this, Severity.ERROR, message(reason));
  }

  private static String message(String reason) {
    return "unresolved section: " + reason;
  }
}
