package dev.autoheal.policy.read;

import dev.autoheal.policy.read.Node.Scalar;
import dev.autoheal.text.DateText;
import java.time.LocalDate;
import java.util.Optional;

/** A day of the calendar. */
final class DateReader implements ScalarReader<LocalDate> {
  @Override
  public String expected() {
    return "a day of the calendar such as 2027-03-31";
  }

  @Override
  public Reading<LocalDate> read(Scalar scalar) {
    Optional<LocalDate> date = DateText.parse(scalar.text());
    return date.isPresent()
        ? Reading.of(date.get())
        : Reading.refused(scalar, expected() + " was expected");
  }
}
