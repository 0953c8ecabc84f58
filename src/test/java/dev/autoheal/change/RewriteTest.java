package dev.autoheal.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that new text looks like its context, removed text leaves no trace and the rest stays. */
class RewriteTest {
  private static final String MEMORY = "memory: { privateBytes: 1GB }";
  private static final String ENOUGH = "<memory privateBytesInKB='1048576'/>";
  private static final String REQUESTS = "<requests count='1' timeInterval='00:00:01'/>";
  private static final String SLOW =
      "<slowRequests count='1' timeTaken='00:00:01' timeInterval='00:00:01'/>";

  @Test
  void changesAValueInsideItsQuotes() {
    assertThat(triggers("<memory⏎\tprivateBytesInKB = '&#53;' />", MEMORY))
        .isEqualTo("<memory⏎\tprivateBytesInKB = '1048576' />");
  }

  @Test
  void removesAnElementWithItsLine() {
    assertThat(
            triggers(
                "␍⏎    <requests count='1' timeInterval='00:00:01'>␍⏎    </requests>  ␍⏎    "
                    + ENOUGH
                    + "␍⏎  ",
                MEMORY + ", requests: none"))
        .isEqualTo("␍⏎    " + ENOUGH + "␍⏎  ");
  }

  @Test
  void removesAnElementWithTheSpacesBeforeIt() {
    assertThat(triggers(" " + ENOUGH + " " + REQUESTS + " ", MEMORY + ", requests: none"))
        .isEqualTo(" " + ENOUGH + " ");
    assertThat(triggers("⏎  " + REQUESTS + " " + ENOUGH + "⏎", MEMORY + ", requests: none"))
        .isEqualTo("⏎  " + ENOUGH + "⏎");
  }

  @Test
  void leavesNoEmptyLineAfterRemovedNeighbors() {
    assertThat(
            triggers(
                "⏎  " + REQUESTS + " " + SLOW + "⏎⏎  " + ENOUGH + "⏎",
                MEMORY + ", requests: none, slowRequests: none"))
        .isEqualTo("⏎⏎  " + ENOUGH + "⏎");
  }

  @Test
  void keepsCommentsNextToAndInsideRemovedElements() {
    assertThat(
            triggers(
                "⏎  "
                    + REQUESTS
                    + " <!-- after -->⏎  <slowRequests count='1' timeTaken='00:00:01'"
                    + " timeInterval='00:00:01'>⏎    <!-- inside -->⏎  </slowRequests>⏎  "
                    + ENOUGH
                    + "⏎",
                MEMORY + ", requests: none, slowRequests: none"))
        .isEqualTo("⏎  <!-- after -->⏎  <!-- inside -->⏎  " + ENOUGH + "⏎");
  }

  @Test
  void addsAnElementAfterTheCommentsOfTheLastOne() {
    assertThat(triggers("⏎\t" + REQUESTS + " <!-- a⏎\t\tb -->  ⏎\t<!-- c -->⏎", MEMORY))
        .isEqualTo("⏎\t" + REQUESTS + " <!-- a⏎\t\tb -->  ⏎\t" + ENOUGH + "⏎\t<!-- c -->⏎");
  }

  @Test
  void addsAnElementOnANewLineAfterOneWithoutItsOwn() {
    assertThat(triggers("⏎    " + REQUESTS + SLOW + "⏎", MEMORY))
        .endsWith("'/>⏎    " + ENOUGH + "⏎");
  }

  @Test
  void replacesSpacesInAnEmptyElement() {
    assertThat(triggers("  ", MEMORY)).isEqualTo(ENOUGH);
    assertThat(triggers("<!-- a -->", MEMORY)).isEqualTo("<!-- a -->" + ENOUGH);
  }

  @Test
  void addsAnAttributeLikeTheLastOne() {
    assertThat(triggers("<requests⏎  count='1'⏎/>", "requests: { count: 1, timeInterval: 10m }"))
        .isEqualTo("<requests⏎  count='1'⏎  timeInterval='00:10:00'⏎/>");
    assertThat(triggers("<memory⏎/>", MEMORY)).isEqualTo("<memory privateBytesInKB='1048576'⏎/>");
  }

  @Test
  void removesAnEmptyCollectionUnlessItHasAComment() {
    String rules =
        "<statusCode>%s<add statusCode='500' count='1' timeInterval='00:00:01'/></statusCode>";
    String policy = MEMORY + ", statusCodes: none";
    assertThat(triggers(rules.formatted("") + "<memory privateBytesInKB='1048576'/>", policy))
        .isEqualTo(ENOUGH);
    assertThat(
            triggers(
                rules.formatted("<!-- a -->") + "<memory privateBytesInKB='1048576'/>", policy))
        .startsWith("<statusCode><!-- a --></statusCode>");
  }

  @Test
  void keepsPlaceholders() {
    String text =
        "<memory privateBytesInKB='#{Memory}#'/><requests count='1'"
            + " timeInterval='$(i)'/><statusCode><add statusCode='__S__' count='1'"
            + " timeInterval='00:00:01'/></statusCode>";
    assertThat(
            triggers(
                text, MEMORY + ", requests: { count: 1, timeInterval: 10m }, statusCodes: none"))
        .isEqualTo(text);
  }

