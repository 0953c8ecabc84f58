package dev.autoheal.text;

import dev.autoheal.text.Secrets.Kind;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The credentials that are recognized by their form alone, as their issuers document it. The forms
 * are wider than documented: a credential that is a little too long or too short is one too.
 */
enum TokenFormat {
  JWT("(?<![\\w-])eyJ[\\w-]{10,}+\\.[\\w-]{10,}+\\.[\\w-]*+", "eyJ"),
  AZURE_AD_CLIENT_SECRET(Kind.SECRET, "(?<![\\w.~-])[\\w.~-]{3}\\dQ~[\\w.~-]{20,}+", "Q~"),
  AZURE_DEVOPS("(?<![A-Za-z0-9])[A-Za-z0-9]{70,80}?AZDO[A-Za-z0-9]{4,}+", "AZDO"),
  /** Has no hint; {@link #in} looks for its length. */
  AZURE_DEVOPS_OLDER("[a-z2-7]{52}(?<![A-Za-z0-9][a-z2-7]{52})(?![A-Za-z0-9])"),
  STORAGE_ACCOUNT(Kind.ACCOUNT_KEY, "(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{86}==", "=="),
  AZURE_KEY(
      Kind.KEY,
      "(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{30,80}?"
          + "(?:Az(?:Fu|Se|Ca)|ACDb|APIM|\\+(?:ASt|ASb|AEh|AIoT|ABa|ACR|AMC))[A-Za-z0-9+/_-]{4,}+={0,2}",
      "AzFu",
      "AzSe",
      "AzCa",
      "ACDb",
      "APIM",
      "+ASt",
      "+ASb",
      "+AEh",
      "+AIoT",
      "+ABa",
      "+ACR",
      "+AMC"),
  GITHUB(
      "\\bgh[pousr]_\\w{20,}+|\\bgithub_pat_\\w{20,}+",
      "ghp_",
      "gho_",
      "ghu_",
      "ghs_",
      "ghr_",
      "github_pat_"),
  GITLAB(
      "\\b(?:gl[a-z]{2,6}|GR1348941)-?[\\w-]{10,}+",
      "glpat-",
      "gldt-",
      "glrt-",
      "glcbt-",
      "glptt-",
      "glft-",
      "glsoat-",
      "glagent-",
      "gloas-",
      "glimt-",
      "GR1348941"),
  NPM("\\bnpm_[A-Za-z0-9]{20,}+", "npm_"),
  NUGET(Kind.KEY, "\\boy2[a-z0-9]{43}", "oy2"),
  PYPI("\\bpypi-[\\w-]{20,}+", "pypi-"),
  GOOGLE(Kind.KEY, "\\bAIza[\\w-]{30,}+", "AIza"),
  GOOGLE_OAUTH(Kind.SECRET, "\\bGOCSPX-[\\w-]{20,}+|\\bya29\\.[\\w-]{20,}+", "GOCSPX-", "ya29."),
  AWS(Kind.KEY, "\\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\\b", "AKIA", "ASIA", "ABIA", "ACCA"),
  SENDGRID(Kind.KEY, "\\bSG\\.[\\w-]{16,}+(?:\\.[\\w-]+)?", "SG."),
  STRIPE(
      Kind.KEY,
      "\\b(?:[sr]k_(?:live|test|prod)|whsec)_\\w{10,}+",
      "sk_live_",
      "sk_test_",
      "sk_prod_",
      "rk_live_",
      "rk_test_",
      "rk_prod_",
      "whsec_"),
  SLACK("\\bx(?:ox[a-z]|app)-[\\w-]{10,}+", "xox", "xapp-"),
  TWILIO(Kind.KEY, "\\bSK[0-9a-f]{32}\\b", "SK"),
  MAILGUN(Kind.KEY, "\\bkey-[0-9a-f]{32}\\b", "key-"),
  TELEGRAM("\\b\\d{8,10}:AA[\\w-]{30,}+", ":AA"),
  DOCKER("\\bdckr_[a-z]{3}_[\\w-]{20,}+", "dckr_"),
  DIGITALOCEAN("\\bdo[opr]_v1_[a-f0-9]{20,}+", "dop_v1_", "doo_v1_", "dor_v1_"),
  DATABRICKS("\\bdapi[a-f0-9]{32}", "dapi"),
  HASHICORP(
      "\\bhv[sbr]\\.[\\w-]{20,}+|\\.atlasv1\\.[\\w-]{20,}+", "hvs.", "hvb.", "hvr.", ".atlasv1."),
  OPENAI(Kind.KEY, "\\bsk-(?:[a-z]{3,8}\\d{0,2}-)*+[\\w-]{32,}+", "sk-"),
  HUGGINGFACE("\\bhf_[A-Za-z]{30,}+", "hf_"),
  ATLASSIAN("\\bAT(?:ATT|CTT|BB)[\\w=-]{20,}+", "ATATT", "ATCTT", "ATBB"),
  SHOPIFY("\\bshp(?:at|ca|pa|ss)_[a-fA-F0-9]{20,}+", "shpat_", "shpca_", "shppa_", "shpss_"),
  GRAFANA("\\bgl(?:sa|c)_[\\w=+/]{20,}+", "glsa_", "glc_"),
  NEW_RELIC(Kind.KEY, "\\bNR(?:AK|JS|AA|II)-\\w{15,}+", "NRAK-", "NRJS-", "NRAA-", "NRII-"),
  POSTMAN(Kind.KEY, "\\bPMAK-[\\w-]{20,}+", "PMAK-"),
  SENTRY("\\bsntry[su]_[\\w+/=-]{20,}+", "sntrys_", "sntryu_"),
  DOPPLER("\\bdp\\.[a-z]{2,6}\\.[\\w.-]{20,}+", "dp."),
  PULUMI("\\bpul-[a-f0-9]{20,}+", "pul-"),
  ONE_PASSWORD("\\bops_eyJ[\\w+/=-]{20,}+", "ops_eyJ"),
  AGE(Kind.PRIVATE_KEY, "\\bAGE-SECRET-KEY-1\\w{20,}+", "AGE-SECRET-KEY-1");

