package dev.autoheal.cli;

import dev.autoheal.text.Dates;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What the words of a command line mean. No lambdas: picocli is compiled for Java 5, and Java 17
 * crashes when it writes the launcher's class archive with lambdas of so old an interface.
 */
final class Converters {
  private Converters() {}

  /** A path in the notation of this system. */
  static final class ToPath implements ITypeConverter<Path> {
    @Override
    public Path convert(String word) {
      try {
        return Path.of(word);
      } catch (InvalidPathException e) {
        throw new TypeConversionException(word + " is no path");
      }
    }
  }

  /** A day as {@code 2027-01-31}. */
  static final class ToDay implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String word) {
      return Dates.parse(word)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      word + " is no day of the calendar, write it as 2027-01-31"));
    }
  }

  /** One of the constants, in any letter case. */
  static final class ToChoice<E extends Enum<E>> implements ITypeConverter<E> {
    private final Class<E> type;

    ToChoice(Class<E> type) {
      this.type = type;
    }

    @Override
    public E convert(String word) {
      return Arrays.stream(type.getEnumConstants())
          .filter(value -> value.name().equalsIgnoreCase(word))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "%s is none of %s".formatted(word, String.join(", ", words()))));
    }

    /** What may be written. */
    List<String> words() {
      return Arrays.stream(type.getEnumConstants())
          .map(value -> value.name().toLowerCase(Locale.ROOT))
          .toList();
    }
  }
}
