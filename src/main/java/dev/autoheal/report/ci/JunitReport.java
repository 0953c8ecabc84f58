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
 * A run as tests: a file that nothing is wrong with passes, each error and each warning is a test
 * of its own that fails, whatever {@code --fail-on} says. Infos and changes stand in the output.
 */
public final class JunitReport implements Report {
  /** A test that passes, as opposed to one with something to say. */
  private static final String PASSED = "";

  private static final Comparator<Test> ORDER = Comparator.comparing(test -> test.path);

  /**
   * A test.
   *
   * @param path of the file that is tested; empty for the run
   * @param name unique in the file and the same when lines move, since servers compare by it
   * @param result the element that says why it did not pass; empty when it did
   * @param type of that element; empty for none
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
  public void write(ReportInput outcome, OutputStream out) throws IOException {
    List<Test> tests = tests(outcome);
    Annotations notes = new Annotations(outcome);
    try (XmlReportWriter xml = new XmlReportWriter(out)) {
      counted(xml.start("testsuites"), "autoheal", tests);
      counted(xml.start("testsuite"), "autoheal " + outcome.command(), tests)
          .attribute("skipped", count("skipped", tests));
      for (Test test : tests) {
        test(test, xml);
      }
      String infos =
          Stream.of(notes.problems(), notes.told())
              .flatMap(List::stream)
              .filter(note -> note.severity() == Severity.INFO)
              .map(Annotation::line)
              .collect(Collectors.joining());
      String summary = new SummaryLine(outcome.result(), true).textIfAny(false);
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

  private List<Test> tests(ReportInput outcome) {
    Annotations notes = new Annotations(outcome);
    List<Test> tests = new ArrayList<>();
    notes.errors().forEach(error -> tests.add(test("error", error)));
    Stream.of(notes.news(), notes.pending())
        .flatMap(List::stream)
        .filter(note -> note.severity() != Severity.INFO)
        .forEach(note -> tests.add(test("failure", note)));
    Set<String> failing = tests.stream().map(Test::path).collect(Collectors.toSet());
    for (FileResult file : outcome.result().files()) {
      if (file.status() == Status.SKIPPED) {
        String why = TextReport.shown(file.reason().orElseThrow());
        tests.add(whole(file.path(), outcome.command(), "skipped", why));
      } else if (!failing.contains(file.path())) {
        tests.add(whole(file.path(), outcome.command(), PASSED, ""));
      }
    }
    if (tests.isEmpty()) {
      tests.add(whole("", outcome.command(), PASSED, ""));
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
