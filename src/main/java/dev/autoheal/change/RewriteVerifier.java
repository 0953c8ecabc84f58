package dev.autoheal.change;

import dev.autoheal.policy.DesiredSection;
import dev.autoheal.policy.DesiredSection.Values;
import dev.autoheal.section.Action;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionBinding;
import dev.autoheal.section.SectionValue;
import dev.autoheal.section.Settings;
import dev.autoheal.section.TriggerElement;
import dev.autoheal.section.TriggerKey;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Edits;
import dev.autoheal.text.Encoding;
import dev.autoheal.text.SourceFile;
import dev.autoheal.xml.XmlDocument;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a rewritten file back before it may be written to disk. The file must be well-formed and
 * must have the required values. Nothing outside the edits may change, and no difference may be
 * left.
 */
final class RewriteVerifier {
  private final SourceFile before;
  private final SourceFile after;
  private final DesiredSection desired;

  /**
   * Creates a verifier of one rewrite.
   *
   * @param before the file before the rewrite
   * @param after the file after the rewrite
   * @param desired what the policy requires of the file
   */
  RewriteVerifier(SourceFile before, SourceFile after, DesiredSection desired) {
    this.before = before;
    this.after = after;
    this.desired = desired;
  }

  /**
   * Checks the rewrite, and does nothing when it is correct.
   *
   * @param edits the edits that lead from one file to the other
   * @throws VerificationFailure if the rewrite would not do what was required, which is a bug in
   *     autoheal
   */
  void check(Edits edits) {
    requireOnlyEdited(before, after, edits);
    XmlDocument.Result parsed = XmlDocument.parse(after);
    require(parsed instanceof XmlDocument.Parsed, "the result is not well-formed");
    WebConfig config = WebConfig.of(((XmlDocument.Parsed) parsed).document());
    require(config.sections().size() == 1, "the result does not have exactly one section");
    Comparison again = Comparison.of(config, desired, false);
    require(
        again instanceof Comparison.Compared compared && compared.differences().isEmpty(),
        "a second run would change the file again");
    checkValues(config.sections().get(0));
  }

  /**
   * Requires that the two files differ only by the edits, in characters and in bytes.
   *
   * @throws VerificationFailure if they differ elsewhere, or if the encoding changed
   */
  static void requireOnlyEdited(SourceFile before, SourceFile after, Edits edits) {
    require(before.encoding().equals(after.encoding()), "the encoding changed");
    require(after.defect().isEmpty(), "the result cannot be decoded");
    require(after.text().equals(edits.applyTo(before.text())), "text outside the edits changed");
    require(isLossless(before) && isLossless(after), "bytes outside the edits changed");
  }

  private void checkValues(Section section) {
    Settings settings = SectionBinding.read(section);
    desired.action().ifPresent(action -> checkAction(section, action.action(), settings.action()));
    desired
        .triggers()
        .forEach(
            (key, trigger) -> {
              if (trigger instanceof Values values) {
                checkValues(section, key, values, settings.triggers().get(key));
              } else {
                require(!settings.triggers().containsKey(key), key + " is still there");
              }
            });
  }

  private static void checkValues(
      Section section, TriggerKey key, Values values, Map<Attribute, Long> read) {
    require(read != null, key + " is missing");
    values
        .values()
        .forEach(
            (attribute, value) ->
                require(
                    isPlaceholder(section, key, attribute) || read.get(attribute) == value.value(),
                    key + " reads back with a different " + attribute.xmlName()));
  }

  private static void checkAction(Section section, Action action, Optional<Action> read) {
    boolean tokens = section.action().filter(each -> !each.tokens().isEmpty()).isPresent();
    require(tokens || read.equals(Optional.of(action)), "the action reads back differently");
  }

  private static boolean isPlaceholder(Section section, TriggerKey key, Attribute attribute) {
    return section.triggers().stream()
        .filter(trigger -> trigger.key().filter(key::equals).isPresent())
        .map(TriggerElement::values)
        .anyMatch(v -> v.containsKey(attribute) && v.get(attribute).is(SectionValue.State.TOKEN));
  }

  private static boolean isLossless(SourceFile file) {
    Encoding encoding = file.encoding();
    byte[] encoded = encoding.encode(file.text());
    byte[] bytes = file.bytes();
    return Arrays.equals(encoded, 0, encoded.length, bytes, encoding.bomLength(), bytes.length);
  }

  /**
   * Requires a condition.
   *
   * @param failure the message if the condition is false
   * @throws VerificationFailure if the condition is false
   */
  static void require(boolean condition, String failure) {
    if (!condition) {
      throw new VerificationFailure(failure);
    }
  }
}
