package dev.autoheal.text;

import dev.autoheal.text.Secrets.Kind;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ways in which a credential is written. A pattern finds the text before the credential. Each
 * pattern is bounded, so that no text takes long.
 */
enum SecretPattern {
  /** Matches {@code Password=…}, {@code "password": "…"} and {@code setPassword("…")}. */
  ASSIGNED(
      "(?<name>@NAMES@|(?=[ps])(?<![A-Za-z0-9])(?:pass|pw|sas|pat(?==)))@SUFFIX@@QUOTE@{0,2}[\\])]?"
          + "(?:\\s{0,99}[=:]{1,2}>?\\s{0,99}(?:[|>][-+\\d]{0,2}\\s{1,99}|\\[\\s{0,9}(?=@QUOTE@))?"
          + "|\\(\\s{0,9}(?=@QUOTE@))",
      SecretExtent::assigned),

  /** Matches {@code --client-secret …} and {@code "--client-secret", "…"}. */
  OPTION(
      "(?=[-/])(?<![^\\s@QUOTES@=;,(\\[{>|&!`])[-/]{1,2}+"
          + "(?:(?!no-?(?:@NAMES@))[\\w.-]{0,40}?(?<name>@NAMES@)@SUFFIX@"
          + "|(?:(?!public)[\\w.-]{0,40}?[-_.])??(?<short>key|pw|pass|pat|sas|creds?))"
          + "(?:@QUOTE@\\s{0,9},\\s{0,99}|\\s{1,99})(?![-/])",
      SecretExtent::word),

  /** Matches {@code password …} followed by something that is hardly part of a sentence. */
  WORD(
      "pass(?:word|wd|phrase|wort|code)@SUFFIX@\\s{1,9}(?:(?:is|was)\\s{1,9})?"
          + "(?=@QUOTE@?(?!@PROSE@)[^\\s@QUOTES@<>(),;|&=:-][^\\s@QUOTES@<>(),;|&=:]{2})",
      SecretExtent::word, "pass"),

  /** Matches {@code setx API_KEY …}. */
  VARIABLE(
      "\\bsetx\\s{1,9}(?:/m\\s{1,9})?[\\w.]{0,40}?(?<name>@NAMES@)\\s{1,9}",
      SecretExtent::word,
      "setx"),

  /** Matches {@code ?key=…} and {@code /key:…}. */
  KEY(
      "(?<![^\\s@QUOTES@=?&])[-/?&]{0,2}(?<=[-/?&])(?<name>key)[=:]",
      SecretExtent::query,
      "-key",
      "/key",
      "?key",
      "&key"),

  /** Matches {@code /p:…}, but not {@code /p:Configuration=Release}. */
  COLON(
      "(?=[-/])(?<![^\\s@QUOTES@=;,(])[-/](?:p|[tsr]p):(?![\\w.]{1,99}=)",
      SecretExtent::word,
      "p:"),

  /** Matches {@code "name": "SmtpPassword", "value": "…"} and the same in YAML. */
  SETTING(
      "(?<name>@NAMES@)@SUFFIX@(?:@QUOTE@|(?=\\s))[^<>=:]{0,99}?\\bvalue@QUOTE@?\\s{0,99}[=:]\\s{0,99}",
      SecretExtent::assigned,
      "value"),

  /** Matches {@code connectionString="…"} with at least eight characters in quotes. */
  CONNECTION_STRING(
      "(?<name>connectionString)\\s{0,99}=\\s{0,99}(?=@QUOTE@[^\"']{8})",
      SecretExtent::assigned, "connectionstring"),

  /** Matches {@code ?sv=…&sig=…}. */
  SIGNATURE("\\b(?<name>sig)\\s{0,99}[=:]\\s{0,99}", SecretExtent::query, "sig"),

  /** Matches the key of an Azure function: {@code ?code=…}. */
  CODE("[?&;](?<name>code)=(?=[\\w%+/=-]{20})", SecretExtent::query, "code="),

  /** Matches {@code Authorization: Basic …}. */
  AUTHORIZATION(
      "authorization@QUOTE@?\\s{0,99}[=:]\\s{0,99}@QUOTE@?(?:(?<name>basic|bearer|digest|token|api-?key|sharedaccesssignature)\\s{1,99})?(?=\\S)",
      SecretExtent::word,
      "authorization"),

