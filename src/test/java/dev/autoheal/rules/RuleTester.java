package dev.autoheal.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.MessageForm;
import dev.autoheal.change.Comparison;
import dev.autoheal.finding.Finding;
import dev.autoheal.lint.Located;
import dev.autoheal.policy.App;
import dev.autoheal.policy.Policy;
import dev.autoheal.policy.RuleSetting;
import dev.autoheal.policy.read.PolicyReader;
import dev.autoheal.rule.CheckResult;
import dev.autoheal.rule.EffectiveConfig;
import dev.autoheal.rule.FileContext;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RuleConfig;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.VariantFiles;
import dev.autoheal.section.ParsedFile;
import dev.autoheal.section.Section;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Edit;
import dev.autoheal.text.Edits;
import dev.autoheal.text.Location;
import dev.autoheal.text.SourceFile;
import dev.autoheal.xml.XmlDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs one rule on a file given as text. */
public final class RuleTester {
  private final Rule rule;

  RuleTester(Rule rule) {
    this.rule = rule;
  }

  /** Returns each finding in a web.config as {@code line:column message}. */
  List<String> findings(String xml) {
    return findings(subject(file("web.config", xml)));
  }

  /** Returns the findings in a web.config that the first app of the policy matches. */
  List<String> findings(String xml, String policy) {
    return findings(compared(xml, policy));
  }

  /** Returns the findings in a section that begins on line 2. */
  List<String> inSection(String section) {
    return findings(around(section));
  }

  /** Returns the findings in triggers that begin on line 2. */
  List<String> inTriggers(String triggers) {
    return findings(
        "<configuration><system.webServer><monitoring><triggers>\n"
            + triggers
            + "</triggers></monitoring></system.webServer></configuration>");
  }

  void findsNothing(String xml) {
    assertThat(findings(xml)).isEmpty();
  }

  void findsNothing(String xml, String policy) {
    assertThat(findings(xml, policy)).isEmpty();
  }

  List<String> findings(RuleContext subject) {
    return Rules.check(subject, List.of(rule)).stream()
        .map(finding -> line(finding, subject))
        .toList();
  }

  /** Returns the findings of this rule if all rules check the file. */
  List<String> findingsAmongAll(String xml, String policy) {
    RuleContext subject = compared(xml, policy);
    return verdict(subject).findings().stream()
        .filter(finding -> finding.rule().equals(rule.id()))
        .map(finding -> line(finding, subject))
        .toList();
  }

  /**
   * Returns a transform of {@code system.webServer} that is applied after earlier ones. Its
   * operations begin on line 2.
   */
  public static RuleContext transform(String operations, String base, String... earlier) {
    List<ParsedFile> chain = new ArrayList<>();
    for (String each : earlier) {
      chain.add(ParsedFile.of(file("Web.Release.config", transformAround(each))));
    }
    return published(file("Web.Test.config", transformAround(operations)), around(base), chain);
  }

  /** Returns a transform with its result for a base file. */
  static RuleContext published(SourceFile transform, String base, List<ParsedFile> earlier) {
    RuleContext subject = subject(transform);
    List<ParsedFile> chain = new ArrayList<>(earlier);
    chain.add(subject.parsed());
    EffectiveConfig outcome =
        VariantFiles.of(
                "test", ParsedFile.of(file("web.config", base)), chain, path -> Optional.empty())
            .outcome(element -> true);
    return new RuleContext(
        subject.parsed(), FileContext.NONE.with(List.of(outcome)), Optional.empty());
  }

  private static String transformAround(String operations) {
    return around(operations)
        .replace("<configuration>", "<configuration xmlns:xdt='" + XmlDocument.XDT + "'>");
  }

  /** Runs all rules without a policy, in June 2026. */
  public static CheckResult verdict(RuleContext subject) {
    return verdict(subject, Map.of());
  }

  /** Runs all rules with custom settings. */
  public static CheckResult verdict(RuleContext subject, Map<String, RuleSetting> settings) {
    return Located.check(
        subject, RuleConfig.of(Rules.all(), settings, List.of(), LocalDate.of(2026, 6, 15)));
  }

