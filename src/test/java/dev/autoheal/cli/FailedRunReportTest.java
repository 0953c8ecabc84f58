package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that failed must never look like one that found nothing. */
class FailedRunReportTest {
  @TempDir Path temp;

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PATCH")
  void reportsWhyTheRunFailed(ReportFormat format) {
    Shell.Result result = Workspace.in(temp).run("check", "gone", "--report", format.word());

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.text() + result.err()).contains("gone does not exist");
  }
}