  /** Matches {@code Bearer …} followed by at least eight characters. */
  BEARER("\\b(?<name>bearer)\\s{1,99}(?=[\\w.~+/-]{8})", SecretExtent::word, "bearer"),

  /** Matches {@code https://user:password@host}. */
  URL("://[^\\s/@:@QUOTES@<>]*+:(?<value>[^\\s/@QUOTES@<>]{1,200})@", SecretExtent::group, "://"),

  /** Matches {@code -u user:password} and {@code -U user -P password}. */
  USER(
      "(?<![^\\s@QUOTES@;])(?:-u|--(?:proxy-)?user|--auth)\\s{1,99}@QUOTE@?[^\\s:/\\\\@QUOTES@]{1,99}:(?=[^\\s:/\\\\])"
          + "|(?<![^\\s@QUOTES@;])[-/]u\\s{0,99}[^\\s@QUOTES@-][^\\s@QUOTES@]{0,99}\\s{1,99}"
          + "[-/]p(?:\\s{1,99}(?![-/])|(?=[^\\s@QUOTES@]{0,99}\\d))",
      SecretExtent::word,
      "-u",
      "/u"),

  /** Matches {@code sshpass -p …} and others that take a password as {@code -p} or {@code -a}. */
  PROGRAM(
      "\\b(?:sshpass|mysql(?:dump|admin)?|7za?)(?:\\.exe)?\\b[^<>]{0,200}?[\\s@QUOTES@](?-i:-p)\\s{0,9}(?![-/\\s])"
          + "|\\b(?:redis-cli|certutil|signtool|psexec)(?:\\.exe)?\\b[^<>]{0,200}?[\\s@QUOTES@][-/](?-i:p|a)\\s{1,9}(?![-/])"
          + "|(?<![^\\s@QUOTES@])(?-i:-p)\\s{0,9}(?=\\S{1,99}\\s{1,9}(?:ssh|scp|sftp|rsync)\\b)",
      SecretExtent::word,
      "-p",
      "/p",
      "-a"),

  /** Matches {@code ConvertTo-SecureString … -AsPlainText}, with the text before or after it. */
  PLAIN_TEXT(
      "(?<![^\\s@QUOTES@|(=])(?<value>\\\\{0,3}(?<quote>[@QUOTES@])\\k<quote>?+[^@QUOTES@]{1,200}+\\k<quote>{1,2}|(?!ConvertTo-|-)[^\\s@QUOTES@|]{1,200}+)"
          + "\\s{0,9}(?:\\|\\s{0,9}ConvertTo-SecureString|(?<=\\s)-AsPlainText)"
          + "|(?:ConvertTo-SecureString|-AsPlainText)\\s{1,9}(?:-(?:String|AsPlainText|Force)\\s{1,9}){0,3}(?=[^-\\s|)])",
      SecretExtent::groupOrWord,
      "-asplaintext",
      "convertto-securestring"),

  /** Matches {@code new NetworkCredential("user", "…")}. */
  CREDENTIAL(
      "Credential\\s{0,9}\\(\\s{0,9}@QUOTE@{1,2}[^@QUOTES@]{0,99}@QUOTE@{1,2}\\s{0,9},\\s{0,9}",
      SecretExtent::word,
      "credential"),

  /** Matches addresses to which everyone who knows them may post. */
  WEBHOOK(
      "://(?:hooks\\.slack\\.com/(?:services|workflows|triggers)|discord(?:app)?\\.com/api/webhooks|[\\w.-]{1,99}\\.webhook\\.office\\.com)/"
          + "(?<value>[^\\s@QUOTES@<>]++)",
      SecretExtent::group,
      "hook"),

  /** Matches the lines after {@code -----BEGIN PRIVATE KEY-----}. */
  PRIVATE_KEY(
      "-----BEGIN (?<name>[A-Z ]{0,20}PRIVATE KEY)(?:"
          + " BLOCK)?-----(?<value>[^\"'<]*?)(?=-----END|[\"'<]|\\z)",
      SecretExtent::group,
      "private key");

  private static final Hints<SecretPattern> ALL_HINTS =
      new Hints<>(SecretPattern.class, form -> form.hints);

