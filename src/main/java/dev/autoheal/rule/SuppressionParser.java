package dev.autoheal.rule;

import dev.autoheal.rule.SuppressionComment.Malformed;
import dev.autoheal.rule.SuppressionComment.Valid;
import dev.autoheal.text.Dates;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.Spelling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses {@code autoheal-ignore RULE until=2027-01-31 reason="…"}.
 *
 * @param rules the ids of all rules
 */
record SuppressionParser(Set<String> rules) {
  /** The word that starts a suppression comment. */
  static final String WORD = "autoheal-ignore";

  /** Matches the start of a comment, also in common misspellings, so that they are reported. */
  private static final Pattern START = Pattern.compile("(?i)auto-?heal[-_ ]ignore:?(?=\\s|$)");

  private static final List<String> KEYS = List.of("until", "reason");
  private static final String IN = " in " + WORD + "; ";
  private static final String REASON = "reason=\"…\"";

  /** Matches a key with its value, or any other word. The quote of a value may be left open. */
  private static final Pattern PART =
      Pattern.compile(
          "([\\w-]++)\\s*+="
              + "(\\s*+\"[^\"]*+\"?+|\\s*+'[^']*+'?+|\\s*+[^\\s\"'=]++(?!\\s*+=)|)"
              + "|[^\\s,]++");

  /** Returns whether a text may hold a suppression comment, by a quick search. */
  static boolean mayBeIn(String text) {
    return text.contains("gnore") || text.contains("GNORE");
  }

  /** Parses the text between {@code <!--} and {@code -->}; empty for any other comment. */
  Optional<SuppressionComment> read(String comment) {
    String text = comment.strip();
    Matcher start = START.matcher(text);
    if (!start.lookingAt()) {
      return Optional.empty();
    }
    return Optional.of(
        start.group().equals(WORD)
            ? parts(text.substring(WORD.length()))
            : new Malformed(
                "unknown comment %s; did you mean %s?"
                    .formatted(Quoted.literal(start.group()), Quoted.literal(WORD))));
  }

  private SuppressionComment parts(String text) {
    List<String> words = new ArrayList<>();
    Map<String, String> values = new LinkedHashMap<>();
    Matcher part = PART.matcher(text);
    while (part.find()) {
      if (part.group(1) == null) {
        words.add(part.group());
      } else if (values.put(part.group(1), part.group(2).strip()) != null) {
        return new Malformed("duplicate " + Quoted.literal(part.group(1)) + IN + "remove one");
      }
    }
    return fault(words, values)
        .<SuppressionComment>map(Malformed::new)
        .orElseGet(() -> comment(words.get(0), values));
  }

  private static SuppressionComment comment(String rule, Map<String, String> values) {
    String until = plain(values.getOrDefault("until", ""));
    Optional<LocalDate> date = Dates.parse(until);
    return values.containsKey("until") && date.isEmpty()
        ? new Malformed("invalid date " + Quoted.literal(until) + IN + "use a date like 2027-01-31")
        : new Valid(rule, date, plain(values.get("reason")));
  }

  /** Returns the first mistake in the words and values; empty when there is none. */
  private Optional<String> fault(List<String> words, Map<String, String> values) {
    if (words.isEmpty()) {
      return Optional.of("missing rule" + IN + "use " + WORD + " RULE " + REASON);
    }
    if (!rules.contains(words.get(0))) {
      return Optional.of(
          "unknown rule "
              + Quoted.literal(words.get(0))
              + IN
              + meant(words.get(0), rules).orElse("run `autoheal explain` for a list"));
    }
    return values.keySet().stream()
        .filter(key -> !KEYS.contains(key))
        .map(SuppressionParser::unknown)
        .findFirst()
        .or(() -> faultOfReason(words, values.get("reason")));
  }

  private static Optional<String> faultOfReason(List<String> words, String reason) {
    if (reason == null) {
      return Optional.of("missing reason" + IN + "add " + REASON);
    }
    if (!isQuoted(reason)) {
      return Optional.of("missing quotes around the reason" + IN + "use " + REASON);
    }
    if (plain(reason).isBlank()) {
      return Optional.of("empty reason" + IN + "say why you accept the finding");
    }
    return words.stream()
        .skip(1)
        .findFirst()
        .map(word -> "unexpected " + Quoted.literal(word) + IN + "use one comment for each rule");
  }

  private static String unknown(String key) {
    return "unknown key "
        + Quoted.literal(key)
        + IN
        + meant(key, KEYS).orElse("use 'until' or 'reason'");
  }

  private static Optional<String> meant(String seen, Collection<String> known) {
    return Spelling.nearest(seen, known).map(word -> "did you mean " + Quoted.literal(word) + "?");
  }

  private static boolean isQuoted(String value) {
    return value.length() > 1
        && (value.startsWith("\"") || value.startsWith("'"))
        && value.charAt(value.length() - 1) == value.charAt(0);
  }

  private static String plain(String value) {
    return isQuoted(value) ? value.substring(1, value.length() - 1) : value;
  }
}
