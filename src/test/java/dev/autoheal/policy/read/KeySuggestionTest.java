package dev.autoheal.policy.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeySuggestionTest {
  private static final List<String> KNOWN =
      List.of("count", "timeTaken", "timeInterval", "status", "exe", "files");

  @ParameterizedTest
  @CsvSource({
    "Count, count",
    "time_taken, timeTaken",
    "time-interval, timeInterval",
    "timeInterva, timeInterval",
    "tiemTaken, timeTaken",
    "cuont, count",
    "interval, timeInterval",
    "statusCode, status",
    "executable, exe",
    "path, files",
  })
  void suggestsTheIntendedKey(String seen, String meant) {
    assertThat(KeySuggestion.to(seen, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"colour", "''", "x", "privateBytes", "actionType"})
  void suggestsNothingForOtherWords(String seen) {
    assertThat(KeySuggestion.to(seen, KNOWN)).isEmpty();
  }

  @Test
  void ignoresALongWord() {
    assertThat(KeySuggestion.to("count".repeat(10_000), KNOWN)).isEmpty();
  }
}
