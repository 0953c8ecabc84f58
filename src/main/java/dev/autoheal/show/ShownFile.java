package dev.autoheal.show;

import dev.autoheal.finding.Finding;
import dev.autoheal.finding.Severity;
import dev.autoheal.lint.ChainView;
import dev.autoheal.lint.CheckedFile;
import dev.autoheal.lint.FileResult.Status;
import dev.autoheal.policy.App;
import dev.autoheal.policy.Plan;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.Section;
import dev.autoheal.section.TransformedSections;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Location;
import dev.autoheal.xdt.TransformMessage;
import dev.autoheal.xdt.TransformResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What there is to say of one file, in whatever format. */
record ShownFile(CheckedFile view) {

  /** How far a section could be shown. */
  enum State {
    PRESENT,
    ABSENT,
    /** In a file that {@code configSource} names and that could not be read. */
    ELSEWHERE,
    /** The file is not well-formed, or is no text. */
    UNREADABLE,
    SKIPPED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  String path() {
    return view.result().path();
  }

  /** The transforms that were applied to the file, so that what results is shown. */
  Optional<ChainView> chain() {
    return view.chain();
  }

  /** What is to be said of the transforms, in the order it arose. */
  List<TransformMessage> messages() {
    return chain().flatMap(ChainView::result).map(TransformResult::messages).orElse(List.of());
  }

  State state() {
    if (view.result().status() == Status.SKIPPED) {
      return State.SKIPPED;
    }
    if (unreadable().isPresent()) {
      return State.UNREADABLE;
    }
    if (subject().sections().isEmpty()) {
      return State.ABSENT;
    }
    return section().isPresent() ? State.PRESENT : State.ELSEWHERE;
  }

  private RuleContext subject() {
    return view.subject().orElseThrow();
  }

  /** The file, or the one that it has its section from. */
  private Optional<RuleContext> unreadable() {
    return Optional.of(subject())
        .filter(self -> self.config().isEmpty())
        .or(() -> subject().source().filter(source -> source.config().isEmpty()));
  }

  boolean isTransform() {
    return view.subject().filter(RuleContext::isTransform).isPresent();
  }

  /** What a transform does that brings in no section, as the end of a sentence. */
  String doing() {
    boolean isPatch =
        subject()
            .config()
            .flatMap(WebConfig::transform)
            .filter(TransformedSections::isPatching)
            .isPresent();
    return isPatch ? "changes what its base has of a section" : "brings in no section";
  }

  /** The section that is shown: the first that IIS would read, or that a transform brings in. */
  Optional<Section> section() {
    if (view.result().status() == Status.SKIPPED) {
      return Optional.empty();
    }
    Optional<Section> own = subject().sections().stream().findFirst();
    return source().isEmpty()
        ? own
        : subject().source().flatMap(source -> source.sections().stream().findFirst());
  }

  /** Where the section of what results stands in the base or a transform. */
  Optional<Location> sectionOrigin() {
    return section().isEmpty()
        ? Optional.empty()
        : chain()
            .flatMap(ChainView::result)
            .map(result -> result.origin(subject().sections().get(0).element()));
  }

  /** The file that {@code configSource} names, as it is written. */
  Optional<String> source() {
    return view.subject()
        .filter(subject -> !subject.sections().isEmpty())
        .flatMap(RuleContext::sourceName);
  }

  /** How often a section stands where one may. */
  int sections() {
    return isTransform() ? 1 : subject().sections().size();
  }

  /** The app that governs the file, also when it is skipped. */
  Optional<String> app() {
    return view.app().map(App::name);
  }

  Optional<Plan> plan() {
    return view.app().map(App::plan);
  }

  /** The plan in short, {@code P1V3, 64-bit}; empty when nothing is known. */
  String planWords() {
    return plan().map(Plan::words).orElse("");
  }

  /** What there is to know beside triggers and action, in a few words; empty for nothing. */
  String note() {
    return switch (state()) {
      case SKIPPED -> "skipped: " + view.result().reason().orElseThrow();
      case UNREADABLE -> "cannot be read: " + unreadableOfChain() + problem();
      case ABSENT -> isTransform() ? "a transform that " + doing() : "no section";
      case ELSEWHERE ->
          "the section is said to stand in %s, where none could be read".formatted(sourceName());
      case PRESENT -> {
        List<String> notes = new ArrayList<>();
        if (section().orElseThrow().triggers().isEmpty()) {
          notes.add("no triggers");
        }
        if (isTransform()) {
          notes.add("a transform");
        }
        source().ifPresent(name -> notes.add("from " + name));
        yield String.join(", ", notes);
      }
    };
  }

  private String sourceName() {
    return source().orElseThrow();
  }

  /** Of several files it matters which one. */
  private String unreadableOfChain() {
    return chain().isPresent() ? unreadable().orElseThrow().file().path() + ", " : "";
  }

  /** What is wrong with a file that cannot be read, as check says it. */
  private String problem() {
    String at = unreadable().orElseThrow().file().path();
    return view.result().findings().stream()
        .filter(finding -> finding.location().path().equals(at))
        .findFirst()
        .map(ShownFile::words)
        .orElse("`autoheal check` says why");
  }

  private static String words(Finding finding) {
    return "line %d: %s [%s]"
        .formatted(finding.location().line(), finding.message(), finding.rule());
  }

  /** {@code 2 errors, 1 warning}; empty when there are none. */
  String findings() {
    List<String> words = new ArrayList<>();
    add(view.result().count(Severity.ERROR), "error", words);
    add(view.result().count(Severity.WARNING), "warning", words);
    return String.join(", ", words);
  }

  private static void add(long count, String noun, List<String> words) {
    if (count > 0) {
      words.add("%d %s%s".formatted(count, noun, count == 1 ? "" : "s"));
    }
  }
}
