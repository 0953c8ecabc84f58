package dev.autoheal.report;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a run in one format. */
public interface Report {
  /**
   * Writes a run as bytes; the same run gives the same bytes.
   *
   * @param out the target, which is left open
   */
  void write(ReportInput input, OutputStream out) throws IOException;
}
