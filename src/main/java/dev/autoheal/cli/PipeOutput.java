package dev.autoheal.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Forwards to standard output until its reader closes the pipe, as {@code head} does. From then on
 * it drops everything, because a reader may stop early. Other errors are still thrown.
 */
final class PipeOutput extends FilterOutputStream {
  private static final Path STANDARD_OUTPUT = Path.of("/dev/stdout");

  /** The bits of a file mode that hold the file type, and the two types that have a reader. */
  private static final int TYPE = 0xF000;

  private static final int FIFO = 0x1000;
  private static final int SOCKET = 0xC000;

  private boolean isClosed;

  /** Creates a stream that forwards to {@code out}. */
  PipeOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      if (!isClosed) {
        out.write(bytes, offset, length);
      }
    } catch (IOException e) {
      isClosed = isPipe(e);
      if (!isClosed) {
        throw e;
      }
    }
  }

  /**
   * Returns whether a write failed because of a pipe. Where file modes are not available, as on
   * Windows, only the message shows it.
   */
  private static boolean isPipe(IOException failure) {
    try {
      int type = (int) Files.getAttribute(STANDARD_OUTPUT, "unix:mode") & TYPE;
      return type == FIFO || type == SOCKET;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      String message = failure.getMessage();
      return message != null && message.toLowerCase(Locale.ROOT).contains("pipe");
    }
  }
}
