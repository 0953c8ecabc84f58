package dev.autoheal.show;

import dev.autoheal.change.Comparison;
import dev.autoheal.finding.Severity;
import dev.autoheal.policy.Plan;
import dev.autoheal.policy.Policy;
import dev.autoheal.report.AnsiColor;
import dev.autoheal.report.SingleLineText;
import dev.autoheal.report.TerminalText;
import dev.autoheal.report.WordWrap;
import dev.autoheal.rule.EffectiveConfig;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.MemorySize;
import dev.autoheal.section.Section;
import dev.autoheal.show.PolicyTrace.Reason;
import dev.autoheal.show.TextTable.Cell;
import dev.autoheal.text.Location;
import dev.autoheal.text.Quoted;
import dev.autoheal.xdt.TransformMessage;
import dev.autoheal.xdt.TransformResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Renders files in sentences, in a block for each file. */
final class ShowText {
  private static final String INDENT = "  ";

  /** The largest number of messages that are shown. */
  private static final int MESSAGES = 40;

  private final int columns;
  private final boolean color;
  private final StringBuilder text = new StringBuilder();

  /**
   * Creates a text.
   *
   * @param columns the width of a line, in columns of a terminal
   * @param color whether the terminal shows colors
   */
  ShowText(int columns, boolean color) {
    this.columns = columns;
    this.color = color;
  }

  /**
   * Returns the blocks, with an empty line between them.
   *
   * @param why whether to add the policy lines that apply to each file
   */
  String of(List<ShownFile> files, boolean why) {
    for (ShownFile file : files) {
      text.append(text.isEmpty() ? "" : "\n");
      WordWrap.lines(SingleLineText.of(title(file)), columns, INDENT)
          .forEach(line -> line(line, true));
      Optional<Section> section = file.section();
      paragraph(app(file));
      paragraph(state(file));
      section.map(present -> sentences(file, present)).ifPresent(this::section);
      if (file.chain().isPresent()) {
        paragraph(messages(file.messages()));
        paragraph(findings(file));
      } else {
        paragraph(advice(file));
      }
      if (why) {
        reasons(PolicyTrace.of(file.view()));
      }
    }
    return text.toString();
  }

  private static String title(ShownFile file) {
    List<String> paths = new ArrayList<>(List.of(file.path()));
    file.chain().map(chain -> chain.files().paths()).ifPresent(paths::addAll);
    return String.join(" + ", paths);
  }

  private static SectionDescription sentences(ShownFile file, Section section) {
    return new SectionDescription(
        section,
        file.chain().isPresent() ? "see the findings below" : "run `autoheal check` for details");
  }

  private static List<String> messages(List<TransformMessage> messages) {
    List<String> lines =
        new ArrayList<>(messages.stream().limit(MESSAGES).map(ShowText::line).toList());
    if (messages.size() > MESSAGES) {
      lines.add("… and %d more; --format json lists all.".formatted(messages.size() - MESSAGES));
    }
    return lines;
  }

  private static String line(TransformMessage message) {
    return line(message.location(), message.kind().word(), message.text());
  }

  private static String line(Location at, String kind, String words) {
    return "%s:%d:%d: %s: %s".formatted(at.path(), at.line(), at.column(), kind, words);
  }

  /**
   * Returns the findings about the result of the transforms, since no other command reports them.
   */
  private static List<String> findings(ShownFile file) {
    return file.state() == ShownFile.State.UNREADABLE
        ? List.of()
        : file.view().result().findings().stream()
            .filter(finding -> finding.severity() != Severity.INFO)
            .map(
                finding ->
                    line(
                        finding.location(),
                        finding.severity().label(),
                        "%s [%s]".formatted(finding.message(), finding.rule())))
            .toList();
  }

  private void section(SectionDescription sentences) {
    paragraph(sentences.triggers());
    paragraph(sentences.rest());
    paragraph(sentences.unknown());
  }

