package dev.autoheal.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.text.Location;
import dev.autoheal.text.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that errors of malformed files are helpful and point to the right place. */
class MalformedXmlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // & and references
        "<a b=\"?p=1&q=2\"/>          | 1:11 | unexpected '&'; use &amp;",
        "<a b=\"x & y\"/>             | 1:9  | unexpected '&'; use &amp;",
        "<a b=\"&amp\"/>              | 1:7  | unexpected '&'; use &amp;",
        "<a>R&D</a>                   | 1:5  | unexpected '&'; use &amp;",
        "<a b=\"&nbsp;\"/>            | 1:7  | unknown entity '&nbsp;'; use &amp; for a plain &",
        "<a>&nbsp;</a>                | 1:4  | unknown entity '&nbsp;'; use &amp; for a plain &",
        "<a b='1'><c d='&amp;&x;'/></a> | 1:21 | unknown entity '&x;'; use &amp; for a plain &",
        "<a b='&#0;'/>                | 1:7  | invalid character reference '&#0;'; remove it",
        "<a>&#xFFFF;</a>              | 1:4  | invalid character reference '&#xFFFF;'; remove it",
        "<a>&#x110000;</a>            | 1:4  | invalid character reference '&#x110000;'; remove "
            + "it",
        "<a b=\"D:\\R&D\\c.exe\"/> | 1:11 | unexpected '&'; use &amp;",
        "<a b=\"https://c.example/d?e=f&why=g\"/> | 1:30 | unexpected '&'; use &amp;",
        "<a>b && c</a> | 1:6 | unexpected '&'; use &amp;",
        "<a b=\"&limit;\"/> | 1:7 | unknown entity '&limit;'; use &amp; for a plain &",
        "<a b=\"&#xD800;\"/> | 1:7 | invalid character reference '&#xD800;'; remove it",
        "<a b=\"&#99999999999;\"/> | 1:7 | invalid character reference '&#99999999999;'; remove "
            + "it",
        // values
        "<a b=\"<Your Connection String>\"/> | 1:7 | unexpected '<' in the value of 'b'; use &lt;",
        "<a b=\"1 < 2\"/>             | 1:9  | unexpected '<' in the value of 'b'; use &lt;",
        "<a b=\"1>⏎<c d=\"2\"/>⏎</a>  | 1:6  | unclosed value of 'b'; add the closing quote",
        "<a b='1⏎<c d='2'/></a>       | 1:6  | unclosed value of 'b'; add the closing quote",
        "<a b=\"1/><c d=\"2\"/>       | 1:6  | unclosed value of 'b'; add the closing quote",
        "<a b=\"1 c=\"2\"/>           | 1:6  | unclosed value of 'b'; add the closing quote",
        "<a b='                       | 1:6  | unclosed value of 'b'; add the closing quote",
        "<a b=\"1\"c=\"2\"/>          | 1:9  | missing space before 'c'; add one",
        "<a b=\"he said \"hi\" now\"/> | 1:15 | the value of 'b' ends here; use &quot; for a "
            + "quote in it",
        "<a b=“1”/>                   | 1:6  | invalid quote '“'; use double quotes",
        "<a b=1/>                     | 1:6  | unquoted value of 'b'; use b=\"1\"",
        "<a b=secret/>                | 1:6  | unquoted value of 'b'; use b=\"…\"",
        "<a b= c='1'/>                | 1:4  | missing value of 'b'; use b=\"…\"",
        "<a b==\"1\"/>              | 1:6  | duplicate '=' after 'b'; remove one",
        "<a b \"1\"/>               | 1:4  | missing '=' after 'b'; add it",
        "<a b: \"1\"/>              | 1:5  | unexpected ':' after 'b'; use '='",
        "<a b : \"1\"/>             | 1:6  | unexpected ':' after 'b'; use '='",
        "<a b=\"1” c=\"2\"/>       | 1:8  | the value of 'b' starts with '\"' but ends with '”'; "
            + "use double quotes",
        "<a b=\"1'/>                 | 1:8  | the value of 'b' starts with '\"' but ends with "
            + "'''; use double quotes",
        "<a b=''1''/>                 | 1:6  | invalid quotes '' around a value; use double "
            + "quotes",
        "<a b='', c='1'/>             | 1:8  | unexpected ',' in a tag; use a space between "
            + "attributes",
        "<a b=''c='1'/>               | 1:8  | missing space before 'c'; add one",
        "<a b=&quot;1&quot;/>         | 1:6  | invalid quote '&quot;'; use double quotes",
        "<ab=\"1\"/>                | 1:4  | unexpected '=' after the element name 'ab'; did you "
            + "miss a space in it?",
        "<a b/>                       | 1:4  | missing value of 'b'; use b=\"…\"",
        "<a b c='1'/>                 | 1:4  | missing value of 'b'; use b=\"…\"",
        "<a b='1' c='2' b='3'/>       | 1:16 | duplicate attribute 'b'; remove one",
        "<a b='1', c='2'/>            | 1:9  | unexpected ',' in a tag; use a space between "
            + "attributes",
        "<a \"b\"=\"1\"/>         | 1:4  | unexpected '\"' in a tag; use no quotes for an "
            + "attribute name",
        "<a 1='b'/>                   | 1:4  | '1' cannot start an attribute name; use a letter",
        "<a b=\"<800000\"/> | 1:7 | unexpected '<' in the value of 'b'; use &lt;",
        "<a b=\"<limit in KB>\"/> | 1:7 | unexpected '<' in the value of 'b'; use &lt;",
        "<a b=\"1\"bc=\"2\" d=\"3\"/> | 1:9 | missing space before 'bc'; add one",
        "<a b='1'c='2'd='3'/> | 1:9 | missing space before 'c'; add one",
        "<a b=\"1 c=\"2\" />⏎</a> | 1:6 | unclosed value of 'b'; add the closing quote",
        "<a b=1\" c=\"2\"/> | 1:6 | unquoted value of 'b'; use b=\"1\"",
        "<a b=800000\"/> | 1:6 | unquoted value of 'b'; use b=\"800000\"",
        "<a b=20 c=45 seconds d=2/> | 1:6 | unquoted value of 'b'; use b=\"20\"",
        "<a b=\"-c \"d e\"\"/> | 1:10 | the value of 'b' ends here; use &quot; for a quote in it",
        "<a b=\"-c \\\"d e\\\"\"/> | 1:11 | the value of 'b' ends here; use &quot; for a quote in"
            + " it",
        "<a b=\\\"1\\\"/> | 1:6 | invalid quote '\\\"'; use double quotes",
        "<a b=“1\" c=\"2\"/> | 1:6 | invalid quote '“'; use double quotes",
        "<a b=„1“/> | 1:6 | invalid quote '„'; use double quotes",
        "<a b=‘1’/> | 1:6 | invalid quote '‘'; use double quotes",
        "<a b=″1″/> | 1:6 | invalid quote '″'; use double quotes",
        "<a b=\"1”/> | 1:8 | the value of 'b' starts with '\"' but ends with '”'; use double "
            + "quotes",
        "<a b=\"1\"; c=\"2\"/> | 1:9 | unexpected ';' in a tag; use a space between attributes",
        "<a \"b\": 1, \"c\": \"2\"/> | 1:4 | unexpected '\"' in a tag; use no quotes for an "
            + "attribute name",
        "<a><add 500=\"10\"/></a> | 1:9 | '5' cannot start an attribute name; use a letter",
        // tags
        "<a><b c='1'⏎<d/></a>         | 1:4  | unclosed tag; add '>'",
        "<a><b                        | 1:4  | unclosed tag; add '>'",
        "<a></a                       | 1:4  | unclosed tag; add '>'",
        "<a><b></b⏎</a>               | 1:7  | unclosed tag; add '>'",
        "<a>1 < 2</a>                 | 1:6  | unexpected '<'; use &lt;",
        "<a><1/></a>                  | 1:4  | invalid element name '1'; start it with a letter",
        "<a>< b c='1'/></a>           | 1:4  | unexpected space before the element name 'b'; "
            + "remove it",
        "<a>< /a>                     | 1:4  | unexpected space before the element name 'a'; "
            + "remove it",
        "<a><\\a>                   | 1:4  | unexpected '<\\'; use </a>",
        "<a></ a>                     | 1:4  | unexpected text in an end tag; use </a>",
        "<a></a b='1'>                | 1:4  | unexpected text in an end tag; use </a>",
        "<a / >                       | 1:4  | unexpected space after '/'; use />",
        "<a //>                       | 1:4  | duplicate '/'; use />",
        "<a \\>                     | 1:4  | unexpected '\\'; use />",
        "<a><b /⏎<c/></a>             | 1:4  | unclosed tag; add '>'",
        "<a b='1' // c⏎d='2'/>        | 1:10 | unexpected comment in a tag; move it before the "
            + "tag as <!-- … -->",
        "<a b='1' <!-- c --> d='2'/>  | 1:10 | unexpected comment in a tag; move it before the "
            + "tag as <!-- … -->",
        "<a><b></a>                   | 1:4  | unclosed element <b> before </a> on line 1; end it"
            + " with />",
        "<a><b>c</a>                  | 1:4  | unclosed element <b> before </a> on line 1; add "
            + "</b>",
        "<a>⏎<b>⏎<b>⏎</a>             | 3:1  | unclosed element <b> before </a> on line 4; did "
            + "you mean </b>?",
        "<a>⏎<b/></b></a>             | 2:5  | unexpected </b>, as the element on line 2 ends "
            + "with />; remove one",
        "<a>⏎<b></b>⏎</b></a>         | 3:1  | unexpected </b>, as the element ends on line 2; "
            + "remove it",
        "<a>⏎<b>⏎<c>⏎</a>             | 3:1  | unclosed element <c> before </a> on line 4; end it"
            + " with />",
        "<a>⏎<b>⏎</B>⏎</a>            | 3:1  | </B> does not match <b> on line 2; use </b>",
        "<a></xyz>                    | 1:4  | unexpected </xyz> in <a>, which starts on line 1; "
            + "remove it",
        "<a/></a>                     | 1:5  | unexpected </a>, as no element is open; remove it",
        "<a><b>                       | 1:4  | unclosed element <b>; add </b>",
        "<a x:b='1'/>                 | 1:4  | undeclared prefix 'x'; declare it on the root "
            + "element",
        "<x:a/>                       | 1:2  | undeclared prefix 'x'; declare it on the root "
            + "element",
        "<a><500 b=\"1\"/></a> | 1:4 | invalid element name '500'; start it with a letter",
        "<a><b c=\"1\" /⏎<d/>⏎</a> | 1:4 | unclosed tag; add '>'",
        "<a><b c=\"1\"⏎<!-- d -->⏎</a> | 1:4 | unclosed tag; add '>'",
        "<a><b c=\"1\"⏎</a> | 1:4 | unclosed tag; add '>'",
        "<a b='1' /* c */ d='2'/> | 1:10 | unexpected comment in a tag; move it before the tag as"
            + " <!-- … -->",
        "<a b='1' # c⏎d='2'/> | 1:10 | unexpected comment in a tag; move it before the tag as "
            + "<!-- … -->",
        "<a>⏎<b c=\"1\">⏎<d/>⏎</a> | 2:1 | unclosed element <b> before </a> on line 4; add </b>",
        "<a>⏎<b c=\"1\">⏎</a> | 2:1 | unclosed element <b> before </a> on line 3; end it with />",
        "<a>⏎<b c=\"1\">⏎<b c=\"2\">⏎</a> | 3:1 | unclosed element <b> before </a> on line 4; end"
            + " it with />",
        "<a>⏎<b>⏎<c>⏎</c>⏎</a> | 2:1 | unclosed element <b> before </a> on line 5; add </b>",
        "<triggers>⏎</trigger> | 2:1 | </trigger> does not match <triggers> on line 1; use "
            + "</triggers>",
        "<actions b=\"1\">⏎</action> | 2:1 | </action> does not match <actions> on line 1; use "
            + "</actions>",
        "<a>⏎<b>⏎</b>⏎</b>⏎</a> | 4:1 | unexpected </b>, as the element ends on line 3; remove it",
        "<a>⏎<b/></b>⏎</a> | 2:5 | unexpected </b>, as the element on line 2 ends with />; remove"
            + " one",
        // comments and similar syntax
        "<a><!-- b -- c --></a>       | 1:11 | unexpected '--' in a comment; use one hyphen",
        "<a><!-- b --->⏎</a>          | 1:11 | unexpected '--' in a comment; use one hyphen",
        "<a><!-- b⏎<!-- c -->⏎</a>    | 1:4  | unclosed comment before the next one on line 2; "
            + "add -->",
        "<a><!-- b</a>                | 1:4  | unclosed comment; add -->",
        "<a><![CDATA[ b ]></a>        | 1:4  | unclosed CDATA section; add ]]>",
        "<a><?b ></a>                 | 1:4  | unclosed processing instruction; add ?>",
        "<a><!- b -></a>              | 1:4  | '<!-' does not start a comment; use <!--",
        "<a><! b></a>                 | 1:4  | unexpected '<!'; use <!-- … --> for a comment",
        "<a><-- b --></a>             | 1:4  | '<--' does not start a comment; use <!--",
        "<a><!-- b ->⏎</a>            | 1:11 | '->' does not end a comment; use -->",
        "<a><!-- b ->⏎c -- d --></a>  | 2:3  | unexpected '--' in a comment; use one hyphen",
        "<a><!-- b -> c⏎</a>          | 1:4  | unclosed comment; add -->",
        "<a><!-- b <!-- c --> --></a> | 1:4  | unclosed comment before the next one on line 1; "
            + "add -->",
        "<a>⏎// b < c⏎</a>            | 2:1  | '//' does not start a comment in XML; use <!-- … "
            + "-->",
        "<a>⏎# b & c⏎</a>             | 2:1  | '#' does not start a comment in XML; use <!-- … "
            + "-->",
        "<a b='1'⏎# c⏎d='2'/>         | 2:1  | unexpected comment in a tag; move it before the "
            + "tag as <!-- … -->",
        "<a>b ]]> c</a>               | 1:6  | unexpected ']]>' in text; use ]]&gt;",
        "<a><!-- b --c=700 --></a> | 1:11 | unexpected '--' in a comment; use one hyphen",
        "<a><!-- ------ b ------ --></a> | 1:9 | unexpected '--' in a comment; use one hyphen",
        "<a><!--- b ---></a> | 1:12 | unexpected '--' in a comment; use one hyphen",
        "<a><!-- b –></a> | 1:11 | '–>' does not end a comment; use -->",
        "<a><!-- b -- ></a> | 1:11 | '-- >' does not end a comment; use -->",
        "<a><!-- 5 -> 8⏎<b/>⏎</a> | 1:4 | unclosed comment; add -->",
        "<a>< !-- b --></a> | 1:4 | '< !--' does not start a comment; use <!--",
        "<a><! -- b --></a> | 1:4 | '<! --' does not start a comment; use <!--",
        "<a><!– b –></a> | 1:4 | '<!–' does not start a comment; use <!--",
        "<a><!- b --></a> | 1:4 | '<!-' does not start a comment; use <!--",
        "<a><%-- b --%></a> | 1:4 | '<%--' does not start a comment; use <!--",
        "<a><--! b --!></a> | 1:4 | '<--!' does not start a comment; use <!--",
        "<a>⏎// b & c⏎</a> | 2:1 | '//' does not start a comment in XML; use <!-- … -->",
        "<a>⏎// <b c=\"1\"d=\"2\"/>⏎</a> | 2:1 | '//' does not start a comment in XML; use <!-- …"
            + " -->",
        "<a>⏎# never <5⏎</a> | 2:1 | '#' does not start a comment in XML; use <!-- … -->",
        "// b⏎<?xml version=\"1.0\"?>⏎<a/> | 1:1 | '//' does not start a comment in XML; use <!--"
            + " … -->",
        "<?xml version=\"1.0\"?>⏎// b⏎<a/> | 2:1 | '//' does not start a comment in XML; use <!--"
            + " … -->",
        "<a/>⏎// b | 2:1 | '//' does not start a comment in XML; use <!-- … -->",
        // around the root
        "⏎<?xml version=\"1.0\"?><a/> | 2:1  | unexpected XML declaration; move it to the start "
            + "of the file",
        "<!-- b --><?xml version=\"1.0\"?><a/> | 1:11 | unexpected XML declaration; move it to "
            + "the start of the file",
        "<?xml version=\"2.0\"?><a/>  | 1:1  | invalid XML declaration; use <?xml version=\"1.0\""
            + " encoding=\"utf-8\"?>",
        "<?xml version='1.1'?><a/>    | 1:1  | IIS does not read XML 1.1; use version=\"1.0\"",
        "<?xml version=\"1.0\"?>⏎<?xml version=\"1.0\"?><a/> | 2:1 | duplicate XML declaration; "
            + "remove one",
        "<?xml version=\"1.0\"?>⏎b <a/> | 2:1 | unexpected text before the root element; remove "
            + "it",
        "{ \"a\": 1 }               | 1:1  | unexpected JSON; use XML with the root element "
            + "<configuration>",
        "b <a/>                       | 1:1  | unexpected text before the root element; remove it",
        "<a>⏎</a> b                   | 2:6  | unexpected text after the root element, which ends"
            + " on line 2; remove it",
        "<a/><b/>                     | 1:5  | unexpected second root element; move it into <a>, "
            + "which ends on line 1",
        "<!-- b -->                   | 1:11 | missing root element; add <configuration>",
        "` <?xml version=\"1.0\"?><a/>` | 1:2 | unexpected XML declaration; move it to the start "
            + "of the file",
        "<?xml version=\"1.0\" encoding=\"utf-8\"⏎<a/> | 1:1 | invalid XML declaration; use <?xml"
            + " version=\"1.0\" encoding=\"utf-8\"?>",
        "<?xml encoding=\"utf-8\"?><a/> | 1:1 | invalid XML declaration; use <?xml "
            + "version=\"1.0\" encoding=\"utf-8\"?>",
        "<?xml version=“1.0”?><a/> | 1:1 | invalid XML declaration; use <?xml version=\"1.0\" "
            + "encoding=\"utf-8\"?>",
        "<?xml version=\"1.0\"?>⏎<?xml version=\"1.0\" encoding=\"utf-8\"?>⏎<a/> | 2:1 | "
            + "duplicate XML declaration; remove one",
        "<a>⏎</a>⏎<b>⏎</b> | 3:1 | unexpected second root element; move it into <a>, which ends "
            + "on line 2",
        "<a>⏎</a>⏎<a/> | 3:1 | unexpected second root element; move it into <a>, which ends on "
            + "line 2",
        "monitoring: recycle | 1:1 | unexpected text before the root element; remove it",
        // merges
        "<a>⏎<<<<<<< HEAD⏎<b/>⏎=======⏎<c/>⏎>>>>>>> main⏎</a> | 2:1 | unexpected merge conflict "
            + "marker; resolve the conflict",
        "<a⏎<<<<<<< HEAD⏎ b='1'⏎=======⏎ b='2'⏎>>>>>>> main⏎/> | 2:1 | unexpected merge conflict "
            + "marker; resolve the conflict",
        "<<<<<<< HEAD⏎<a/>            | 1:1  | unexpected merge conflict marker; resolve the "
            + "conflict",
        "<a/>⏎=======⏎<a/>            | 2:1  | unexpected merge conflict marker; resolve the "
            + "conflict",
      })
  void reportsTheProblemAndItsPlace(String text, String place, String message) {
    assertThat(diagnosis(text.replace('⏎', '\n'))).isEqualTo(place + " " + message);
  }

  @Test
  void namesTheNamespaceOfTransforms() {
    assertThat(diagnosis("Web.Release.config", "<a>\n  <b xdt:Transform='Insert'/>\n</a>"))
        .isEqualTo(
            "2:6 undeclared prefix 'xdt'; add "
                + "xmlns:xdt=\"http://schemas.microsoft.com/XML-Document-Transform\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"web.config", "shop/Web.config", "WEB.CONFIG"})
  void proposesToRemoveLeftoversOfATransform(String path) {
    String text = "<a>\n  <b c='1' xdt:Transform='Insert' xdt:Locator='Match(c)'/>\n</a>";
    assertThat(diagnosis(path, text))
        .isEqualTo("2:12 unexpected 'xdt:Transform', which only transforms use; remove it");
    assertThat(diagnosis(path, "<a>\n  <xdt:b/>\n</a>"))
        .isEqualTo("2:4 unexpected 'xdt:b', which only transforms use; remove it");
    assertThat(diagnosis(path, "<a>\n  <x:b/>\n</a>"))
        .endsWith("undeclared prefix 'x'; declare it on the root element");
  }

  @ParameterizedTest
  @ValueSource(strings = {"web.Release.config", "shop/my.web.config", "app.config"})
  void proposesToDeclareThePrefixInOtherFiles(String path) {
    assertThat(diagnosis(path, "<a>\n  <b xdt:Transform='Insert'/>\n</a>"))
        .endsWith("; add xmlns:xdt=\"http://schemas.microsoft.com/XML-Document-Transform\"");
  }

  @Test
  void reportsInvisibleAndInvalidCharacters() {
    assertThat(diagnosis("<a\u00A0b='1'/>"))
        .isEqualTo("1:3 unexpected U+00A0 in a tag; use a plain space");
    assertThat(diagnosis("<a b\u00A0='1'/>"))
        .isEqualTo("1:5 unexpected U+00A0 in a tag; use a plain space");
    assertThat(diagnosis("\uFEFF\uFEFF<a/>"))
        .isEqualTo("1:1 duplicate byte order mark; remove one");
    assertThat(diagnosis("<a>\u0000</a>")).isEqualTo("1:4 invalid character U+0000; remove it");
    assertThat(diagnosis("<a b='\uFFFE'/>")).isEqualTo("1:7 invalid character U+FFFE; remove it");
  }

  @Test
  void reportsAnEmptyFile() {
    assertThat(diagnosis("")).isEqualTo("1:1 empty file; add <configuration>");
    assertThat(diagnosis(" \n\t")).isEqualTo(diagnosis(""));
  }

  @Test
  void pointsToTheDtd() {
    SourceFile file =
        TestXml.file("<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b 'c'>]>\n<a>&b;</a>");
    assertThat(XmlDocument.parse(file)).isInstanceOf(XmlDocument.Doctype.class);
    XmlDocument.Doctype doctype = (XmlDocument.Doctype) XmlDocument.parse(file);
    assertThat(doctype.span().of(file.text())).isEqualTo("<!DOCTYPE a [<!ENTITY b 'c'>]>");
    assertThat(diagnosis("<!DOCTYPE a [<!ENTITY b 'c'>")).isEqualTo("1:1 invalid DTD; remove it");
  }

  @Test
  void keepsMessagesShort() {
    String name = "n".repeat(100_000);
    assertThat(diagnosis("<a " + name + "/>")).hasSizeLessThan(200);
    assertThat(diagnosis("<a></" + name + "></a>")).hasSizeLessThan(200);
    assertThat(diagnosis("<a>&" + name + ";</a>")).hasSizeLessThan(200);
  }

  private static String diagnosis(String text) {
    return diagnosis(TestXml.file(text));
  }

  private static String diagnosis(String path, String text) {
    return diagnosis(SourceFile.of(path, text.getBytes(UTF_8)));
  }

  private static String diagnosis(SourceFile file) {
    XmlDocument.Result result = XmlDocument.parse(file);
    if (!(result instanceof XmlDocument.Malformed malformed)) {
      throw new AssertionError("not malformed: " + file.text());
    }
    Location at = file.locate(malformed.span());
    return at.line() + ":" + at.column() + " " + malformed.message();
  }
}