  @Test
  void keepsAPlaceholderInTheAction() {
    String text =
        section(
            "<triggers/><actions value='$(a)'><customAction exe='a.exe'"
                + " parameters='#{p}'/></actions>");
    assertThat(
            Trial.of(text, policy("action: { customAction: { exe: a.exe } }"))
                .rewrite()
                .orElseThrow()
                .edits()
                .isEmpty())
        .isTrue();
  }

  @Test
  void rewritesAnEnvironmentVariableInTheAction() {
    assertThat(
            rewritten(
                section(
                    "<actions value='CustomAction'><customAction exe='%HOME%\\a.exe'"
                        + " parameters='-o w3wp_%1%_'/></actions>"),
                policy("action: { customAction: { exe: 'D:\\home\\a.exe', parameters: -o x } }")))
        .isEqualTo(
            section(
                "<actions value='CustomAction'><customAction exe='D:\\home\\a.exe'"
                    + " parameters='-o x'/></actions>"));
  }

  @Test
  void removesAndAddsANestedProgram() {
    String with =
        "<actions value='CustomAction'><customAction exe='a.exe' parameters='-x'/></actions>";
    assertThat(rewritten(section(with), policy("action: recycle")))
        .isEqualTo(section("<actions value='Recycle'></actions>"));
    assertThat(rewritten(section(with), policy("action: { customAction: { exe: b.exe } }")))
        .isEqualTo(section("<actions value='CustomAction'><customAction exe='b.exe'/></actions>"));
    assertThat(
            rewritten(
                section("<actions value='Recycle'/>"),
                policy("action: { customAction: { exe: 'a&b.exe', parameters: \"it's\" } }")))
        .isEqualTo(
            section(
                "<actions value='CustomAction'><customAction exe='a&amp;b.exe'"
                    + " parameters='it&apos;s'/></actions>"));
  }

  @Test
  void addsNoIndentationToAFileWithoutIt() {
    assertThat(
            rewritten(
                "<configuration>⏎<system.webServer>⏎<handlers/>⏎</system.webServer>⏎</configuration>",
                policy("action: recycle, triggers: { " + MEMORY + " }")))
        .contains(
            "<handlers/>⏎<monitoring>⏎<triggers>⏎<memory"
                + " privateBytesInKB=\"1048576\"/>⏎</triggers>");
  }

  @Test
  void writesUnencodableCharactersAsReferences() {
    Trial trial =
        Trial.of(
            ("<?xml version='1.0' encoding='iso-8859-1'?>" + section("<actions value='Recycle'/>"))
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
            policy("action: { customAction: { exe: '\u00E9\u4E2D\uD83D\uDE00' } }"));
    assertThat(trial.rewrite().orElseThrow().after().text())
        .contains("exe='\u00E9&#x4E2D;&#x1F600;'");
  }

  /** The same input must give the same bytes. */
  @Test
  void listsDifferencesInAFixedOrder() {
    StringBuilder rules = new StringBuilder();
    List.of(599, 404, 503, 500, 401)
        .forEach(
            s ->
                rules.append(
                    "<add statusCode='%d' count='1' timeInterval='00:00:01'/>".formatted(s)));
    Trial trial =
        Trial.of(
            section(
                "<triggers><statusCode>"
                    + rules
                    + "</statusCode>"
                    + SLOW
                    + REQUESTS
                    + "</triggers>"),
            policy("unmanaged: remove, triggers: { " + MEMORY + " }"));
    assertThat(trial.comparison().differencesOrNone())
        .extracting(d -> d.kind().id() + " " + d.name() + " " + d.before().replaceAll(",.*", ""))
        .containsExactly(
            "add memory ",
            "remove requests 1 in 1 s",
            "remove slowRequests 1 over 1 s in 1 s",
            "remove statusCodes 401",
            "remove statusCodes 404",
            "remove statusCodes 500",
            "remove statusCodes 503",
            "remove statusCodes 599");
  }

  private static String section(String content) {
    return "<configuration><system.webServer><monitoring>"
        + content
        + "</monitoring></system.webServer></configuration>";
  }

  private static String policy(String app) {
    return "{ version: 1, apps: [ { name: app, files: [web.config], " + app + " } ] }";
  }

  /** Returns the rewritten text, with ␍ and ⏎ for line breaks. */
  private static String rewritten(String text, String policy) {
    String before = text.replace('␍', '\r').replace('⏎', '\n');
    String after = Trial.of(before, policy).rewrite().orElseThrow().after().text();
    return after.replace('\r', '␍').replace('\n', '⏎');
  }

  /** Returns the rewritten content of {@code triggers}. */
  private static String triggers(String content, String desired) {
    String open = "<configuration a='b'><c/><system.webServer><monitoring><triggers>";
    String close =
        "</triggers><actions value='Recycle'/></monitoring></system.webServer></configuration>";
    String after = rewritten(open + content + close, policy("triggers: { " + desired + " }"));
    assertThat(after).startsWith(open).endsWith(close);
    return after.substring(open.length(), after.length() - close.length());
  }
}
