package dev.autoheal.git;

import dev.autoheal.files.FileTree.Content;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Reads the objects of a repository by their ids, with one git process for all of them. */
final class ObjectReader implements AutoCloseable {
  private final GitProcess program;
  private Process process;
  private InputStream responses;

  /** Creates a reader; the git process starts with the first read. */
  ObjectReader(GitProcess program) {
    this.program = program;
  }

  /**
   * Reads an object of at most {@code limit} bytes. For a larger object, only the size is returned.
   *
   * @throws RevisionException if the object is missing in this clone
   * @throws IOException if git does not answer in time
   */
  synchronized Content read(String id, int limit) throws IOException {
    if (process == null) {
      process = program.start("cat-file", "--batch");
      responses = new BufferedInputStream(process.getInputStream());
    }
    CompletableFuture<Boolean> inTime = watched();
    try {
      OutputStream requests = process.getOutputStream();
      requests.write((id + "\n").getBytes(StandardCharsets.US_ASCII));
      requests.flush();
      return answer(id, limit);
    } catch (IOException e) {
      boolean isLate = !inTime.complete(true);
      throw isLate ? program.timeout() : e instanceof EOFException ? missing(id) : e;
    } finally {
      inTime.complete(true);
    }
  }

  /**
   * Starts the time limit. If the result completes with false, it ends the process, and so the wait
   * for its answer.
   */
  private CompletableFuture<Boolean> watched() {
    CompletableFuture<Boolean> inTime = new CompletableFuture<>();
    inTime.completeOnTimeout(false, program.timeLimit().toMillis(), TimeUnit.MILLISECONDS);
    CompletableFuture<Void> unused = inTime.thenAccept(this::endUnless);
    return inTime;
  }

  private void endUnless(boolean answered) {
    if (!answered) {
      process.destroyForcibly();
    }
  }

  /**
   * Reads an answer. It is {@code ID TYPE SIZE}, a line end, the bytes and a line end; or it is
   * {@code ID missing}.
   */
  private Content answer(String id, int limit) throws IOException {
    String[] head = line().split(" ", -1);
    if (head.length != 3) {
      throw missing(id);
    }
    long size = Long.parseLong(head[2]);
    boolean isWanted = size <= limit;
    byte[] bytes = isWanted ? responses.readNBytes((int) size) : new byte[0];
    responses.skipNBytes(isWanted ? 1 : size + 1);
    return new Content(size, bytes);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = responses.read(); b != '\n'; b = responses.read()) {
      if (b < 0) {
        throw new EOFException();
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private static RevisionException missing(String id) {
    return new RevisionException(
        ("missing object %s in a partial or broken clone;"
                + " run `git fetch --refetch --no-filter`")
            .formatted(id.substring(0, 12)));
  }

  @Override
  public synchronized void close() {
    if (process != null) {
      process.destroy();
    }
  }
}
