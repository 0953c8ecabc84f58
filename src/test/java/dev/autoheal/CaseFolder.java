package dev.autoheal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of {@code cases}. A case named {@code transform-…} has a {@code Web.Release.config} and
 * a {@code base.config}, which is its web.config. A case named {@code …-padded-to-N} is padded with
 * spaces to N bytes.
 */
record CaseFolder(Path path) {
  private static final List<String> FILES =
      List.of(
          "input.config",
          "base.config",
          "monitoring.config",
          "project.csproj",
          "policy.yaml",
          "expected.config",
          "expected.out");
  private static final Pattern PADDED = Pattern.compile(".*padded-to-(\\d+)");
  private static final Pattern OTHER_ENCODING =
      Pattern.compile("(?i)^<\\?xml [^>]*encoding\\s*=\\s*[\"'](?!utf-8[\"'])");

  /** A variant of a document with the same content. */
  enum Variant {
    AS_IS,
    LF,
    CRLF,
    BOM;

    byte[] of(byte[] bytes) {
      return switch (this) {
        case AS_IS -> bytes;
        case LF -> withLineBreak(bytes, "\n");
        case CRLF -> withLineBreak(bytes, "\r\n");
        case BOM -> marked(bytes);
      };
    }

    private static byte[] withLineBreak(byte[] bytes, String lineBreak) {
      return new String(bytes, UTF_8).replaceAll("\r\n|\r|\n", lineBreak).getBytes(UTF_8);
    }

    private static byte[] marked(byte[] bytes) {
      ByteArrayOutputStream marked = new ByteArrayOutputStream();
      marked.writeBytes("\uFEFF".getBytes(UTF_8));
      marked.writeBytes(bytes);
      return marked.toByteArray();
    }
  }

  /** Returns all cases of all rules, sorted. */
  static List<CaseFolder> in(Path cases) throws IOException {
    try (Stream<Path> folders = Files.walk(cases, 2)) {
      return folders
          .filter(folder -> cases.relativize(folder).getNameCount() == 2)
          .sorted()
          .map(CaseFolder::new)
          .toList();
    }
  }

  /** Returns the file as it is, and its variants with different bytes if it is plain UTF-8. */
  Stream<Variant> variants() {
    if (!isPlain()) {
      return Stream.of(Variant.AS_IS);
    }
    Map<List<String>, Variant> byBytes = new LinkedHashMap<>();
    for (Variant variant : Variant.values()) {
      byBytes.putIfAbsent(files().map(file -> bytes(variant.of(file))).toList(), variant);
    }
    return byBytes.values().stream();
  }

  /** Returns the files that have variants. */
  private Stream<byte[]> files() {
    return Stream.of(Optional.of(input()), base(), source()).flatMap(Optional::stream);
  }

  private static String bytes(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  private boolean isPlain() {
    try {
      byte[] input = input();
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(input)).toString();
      return !PADDED.matcher(name()).matches()
          && !text.startsWith("\uFEFF")
          && !OTHER_ENCODING.matcher(text).find();
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private String name() {
    return path.getFileName().toString();
  }

  /** Returns the project file. */
  Optional<byte[]> project() {
    return read("project.csproj");
  }

  /** Returns the name under which the file is checked. */
  String fileName() {
    return name().startsWith("transform-") ? "Web.Release.config" : "web.config";
  }

  byte[] input() {
    byte[] input = read("input.config").orElseThrow();
    Matcher padded = PADDED.matcher(name());
    if (!padded.matches()) {
      return input;
    }
    byte[] whole = Arrays.copyOf(input, Integer.parseInt(padded.group(1)));
    Arrays.fill(whole, input.length, whole.length, " ".getBytes(ISO_8859_1)[0]);
    return whole;
  }

  Optional<byte[]> policy() {
    return read("policy.yaml");
  }

  /** Returns the web.config that a transform patches. */
  Optional<byte[]> base() {
    return read("base.config");
  }

  /** Returns the file of a configSource. */
  Optional<byte[]> source() {
    return read("monitoring.config");
  }

  /** Writes the file, its policy and its other files into a folder. */
  void writeTo(Path folder, Variant variant) throws IOException {
    Map<String, Optional<byte[]>> files = new LinkedHashMap<>();
    files.put("web.config", base().map(variant::of));
    files.put("monitoring.config", source().map(variant::of));
    files.put("autoheal.yaml", policy());
    files.put("project.csproj", project());
    if (base().isEmpty() || !fileName().equals("web.config")) {
      files.merge(fileName(), Optional.of(variant.of(input())), (none, input) -> input);
    }
    for (Map.Entry<String, Optional<byte[]>> file : files.entrySet()) {
      if (file.getValue().isPresent()) {
        Files.write(folder.resolve(file.getKey()), file.getValue().get());
      }
    }
  }

  byte[] expectedConfig() {
    return read("expected.config").orElseGet(this::input);
  }

  String expectedOutput() {
    byte[] expected =
        read("expected.out")
            .orElseThrow(
                () ->
                    new AssertionError(
                        path + " has no expected.out: run with -Dcases.update=true"));
    return new String(expected, UTF_8);
  }

  /** Returns unexpected files in the folder. */
  List<String> strayFiles() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !FILES.contains(name))
          .toList();
    }
  }

  void update(String output, byte[] config) throws IOException {
    Files.writeString(path.resolve("expected.out"), output);
    if (Arrays.equals(config, input())) {
      Files.deleteIfExists(path.resolve("expected.config"));
    } else {
      Files.write(path.resolve("expected.config"), config);
    }
  }

  private Optional<byte[]> read(String name) {
    try {
      Path file = path.resolve(name);
      return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return path.getParent().getFileName() + "/" + name();
  }
}
