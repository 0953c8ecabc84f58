package dev.autoheal.report;

import java.io.IOException;
import java.io.OutputStream;

/** One format. */
public interface Report {
  /** Writes a run as bytes; the same run gives the same bytes. */
  void write(ReportInput outcome, OutputStream out) throws IOException;
}
