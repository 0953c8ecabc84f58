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

/** Converts command-line values. */
final class Converters {
  private Converters() {}

  /** Returns the constants of an enum as the command line takes them, in lower case. */
  static <E extends Enum<E>> List<String> words(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Converters::word).toList();
  }

  /** Returns a constant of an enum as the command line takes it. */
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** Converts a path in the notation of the operating system. */
  static final class ToPath implements ITypeConverter<Path> {
    @Override
    public Path convert(String word) {
      try {
        return Path.of(word);
      } catch (InvalidPathException e) {
        throw new TypeConversionException("a path");
      }
    }
  }

  /** Converts a date in the form {@code 2027-01-31}. */
  static final class ToDay implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String word) {
      return Dates.parse(word)
          .orElseThrow(() -> new TypeConversionException("a date like 2027-01-31"));
    }
  }

  /** Converts the name of an enum constant, in any letter case. */
  static final class ToChoice<E extends Enum<E>> implements ITypeConverter<E> {
    private final Class<E> type;

    /** Creates a converter for the constants of an enum. */
    ToChoice(Class<E> type) {
      this.type = type;
    }

    @Override
    public E convert(String word) {
      return Arrays.stream(type.getEnumConstants())
          .filter(value -> value.name().equalsIgnoreCase(word))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException("one of " + String.join(", ", words())));
    }

    /** Returns the accepted values, in lower case. */
    List<String> words() {
      return Converters.words(type);
    }
  }
}
