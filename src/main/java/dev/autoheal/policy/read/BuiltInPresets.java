package dev.autoheal.policy.read;

import dev.autoheal.policy.read.YamlNode.Entry;
import dev.autoheal.policy.read.YamlNode.Mapping;
import dev.autoheal.text.Location;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The built-in presets, which every policy may name without defining them. */
public final class BuiltInPresets {
  /**
   * The names of the presets in the order in which messages list them: the mildest first, the
   * oldest last.
   */
  public static final List<String> NAMES =
      List.of("starter", "conservative", "diagnose", "announcement-2014");

  private static final String RESOURCE = "/policy/presets.yaml";

  private BuiltInPresets() {}

  /**
   * Returns the settings of a preset. The location of all its values is the place that names the
   * preset.
   *
   * @param name one of {@link #NAMES}
   * @param namedAt the location where the policy names the preset
   */
  static SettingsLayer read(String name, Location namedAt) {
    ProblemCollector problems = new ProblemCollector(Parsed.FILE, namedAt);
    Entry preset = Parsed.PRESETS.find(name).orElseThrow();
    SettingsLayer layer =
        new SettingsReader(new RulesReader(Set.of()))
            .read(Quoted.literal(name), preset.value(), problems)
            .orElseThrow();
    if (!problems.isEmpty()) {
      throw new IllegalStateException("the preset %s is invalid".formatted(name));
    }
    return layer;
  }

  /**
   * Returns the text of a preset in the form in which a policy defines its own presets.
   *
   * @param name one of {@link #NAMES}
   */
  public static String text(String name) {
    return Pattern.compile("(?ms)^%s:\n.*?(?=^\\S|\\z)".formatted(Pattern.quote(name)))
        .matcher(Parsed.FILE.text())
        .results()
        .map(MatchResult::group)
        .findFirst()
        .orElseThrow();
  }

  /** The parsed presets. They are parsed on first use, because most policies name none. */
  private static final class Parsed {
    static final SourceFile FILE = SourceFile.of(RESOURCE, bytes());
    static final Mapping PRESETS =
        (Mapping) YamlReader.read(FILE, new ProblemCollector(FILE)).orElseThrow();
  }

  private static byte[] bytes() {
    try (InputStream in = BuiltInPresets.class.getResourceAsStream(RESOURCE)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
