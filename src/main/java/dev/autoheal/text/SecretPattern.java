package dev.autoheal.text;

import dev.autoheal.text.Secrets.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ways in which a credential is written. A pattern finds the text in front of the credential.
 * Each pattern is bounded, so that no text takes long.
 */
enum SecretPattern {
  /** Matches {@code Password=…} and {@code "password": "…"}, also at the end of a longer name. */
  ASSIGNED("(?<name>@NAMES@|\\bpass|\\bsas)@QUOTE@?\\s{0,99}[=:]\\s{0,99}", SecretExtent::assigned),

  /** Matches {@code --client-secret …}. */
  OPTION(
      "(?<![^\\s\"'=;])[-/]{1,2}+(?:(?!no-?(?:@NAMES@))[\\w.-]{0,40}?(?<name>@NAMES@)|key|pw|pass)(?:\\s{1,99}(?![-/])|(?<=/pw|/pass|-pw|-pass)[:=])",
      SecretExtent::word),

  /** Matches {@code ?key=…} and {@code /key:…}. */
  KEY("(?<![^\\s\"';=?&])[-/?&]{0,2}(?<=[-/?&])(?<name>key)[=:]", SecretExtent::query, "key"),

  /** Matches {@code <add key="SmtpPassword" value="…" />}. */
  SETTING(
      "(?<name>@NAMES@)@QUOTE@[^<>]{0,200}?\\bvalue\\s{0,99}=\\s{0,99}(?=[\"'])",
      SecretExtent::assigned),

  /** Matches {@code connectionString="…"} with at least eight characters in quotes. */
  CONNECTION_STRING(
      "\\b(?<name>connectionString)\\s{0,99}=\\s{0,99}(?=[\"'][^\"']{8})",
      SecretExtent::assigned, "connectionstring"),

  /** Matches {@code ?sv=…&sig=…}. */
  SIGNATURE("\\b(?<name>sig)\\s{0,99}[=:]\\s{0,99}", SecretExtent::query, "sig"),

  /** Matches the key of an Azure function: {@code ?code=…}. */
  CODE("[?&;](?<name>code)=(?=[\\w%+/=-]{20})", SecretExtent::query, "code="),

  /** Matches {@code Authorization: Basic …}. */
  AUTHORIZATION(
      "authorization@QUOTE@?\\s{0,99}[=:]\\s{0,99}[\"']?(?:(?<name>basic|bearer|digest|token|api-?key|sharedaccesssignature)\\s{1,99})?(?=\\S)",
      SecretExtent::word,
      "authorization"),

  /** Matches {@code Bearer …} with at least eight characters behind it. */
  BEARER("\\b(?<name>bearer)\\s{1,99}(?=[\\w.~+/-]{8})", SecretExtent::word, "bearer"),

  /** Matches {@code https://user:password@host}. */
  URL("://[^\\s/@:\"'<>]*+:(?<value>[^\\s/@\"'<>]++)@", SecretExtent::group, "://"),

  /** Matches {@code -u user:password} and {@code -U user -P password}. */
  USER(
      "(?<![^\\s\"';])(?:-u|--user)\\s{1,99}[\"']?[^\\s:/\\\\\"']{1,99}:(?=[^\\s:/\\\\])"
          + "|(?<![^\\s\"';])[-/]u\\s{0,99}[^\\s\"'-][^\\s\"']{0,99}\\s{1,99}[-/]p\\s{1,99}(?![-/])",
      SecretExtent::word,
      "-u",
      "/u"),

  /** Matches addresses to which everyone who knows them may post. */
  WEBHOOK(
      "://(?:hooks\\.slack\\.com/services|discord(?:app)?\\.com/api/webhooks|[\\w.-]{1,99}\\.webhook\\.office\\.com)/"
          + "(?<value>[^\\s\"'<>]++)",
      SecretExtent::group,
      "hook"),

  /** Matches credentials that are recognized by their form alone. */
  LOOKS(
      "(?-i:(?<value>(?<![\\w-])eyJ[\\w-]{10,}+\\.[\\w-]{10,}+\\.[\\w-]*+|\\bgh[pousr]_\\w{20,}+"
          + "|\\bgithub_pat_\\w{20,}+|\\bAKIA[0-9A-Z]{16}\\b|\\bxox[abprs]-[\\w-]{10,}+"
          + "|(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{86}==))",
      SecretExtent::group,
      "eyj",
      "gh",
      "akia",
      "xox",
      "=="),

