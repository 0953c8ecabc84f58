package dev.autoheal.show;

import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.finding.Severity;
import dev.autoheal.lint.CheckedFile;
import dev.autoheal.lint.FileResult.Status;
import dev.autoheal.policy.App;
import dev.autoheal.policy.Plan;
import dev.autoheal.rule.EffectiveConfig;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.Section;
import dev.autoheal.section.TransformedSections;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Location;
import dev.autoheal.text.Quoted;
import dev.autoheal.xdt.TransformMessage;
import dev.autoheal.xdt.TransformResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A file with everything that can be shown about it, in any format.
 *
 * @param view the file as the run checked it
 */
record ShownFile(CheckedFile view) {

  /** The states of a section, by how much of it can be shown. */
  enum State {
    PRESENT,
    ABSENT,
    /** The section is in a file that {@code configSource} names and that could not be read. */
    ELSEWHERE,
    /** The file is not well-formed, or is not text. */
    UNREADABLE,
    SKIPPED;

    /** Returns the name of the state in lower case, as bots read it. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Returns the path of the file. */
  String path() {
    return view.result().path();
  }

  /** Returns the transforms that were applied to the file, so that their result is shown. */
  Optional<EffectiveConfig> chain() {
    return view.chain();
  }

  /** Returns the messages of the transforms, in the order in which they arose. */
  List<TransformMessage> messages() {
    return chain()
        .flatMap(EffectiveConfig::result)
        .map(TransformResult::messages)
        .orElse(List.of());
  }

  /** Returns how much of the section could be shown. */
  State state() {
    if (isSkipped()) {
      return State.SKIPPED;
    }
    if (unreadable().isPresent()) {
      return State.UNREADABLE;
    }
    if (context().sections().isEmpty()) {
      return State.ABSENT;
    }
    return section().isPresent() ? State.PRESENT : State.ELSEWHERE;
  }

  /** Returns whether the file was left out, or could not even be opened. */
  private boolean isSkipped() {
    return view.result().status() == Status.SKIPPED || view.context().isEmpty();
  }

  private RuleContext context() {
    return view.context().orElseThrow();
  }

  /** Returns the unreadable file: this one, or the file that holds its section. */
  private Optional<RuleContext> unreadable() {
    return Optional.of(context())
        .filter(self -> self.config().isEmpty())
        .or(() -> context().source().filter(source -> source.config().isEmpty()));
  }

  /** Returns whether the file is a transform; false if the file was not read. */
  boolean isTransform() {
    return view.context().filter(RuleContext::isTransform).isPresent();
  }

  /** Returns the effect of a transform that inserts no section, as the end of a sentence. */
  String doing() {
    boolean isPatch =
        context()
            .config()
            .flatMap(WebConfig::transform)
            .filter(TransformedSections::isPatching)
            .isPresent();
    return isPatch ? "changes parts of a section" : "inserts no section";
  }

  /**
   * Returns the section that is shown: the first that IIS would read, or that a transform inserts.
   */
  Optional<Section> section() {
    if (isSkipped()) {
      return Optional.empty();
    }
    Optional<Section> own = context().sections().stream().findFirst();
    return source().isEmpty()
        ? own
        : context().source().flatMap(source -> source.sections().stream().findFirst());
  }

  /** Returns the place in the base or a transform from which the section of the result comes. */
  Optional<Location> sectionOrigin() {
    return section().isEmpty()
        ? Optional.empty()
        : chain()
            .flatMap(EffectiveConfig::result)
            .map(result -> result.origin(context().sections().get(0).element()).locate());
  }

  /** Returns the path that {@code configSource} names, as it is written. */
  Optional<String> source() {
    return view.context()
        .filter(context -> !context.sections().isEmpty())
        .flatMap(context -> context.parsed().sourceName());
  }

  /** Returns how many sections there are where one is allowed. */
  int sections() {
    return isTransform() ? 1 : context().sections().size();
  }

  /** Returns the app that matches the file, also if the file is skipped. */
  Optional<String> app() {
    return view.app().map(App::name);
  }

  /** Returns the plan of the app that matches the file. */
  Optional<Plan> plan() {
    return view.app().map(App::plan);
  }

  /** Returns the plan in short, {@code P1V3, 64-bit}; empty if nothing is known. */
  String planWords() {
    return plan().map(Plan::words).orElse("");
  }

  /**
   * Returns further facts, in addition to triggers and action, in a few words; empty if there are
   * none.
   */
  String note() {
    return switch (state()) {
      case SKIPPED -> "skipped: " + view.result().reason().orElseThrow();
      case UNREADABLE -> "cannot be read: " + unreadableOfChain() + problem();
      case ABSENT -> isTransform() ? "transform that " + doing() : "no section";
      case ELSEWHERE ->
          "no section can be read from %s"
              .formatted(Quoted.attribute("configSource", source().orElseThrow()));
      case PRESENT -> {
        List<String> notes = new ArrayList<>();
        if (section().orElseThrow().triggers().isEmpty()) {
          notes.add("no triggers");
        }
        if (isTransform()) {
          notes.add("transform");
        }
        source().ifPresent(name -> notes.add("from " + name));
        yield String.join(", ", notes);
      }
    };
  }

  /** Names the unreadable file if there are several. */
  private String unreadableOfChain() {
    return chain().isPresent() ? unreadable().orElseThrow().file().path() + ", " : "";
  }

  /** Returns the finding about a file that cannot be read. */
  private String problem() {
    String at = unreadable().orElseThrow().file().path();
    return view.result().findings().stream()
        .filter(finding -> finding.location().path().equals(at))
        .findFirst()
        .map(ShownFile::words)
        .orElse("run `autoheal check` for details");
  }

  private static String words(ReportedFinding finding) {
    return "line %d: %s [%s]"
        .formatted(finding.location().line(), finding.message(), finding.rule());
  }

  /**
   * Returns the number of errors and warnings, {@code 2 errors, 1 warning}; empty if there are
   * none.
   */
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
