package dev.autoheal.report;

import java.util.regex.Pattern;

/**
 * Tells text that looks as if it held a credential, which nobody needs to see to understand a
 * finding or a change.
 */
final class Secrets {
  private static final String NAMES =
      "password|passwd|passphrase|pwd|secret|(?<!publickey)token|api_?key|access_?key|account_?key"
          + "|validationkey|decryptionkey";

  /** Each bounded, so that no line takes long. */
  private static final Pattern LOOKS =
      Pattern.compile(
          String.join(
              "|",
              // password="…", Password=…; in a connection string, --password …
              "(" + NAMES + "|\\bsig)\\s{0,9}[=:]\\s{0,9}[\"']?[^\\s\"';<>]",
              "[\\s\"'][-/]{1,2}(" + NAMES + ")\\s{1,9}[^\\s\"'<>/-]",
              // <add key="SmtpPassword" value="…" />
              "[\"'][^\"']{0,99}("
                  + NAMES
                  + ")[\"'][^<]{0,199}\\bvalue\\s{0,9}=\\s{0,9}[\"'][^\"']",
              "connectionString\\s{0,9}=\\s{0,9}[\"'][^\"']{8}",
              "\\bbearer\\s{1,9}[\\w.-]{8}",
              "://[^\\s/@\"'<>]{1,99}:[^\\s/@\"'<>]{1,99}@"),
          Pattern.CASE_INSENSITIVE);

  private Secrets() {}

  /** Whether some of it may be a secret; in doubt it is. */
  static boolean in(String text) {
    return LOOKS.matcher(text).find();
  }
}
