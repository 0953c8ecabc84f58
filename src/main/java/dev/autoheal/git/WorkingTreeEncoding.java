package dev.autoheal.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autoheal.files.FileTree.Content;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;

/**
 * Gives files the encoding that they have on the disk because of {@code working-tree-encoding}. Git
 * stores their text as UTF-8, whatever their XML declaration says.
 */
final class WorkingTreeEncoding {
  private static final int DECLARATION = 100;

  private final GitProcess program;

  /** Creates a converter that asks {@code program} for the attribute. */
  WorkingTreeEncoding(GitProcess program) {
    this.program = program;
  }

  /**
   * Returns the file as a checkout would write it, as far as its encoding is concerned.
   *
   * @param path relative to the root of the repository
   * @param kept the content as git stores it
   */
  Content onDisk(String path, Content kept) throws IOException {
    if (!isContradicted(kept.bytes())) {
      return kept;
    }
    Optional<byte[]> bytes = attribute(path).flatMap(name -> encoded(name, kept.bytes()));
    return bytes.map(encoded -> new Content(encoded.length, encoded)).orElse(kept);
  }

  /** Returns whether a file of single bytes declares UTF-16; git is not asked about other files. */
  private static boolean isContradicted(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, DECLARATION), ISO_8859_1);
    return start.startsWith("<?xml") && start.toLowerCase(Locale.ROOT).contains("utf-16");
  }

  /**
   * Returns the value of the attribute. Git prints the path, the name of the attribute and its
   * value, each with a NUL.
   */
  private Optional<String> attribute(String path) throws IOException {
    GitProcess.Output output =
        program.run(path + "\0", "check-attr", "-z", "--stdin", "working-tree-encoding");
    String[] parts = output.text().split("\0", -1);
    return parts.length > 2 ? Optional.of(parts[2]) : Optional.empty();
  }

  private static Optional<byte[]> encoded(String name, byte[] kept) {
    String text = new String(kept, UTF_8);
    if (name.equalsIgnoreCase("UTF-16LE-BOM")) {
      return Optional.of(("\uFEFF" + text).getBytes(UTF_16LE));
    }
    try {
      // Some encodings can only be read.
      return Optional.of(Charset.forName(name)).filter(Charset::canEncode).map(text::getBytes);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }
}
