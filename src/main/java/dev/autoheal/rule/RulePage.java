package dev.autoheal.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The page of a rule that ships with the program, with a title and a section below each heading.
 */
public final class RulePage {
  private final String markdown;

  private RulePage(String markdown) {
    this.markdown = markdown;
  }

  /** Returns the page of {@code rule}; every rule has one. */
  public static RulePage of(Rule rule) {
    try (InputStream in = RulePage.class.getResourceAsStream("/rule/" + rule.id() + ".md")) {
      return new RulePage(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the whole page as Markdown. */
  public String markdown() {
    return markdown;
  }

  /** Returns the page without the marks of headings and of code. */
  public String plainText() {
    return markdown.replaceAll("(?m)^#+ |^```.*\n", "").replaceAll("\n{3,}", "\n\n");
  }

  /** Returns the text below each heading except the title, by heading, in the order of the page. */
  public Map<String, String> sections() {
    Map<String, String> sections = new LinkedHashMap<>();
    for (String part : markdown.split("(?m)^## ", -1)) {
      int end = part.indexOf('\n');
      if (!part.startsWith("# ")) {
        sections.put(part.substring(0, end), part.substring(end).strip());
      }
    }
    return sections;
  }
}
