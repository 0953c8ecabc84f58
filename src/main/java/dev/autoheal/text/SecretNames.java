package dev.autoheal.text;

import dev.autoheal.text.Secrets.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names that people give to credentials. */
final class SecretNames {
  /** Every name of {@link #ALL} starts with one of these. */
  static final List<String> HINTS =
      List.of("pass", "pw", "secret", "token", "key", "signature", "sas", "cred", "pat");

  /** The words that, before the word "key", make it the name of a credential. */
  private static final List<String> BEFORE_KEY =
      List.of(
          "shared[-_\\s]?access",
          "private",
          "account",
          "storage",
          "access",
          "api",
          "subscription",
          "function",
          "functions",
          "master",
          "host",
          "primary",
          "secondary",
          "admin",
          "license",
          "encryption",
          "validation",
          "decryption",
          "signing",
          "auth",
          "client",
          "service",
          "app",
          "bot",
          "cosmos",
          "redis",
          "search",
          "secret");

  /** The last letters of {@link #BEFORE_KEY}. */
  private static final Set<Character> LETTERS_BEFORE_KEY =
      BEFORE_KEY.stream().map(word -> word.charAt(word.length() - 1)).collect(Collectors.toSet());

  /**
   * Matches the last word of a name. The text that must precede it is tested last, since that is
   * slow.
   */
  static final String ALL =
      "pass(?:word|wd|phrase|wort|code)|pwd|secret(?:[-_\\s]?key)?|token(?<!publickeytoken)"
          + "|credentials?|signature(?<=shared[-_\\s]?access[-_\\s]?signature)"
          + "|key(?<=(?:%s)[-_\\s]?key)".formatted(String.join("|", BEFORE_KEY));

  /** Matches what people append to a name: a number, or the environment. */
  static final String SUFFIX =
      "(?:[-_.]?\\d{1,3}|[-_.](?:base|value|prod(?:uction)?|dev|test|stag(?:e|ing)|old|new"
          + "|primary|secondary))?";

  /** The words that follow the word "password" in a sentence. */
  static final String PROSE =
      "(?:a|about|after|again|age|also|an|and|any|are|as|at|authentication|based|be|because|been"
          + "|before|below|box|but|by|can|cannot|change[ds]?|checks?|comes|complexity|could|does|else"
          + "|encryption|ever|expires?|expiry|fields?|files?|for|format|from|generator|goes|had|has"
          + "|hash(?:es|ing)?|have|here|history|if|in|inputs?|into|is|it|its|just|keeper|kept|key|keys"
          + "|length|less|lives|log-?in|managers?|may|minimum|must|names?|needed|needs?|never|no|not"
          + "|now|of|off|on|once|only|options?|or|out|per|polic(?:y|ies)|prompt|protect(?:ed|ion)"
          + "|provider|recovery|required|requires|reset|resets|rotation|rules?|safe|salt|secrets?"
          + "|servers?|set|settings?|shall|should|so|stays|stored|storage|store|strength|such|than|that"
          + "|the|then|there|they|this|to|too|until|up|used?|uses|value|vault|via|was|were|when|where"
          + "|which|while|who|will|with|without|would|yet|you|your)\\b";

  /** The length in UTF-16 units of the longest text that is taken for a name. */
  static final int LONGEST = 200;

  private static final Pattern NAME =
      Pattern.compile(
          "(?:%s|connection[-_\\s]?string|(?<![a-z])(?:pass|pw|pat|sas)|(?<=[-_.:])key)(?<end>%s\\s*+$)"
              .formatted(ALL, SUFFIX),
          Pattern.CASE_INSENSITIVE);

  /**
   * The kinds of credentials by the ends of their names; a key that is not listed is of the kind
   * key.
   */
  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("pwd", Kind.PASSWORD),
          Map.entry("accountkey", Kind.ACCOUNT_KEY),
          Map.entry("storagekey", Kind.ACCOUNT_KEY),
          Map.entry("sharedaccesskey", Kind.SHARED_ACCESS_KEY),
          Map.entry("signature", Kind.SAS),
          Map.entry("sas", Kind.SAS),
          Map.entry("sig", Kind.SAS),
          Map.entry("token", Kind.TOKEN),
          Map.entry("bearer", Kind.TOKEN),
          Map.entry("pat", Kind.TOKEN),
          Map.entry("secret", Kind.SECRET),
          Map.entry("secretkey", Kind.SECRET),
          Map.entry("credential", Kind.SECRET),
          Map.entry("credentials", Kind.SECRET),
          Map.entry("connectionstring", Kind.CONNECTION_STRING),
          Map.entry("privatekey", Kind.PRIVATE_KEY));

  private SecretNames() {}

  /**
   * Returns the next offset at which a name of {@link #ALL} or an abbreviation may start, in any
   * letter case; the length of the text when there is none.
   */
  static int next(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (startsAt(text, i)) {
        return i;
      }
    }
    return text.length();
  }

  private static boolean startsAt(String text, int at) {
    return switch (text.charAt(at)) {
      case 'p', 'P' -> isAt(text, at, "pass") || isAt(text, at, "pw") || isAt(text, at, "pat");
      case 's', 'S' ->
          isAt(text, at, "secret") || isAt(text, at, "signature") || isAt(text, at, "sas");
      case 't', 'T' -> isAt(text, at, "token");
      case 'c', 'C' -> isAt(text, at, "cred");
      case 'k', 'K' -> isAt(text, at, "key") && mayBeBeforeKey(text, at);
      default -> false;
    };
  }

  private static boolean isAt(String text, int at, String hint) {
    return text.regionMatches(/* ignoreCase= */ true, at, hint, 0, hint.length());
  }

  /** Returns whether the letter before the word "key" may be the last one of such a word. */
  private static boolean mayBeBeforeKey(String text, int key) {
    int before = key - 1;
    if (before >= 0 && !Character.isLetter(text.charAt(before))) {
      before--;
    }
    return before >= 0 && LETTERS_BEFORE_KEY.contains(Character.toLowerCase(text.charAt(before)));
  }

  /**
   * Returns the kind of credential that a text is the name of; empty when it is not such a name.
   */
  static Optional<Kind> kindOf(String text) {
    if (text.length() > LONGEST || !isPossible(text)) {
      return Optional.empty();
    }
    Matcher name = NAME.matcher(text);
    return name.find() ? Optional.of(kind(text.substring(0, name.start("end")))) : Optional.empty();
  }

  private static boolean isPossible(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    // The name "key" alone is not one of a credential.
    if (lower.equals("key")) {
      return false;
    }
    for (String hint : HINTS) {
      if (lower.contains(hint)) {
        return true;
      }
    }
    return lower.contains("connection");
  }

  /** Returns the kind of credential that a name means, by its end. */
  static Kind kind(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return KINDS.entrySet().stream()
        .filter(each -> plain.endsWith(each.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(plain.matches(".*pass(?:word|wd|phrase|wort|code)?") ? Kind.PASSWORD : Kind.KEY);
  }
}
