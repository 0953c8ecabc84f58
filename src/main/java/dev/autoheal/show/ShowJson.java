package dev.autoheal.show;

import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.finding.Severity;
import dev.autoheal.policy.Plan;
import dev.autoheal.policy.Policy;
import dev.autoheal.report.json.JsonObject;
import dev.autoheal.report.json.JsonWriter;
import dev.autoheal.rule.EffectiveConfig;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionText;
import dev.autoheal.section.SectionValue;
import dev.autoheal.section.TriggerElement;
import dev.autoheal.show.PolicyTrace.Reason;
import dev.autoheal.text.Location;
import dev.autoheal.text.Secrets;
import dev.autoheal.xdt.TransformMessage;
import dev.autoheal.xdt.TransformResult;
import dev.autoheal.xml.XmlAttribute;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * Writes files for bots; fields are only ever added. An absent value is null, an empty list is
 * written:
 *
 * <pre>{@code
 * { "schemaVersion": 1,
 *   "command": "show",
 *   "files": [ {
 *     "path": "apps/shop/web.config",
 *     "policy": "autoheal.yaml",            null: there is none
 *     "app": "shop",                        null: no app matches the file
 *     "state": "present",                   absent, elsewhere, unreadable, skipped
 *     "note": "",                           further facts, in words
 *     "transform": false,
 *     "source": null,                       the file that configSource names
 *     "triggers": [ { "trigger": "memory",  requests, slowRequests, memory, statusCodes
 *                     "words": "781.25 MB (800000 KB)",
 *                     "values": { "privateBytesInKB": "800000" } } ],     as they are written
 *     "action": { "value": "Recycle", "program": null },                  or null
 *     "plan": { "sku": "P1V3", "memoryInKB": 8388608, "bitness": 64, "proactive": true },
 *     "errors": 0, "warnings": 1, "infos": 0,
 *     "why": [ { "kind": "asked", "name": "memory privateBytes", "value": "800 MB (819200 KB)",
 *                "place": { "path": "autoheal.yaml", "line": 9, "column": 15 } } ]
 *   } ] }
 * }</pre>
 *
 * With {@code --transform} a file is the result of the transforms, and has one field more. If
 * something cannot be read, {@code fails} and {@code followed} are false:
 *
 * <pre>{@code
 * "chain": {
 *   "transforms": [ "apps/shop/web.Release.config" ],
 *   "fails": false,                     whether the engine fails, so that nothing is published
 *   "followed": true,                   whether everything is done that the engine does
 *   "section": { "path": "apps/shop/web.Release.config", "line": 4, "column": 5 },   or null
 *   "messages": [ { "kind": "warning",  error, warning, not followed, note
 *                   "message": "nothing matches /configuration/system.web/monitoring, so …",
 *                   "place": { "path": "apps/shop/web.Release.config", "line": 4, "column": 31 } } ],
 *   "findings": [ { "rule": "no-triggers", "severity": "warning", "message": "…", "place": … } ]
 * }
 * }</pre>
 *
 * The field {@code why} is written only with {@code --why}. Its kinds are policy, skipped, app,
 * asked, limit, plan, rule, exception and ignored.
 */
final class ShowJson {
  private final OutputStream out;

  /** Creates a writer; {@code out} is left open. */
  ShowJson(OutputStream out) {
    this.out = out;
  }

  /**
   * Writes all files as one JSON object.
   *
   * @param why whether to write the policy lines that apply to each file
   */
  void write(List<ShownFile> files, boolean why) throws IOException {
    JsonWriter.write(
        new JsonObject()
            .put("schemaVersion", 1)
            .put("command", "show")
            .put("files", files.stream().map(file -> file(file, why))),
        out);
  }

  private static JsonObject file(ShownFile file, boolean why) {
    List<TriggerElement> triggers = file.section().map(Section::triggers).orElse(List.of());
    JsonObject object =
        new JsonObject()
            .put("path", file.path())
            .put("policy", file.view().policy().map(Policy::path).map(Secrets::redact))
            .put("app", file.app().map(Secrets::redact))
            .put("state", file.state().word())
            .put("note", Secrets.redact(file.note()))
            .put("transform", file.isTransform())
            .put("source", file.source().map(Secrets::redact))
            .put("triggers", triggers.stream().map(ShowJson::trigger))
            .put("action", file.section().flatMap(Section::action).map(ShowJson::action))
            .put("plan", file.plan().map(ShowJson::plan))
            .put("errors", file.view().result().count(Severity.ERROR))
            .put("warnings", file.view().result().count(Severity.WARNING))
            .put("infos", file.view().result().count(Severity.INFO));
    file.chain().ifPresent(chain -> object.put("chain", chain(file, chain)));
    if (why) {
      object.put("why", PolicyTrace.of(file.view()).stream().map(ShowJson::reason));
    }
    return object;
  }

  private static JsonObject chain(ShownFile file, EffectiveConfig chain) {
    Optional<TransformResult> result = chain.result();
    return new JsonObject()
        .put("transforms", chain.files().paths().stream())
        .put("fails", result.filter(TransformResult::fails).isPresent())
        .put("followed", result.filter(TransformResult::isFollowed).isPresent())
        .put("section", file.sectionOrigin().map(ShowJson::place))
        .put("messages", file.messages().stream().map(ShowJson::message))
        .put("findings", file.view().result().findings().stream().map(ShowJson::finding));
  }

  private static JsonObject message(TransformMessage message) {
    return new JsonObject()
        .put("kind", message.kind().word())
        .put("message", Secrets.redact(message.text()))
        .put("place", place(message.location()));
  }

  private static JsonObject finding(ReportedFinding finding) {
    return new JsonObject()
        .put("rule", finding.rule())
        .put("severity", finding.severity().word())
        .put("message", Secrets.redact(finding.message()))
        .put("place", place(finding.location()));
  }

  private static JsonObject trigger(TriggerElement trigger) {
    JsonObject values = new JsonObject();
    for (SectionValue value : trigger.values().values()) {
      values.put(value.attribute().xmlName(), Secrets.redact(value.text()));
    }
    return new JsonObject()
        .put("trigger", trigger.trigger().policyName())
        .put("words", Secrets.redact(SectionText.trigger(trigger)))
        .put("values", values);
  }

  private static JsonObject action(ActionElement action) {
    return new JsonObject()
        .put("value", action.value().map(XmlAttribute::value).map(Secrets::redact))
        .put("program", action.command().map(SectionText::program).map(Secrets::redact));
  }

  private static JsonObject plan(Plan plan) {
    return new JsonObject()
        .put("sku", plan.instance().flatMap(Plan.Instance::sku).map(Secrets::redact))
        .put("memoryInKB", plan.instance().map(Plan.Instance::memory))
        .put("bitness", plan.bitness().map(Plan.Bitness::bits))
        .put("proactive", plan.isProactive());
  }

  private static JsonObject reason(Reason reason) {
    return new JsonObject()
        .put("kind", reason.kind())
        .put("name", Secrets.redact(reason.name()))
        .put("value", Secrets.redact(reason.value()))
        .put("place", reason.place().map(ShowJson::place));
  }

  private static JsonObject place(Location place) {
    return new JsonObject()
        .put("path", place.path())
        .put("line", place.line())
        .put("column", place.column());
  }
}
