package dev.autoheal.policy.read;

import dev.autoheal.policy.read.YamlNode.Scalar;
import dev.autoheal.text.Dates;
import java.time.LocalDate;
import java.util.Optional;

/** Reads a day of the calendar, for example {@code 2027-03-31}. */
final class DateReader implements ScalarReader<LocalDate> {
  @Override
  public String expected() {
    return "a day of the calendar such as 2027-03-31";
  }

  @Override
  public ScalarResult<LocalDate> read(Scalar scalar) {
    Optional<LocalDate> date = Dates.parse(scalar.text());
    return date.isPresent()
        ? ScalarResult.of(date.get())
        : ScalarResult.refused(scalar, expected() + " was expected");
  }
}
