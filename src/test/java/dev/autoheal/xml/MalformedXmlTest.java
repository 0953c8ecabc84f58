package dev.autoheal.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.text.Location;
import dev.autoheal.text.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Why a file is not well-formed is said in words that help, at the place to look at. */
class MalformedXmlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // & and references
        "<a b=\"?p=1&q=2\"/>          | 1:11 | a plain & is written &amp;",
        "<a b=\"x & y\"/>             | 1:9  | a plain & is written &amp;",
        "<a b=\"&amp\"/>              | 1:7  | a plain & is written &amp;",
        "<a>R&D</a>                   | 1:5  | a plain & is written &amp;",
        "<a b=\"&nbsp;\"/>            | 1:7  | &nbsp; is no entity XML knows; a plain & is written"
            + " &amp;",
        "<a>&nbsp;</a>                | 1:4  | &nbsp; is no entity XML knows; a plain & is written"
            + " &amp;",
        "<a b='1'><c d='&amp;&x;'/></a> | 1:21 | &x; is no entity XML knows; a plain & is written"
            + " &amp;",
        "<a b='&#0;'/>                | 1:7  | &#0; is no character XML allows",
        "<a>&#xFFFF;</a>              | 1:4  | &#xFFFF; is no character XML allows",
        "<a>&#x110000;</a>            | 1:4  | &#x110000; is no character XML allows",
        "<a b=\"D:\\R&D\\c.exe\"/> | 1:11 | a plain & is written &amp;",
        "<a b=\"https://c.example/d?e=f&why=g\"/> | 1:30 | a plain & is written &amp;",
        "<a>b && c</a> | 1:6 | a plain & is written &amp;",
        "<a b=\"&limit;\"/> | 1:7 | &limit; is no entity XML knows; a plain & is written &amp;",
        "<a b=\"&#xD800;\"/> | 1:7 | &#xD800; is no character XML allows",
        "<a b=\"&#99999999999;\"/> | 1:7 | &#99999999999; is no character XML allows",
        // values
        "<a b=\"<Your Connection String>\"/> | 1:7 | < in the value of b is written &lt;",
        "<a b=\"1 < 2\"/>             | 1:9  | < in the value of b is written &lt;",
        "<a b=\"1>⏎<c d=\"2\"/>⏎</a>  | 1:6  | the value of b is never closed: \" is missing",
        "<a b='1⏎<c d='2'/></a>       | 1:6  | the value of b is never closed: ' is missing",
        "<a b=\"1/><c d=\"2\"/>       | 1:6  | the value of b is never closed: \" is missing",
        "<a b=\"1 c=\"2\"/>           | 1:6  | the value of b is never closed: \" is missing",
        "<a b='                       | 1:6  | the value of b is never closed: ' is missing",
        "<a b=\"1\"c=\"2\"/>          | 1:9  | a blank is missing in front of c",
        "<a b=\"he said \"hi\" now\"/> | 1:15 | the value of b ends here; a quote inside it is"
            + " written &quot;",
        "<a b=“1”/>                   | 1:6  | “ is no quote XML knows; write \"",
        "<a b=1/>                     | 1:6  | the value of b must stand in quotes; write b=\"1\"",
        "<a b=secret/>                | 1:6  | the value of b must stand in quotes; write b=\"…\"",
        "<a b= c='1'/>                | 1:4  | b has no value; write b=\"…\"",
        "<a b==\"1\"/>              | 1:6  | = stands twice; write b=\"…\"",
        "<a b \"1\"/>               | 1:4  | = is missing behind b",
        "<a b: \"1\"/>              | 1:5  | b takes = before its value, not :",
        "<a b : \"1\"/>             | 1:6  | b takes = before its value, not :",
        "<a b=\"1” c=\"2\"/>       | 1:8  | the value of b begins with \" but ends with ”; write \""
            + " at both ends",
        "<a b=\"1'/>                 | 1:8  | the value of b begins with \" but ends with '; write \""
            + " at both ends",
        "<a b=''1''/>                 | 1:6  | '' is no quote XML knows; write \"",
        "<a b='', c='1'/>             | 1:8  | , cannot stand here in a tag; only blanks part attributes",
        "<a b=''c='1'/>               | 1:8  | a blank is missing in front of c",
        "<a b=&quot;1&quot;/>         | 1:6  | &quot; does not quote a value; write \"",
        "<ab=\"1\"/>                | 1:4  | = cannot stand behind the name of an element; is a blank"
            + " missing in ab?",
        "<a b/>                       | 1:4  | b has no value; write b=\"…\"",
        "<a b c='1'/>                 | 1:4  | b has no value; write b=\"…\"",
        "<a b='1' c='2' b='3'/>       | 1:16 | b stands twice in this tag",
        "<a b='1', c='2'/>            | 1:9  | , cannot stand here in a tag; only blanks part attributes",
        "<a \"b\"=\"1\"/>         | 1:4  | \" cannot stand here in a tag; the name of an attribute has"
            + " no quotes",
        "<a 1='b'/>                   | 1:4  | 1 cannot begin the name of an attribute; a name begins"
            + " with a letter",
        "<a b=\"<800000\"/> | 1:7 | < in the value of b is written &lt;",
        "<a b=\"<limit in KB>\"/> | 1:7 | < in the value of b is written &lt;",
        "<a b=\"1\"bc=\"2\" d=\"3\"/> | 1:9 | a blank is missing in front of bc",
        "<a b='1'c='2'd='3'/> | 1:9 | a blank is missing in front of c",
        "<a b=\"1 c=\"2\" />⏎</a> | 1:6 | the value of b is never closed: \" is missing",
        "<a b=1\" c=\"2\"/> | 1:6 | the value of b must stand in quotes; write b=\"1\"",
        "<a b=800000\"/> | 1:6 | the value of b must stand in quotes; write b=\"800000\"",
        "<a b=20 c=45 seconds d=2/> | 1:6 | the value of b must stand in quotes; write b=\"20\"",
        "<a b=\"-c \"d e\"\"/> | 1:10 | the value of b ends here; a quote inside it is written &quot;",
        "<a b=\"-c \\\"d e\\\"\"/> | 1:11 | the value of b ends here; a quote inside it is written &quot;",
        "<a b=\\\"1\\\"/> | 1:6 | \\\" does not quote a value; write \"",
        "<a b=“1\" c=\"2\"/> | 1:6 | “ is no quote XML knows; write \"",
        "<a b=„1“/> | 1:6 | „ is no quote XML knows; write \"",
        "<a b=‘1’/> | 1:6 | ‘ is no quote XML knows; write \"",
        "<a b=″1″/> | 1:6 | ″ is no quote XML knows; write \"",
        "<a b=\"1”/> | 1:8 | the value of b begins with \" but ends with ”; write \" at both ends",
        "<a b=\"1\"; c=\"2\"/> | 1:9 | ; cannot stand here in a tag; only blanks part attributes",
        "<a \"b\": 1, \"c\": \"2\"/> | 1:4 | \" cannot stand here in a tag; the name of an attribute has no quotes",
        "<a><add 500=\"10\"/></a> | 1:9 | 5 cannot begin the name of an attribute; a name begins with a letter",
        // tags
        "<a><b c='1'⏎<d/></a>         | 1:4  | this tag is never closed: > is missing",
        "<a><b                        | 1:4  | this tag is never closed: > is missing",
        "<a></a                       | 1:4  | this tag is never closed: > is missing",
        "<a><b></b⏎</a>               | 1:7  | this tag is never closed: > is missing",
        "<a>1 < 2</a>                 | 1:6  | this < starts no tag; in text it is written &lt;",
        "<a><1/></a>                  | 1:4  | a name begins with a letter, which 1 does not",
        "<a>< b c='1'/></a>           | 1:4  | a blank stands behind this <; write <b",
        "<a>< /a>                     | 1:4  | a blank stands behind this <; write </a",
        "<a><\\a>                   | 1:4  | an end tag begins with </; write </a>",
        "<a></ a>                     | 1:4  | an end tag holds nothing but its name; write </a>",
        "<a></a b='1'>                | 1:4  | an end tag holds nothing but its name; write </a>",
        "<a / >                       | 1:4  | / and > stand apart; write />",
        "<a //>                       | 1:4  | / stands twice; write />",
        "<a \\>                     | 1:4  | \\ closes no tag; write />",
        "<a><b /⏎<c/></a>             | 1:4  | this tag is never closed: > is missing",
        "<a b='1' // c⏎d='2'/>        | 1:10 | a comment cannot stand inside a tag; write it in front of"
            + " the tag, as <!-- … -->",
        "<a b='1' <!-- c --> d='2'/>  | 1:10 | a comment cannot stand inside a tag; write it in front of"
            + " the tag, as <!-- … -->",
        "<a><b></a>                   | 1:4  | <b> is never closed: </a> in line 1 comes first; end it in />",
        "<a><b>c</a>                  | 1:4  | <b> is never closed: </a> in line 1 comes first",
        "<a>⏎<b>⏎<b>⏎</a>             | 3:1  | <b> is never closed: </a> in line 4 comes first; write"
            + " </b> if it was to close the one of line 2",
        "<a>⏎<b/></b></a>             | 2:5  | </b> closes nothing: <b> of line 2 ended in /> already",
        "<a>⏎<b></b>⏎</b></a>         | 3:1  | </b> closes nothing: <b> was closed in line 2 already",
        "<a>⏎<b>⏎<c>⏎</a>             | 3:1  | <c> is never closed: </a> in line 4 comes first; end it in />",
        "<a>⏎<b>⏎</B>⏎</a>            | 3:1  | </B> does not close <b> of line 2; write </b>",
        "<a></xyz>                    | 1:4  | </xyz> closes nothing: open is <a> of line 1",
        "<a/></a>                     | 1:5  | </a> closes nothing: no element is open",
        "<a><b>                       | 1:4  | <b> is never closed: </b> is missing",
        "<a x:b='1'/>                 | 1:4  | the prefix x is declared nowhere; the root element"
            + " needs xmlns:x=\"…\"",
        "<x:a/>                       | 1:2  | the prefix x is declared nowhere; the root element"
            + " needs xmlns:x=\"…\"",
        "<a><500 b=\"1\"/></a> | 1:4 | a name begins with a letter, which 500 does not",
        "<a><b c=\"1\" /⏎<d/>⏎</a> | 1:4 | this tag is never closed: > is missing",
        "<a><b c=\"1\"⏎<!-- d -->⏎</a> | 1:4 | this tag is never closed: > is missing",
        "<a><b c=\"1\"⏎</a> | 1:4 | this tag is never closed: > is missing",
        "<a b='1' /* c */ d='2'/> | 1:10 | a comment cannot stand inside a tag; write it in front of the tag, as <!-- … -->",
        "<a b='1' # c⏎d='2'/> | 1:10 | a comment cannot stand inside a tag; write it in front of the tag, as <!-- … -->",
        "<a>⏎<b c=\"1\">⏎<d/>⏎</a> | 2:1 | <b> is never closed: </a> in line 4 comes first",
        "<a>⏎<b c=\"1\">⏎</a> | 2:1 | <b> is never closed: </a> in line 3 comes first; end it in />",
        "<a>⏎<b c=\"1\">⏎<b c=\"2\">⏎</a> | 3:1 | <b> is never closed: </a> in line 4 comes first; end it in />",
        "<a>⏎<b>⏎<c>⏎</c>⏎</a> | 2:1 | <b> is never closed: </a> in line 5 comes first",
        "<triggers>⏎</trigger> | 2:1 | </trigger> does not close <triggers> of line 1; write </triggers>",
        "<actions b=\"1\">⏎</action> | 2:1 | </action> does not close <actions> of line 1; write </actions>",
        "<a>⏎<b>⏎</b>⏎</b>⏎</a> | 4:1 | </b> closes nothing: <b> was closed in line 3 already",
        "<a>⏎<b/></b>⏎</a> | 2:5 | </b> closes nothing: <b> of line 2 ended in /> already",
        // comments and the like
        "<a><!-- b -- c --></a>       | 1:11 | -- cannot stand inside a comment; part the hyphens, or leave one"
            + " out",
        "<a><!-- b --->⏎</a>          | 1:11 | -- cannot stand inside a comment; part the hyphens, or leave one"
            + " out",
        "<a><!-- b⏎<!-- c -->⏎</a>    | 1:4  | this comment is still open where line 2 begins"
            + " another",
        "<a><!-- b</a>                | 1:4  | this comment is never closed: --> is missing",
        "<a><![CDATA[ b ]></a>        | 1:4  | this CDATA section is never closed: ]]> is missing",
        "<a><?b ></a>                 | 1:4  | this processing instruction is never closed: ?> is"
            + " missing",
        "<a><!- b -></a>              | 1:4  | <!- starts no comment; a comment is written <!-- … -->",
        "<a><! b></a>                 | 1:4  | <! starts neither a comment, <!--, nor a CDATA"
            + " section, <![CDATA[",
        "<a><-- b --></a>             | 1:4  | <-- starts no comment; a comment is written <!-- … -->",
        "<a><!-- b ->⏎</a>            | 1:11 | -> does not close a comment; write -->",
        "<a><!-- b ->⏎c -- d --></a>  | 2:3  | -- cannot stand inside a comment; part the hyphens, or leave one"
            + " out",
        "<a><!-- b -> c⏎</a>          | 1:4  | this comment is never closed: --> is missing",
        "<a><!-- b <!-- c --> --></a> | 1:4  | this comment is still open where another begins: a"
            + " comment cannot hold one",
        "<a>⏎// b < c⏎</a>            | 2:1  | // starts no comment in XML; write <!-- … --> around it",
        "<a>⏎# b & c⏎</a>             | 2:1  | # starts no comment in XML; write <!-- … --> around it",
        "<a b='1'⏎# c⏎d='2'/>         | 2:1  | a comment cannot stand inside a tag; write it in front of"
            + " the tag, as <!-- … -->",
        "<a>b ]]> c</a>               | 1:6  | ]]> cannot stand in text; write ]]&gt;",
        "<a><!-- b --c=700 --></a> | 1:11 | -- cannot stand inside a comment; part the hyphens, or leave one out",
        "<a><!-- ------ b ------ --></a> | 1:9 | -- cannot stand inside a comment; part the hyphens, or leave one out",
        "<a><!--- b ---></a> | 1:12 | -- cannot stand inside a comment; part the hyphens, or leave one out",
        "<a><!-- b –></a> | 1:11 | –> does not close a comment; write -->",
        "<a><!-- b -- ></a> | 1:11 | -- > does not close a comment; write -->",
        "<a><!-- 5 -> 8⏎<b/>⏎</a> | 1:4 | this comment is never closed: --> is missing",
        "<a>< !-- b --></a> | 1:4 | < !-- starts no comment; a comment is written <!-- … -->",
        "<a><! -- b --></a> | 1:4 | <! -- starts no comment; a comment is written <!-- … -->",
        "<a><!– b –></a> | 1:4 | <!– starts no comment; a comment is written <!-- … -->",
        "<a><!- b --></a> | 1:4 | <!- starts no comment; a comment is written <!-- … -->",
        "<a><%-- b --%></a> | 1:4 | <%-- starts no comment; a comment is written <!-- … -->",
        "<a><--! b --!></a> | 1:4 | <--! starts no comment; a comment is written <!-- … -->",
        "<a>⏎// b & c⏎</a> | 2:1 | // starts no comment in XML; write <!-- … --> around it",
        "<a>⏎// <b c=\"1\"d=\"2\"/>⏎</a> | 2:1 | // starts no comment in XML; write <!-- … --> around it",
        "<a>⏎# never <5⏎</a> | 2:1 | # starts no comment in XML; write <!-- … --> around it",
        "// b⏎<?xml version=\"1.0\"?>⏎<a/> | 1:1 | // starts no comment in XML; write <!-- … --> around it",
        "<?xml version=\"1.0\"?>⏎// b⏎<a/> | 2:1 | // starts no comment in XML; write <!-- … --> around it",
        "<a/>⏎// b | 2:1 | // starts no comment in XML; write <!-- … --> around it",
        // around the root
        "⏎<?xml version=\"1.0\"?><a/> | 2:1  | the XML declaration must be the first thing in the"
            + " file",
        "<!-- b --><?xml version=\"1.0\"?><a/> | 1:11 | the XML declaration must be the first thing"
            + " in the file",
        "<?xml version=\"2.0\"?><a/>  | 1:1  | this is no XML declaration; write <?xml"
            + " version=\"1.0\" encoding=\"utf-8\"?>",
        "<?xml version='1.1'?><a/>    | 1:1  | XML 1.1 is not read by IIS; write version=\"1.0\"",
        "<?xml version=\"1.0\"?>⏎<?xml version=\"1.0\"?><a/> | 2:1 | a second XML declaration; only the"
            + " one at the start of the file may stand",
        "<?xml version=\"1.0\"?>⏎b <a/> | 2:1 | text stands in front of the root element",
        "{ \"a\": 1 }               | 1:1  | JSON stands here; a web.config is XML, all of it in a"
            + " configuration element",
        "b <a/>                       | 1:1  | text stands in front of the root element",
        "<a>⏎</a> b                   | 2:6  | the root element was closed in line 2; nothing but"
            + " comments may stand behind it",
        "<a/><b/>                     | 1:5  | a second root element: <a> was closed in line 1, and all must"
            + " stand in one",
        "<!-- b -->                   | 1:11 | there is no element; a web.config holds a"
            + " configuration element",
        "` <?xml version=\"1.0\"?><a/>` | 1:2 | the XML declaration must be the first thing in the file",
        "<?xml version=\"1.0\" encoding=\"utf-8\"⏎<a/> | 1:1 | this is no XML declaration; write <?xml version=\"1.0\" encoding=\"utf-8\"?>",
        "<?xml encoding=\"utf-8\"?><a/> | 1:1 | this is no XML declaration; write <?xml version=\"1.0\" encoding=\"utf-8\"?>",
        "<?xml version=“1.0”?><a/> | 1:1 | this is no XML declaration; write <?xml version=\"1.0\" encoding=\"utf-8\"?>",
        "<?xml version=\"1.0\"?>⏎<?xml version=\"1.0\" encoding=\"utf-8\"?>⏎<a/> | 2:1 | a second XML declaration; only the one at the start of the file may stand",
        "<a>⏎</a>⏎<b>⏎</b> | 3:1 | a second root element: <a> was closed in line 2, and all must stand in one",
        "<a>⏎</a>⏎<a/> | 3:1 | a second root element: <a> was closed in line 2, and all must stand in one",
        "monitoring: recycle | 1:1 | text stands in front of the root element",
        // merges
        "<a>⏎<<<<<<< HEAD⏎<b/>⏎=======⏎<c/>⏎>>>>>>> main⏎</a> | 2:1 | a merge conflict is not"
            + " resolved: its markers stand in the file",
        "<a⏎<<<<<<< HEAD⏎ b='1'⏎=======⏎ b='2'⏎>>>>>>> main⏎/> | 2:1 | a merge conflict is not"
            + " resolved: its markers stand in the file",
        "<<<<<<< HEAD⏎<a/>            | 1:1  | a merge conflict is not resolved: its markers stand"
            + " in the file",
        "<a/>⏎=======⏎<a/>            | 2:1  | a merge conflict is not resolved: its markers stand"
            + " in the file",
      })
  void saysWhatIsWrongAndWhere(String text, String place, String message) {
    assertThat(diagnosis(text.replace('⏎', '\n'))).isEqualTo(place + " " + message);
  }

  @Test
  void namesTheNamespaceOfTransforms() {
    assertThat(diagnosis("Web.Release.config", "<a>\n  <b xdt:Transform='Insert'/>\n</a>"))
        .isEqualTo(
            "2:6 the prefix xdt is declared nowhere; the root element needs"
                + " xmlns:xdt=\"http://schemas.microsoft.com/XML-Document-Transform\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"web.config", "shop/Web.config", "WEB.CONFIG"})
  void removesWhatIsLeftOfATransform(String path) {
    String text = "<a>\n  <b c='1' xdt:Transform='Insert' xdt:Locator='Match(c)'/>\n</a>";
    assertThat(diagnosis(path, text))
        .isEqualTo("2:12 unexpected 'xdt:Transform', which only transforms use; remove it");
    assertThat(diagnosis(path, "<a>\n  <xdt:b/>\n</a>"))
        .isEqualTo("2:4 unexpected 'xdt:b', which only transforms use; remove it");
    assertThat(diagnosis(path, "<a>\n  <x:b/>\n</a>")).contains("the root element needs xmlns:x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"web.Release.config", "shop/my.web.config", "app.config"})
  void declaresThePrefixElsewhere(String path) {
    assertThat(diagnosis(path, "<a>\n  <b xdt:Transform='Insert'/>\n</a>"))
        .endsWith("needs xmlns:xdt=\"http://schemas.microsoft.com/XML-Document-Transform\"");
  }

  @Test
  void seesCharactersThatOnlyLookRight() {
    assertThat(diagnosis("<a\u00A0b='1'/>"))
        .isEqualTo("1:3 U+00A0 looks like a blank but is none; write a plain one");
    assertThat(diagnosis("<a b\u00A0='1'/>"))
        .isEqualTo("1:5 U+00A0 looks like a blank but is none; write a plain one");
    assertThat(diagnosis("\uFEFF\uFEFF<a/>"))
        .isEqualTo("1:1 a second byte order mark stands before the document");
    assertThat(diagnosis("<a>\u0000</a>"))
        .isEqualTo("1:4 the character U+0000 cannot stand in XML");
    assertThat(diagnosis("<a b='\uFFFE'/>"))
        .isEqualTo("1:7 the character U+FFFE cannot stand in XML");
  }

  @Test
  void saysThatAFileIsEmpty() {
    assertThat(diagnosis(""))
        .isEqualTo("1:1 the file is empty; a web.config holds a configuration element");
    assertThat(diagnosis(" \n\t")).isEqualTo(diagnosis(""));
  }

  @Test
  void pointsAtTheDtdThatIsRefused() {
    SourceFile file =
        TestXml.file("<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b 'c'>]>\n<a>&b;</a>");
    assertThat(XmlDocument.parse(file)).isInstanceOf(XmlDocument.Doctype.class);
    XmlDocument.Doctype doctype = (XmlDocument.Doctype) XmlDocument.parse(file);
    assertThat(doctype.span().of(file.text())).isEqualTo("<!DOCTYPE a [<!ENTITY b 'c'>]>");
    assertThat(diagnosis("<!DOCTYPE a [<!ENTITY b 'c'>"))
        .isEqualTo("1:1 this DTD cannot be read; a web.config needs none");
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
