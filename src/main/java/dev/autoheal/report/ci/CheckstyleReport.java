package dev.autoheal.report.ci;

import dev.autoheal.lint.FileResult;
import dev.autoheal.lint.FileResult.Status;
import dev.autoheal.report.Annotation;
import dev.autoheal.report.Annotations;
import dev.autoheal.report.Report;
import dev.autoheal.report.ReportInput;
import dev.autoheal.xml.XmlReportWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the XML format of Checkstyle, which many servers read. It lists all files that were
 * checked, by path.
 */
public final class CheckstyleReport implements Report {
  private static final String TOOL = "autoheal";

  @Override
  public void write(ReportInput input, OutputStream out) throws IOException {
    Map<String, List<Annotation>> files = new TreeMap<>();
    for (FileResult file : input.result().files()) {
      if (file.status() != Status.SKIPPED) {
        files.put(file.path(), new ArrayList<>());
      }
    }
    for (Annotation note : new Annotations(input).problems()) {
      files.computeIfAbsent(note.file(), path -> new ArrayList<>()).add(note);
    }
    try (XmlReportWriter xml = new XmlReportWriter(out)) {
      xml.start("checkstyle").attribute("version", "4.3");
      for (Map.Entry<String, List<Annotation>> file : files.entrySet()) {
        xml.start("file").attribute("name", file.getKey());
        for (Annotation note : file.getValue()) {
          error(note, xml);
        }
        xml.end();
      }
      xml.end();
    }
  }

  private static void error(Annotation note, XmlReportWriter xml) throws IOException {
    xml.start("error")
        .attribute("line", note.start().line())
        .attribute("column", note.start().column())
        .attribute("severity", note.severity().word())
        .attribute("message", note.message())
        .attribute("source", note.code().isEmpty() ? TOOL : TOOL + "." + note.code())
        .end();
  }
}