  /** Matches the lines behind {@code -----BEGIN PRIVATE KEY-----}. */
  PRIVATE_KEY(
      "-----BEGIN (?<name>[A-Z ]{0,20}PRIVATE KEY)-----(?<value>[^-\"'<]*+)",
      SecretExtent::group,
      "private key");

  private static final Pattern REFERENCE =
      Pattern.compile(
          "%[\\w.-]+%|\\$\\([^()]*\\)|\\$\\{[^{}]*}|#\\{[^{}]*}#?|\\{\\{[^{}]*}}|__\\w+__"
              + "|\\$env:.*|\\$[A-Z_]+|@Microsoft\\.KeyVault\\b.*|(?:env|file):.*"
              + "|\\*+|\\.{3}|…|<[^>]*>?|&lt;.*|\\[[^]]*]"
              + "|true|false|yes|no|on|off|none|null|prompt|-"
              + "|[a-z]:[\\\\/].*|\\\\\\\\.*|HK(?:LM|CU|CR|EY_\\w+)[:\\\\].*|https?://[^?]*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Pattern pattern;
  private final Reading reading;

  /** Every text that has a match contains one of these, in any letter case. */
  private final List<String> hints;

  /** Returns the span of the value behind the text that a pattern found. */
  private interface Reading {
    Span of(String text, Matcher found);
  }

  SecretPattern(String pattern, Reading reading, String... hints) {
    this.pattern =
        Pattern.compile(
            pattern.replace("@NAMES@", Names.ALL).replace("@QUOTE@", Names.QUOTE),
            Pattern.CASE_INSENSITIVE);
    this.reading = reading;
    this.hints = pattern.contains("@NAMES@") ? Names.HINTS : List.of(hints);
  }

  /** Returns the pattern that finds the text in front of the credential. */
  Pattern pattern() {
    return pattern;
  }

  /**
   * Returns whether a text may contain a match; this test is fast.
   *
   * @param lower the text in lower case
   */
  boolean isPossible(String lower) {
    return hints.stream().anyMatch(lower::contains);
  }

  /** Returns the span of the value that belongs to a match. */
  Span value(String text, Matcher found) {
    return reading.of(text, found);
  }

  /**
   * Returns whether a value is a credential. Text that says where the credential is kept, or that
   * there is none, is not.
   */
  boolean isSecret(String value) {
    boolean number = this == USER && value.chars().allMatch(Character::isDigit);
    return !value.isBlank() && !number && !REFERENCE.matcher(value).matches();
  }

  /** Returns the kind of the credential that belongs to a match. */
  Kind kind(Matcher found) {
    return switch (this) {
      case URL, USER -> Kind.PASSWORD;
      case WEBHOOK -> Kind.WEBHOOK;
      case LOOKS -> found.group("value").endsWith("==") ? Kind.ACCOUNT_KEY : Kind.TOKEN;
      case AUTHORIZATION ->
          "basic".equalsIgnoreCase(found.group("name")) ? Kind.PASSWORD : Kind.TOKEN;
      case OPTION -> Optional.ofNullable(found.group("name")).map(Names::kind).orElse(Kind.KEY);
      default -> Names.kind(found.group("name"));
    };
  }

  /** The names that people give to credentials. */
  private static final class Names {
    static final String QUOTE = "\\\\?(?:[\"']|&(?:quot|apos|#34|#39);)";
    static final List<String> HINTS =
        List.of("pass", "pw", "secret", "token", "key", "signature", "sas");
    static final String ALL =
        "password|passwd|passphrase|passwort|pwd|secret|(?<!publickey)token"
            + "|shared[-_ ]?access[-_ ]?(?:key|signature)|private[-_]?key"
            + "|(?:account|storage|access|api|subscription|functions?|master|host|primary|secondary"
            + "|admin|license|encryption|validation|decryption|signing)[-_]?key";

    static Kind kind(String name) {
      String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
      if (plain.startsWith("pass") || plain.equals("pwd")) {
        return Kind.PASSWORD;
      }
      return switch (plain) {
        case "accountkey", "storagekey" -> Kind.ACCOUNT_KEY;
        case "sharedaccesskey" -> Kind.SHARED_ACCESS_KEY;
        case "sig", "sas", "sharedaccesssignature" -> Kind.SAS;
        case "token", "bearer" -> Kind.TOKEN;
        case "secret" -> Kind.SECRET;
        case "connectionstring" -> Kind.CONNECTION_STRING;
        default -> plain.endsWith("privatekey") ? Kind.PRIVATE_KEY : Kind.KEY;
      };
    }
  }
}
