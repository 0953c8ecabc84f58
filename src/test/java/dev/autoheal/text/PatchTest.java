package dev.autoheal.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Tests that a patch contains the edits, in lines as git counts them. */
class PatchTest {

  @Example
  void showsThreeLinesOfContext() {
    assertThat(patch("1\n2\n3\n4\n5\n6\n7\n8\n9\n", new Edit(new Span(8, 9), "five")))
        .isEqualTo(
            """
            --- a/web.config
            +++ b/web.config
            @@ -2,7 +2,7 @@
             2
             3
             4
            -5
            +five
             6
             7
             8
            """);
  }

  @Example
  void joinsOnlyNearbyChanges() {
    String text = "a\n".repeat(20);
    String close = patch(text, Edit.insert(0, "b\n"), Edit.insert(12, "b\n"));
    String apart = patch(text, Edit.insert(0, "b\n"), Edit.insert(14, "b\n"));

    assertThat(close.lines().filter(line -> line.startsWith("@@"))).hasSize(1);
    assertThat(apart.lines().filter(line -> line.startsWith("@@")))
        .containsExactly("@@ -1,3 +1,4 @@", "@@ -5,6 +6,7 @@");
  }

  @Example
  void marksAMissingFinalLineBreak() {
    assertThat(patch("a\nb", Edit.insert(3, "c")))
        .endsWith(
            """
            @@ -1,2 +1,2 @@
             a
            -b
            \\ No newline at end of file
            +bc
            \\ No newline at end of file
            """);
    assertThat(patch("a\nb", Edit.insert(0, "c\n")))
        .endsWith("+c\n a\n b\n\\ No newline at end of file\n");
  }

  @Example
  void ignoresABareCarriageReturn() {
    assertThat(patch("a\rb\rc", new Edit(new Span(2, 3), "B")))
        .endsWith(
            "-a\rb\rc\n\\ No newline at end of file\n+a\rB\rc\n\\ No newline at end of file\n");
  }

  @Example
  void keepsTheByteOrderMarkOfTheFirstLine() {
    SourceFile file = SourceFile.of("web.config", "\uFEFFa\nb\n".getBytes(UTF_8));
    Edits edits = Edits.of(List.of(new Edit(new Span(2, 3), "c")));
    String patch = new String(Patch.of(Optional.of(file), file.with(edits), edits).bytes(), UTF_8);
    assertThat(patch).endsWith("@@ -1,2 +1,2 @@\n \uFEFFa\n-b\n+c\n");
  }

  @Example
  void createsANewFile() {
    SourceFile made = SourceFile.of("a b/web.config", "x\ny".getBytes(UTF_8));
    assertThat(new String(Patch.of(Optional.empty(), made, Edits.of(List.of())).bytes(), UTF_8))
        .isEqualTo(
            """
            --- /dev/null
            +++ b/a b/web.config\t
            @@ -0,0 +1,2 @@
            +x
            +y
            \\ No newline at end of file
            """);
  }

  @Example
  void quotesNamesAsGitDoes() {
    assertThat(Patch.quote("a/web.config")).isEqualTo("a/web.config");
    assertThat(Patch.quote("a/\u00E9")).isEqualTo("\"a/\\303\\251\"");
    assertThat(Patch.quote("a/\"b\\\n\t")).isEqualTo("\"a/\\\"b\\\\\\012\\011\"");
  }

  private static String patch(String text, Edit... edits) {
    SourceFile file = SourceFile.of("web.config", text.getBytes(UTF_8));
    Edits all = Edits.of(List.of(edits));
    return new String(Patch.of(Optional.of(file), file.with(all), all).bytes(), UTF_8);
  }

  @Property
  void producesTheSameBytesAsTheEdits(@ForAll Random random) {
    String text = lines(random);
    byte[] bytes =
        switch (random.nextInt(4)) {
          case 0 -> ("\uFEFF" + text).getBytes(UTF_8);
          case 1 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
          case 2 -> ("<?xml encoding='iso-8859-1'?>" + text).getBytes(ISO_8859_1);
          default -> text.getBytes(UTF_8);
        };
    SourceFile file = SourceFile.of("web.config", bytes);
    Edits edits = edits(random, file.text());
    SourceFile after = file.with(edits);
    if (edits.applyTo(file.text()).equals(file.text())) {
      return;
    }
    byte[] patch = Patch.of(Optional.of(file), after, edits).bytes();
    assertThat(PatchApplier.apply(patch, bytes)).isEqualTo(after.bytes());
  }

  private static String lines(Random random) {
    List<String> pieces = List.of("a", "b", "\u00E9", "\n", "\n", "\r\n", "\r", "a\nb\n");
    StringBuilder text = new StringBuilder(" ");
    for (int i = random.nextInt(60); i > 0; i--) {
      text.append(pieces.get(random.nextInt(pieces.size())));
    }
    return text.toString();
  }

  private static Edits edits(Random random, String text) {
    List<Edit> edits = new ArrayList<>();
    int at = 0;
    while (at <= text.length() && edits.size() < 5) {
      int start = at + random.nextInt(Math.min(12, text.length() - at + 1));
      int end = start + random.nextInt(Math.min(6, text.length() - start + 1));
      String replacement = random.nextInt(3) == 0 ? "" : lines(random).substring(1);
      edits.add(new Edit(new Span(start, end), replacement));
      at = end + 1 + random.nextInt(20);
    }
    return Edits.of(edits);
  }
}
