package dev.autoheal.policy.read;

import dev.autoheal.policy.DesiredSection.DesiredAction;
import dev.autoheal.policy.read.YamlNode.Mapping;
import dev.autoheal.section.Action;
import dev.autoheal.section.Action.Kind;
import dev.autoheal.section.Action.Program;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the value of {@code action}: a word, or a map that names a program. */
final class ActionReader {
  /** Reads the path of a program: 1 to 1000 code points, without spaces at either end. */
  static final ScalarReader<String> EXE = ScalarReader.text("a path", 1000, false);

  /** Reads the arguments of a program: at most 8000 code points, which may be empty. */
  static final ScalarReader<String> PARAMETERS = ScalarReader.text("text", 8000, true);

  private static final String CUSTOM = Kind.CUSTOM_ACTION.policyName();
  private static final ScalarReader<Action> WORD =
      ScalarReader.choice(
          "recycle, logEvent or {customAction: {exe: …}}",
          Map.of(
              Kind.RECYCLE.policyName(), Action.of(Kind.RECYCLE),
              Kind.LOG_EVENT.policyName(), Action.of(Kind.LOG_EVENT)));

  private ActionReader() {}

  /**
   * Reads an action. The result is empty when it is invalid, which is then a problem.
   *
   * @param name the name of the value in messages
   */
  static Optional<DesiredAction> read(String name, YamlNode node, ProblemCollector problems) {
    Optional<Action> action =
        node instanceof Mapping map
            ? MappingReader.of(name, map, List.of(CUSTOM), problems)
                .require(CUSTOM, "add customAction: { exe: … }", ActionReader::program)
            : WORD.read(name, node, problems);
    return action.map(value -> new DesiredAction(value, problems.locate(node.span())));
  }

  private static Optional<Action> program(String name, YamlNode node, ProblemCollector problems) {
    return MappingReader.of(name, node, List.of("exe", "parameters"), problems)
        .flatMap(
            keys -> {
              Optional<String> exe = keys.require("exe", "add the path of a program", EXE);
              String parameters = keys.read("parameters", PARAMETERS).orElse("");
              return exe.map(path -> new Program(path, parameters));
            })
        .map(program -> new Action(Kind.CUSTOM_ACTION, Optional.of(program)));
  }
}
