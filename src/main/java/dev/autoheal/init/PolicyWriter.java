package dev.autoheal.init;

import dev.autoheal.init.PolicyDraft.Acceptance;
import dev.autoheal.init.PolicyDraft.DraftApp;
import dev.autoheal.policy.read.PolicyValues;
import dev.autoheal.section.Action;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.Settings;
import dev.autoheal.section.StatusKey;
import dev.autoheal.section.Trigger;
import dev.autoheal.section.TriggerKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes a draft as the text of a policy, with a comment that explains each key it uses. */
public final class PolicyWriter {
  /** The file name of the schema, which is written to the folder of the policy. */
  public static final String SCHEMA = "autoheal-policy.schema.json";

  private static final String HEAD =
      """
      # yaml-language-server: $schema=./%1$s
      # $schema: ./%1$s

      # The AutoHeal settings of the apps below. `autoheal check` reports web.config files that differ,
      # `autoheal apply` changes them. A setting that is not listed here stays as it is.
      """
          .formatted(SCHEMA);

  /** An example that shows how to continue when there is no app yet. */
  private static final String EXAMPLE =
      """

      # apps:
      #   - name: shop
      #     files: ['apps/shop/web.config']   # or '**/web.config' for all apps
      #     presets: [starter]                # or conservative, diagnose, announcement-2014
      """;

  private final StringBuilder body = new StringBuilder();
  private final KeyComments comments = new KeyComments();

  private PolicyWriter() {}

  /** Returns the whole text of the policy. */
  public static String of(PolicyDraft draft) {
    PolicyWriter text = new PolicyWriter();
    text.write(draft);
    String remarks =
        draft.remarks().stream()
            .map(remark -> KeyComments.comment("", remark))
            .collect(Collectors.joining());
    return HEAD + text.comments + (remarks.isEmpty() ? "" : "#\n") + remarks + "\n" + text.body;
  }

  private void write(PolicyDraft draft) {
    key(0, "version", "1");
    if (draft.defaults().isPresent()) {
      section("defaults");
      settings(1, draft.defaults().get());
    }
    if (!draft.presets().isEmpty()) {
      section("presets");
      draft
          .presets()
          .forEach(
              (name, settings) -> {
                line(1, YamlScalar.of(name) + ":");
                settings(2, settings);
              });
    }
    if (draft.apps().isEmpty()) {
      body.append(EXAMPLE);
    } else {
      section("apps");
      draft.apps().forEach(this::app);
    }
    if (!draft.exceptions().isEmpty()) {
      section("exceptions");
      draft.exceptions().forEach(this::exception);
    }
  }

  private void app(DraftApp app) {
    app.remarks().forEach(remark -> body.append(KeyComments.comment("  ", remark)));
    key(1, "- name", YamlScalar.of(app.name()));
    key(2, "files", "[" + YamlScalar.quoted(app.pattern()) + "]");
    if (!app.presets().isEmpty()) {
      String names = app.presets().stream().map(YamlScalar::of).collect(Collectors.joining(", "));
      key(2, "presets", "[" + names + "]");
    }
    settings(2, app.settings());
  }

  private void exception(Acceptance exception) {
    line(1, "- rule: " + exception.rule());
    line(2, "files: [" + YamlScalar.quoted(exception.pattern()) + "]");
    line(2, "until: " + exception.until());
    line(2, "reason: " + YamlScalar.quoted(exception.reason()));
  }

  private void settings(int depth, Settings settings) {
    settings.action().ifPresent(action -> action(depth, action));
    if (settings.triggers().isEmpty()) {
      return;
    }
    key(depth, "triggers", "");
    Map<Trigger, Map<TriggerKey, Map<Attribute, Long>>> kinds =
        settings.triggers().entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    entry -> entry.getKey().trigger(),
                    () -> new EnumMap<>(Trigger.class),
                    Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new)));
    kinds.forEach((trigger, keys) -> trigger(depth + 1, trigger, keys));
  }

  private void action(int depth, Action action) {
    if (action.program().isEmpty()) {
      key(depth, "action", action.kind().policyName());
      return;
    }
    Action.Program program = action.program().get();
    key(depth, "action", "");
    key(depth + 1, action.kind().policyName(), "");
    line(depth + 2, "exe: " + YamlScalar.quoted(program.exe()));
    if (!program.parameters().isEmpty()) {
      line(depth + 2, "parameters: " + YamlScalar.quoted(program.parameters()));
    }
  }

  private void trigger(int depth, Trigger trigger, Map<TriggerKey, Map<Attribute, Long>> keys) {
    if (trigger != Trigger.STATUS_CODES) {
      keys.values().forEach(values -> key(depth, trigger.policyName(), map(List.of(), values)));
      return;
    }
    key(depth, trigger.policyName(), "");
    keys.forEach(
        (key, values) -> line(depth + 1, "- " + map(codes(key.status().orElseThrow()), values)));
  }

  private static List<String> codes(StatusKey status) {
    List<String> codes = new ArrayList<>(List.of("status: " + status.status()));
    if (status.subStatus() != 0) {
      codes.add("subStatus: " + status.subStatus());
    }
    if (status.win32Status() != 0) {
      codes.add("win32Status: " + status.win32Status());
    }
    return codes;
  }

  private static String map(List<String> first, Map<Attribute, Long> values) {
    List<String> entries = new ArrayList<>(first);
    values.forEach(
        (attribute, value) ->
            entries.add(
                attribute.policyName()
                    + ": "
                    + PolicyValues.value(attribute, value).orElseThrow()));
    return "{ " + String.join(", ", entries) + " }";
  }

  private void section(String name) {
    body.append('\n');
    key(0, name, "");
  }

  private void key(int depth, String name, String value) {
    comments.mention(name.replace("- ", ""));
    line(depth, (name + ": " + value).stripTrailing());
  }

  private void line(int depth, String text) {
    body.append("  ".repeat(depth)).append(text).append('\n');
  }
}
