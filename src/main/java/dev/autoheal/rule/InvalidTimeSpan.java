package dev.autoheal.rule;

import dev.autoheal.section.Attribute;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionValue;
import dev.autoheal.text.Edit;
import dev.autoheal.text.Fix;
import dev.autoheal.xml.XmlAttribute;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Time spans are {@code hh:mm:ss}, with days {@code d.hh:mm:ss}; that IIS refuses minutes and
 * seconds above 59 is documented, how it reads anything else is not.
 */
final class InvalidTimeSpan implements Rule {
  private static final Pattern REFUSED = Pattern.compile("\\d{1,7}:\\d\\d:\\d\\d");

  @Override
  public String summary() {
    return "a value is not a time span IIS takes";
  }

  @Override
  public void check(Subject subject, Reporter reporter) {
    for (Section section : subject.sections()) {
      UnreadableValues.in(section)
          .filter(value -> value.attribute().type() == Attribute.Type.TIME_SPAN)
          .map(SectionValue::xml)
          .forEach(xml -> reporter.report(xml.valueSpan(), message(xml), fix(xml)));
    }
  }

  private static String message(XmlAttribute xml) {
    return "%s is not a time span IIS %s: %s"
        .formatted(
            Seen.of(xml.value()),
            REFUSED.matcher(xml.value()).matches() ? "accepts" : "is known to accept",
            TimeSpanGuess.of(xml.value())
                .map(TimeSpanGuess::cure)
                .orElse("write hh:mm:ss, 00:10:00 for ten minutes"));
  }

  private static Optional<Fix> fix(XmlAttribute xml) {
    return TimeSpanGuess.of(xml.value())
        .flatMap(TimeSpanGuess::onlyReading)
        .map(time -> Fix.safe("write " + time, new Edit(xml.valueSpan(), time)));
  }
}
