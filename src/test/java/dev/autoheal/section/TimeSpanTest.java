package dev.autoheal.section;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Tests the time spans of IIS, which differ from those of .NET. */
class TimeSpanTest {

  @Example
  void acceptsMoreThan24Hours() {
    assertThat(TimeSpan.parse("29:00:00")).hasValue(29 * 3600);
    assertThat(TimeSpan.parse("1.05:00:00")).hasValue(29 * 3600);
    assertThat(TimeSpan.parse("0:10:00")).hasValue(600);
    assertThat(TimeSpan.parse("0000010:00:00")).hasValue(36_000);
  }

  @Example
  void rejectsOtherNotations() {
    for (String text :
        new String[] {
          "",
          "600",
          "10:00",
          "00:60:00",
          "00:00:60",
          "00:1:00",
          "1.24:00:00",
          "00:00:00.5",
          " 00:01:00",
          "-00:01:00",
          "1.2.00:00:00",
          "1:00:00:00",
          "00:01:00 ",
          "\u0661\u0661:00:00",
          ".00:00:00",
          "00000001:00:00",
          "10m"
        }) {
      assertThat(TimeSpan.parse(text)).as(text).isEmpty();
    }
  }

  @Property(tries = 500)
  void readsWhatItWrites(@ForAll @LongRange(min = 0, max = 999_999L * 86_400) long seconds) {
    assertThat(TimeSpan.parse(TimeSpan.format(seconds))).hasValue(seconds);
  }

  @Example
  void writesDaysFrom24HoursOn() {
    assertThat(TimeSpan.format(86_399)).isEqualTo("23:59:59");
    assertThat(TimeSpan.format(86_400)).isEqualTo("1.00:00:00");
  }

  @Example
  void showsATimeInWords() {
    assertThat(TimeSpan.words(0)).isEqualTo("0 s");
    assertThat(TimeSpan.words(45)).isEqualTo("45 s");
    assertThat(TimeSpan.words(5400)).isEqualTo("1 h 30 min");
    assertThat(TimeSpan.words(2 * 86_400 + 1)).isEqualTo("2 d 1 s");
  }
}
