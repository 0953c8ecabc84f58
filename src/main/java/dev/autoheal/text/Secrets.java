package dev.autoheal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;

/**
 * Finds text that looks like a credential, in a value, a command line, or a line of XML, YAML or
 * JSON. Doubtful text counts as one. A reference to the place of a credential does not, for example
 * <code>%PASSWORD%</code> or {@code @Microsoft.KeyVault(…)}. The time it takes grows linearly with
 * the text.
 */
public final class Secrets {
  private Secrets() {}

  /** The kind of a credential, as far as it can be determined. */
  public enum Kind {
    PASSWORD("a password"),
    ACCOUNT_KEY("an account key"),
    SHARED_ACCESS_KEY("a shared access key"),
    SAS("a SAS signature"),
    TOKEN("an access token"),
    KEY("an access key"),
    SECRET("a secret"),
    PRIVATE_KEY("a private key"),
    WEBHOOK("the address of a webhook"),
    CONNECTION_STRING("a connection string");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** Returns the words for a message, with their article. */
    public String words() {
      return words;
    }
  }

  /**
   * A credential in a text.
   *
   * @param kind the kind of credential
   * @param span the value alone, without its name and its quotes
   */
  public record Secret(Kind kind, Span span) {}

  /** Returns all credentials in the order of the text; some may overlap. */
  public static List<Secret> in(String text) {
    List<Secret> found = new ArrayList<>();
    Unescaped plain = Unescaped.of(text);
    Consumer<Secret> add =
        secret -> found.add(new Secret(secret.kind(), plain.original(secret.span())));
    findByPattern(plain.text(), add);
    findByFormat(plain.text(), add);
    XmlSecrets.find(text, found::add);
    if (!plain.text().equals(text)) {
      XmlSecrets.find(plain.text(), add);
    }
    found.sort(Order.by(Secret::span));
    return List.copyOf(found);
  }

  private static void findByPattern(String text, Consumer<Secret> found) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (SecretPattern form : SecretPattern.in(lower)) {
      find(form, text, found);
    }
  }

  private static void find(SecretPattern form, String text, Consumer<Secret> found) {
    Matcher matcher = form.pattern().matcher(text);
    int from = 0;
    while (from <= text.length() && form.find(matcher, text, from)) {
      Span value = form.value(text, matcher);
      from = Math.max(matcher.end(), value.end());
      if (form.isSecret(value.of(text))) {
        found.accept(new Secret(form.kind(text, matcher), value));
      }
    }
  }

  private static void findByFormat(String text, Consumer<Secret> found) {
    for (TokenFormat format : TokenFormat.in(text)) {
      format
          .pattern()
          .matcher(text)
          .results()
          .forEach(
              token ->
                  found.accept(new Secret(format.kind(), new Span(token.start(), token.end()))));
    }
  }

  /**
   * Returns the text with {@code *} for every character of a credential. Its length and its line
   * breaks stay the same, so that columns stay valid.
   */
  public static String redact(String text) {
    List<Secret> secrets = in(text);
    if (secrets.isEmpty()) {
      return text;
    }
    char[] shown = text.toCharArray();
    for (Secret secret : secrets) {
      for (int i = secret.span().start(); i < secret.span().end(); i++) {
        shown[i] = shown[i] == '\n' || shown[i] == '\r' ? shown[i] : '*';
      }
    }
    return new String(shown);
  }
}