  private static final Pattern REFERENCE =
      Pattern.compile(
          "%[\\w.-]+%|\\$\\([^()]*\\)|\\$\\{[^{}]*}|#\\{[^{}]*}#?|\\{\\{[^{}]*}}|__\\w+__"
              + "|\\$env:.*|\\$[A-Z_]+|@Microsoft\\.KeyVault\\b.*|(?:env|file):.*"
              + "|\\*+|\\.{3}|…|<[^>]*>?|\\[[^]]*]"
              + "|true|false|yes|no|on|off|none|null|prompt|-"
              + "|[a-z]:[\\\\/].*|\\\\\\\\.*|HK(?:LM|CU|CR|EY_\\w+)[:\\\\].*|https?://[^?]*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** The length of the longest word that changes the kind of a name. */
  private static final int IN_FRONT = 20;

  private final String pattern;
  private final Reading reading;

  /** Every text that has a match contains one of these, in any letter case. */
  private final List<String> hints;

  /** The compiled pattern; null until a text may contain a match, because it takes long. */
  private volatile Pattern compiled;

  /** Returns the span of the value after the text that a pattern found. */
  private interface Reading {
    Span of(String text, Matcher found);
  }

  SecretPattern(String pattern, Reading reading, String... hints) {
    this.pattern = pattern;
    this.reading = reading;
    this.hints = hints.length == 0 ? SecretNames.HINTS : List.of(hints);
  }

  /** Returns the pattern that finds the text before the credential. */
  Pattern pattern() {
    if (compiled == null) {
      compiled = compile();
    }
    return compiled;
  }

  private Pattern compile() {
    String quotes = SecretExtent.QUOTES;
    return Pattern.compile(
        pattern
            .replace("@NAMES@", SecretNames.ALL)
            .replace("@SUFFIX@", SecretNames.SUFFIX)
            .replace("@PROSE@", SecretNames.PROSE)
            .replace("@QUOTE@", "(?:\\\\{0,3}[" + quotes + "])")
            .replace("@QUOTES@", quotes),
        Pattern.CASE_INSENSITIVE);
  }

  /**
   * Returns the patterns that may match a part of a text; this is fast.
   *
   * @param lower the text in lower case
   */
  static Set<SecretPattern> in(String lower) {
    return ALL_HINTS.in(lower);
  }

  /** Finds the next match from an offset on; returns false if there is none. */
  boolean find(Matcher matcher, String text, int from) {
    if (this != ASSIGNED && this != SETTING) {
      return matcher.find(from);
    }
    // Such a match starts with a name, so a search for names is enough.
    matcher.useTransparentBounds(true).useAnchoringBounds(false);
    int at = SecretNames.next(text, from);
    while (at < text.length() && !matcher.region(at, text.length()).lookingAt()) {
      at = SecretNames.next(text, at + 1);
    }
    return at < text.length();
  }

  /** Returns the span of the value that belongs to a match. */
  Span value(String text, Matcher found) {
    return reading.of(text, found);
  }

  /** Returns whether a value is a credential. */
  boolean isSecret(String value) {
    boolean mayBeNumber = this != USER && this != COLON && this != PROGRAM;
    return isSecretValue(value) && (mayBeNumber || !value.chars().allMatch(Character::isDigit));
  }

  /**
   * Returns whether the value of a name is a credential. Text that says where the credential is
   * kept, or that there is none, is not.
   */
  static boolean isSecretValue(String value) {
    return !value.isBlank() && !REFERENCE.matcher(value).matches();
  }

  /** Returns the kind of the credential that belongs to a match. */
  Kind kind(String text, Matcher found) {
    return switch (this) {
      case URL, USER, WORD, COLON, PROGRAM, PLAIN_TEXT, CREDENTIAL -> Kind.PASSWORD;
      case WEBHOOK -> Kind.WEBHOOK;
      case AUTHORIZATION ->
          "basic".equalsIgnoreCase(found.group("name")) ? Kind.PASSWORD : Kind.TOKEN;
      case OPTION -> named(text, found, found.start("name") < 0 ? "short" : "name");
      default -> named(text, found, "name");
    };
  }

  /** Returns the kind by the name and some of the text before it, which may belong to it. */
  private static Kind named(String text, Matcher found, String group) {
    return SecretNames.kind(
        text.substring(Math.max(0, found.start(group) - IN_FRONT), found.end(group)));
  }
}
