package dev.autoheal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Parses an HTML report like a browser. Allows only elements, attributes and scripts of autoheal.
 */
public final class HtmlPageReader {
  private static final Set<String> ELEMENTS =
      Set.of(
          ("html head meta title style script body a header h1 h2 h3 h4 p dl div dt dd nav ul ol li"
                  + " main section article table thead tbody tr th td code wbr span b del ins mark"
                  + " pre label select option input button details summary footer strong em"
                  + " svg line rect circle path text")
              .split(" "));

  private static final Pattern ATTRIBUTES =
      Pattern.compile(
          "lang|charset|http-equiv|content|name|id|class|href|role|scope|tabindex|type|value|hidden"
              + "|autocomplete|aria-(label|labelledby|hidden)|data-(line|label|severity|state|app|rule)"
              + "|width|height|x|y|x1|x2|y1|y2|cx|cy|dx|r|d|text-anchor|overflow");

  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\n\t]]|##|^\\s*::", Pattern.MULTILINE);

  private HtmlPageReader() {}

  /** Returns the parsed page. Fails if it contains anything that autoheal does not write. */
  public static Document examined(String page) {
    assertThat(page).startsWith("<!DOCTYPE html>");
    assertThat(INVISIBLE.matcher(page).results().map(MatchResult::group)).isEmpty();
    Document document = Jsoup.parse(page);
    for (Element element : document.select("html, html *")) {
      examine(element, document);
    }
    assertThat(document.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    assertThat(document.select("h1")).hasSize(1);
    headings(document);
    policy(document);
    return document;
  }

  private static void examine(Element element, Document document) {
    assertThat(ELEMENTS).contains(element.normalName());
    for (Attribute attribute : element.attributes()) {
      assertThat(attribute.getKey()).as("%s", element.tag()).matches(ATTRIBUTES);
    }
    if (element.hasAttr("href")) {
      assertThat(element.normalName()).isEqualTo("a");
      assertThat(element.attr("href")).startsWith("#");
      assertThat(document.getElementById(element.attr("href").substring(1))).isNotNull();
    }
  }

  /** Asserts that no heading level is skipped. */
  private static void headings(Document document) {
    int level = 0;
    for (Element heading : document.select("h1, h2, h3, h4")) {
      int next = heading.normalName().charAt(1) - '0';
      assertThat(next).as(heading.text()).isLessThanOrEqualTo(level + 1);
      level = next;
    }
  }

  private static void policy(Document document) {
    assertThat(document.select("script, style")).hasSize(2);
    Element meta = document.select("meta[http-equiv]").first();
    assertThat(meta.attr("content"))
        .isEqualTo(
            ("default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none';"
                    + " form-action 'none'")
                .formatted(hash(document, "style"), hash(document, "script")));
    assertThat(meta.elementSiblingIndex()).isEqualTo(1);
  }

  private static String hash(Document document, String element) {
    try {
      byte[] content = document.select(element).first().data().getBytes(UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the message of each finding without its severity. */
  static List<String> messages(Document page) {
    return page.select("#list h3").stream().map(Element::ownText).toList();
  }
}