  private static final Hints<TokenFormat> HINTS =
      new Hints<>(TokenFormat.class, format -> format.parts);

  /** The length of a token of {@link #AZURE_DEVOPS_OLDER}. */
  private static final int OLDER_LENGTH = 52;

  private final Kind kind;
  private final String pattern;
  private final List<String> parts;

  TokenFormat(String pattern, String... parts) {
    this(Kind.TOKEN, pattern, parts);
  }

  /**
   * Creates a format.
   *
   * @param pattern matches the whole credential, in exactly these letter cases
   * @param parts every credential contains one of these; none if that cannot be said
   */
  TokenFormat(Kind kind, String pattern, String... parts) {
    this.kind = kind;
    this.pattern = pattern;
    this.parts = List.of(parts);
  }

  /** Returns the formats that a text may contain a credential of; this is fast. */
  static Set<TokenFormat> in(String text) {
    Set<TokenFormat> possible = HINTS.in(text);
    if (mayHoldOlder(text)) {
      possible.add(AZURE_DEVOPS_OLDER);
    }
    return possible;
  }

  private static boolean mayHoldOlder(String text) {
    int run = 0;
    for (int i = 0; i < text.length() && run < OLDER_LENGTH; i++) {
      char c = text.charAt(i);
      run = (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7') ? run + 1 : 0;
    }
    return run == OLDER_LENGTH;
  }

  /** Returns the pattern, compiled on each call, because hardly any text needs one. */
  Pattern pattern() {
    return Pattern.compile(pattern);
  }

  /** Returns the kind of credential. */
  Kind kind() {
    return kind;
  }
}
