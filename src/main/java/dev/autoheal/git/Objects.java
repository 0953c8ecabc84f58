package dev.autoheal.git;

import dev.autoheal.text.Tree.Content;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The objects of a repository by their ids, from one git process for all of them. */
final class Objects implements AutoCloseable {
  private final Program program;
  private Process process;
  private InputStream answers;

  Objects(Program program) {
    this.program = program;
  }

  /** An object of at most {@code limit} bytes; of a larger one only the size. */
  synchronized Content read(String id, int limit) throws IOException {
    if (process == null) {
      process = program.start("cat-file", "--batch");
      answers = new BufferedInputStream(process.getInputStream());
    }
    OutputStream questions = process.getOutputStream();
    try {
      questions.write((id + "\n").getBytes(StandardCharsets.US_ASCII));
      questions.flush();
      return answer(id, limit);
    } catch (EOFException e) {
      throw missing(id);
    }
  }

  /** {@code ID TYPE SIZE}, a line end, the bytes, a line end; or {@code ID missing}. */
  private Content answer(String id, int limit) throws IOException {
    String[] head = line().split(" ", -1);
    if (head.length != 3) {
      throw missing(id);
    }
    long size = Long.parseLong(head[2]);
    boolean isWanted = size <= limit;
    byte[] bytes = isWanted ? answers.readNBytes((int) size) : new byte[0];
    answers.skipNBytes(isWanted ? 1 : size + 1);
    return new Content(size, bytes);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = answers.read(); b != '\n'; b = answers.read()) {
      if (b < 0) {
        throw new EOFException();
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private static RevisionException missing(String id) {
    return new RevisionException(
        ("object %s is not in this clone, which is a partial or a broken one;"
                + " `git fetch --refetch --no-filter` brings what is missing")
            .formatted(id.substring(0, 12)));
  }

  @Override
  public synchronized void close() {
    if (process != null) {
      process.destroy();
    }
  }
}
