package dev.autoheal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A document that users read.
 *
 * @param path relative to the root of the project
 */
record Page(Path path) {
  private static final String FENCE = "```";
  private static final Pattern INLINE = Pattern.compile("`([^`\n]+)`");

  /**
   * A fenced block.
   *
   * @param info the text after the opening fence
   * @param first the index of the first line in the page
   */
  record Fence(Page page, String info, int first, List<String> lines) {
    String language() {
      return info.replaceFirst(" .*", "");
    }

    String text() {
      return String.join("\n", lines) + "\n";
    }

    @Override
    public String toString() {
      return "%s:%d %s".formatted(page, first, info);
    }
  }

  /** Returns the README and the pages in {@code docs}. */
  static List<Page> all() throws IOException {
    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      return Stream.concat(Stream.of(Path.of("README.md")), docs.sorted()).map(Page::new).toList();
    }
  }

  static Page of(String path) {
    return new Page(Path.of(path));
  }

  List<String> lines() throws IOException {
    return Files.readAllLines(path);
  }

  String text() throws IOException {
    return Files.readString(path);
  }

  List<Fence> fences() throws IOException {
    List<Fence> fences = new ArrayList<>();
    List<String> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(FENCE)) {
        int end = i + 1;
        while (!lines.get(end).equals(FENCE)) {
          end++;
        }
        String info = lines.get(i).substring(FENCE.length());
        fences.add(new Fence(this, info, i + 1, List.copyOf(lines.subList(i + 1, end))));
        i = end;
      }
    }
    return fences;
  }

  /** Returns the code between backticks outside of fences. */
  List<String> inlineCode() throws IOException {
    String prose = text().replaceAll("(?ms)^```.*?^```$", "");
    return INLINE.matcher(prose).results().map(code -> code.group(1)).toList();
  }

  /**
   * Replaces the text between two comments {@code <!-- name -->} and {@code <!-- /name -->}, and
   * returns the correct page. With {@code -Dcases.update=true} it also writes the page.
   */
  String with(String name, String content) throws IOException {
    String text = text();
    String open = "<!-- %s -->\n".formatted(name);
    int start = text.indexOf(open) + open.length();
    String right =
        text.substring(0, start) + content + text.substring(text.indexOf("<!-- /" + name));
    update(right);
    return right;
  }

  /** Writes the page if it differs and {@code -Dcases.update=true} is set. */
  void update(String right) throws IOException {
    if (Project.UPDATE && !right.equals(text())) {
      Files.writeString(path, right);
    }
  }

  @Override
  public String toString() {
    return path.toString().replace('\\', '/');
  }
}
