package dev.autoheal.change;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.policy.DesiredSection;
import dev.autoheal.policy.read.PolicyReader;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.SourceFile;
import dev.autoheal.xml.XmlDocument;
import java.util.Optional;
import java.util.Set;

/**
 * A file with a policy.
 *
 * @param desired from the first app of the policy
 */
public record Trial(WebConfig config, DesiredSection desired) {

  static Trial of(byte[] file, String policy) {
    return new Trial(config(SourceFile.of("web.config", file)), desired(policy));
  }

  static Trial of(String file, String policy) {
    return of(file.getBytes(UTF_8), policy);
  }

  public static WebConfig config(SourceFile file) {
    assertThat(file.defect()).isEmpty();
    XmlDocument.Result result = XmlDocument.parse(file);
    assertThat(result).isInstanceOf(XmlDocument.Parsed.class);
    return WebConfig.of(((XmlDocument.Parsed) result).document());
  }

  private static DesiredSection desired(String policy) {
    PolicyReader.Result read =
        PolicyReader.read(SourceFile.of("autoheal.yaml", policy.getBytes(UTF_8)), Set.of());
    assertThat(read).isInstanceOf(PolicyReader.Valid.class);
    return ((PolicyReader.Valid) read).policy().apps().get(0).desired();
  }

  SourceFile file() {
    return config.document().file();
  }

  public Comparison comparison() {
    return Comparison.of(config, desired, true);
  }

  /** Rewrites like {@code apply}. */
  public Optional<Rewrite> rewrite() {
    return Rewrite.of(config, desired, comparison(), false);
  }

  /** Rewrites like {@code apply --rebuild}. */
  Optional<Rewrite> rebuild() {
    return Rewrite.of(config, desired, comparison(), true);
  }

  /** Returns the result of a rewrite with the same policy. */
  Trial after(Rewrite rewrite) {
    return new Trial(config(SourceFile.of("web.config", rewrite.after().bytes())), desired);
  }
}
