package dev.autoheal.rules;

import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.SectionRule;
import dev.autoheal.section.DeploymentToken;
import dev.autoheal.section.NamedElement;
import dev.autoheal.section.Section;
import dev.autoheal.text.InvisibleCharacters;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlElement;
import dev.autoheal.xml.XmlNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags text between the elements of a section. A section consists of elements and attributes, and
 * text in it means nothing to IIS.
 */
final class StrayText implements SectionRule {
  @Override
  public String summary() {
    return "the section contains text between its elements";
  }

  @Override
  public void check(Section section, RuleContext context, Reporter reporter) {
    Check check = new Check(context.file().text(), reporter);
    section.index().elements().forEach(check::element);
  }

  /** Checks one section, and remembers whether it has reported invisible text. */
  private static final class Check {
    private final String text;
    private final Reporter reporter;
    private boolean hasReportedInvisible;

    Check(String text, Reporter reporter) {
      this.text = text;
      this.reporter = reporter;
    }

    void element(NamedElement named) {
      XmlElement element = named.element();
      for (Span run : runs(element)) {
        String seen = run.of(text);
        if (InvisibleCharacters.isAll(seen)) {
          invisible(run, element);
        } else if (!DeploymentToken.isIn(seen)) {
          reporter.report(run, StrayTextMessage.of(seen, named));
        }
      }
    }

    /**
     * Reports invisible text once for a section. Spaces of another kind come from one paste and so
     * have one cause.
     */
    private void invisible(Span run, XmlElement element) {
      if (!hasReportedInvisible) {
        hasReportedInvisible = true;
        reporter.report(
            run,
            "unexpected %s in %s; use plain spaces"
                .formatted(InvisibleCharacters.name(run.of(text)), Quoted.element(element.name())));
      }
    }

    /**
     * Returns the runs of text up to the next element or comment, without the white space around
     * them.
     */
    private List<Span> runs(XmlElement element) {
      List<Span> runs = new ArrayList<>();
      boolean open = false;
      for (XmlNode child : element.children()) {
        if (child.is(XmlNode.Kind.TEXT)) {
          Span last = open ? runs.remove(runs.size() - 1) : child.span();
          runs.add(new Span(last.start(), child.span().end()));
          open = true;
        } else if (!child.is(XmlNode.Kind.WHITE_SPACE)) {
          open = false;
        }
      }
      return runs.stream().map(run -> run.trimmedIn(text)).toList();
    }
  }
}
