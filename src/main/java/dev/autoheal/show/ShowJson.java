package dev.autoheal.show;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.autoheal.finding.Finding;
import dev.autoheal.finding.Severity;
import dev.autoheal.lint.ChainView;
import dev.autoheal.policy.Plan;
import dev.autoheal.policy.Policy;
import dev.autoheal.report.json.JsonWriter;
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
 *                     "words": "800000 KB (781.25 MB)",
 *                     "values": { "privateBytesInKB": "800000" } } ],     as they are written
 *     "action": { "value": "Recycle", "program": null },                  or null
 *     "plan": { "sku": "P1V3", "memoryInKB": 8388608, "bitness": 64, "proactive": true },
 *     "errors": 0, "warnings": 1, "infos": 0,
 *     "why": [ { "kind": "asked", "name": "memory privateBytes", "value": "819200 KB (800 MB)",
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
  private final JsonGenerator json;

  /** Creates a writer; {@code out} is left open. */
  ShowJson(OutputStream out) throws IOException {
    this.json = JsonWriter.generator(out);
  }

  /**
   * Writes all files as one JSON object.
   *
   * @param why whether to write the policy lines that apply to each file
   */
  void write(List<ShownFile> files, boolean why) throws IOException {
    json.writeStartObject();
    json.writeNumberField("schemaVersion", 1);
    json.writeStringField("command", "show");
    json.writeArrayFieldStart("files");
    for (ShownFile file : files) {
      file(file, why);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
  }

  private void file(ShownFile file, boolean why) throws IOException {
    json.writeStartObject();
    json.writeStringField("path", file.path());
    text("policy", file.view().policy().map(Policy::path));
    text("app", file.app());
    json.writeStringField("state", file.state().word());
    text("note", Optional.of(file.note()));
    json.writeBooleanField("transform", file.isTransform());
    text("source", file.source());
    json.writeArrayFieldStart("triggers");
    for (TriggerElement trigger : file.section().map(Section::triggers).orElse(List.of())) {
      trigger(trigger);
    }
    json.writeEndArray();
    action(file.section().flatMap(Section::action));
    plan(file.plan());
    json.writeNumberField("errors", file.view().result().count(Severity.ERROR));
    json.writeNumberField("warnings", file.view().result().count(Severity.WARNING));
    json.writeNumberField("infos", file.view().result().count(Severity.INFO));
    if (file.chain().isPresent()) {
      chain(file, file.chain().get());
    }
    if (why) {
      json.writeArrayFieldStart("why");
      for (Reason reason : PolicyTrace.of(file.view())) {
        reason(reason);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void chain(ShownFile file, ChainView chain) throws IOException {
    Optional<TransformResult> result = chain.result();
    json.writeObjectFieldStart("chain");
    json.writeArrayFieldStart("transforms");
    for (String path : chain.transforms()) {
      json.writeString(path);
    }
    json.writeEndArray();
    json.writeBooleanField("fails", result.filter(TransformResult::fails).isPresent());
    json.writeBooleanField("followed", result.filter(TransformResult::isFollowed).isPresent());
    place("section", file.sectionOrigin());
    json.writeArrayFieldStart("messages");
    for (TransformMessage message : file.messages()) {
      json.writeStartObject();
      json.writeStringField("kind", message.kind().word());
      text("message", Optional.of(message.text()));
      place("place", Optional.of(message.location()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("findings");
    for (Finding finding : file.view().result().findings()) {
      json.writeStartObject();
      json.writeStringField("rule", finding.rule());
      json.writeStringField("severity", finding.severity().word());
      text("message", Optional.of(finding.message()));
      place("place", Optional.of(finding.location()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void trigger(TriggerElement trigger) throws IOException {
    json.writeStartObject();
    json.writeStringField("trigger", trigger.trigger().policyName());
    text("words", Optional.of(SectionText.trigger(trigger)));
    json.writeObjectFieldStart("values");
    for (SectionValue value : trigger.values().values()) {
      text(value.attribute().xmlName(), Optional.of(value.text()));
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void action(Optional<ActionElement> action) throws IOException {
    if (action.isEmpty()) {
      json.writeNullField("action");
      return;
    }
    json.writeObjectFieldStart("action");
    text("value", action.get().value().map(XmlAttribute::value));
    text("program", action.get().command().map(SectionText::program));
    json.writeEndObject();
  }

  private void plan(Optional<Plan> plan) throws IOException {
    if (plan.isEmpty()) {
      json.writeNullField("plan");
      return;
    }
    json.writeObjectFieldStart("plan");
    text("sku", plan.get().instance().flatMap(Plan.Instance::sku));
    number("memoryInKB", plan.get().instance().map(Plan.Instance::memory));
    number("bitness", plan.get().bitness().map(Plan.Bitness::bits));
    json.writeBooleanField("proactive", plan.get().isProactive());
    json.writeEndObject();
  }

  private void reason(Reason reason) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", reason.kind());
    text("name", Optional.of(reason.name()));
    text("value", Optional.of(reason.value()));
    place("place", reason.place());
    json.writeEndObject();
  }

  private void place(String field, Optional<Location> value) throws IOException {
    if (value.isEmpty()) {
      json.writeNullField(field);
      return;
    }
    json.writeObjectFieldStart(field);
    json.writeStringField("path", value.get().path());
    json.writeNumberField("line", value.get().line());
    json.writeNumberField("column", value.get().column());
    json.writeEndObject();
  }

  private void text(String field, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(field, Secrets.redact(value.get()));
    } else {
      json.writeNullField(field);
    }
  }

  private void number(String field, Optional<Long> value) throws IOException {
    if (value.isPresent()) {
      json.writeNumberField(field, value.get());
    } else {
      json.writeNullField(field);
    }
  }
}
