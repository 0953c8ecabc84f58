package dev.autoheal.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts that an output must not show unchanged, for all tests of hostile input. */
final class Hostile {
  private static final List<String> COMMANDS =
      List.of(
          "##vso[task.setvariable variable=PATH]x",
          "a ##vso[task.complete]x",
          "##VsO[task.prependpath]/tmp",
          "##\u200Bvso[task.complete]x",
          "##[error]x",
          "a ##[add-mask]b",
          "###[group]",
          "####vso[x.y]",
          "\n::error::x",
          "\r::add-mask::a",
          "\u00A0::set-output name=o::1",
          "\u0085::set-env name=a::b",
          "::stop-commands::x");

  /** Harmless alone, but next to other text each may end or start something. */
  private static final List<String> PARTS = List.of("##", "[x]", ":", "::", "%0A::error::x", "`");

  private static final List<String> MARKUP =
      List.of(
          "<!-- autoheal:v1 key=check --><img src=x onerror=y></details>",
          "![x](https://evil.example/pixel) [x](https://evil.example) https://evil.example",
          "www.evil.example @octocat #123 GH-123 :tada: $x$ [^1]",
          "a|b\\|c **d** _e_ ~~f~~ &lt;",
          "```\n~~~\n## x\n- [ ] y\n");

  private static final List<String> FORMULAS =
      List.of("=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r\n=1", "\",=1", "\uFF1D1");

  private static final List<String> SYNTAX =
      List.of(
          "--output=pwned",
          "a: b # c",
          "'\"]}",
          "!!x *a &b",
          "%s%n{0}${x}",
          "$(id)`id`;id|id",
          "~");

  private static final List<String> TERMINAL =
      List.of("\u001B[31m", "\u001B]0;title\u0007", "\u009B31m", "\u202Egnp.exe", "a\b\b\u007F");

  /** Names of files and folders, in addition to the texts above. */
  private static final List<String> NAMES =
      List.of(
          "a\nb",
          "a\r\nb",
          "\b\b\b",
          "\u2066x\u2069",
          "\uFEFF",
          "@evil",
          "-o",
          "--help",
          "--policy=x",
          "::error file=x::y",
          "\t::error::x",
          "##vso[task.complete]x",
          "a b",
          " ",
          "$HOME",
          "`id`",
          "a;b|c&d",
          "*",
          "{a,b}",
          "!a",
          "#a",
          "a\"b",
          "a'b",
          "a\\b",
          "a\\",
          "%41%n",
          "é",
          "e\u0301",
          "日本語",
          "😀",
          "=x",
          "a=b",
          "=1 \uFF0B");

  private Hostile() {}

  /**
   * Returns each control character alone, because a parser stops at the first that it rejects, and
   * all other characters in one text.
   */
  static List<String> characters() {
    List<String> characters = new ArrayList<>();
    IntStream.rangeClosed(0, 0x1F).mapToObj(Character::toString).forEach(characters::add);
    IntStream.rangeClosed(0x7F, 0xA0).mapToObj(Character::toString).forEach(characters::add);
    characters.add(all().replaceAll("[\u0001-\u001F\"&'<]", ""));
    return characters;
  }

  /**
   * Returns U+0001 to U+00A0 and all format characters and line separators of Unicode in one text.
   */
  static String all() {
    StringBuilder all = new StringBuilder();
    IntStream.rangeClosed(1, 0xE007F)
        .filter(c -> c <= 0xA0 || "\u2028\u2029\u3000".indexOf(c) >= 0 || isFormat(c))
        .forEach(all::appendCodePoint);
    return all.toString();
  }

  private static boolean isFormat(int c) {
    return Character.getType(c) == Character.FORMAT;
  }

  /** Returns texts that a CI runner may run as a command, alone or on a separate line. */
  static List<String> commands() {
    return COMMANDS;
  }

  /** Returns hostile texts of each kind. */
  static List<String> texts() {
    return Stream.of(COMMANDS, PARTS, MARKUP, FORMULAS, SYNTAX, TERMINAL, List.of(all()))
        .flatMap(List::stream)
        .toList();
  }

  /** Returns the name of each report format. */
  static List<String> formats() {
    return Arrays.stream(ReportFormat.values()).map(ReportFormat::word).toList();
  }

  /** Returns hostile names that a file system accepts. */
  static List<String> names() {
    return Stream.of(NAMES, COMMANDS, PARTS, MARKUP, FORMULAS, SYNTAX, TERMINAL)
        .flatMap(List::stream)
        .map(name -> name.replace('/', '|'))
        .distinct()
        .toList();
  }
}
