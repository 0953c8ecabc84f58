package dev.autoheal.section;

import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlDocument;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block that a deployment tool keeps, removes or repeats: <code>#{if x}…#{/if}</code>, and the
 * same with {@code unless} and {@code each}. The tool replaces text, so a block may start and end
 * anywhere in a file.
 *
 * @param token the opening, or an end without an opening
 * @param whole the span from the opening to the end; an opening without an end reaches to the end
 *     of the file
 */
public record ConditionalBlock(Span token, Span whole) {
  private static final Pattern TOKEN =
      Pattern.compile(
          "<!--|-->|#\\{\\s*(/?)\\s*(if|unless|each)\\b[^{}]*(?:\\{[^{}]*}[^{}]*){0,8}}",
          Pattern.CASE_INSENSITIVE);

  /**
   * An opening whose end is not found yet.
   *
   * @param comment the start of the comment around it, or -1
   */
  private record Opening(Span span, int comment) {}

  /**
   * Returns the blocks around or in the sections of a document, and around the operations of a
   * transform that can affect one. A block in one attribute is left out, since it makes only that
   * value unknown, and so is a block in one comment.
   */
  public static List<ConditionalBlock> onSections(XmlDocument document) {
    String text = document.file().text();
    List<ConditionalBlock> blocks = text.contains("#{") ? blocks(text) : List.of();
    if (blocks.isEmpty()) {
      return List.of();
    }
    List<Span> sections = new ArrayList<>();
    TreeMap<Integer, Span> tags = new TreeMap<>();
    document
        .root()
        .descendants()
        .forEach(
            element -> {
              tags.put(element.startTag().start(), element.startTag());
              if (TransformedSections.mayReach(element)) {
                sections.add(element.span());
              }
            });
    return blocks.stream()
        .filter(block -> sections.stream().anyMatch(block::meets))
        .filter(
            block -> !isInTag(block.whole.end() < text.length() ? block.whole : block.token, tags))
        .toList();
  }

  private boolean meets(Span section) {
    return whole.start() < section.end() && section.start() < whole.end();
  }

  private static boolean isInTag(Span span, TreeMap<Integer, Span> tags) {
    Map.Entry<Integer, Span> tag = tags.floorEntry(span.start());
    return tag != null && tag.getValue().contains(span);
  }

  private static List<ConditionalBlock> blocks(String text) {
    List<ConditionalBlock> blocks = new ArrayList<>();
    Map<String, Deque<Opening>> open = new HashMap<>();
    int comment = -1;
    Matcher tokens = TOKEN.matcher(text);
    while (tokens.find()) {
      Span span = new Span(tokens.start(), tokens.end());
      if (tokens.group(2) == null) {
        comment = tokens.group().equals("-->") ? -1 : comment < 0 ? span.start() : comment;
        continue;
      }
      Deque<Opening> same =
          open.computeIfAbsent(
              tokens.group(2).toLowerCase(Locale.ROOT), keyword -> new ArrayDeque<>());
      Opening here = new Opening(span, comment);
      if (tokens.group(1).isEmpty()) {
        same.push(here);
        continue;
      }
      Opening opening = same.isEmpty() ? here : same.pop();
      if (opening.comment < 0 || opening.comment != comment) {
        blocks.add(of(opening, span.end()));
      }
    }
    open.values().stream()
        .flatMap(Deque::stream)
        .filter(opening -> opening.comment < 0)
        .forEach(opening -> blocks.add(of(opening, text.length())));
    return blocks;
  }

  private static ConditionalBlock of(Opening opening, int end) {
    return new ConditionalBlock(opening.span, new Span(opening.span.start(), end));
  }
}