  private static List<String> app(ShownFile file) {
    Optional<String> policy = file.view().policy().map(Policy::path);
    if (policy.isEmpty()) {
      return List.of();
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(
        file.app()
            .map(
                app ->
                    "App %s in %s matches this file.".formatted(Quoted.literal(app), policy.get()))
            .orElseGet(() -> "No app in %s matches this file.".formatted(policy.get())));
    file.plan().map(ShowText::plan).ifPresent(sentences::add);
    return sentences;
  }

  private static String plan(Plan plan) {
    List<String> parts = new ArrayList<>();
    plan.instance().flatMap(Plan.Instance::sku).ifPresent(parts::add);
    plan.instance().map(i -> MemorySize.words(i.memory()) + " per instance").ifPresent(parts::add);
    plan.bitness().ifPresent(bitness -> parts.add(bitness.bits() + "-bit"));
    return parts.isEmpty() ? "" : "Plan: %s.".formatted(String.join(", ", parts));
  }

  /** States where the section is, or why there is none to show. */
  private static List<String> state(ShownFile file) {
    return switch (file.state()) {
      case SKIPPED, UNREADABLE, ELSEWHERE -> List.of(capital(file.note()) + ".");
      case ABSENT -> List.of(absent(file), published(file));
      case PRESENT -> present(file);
    };
  }

  private static String absent(ShownFile file) {
    if (file.chain().isPresent()) {
      return "The result has no section that IIS reads.";
    }
    return file.isTransform()
        ? "This transform %s.".formatted(file.doing())
        : "This file has no section that IIS reads.";
  }

  /** States that the result may differ or is not published; empty if neither is the case. */
  private static String published(ShownFile file) {
    Optional<TransformResult> result = file.chain().flatMap(EffectiveConfig::result);
    if (result.filter(TransformResult::fails).isPresent()) {
      return "The transforms fail, so nothing is published; this is the result without the failed"
          + " steps.";
    }
    return result.isPresent() && !result.get().isFollowed()
        ? "autoheal does not follow every step of the transforms; the published result may differ."
        : "";
  }

  private static String origin(Location at) {
    return "The resulting section comes from %s:%d:%d."
        .formatted(at.path(), at.line(), at.column());
  }

  private static List<String> present(ShownFile file) {
    List<String> lines = new ArrayList<>();
    file.sectionOrigin().map(ShowText::origin).ifPresent(lines::add);
    lines.add(published(file));
    if (file.isTransform()) {
      lines.add("This transform inserts the section when the app is published.");
    }
    file.source()
        .map(name -> Quoted.attribute("configSource", name))
        .ifPresent(source -> lines.add("The section is in another file: %s.".formatted(source)));
    if (file.sections() > 1) {
      lines.add(
          (file.chain().isPresent()
                  ? "The result has %d sections; this is the first."
                  : "The file has %d sections; this is the first.")
              .formatted(file.sections()));
    }
    if (file.section().orElseThrow().triggers().isEmpty()) {
      lines.add("The section has no triggers, so nothing fires.");
    }
    return lines;
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** Names the commands that show more. */
  private static List<String> advice(ShownFile file) {
    List<String> advice = new ArrayList<>();
    Comparison comparison = file.view().context().flatMap(RuleContext::comparison).orElse(null);
    if (comparison != null && !comparison.changes().isEmpty()) {
      advice.add(
          file.state() == ShownFile.State.ABSENT
              ? "The policy requires a section; run `autoheal diff` to see it."
              : "The section differs from the policy; run `autoheal diff` to see how.");
    } else if (comparison instanceof Comparison.NotRoot) {
      advice.add(
          "The policy requires a section, but autoheal creates none here; run `autoheal diff`.");
    }
    if (file.view().context().stream().anyMatch(context -> !context.outcomes().isEmpty())) {
      advice.add("Run `autoheal show --transform` to see the published result.");
    }
    if (!file.findings().isEmpty() && file.state() != ShownFile.State.UNREADABLE) {
      advice.add("`autoheal check` reports %s.".formatted(file.findings()));
    }
    return advice;
  }

  /** Adds an empty line and the lines that belong together, or nothing if there are no lines. */
  private void paragraph(List<String> lines) {
    List<String> filled = lines.stream().filter(line -> !line.isEmpty()).toList();
    if (!filled.isEmpty()) {
      text.append('\n');
    }
    for (String line : filled) {
      WordWrap.lines(SingleLineText.of(line), columns - INDENT.length(), INDENT)
          .forEach(wrapped -> line(INDENT + wrapped, false));
    }
  }

  /** Adds a table, or a sentence per reason if the terminal is too narrow for a table. */
  private void reasons(List<Reason> reasons) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(Stream.of("kind", "name", "value", "place").map(Cell::of).toList());
    for (Reason reason : reasons) {
      rows.add(
          Stream.of(word(reason), reason.name(), reason.value(), place(reason))
              .map(text -> Cell.of(SingleLineText.of(text)))
              .toList());
    }
    TextTable table = new TextTable(rows, columns - INDENT.length());
    if (!table.isReadable()) {
      paragraph(reasons.stream().map(ShowText::sentence).toList());
      return;
    }
    text.append('\n');
    for (int i = 0; i < rows.size(); i++) {
      for (String line : table.lines(i)) {
        line(INDENT + line, i == 0);
      }
    }
  }

  /** Returns the word for a kind of reason; JSON keeps the kinds that it always had. */
  private static String word(Reason reason) {
    return switch (reason.kind()) {
      case "asked" -> "required";
      case "ignored" -> "suppressed";
      default -> reason.kind();
    };
  }

  private static String place(Reason reason) {
    return reason.place().map(at -> "%s:%d".formatted(at.path(), at.line())).orElse("");
  }

  private static String sentence(Reason reason) {
    return word(reason)
        + " "
        + reason.name()
        + (reason.value().isEmpty() ? "" : ": " + reason.value())
        + (reason.place().isEmpty() ? "" : " (%s)".formatted(place(reason)));
  }

  /** Cleans the line again, since the text after a line break may have become a command. */
  private void line(String line, boolean isHead) {
    String clean = TerminalText.clean(line);
    text.append(isHead ? AnsiColor.BOLD.on(clean, color) : clean).append('\n');
  }
}
