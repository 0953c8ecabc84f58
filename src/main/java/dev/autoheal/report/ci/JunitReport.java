package dev.autoheal.report.ci;

import dev.autoheal.finding.Severity;
import dev.autoheal.lint.FileResult;
import dev.autoheal.lint.FileResult.Status;
import dev.autoheal.report.Annotation;
import dev.autoheal.report.Annotations;
import dev.autoheal.report.Report;
import dev.autoheal.report.ReportInput;
import dev.autoheal.report.SummaryLine;
import dev.autoheal.report.TextReport;
import dev.autoheal.report.TextStyle;
import dev.autoheal.text.Location;
import dev.autoheal.xml.XmlReportWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a run as tests. A file with nothing wrong is a test that passes. Each error and each
 * warning is a failing test, whatever {@code --fail-on} says. Notes (severity info) and changes
 * that were made are in the output.
 */
public final class JunitReport implements Report {
  /** The result of a test that passes. */
  private static final String PASSED = "";

  private static final Comparator<Test> ORDER = Comparator.comparing(test -> test.path);

  /**
   * A test case of the report.
   *
   * @param path the path of the file that is tested; empty for the run
   * @param name unique in the file, and stable when lines move, since servers compare tests by name
   * @param place the place in the file, if there is one
   * @param result the element that says why the test did not pass; empty if it passed
   * @param type the type of that element; empty for none
   * @param message the message of that element
   * @param text the content of that element
   */
  private record Test(
      String path,
      String name,
      Optional<Location> place,
      String result,
      String type,
      String message,
      String text) {}

  private final Map<String, Integer> names = new HashMap<>();

  @Override
  public void write(ReportInput input, OutputStream out) throws IOException {
    List<Test> tests = tests(input);
    Annotations notes = new Annotations(input);
    try (XmlReportWriter xml = new XmlReportWriter(out)) {
      counted(xml.start("testsuites"), "autoheal", tests);
      counted(xml.start("testsuite"), "autoheal " + input.command(), tests)
          .attribute("skipped", count("skipped", tests));
      for (Test test : tests) {
        test(test, xml);
      }
      String infos =
          Stream.of(notes.problems(), notes.notes())
              .flatMap(List::stream)
              .filter(note -> note.severity() == Severity.INFO)
              .map(Annotation::line)
              .collect(Collectors.joining());
      String summary = new SummaryLine(input.result()).textIfAny(TextStyle.PLAIN);
      xml.start("system-out").text(infos + summary).end();
      xml.end().end();
    }
  }

  private static XmlReportWriter counted(XmlReportWriter xml, String name, List<Test> tests)
      throws IOException {
    return xml.attribute("name", name)
        .attribute("tests", tests.size())
        .attribute("failures", count("failure", tests))
        .attribute("errors", count("error", tests));
  }

  private static long count(String result, List<Test> tests) {
    return tests.stream().filter(test -> test.result.equals(result)).count();
  }

  private List<Test> tests(ReportInput input) {
    Annotations notes = new Annotations(input);
    List<Test> tests = new ArrayList<>();
    notes.errors().forEach(error -> tests.add(test("error", error)));
    Stream.of(notes.newFindings(), notes.pending())
        .flatMap(List::stream)
        .filter(note -> note.severity() != Severity.INFO)
        .forEach(note -> tests.add(test("failure", note)));
    Set<String> failing = tests.stream().map(Test::path).collect(Collectors.toSet());
    for (FileResult file : input.result().files()) {
      if (file.status() == Status.SKIPPED) {
        String why = TextReport.shown(file.reason().orElseThrow());
        tests.add(whole(file.path(), input.command(), "skipped", why));
      } else if (!failing.contains(file.path())) {
        tests.add(whole(file.path(), input.command(), PASSED, ""));
      }
    }
    if (tests.isEmpty()) {
      tests.add(whole("", input.command(), PASSED, ""));
    }
    tests.sort(ORDER);
    return tests;
  }

  private Test test(String result, Annotation note) {
    int before = names.merge(note.path() + "\0" + note.name(), 1, Integer::sum);
    String name = before == 1 ? note.name() : "%s (%d)".formatted(note.name(), before);
    return new Test(
        note.path(), name, note.place(), result, note.name(), note.message(), note.line());
  }

  private static Test whole(String path, String name, String result, String message) {
    return new Test(path, name, Optional.empty(), result, "", message, "");
  }

  private static void test(Test test, XmlReportWriter xml) throws IOException {
    xml.start("testcase")
        .attribute("classname", test.path.isEmpty() ? "autoheal" : test.path)
        .attribute("name", test.name);
    if (!test.path.isEmpty()) {
      xml.attribute("file", test.path);
    }
    if (test.place.isPresent()) {
      xml.attribute("line", test.place.get().line());
    }
    if (!test.result.equals(PASSED)) {
      xml.start(test.result).attribute("message", test.message);
      if (!test.type.isEmpty()) {
        xml.attribute("type", test.type);
      }
      xml.text(test.text).end();
    }
    xml.end();
  }
}