  /** Returns a file without any context. */
  public static RuleContext subject(SourceFile file) {
    return RuleContext.of(ParsedFile.of(file));
  }

  /** Returns the file as one that IIS never reads. */
  static RuleContext unread(RuleContext subject) {
    return new RuleContext(
        subject.parsed(),
        new FileContext(
            Optional.empty(), Optional.empty(), Optional.empty(), List.of(), true, List.of()),
        Optional.empty());
  }

  /** Returns the transform as one that each build applies to its own result. */
  static RuleContext repeated(RuleContext subject) {
    VariantFiles once = subject.outcomes().get(0).files();
    VariantFiles twice =
        VariantFiles.of(
            "test",
            once.base(),
            List.of(subject.parsed(), subject.parsed()),
            path -> Optional.empty());
    return new RuleContext(
        subject.parsed(),
        FileContext.NONE.with(List.of(twice.outcome(element -> true))),
        Optional.empty());
  }

  /** Returns the file as one below another web.config. */
  static RuleContext below(String path, RuleContext subject) {
    return new RuleContext(
        subject.parsed(),
        new FileContext(
            Optional.empty(), Optional.empty(), Optional.of(path), List.of(), false, List.of()),
        Optional.empty());
  }

  /** Returns the file as one whose section is in another file. */
  static RuleContext holdingSectionIn(String path, RuleContext subject) {
    ParsedFile source = ParsedFile.of(file(path, "<monitoring/>"), WebConfig.Role.SOURCE);
    return new RuleContext(
        subject.parsed(),
        new FileContext(
            Optional.empty(), Optional.of(source), Optional.empty(), List.of(), false, List.of()),
        Optional.empty());
  }

  /** Returns a section of a web.config. */
  static Section section(String xml) {
    return subject(file("web.config", around(xml))).sections().get(0);
  }

  private static String around(String section) {
    return "<configuration><system.webServer>\n" + section + "</system.webServer></configuration>";
  }

  /** Returns a file with an action, and with triggers that begin on line 2. */
  static String inFile(String triggers) {
    return "<configuration><system.webServer><monitoring><triggers>\n"
        + triggers
        + "\n</triggers><actions value='Recycle' /></monitoring></system.webServer></configuration>";
  }

  /** Returns a policy whose app has these keys and matches the file. */
  public static String app(String keys) {
    return """
        version: 1
        apps:
          - name: app
            files: [web.config]
            %s
        """
        .formatted(keys);
  }

  public static SourceFile file(String path, String text) {
    return SourceFile.of(path, text.getBytes(UTF_8));
  }

  /** Compares a web.config with the first app of a policy. */
  static RuleContext compared(String xml, String policy) {
    RuleContext subject = subject(file("web.config", xml));
    App app = policy(policy).apps().get(0);
    return new RuleContext(
        subject.parsed(),
        FileContext.of(Optional.of(app)),
        Optional.of(Comparison.of(subject.config().orElseThrow(), app.desired(), true)));
  }

  /** Reads a valid policy. */
  public static Policy policy(String text) {
    PolicyReader.Result read = PolicyReader.read(file("autoheal.yaml", text), Rules.ids());
    assertThat(read).isInstanceOf(PolicyReader.Valid.class);
    return ((PolicyReader.Valid) read).policy();
  }

  /** Returns the file after the fixes of this rule. */
  String fixed(String xml) {
    return fixed(subject(file("web.config", xml)));
  }

  String fixed(RuleContext subject) {
    List<Edit> edits =
        Rules.check(subject, List.of(rule)).stream()
            .flatMap(finding -> finding.fix().stream())
            .flatMap(fix -> fix.edits().stream())
            .toList();
    return Edits.of(edits).applyTo(subject.file().text());
  }

  private static String line(Finding finding, RuleContext subject) {
    MessageForm.assertMessage(finding.message());
    Location at = subject.file().locate(finding.span());
    return "%d:%d %s".formatted(at.line(), at.column(), finding.message());
  }
}
