package dev.autoheal.policy.read;

import dev.autoheal.policy.read.YamlNode.Scalar;
import dev.autoheal.section.MemorySize;
import dev.autoheal.section.WholeNumber;
import dev.autoheal.text.Dates;
import dev.autoheal.text.Decimal;
import dev.autoheal.text.InvisibleCodePoints;
import dev.autoheal.text.Quoted;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a value from a scalar that is not empty. It also defines the readers that several keys
 * share.
 *
 * @param expected the expected value as a noun phrase for messages, for example {@code a whole
 *     number}
 * @param parser the function that returns the value of a scalar; empty when the scalar is refused
 * @param refusal the function that returns the message about a scalar without a value, from the
 *     name of the value and the scalar
 */
record ScalarReader<T>(
    String expected,
    Function<Scalar, Optional<T>> parser,
    BiFunction<String, Scalar, String> refusal)
    implements ValueReader<T> {
  private static final String SIZE_LIKE = "a size like 800MB, 1.5GB or 819200KB";

  /** Reads {@code true} and {@code false} without quotes, as YAML writes them. */
  static final ScalarReader<Boolean> BOOLEAN =
      of(
          "true or false",
          ScalarReader::truth,
          scalar ->
              scalar.text().equals("true") || scalar.text().equals("false")
                  ? new Refusal("true or false without quotes", "remove the quotes")
                  : Refusal.of("true or false"));

  /** Reads {@code true}, for keys that have no meaning when they are false. */
  static final ScalarReader<Boolean> TRUE =
      of(
          "true",
          scalar -> truth(scalar).filter(isTrue -> isTrue),
          scalar -> new Refusal("true", truth(scalar).isPresent() ? "remove the key" : ""));

  /** Reads a day of the calendar, for example {@code 2027-03-31}. */
  static final ScalarReader<LocalDate> DATE =
      of(
          "a date like 2027-03-31",
          scalar -> Dates.parse(scalar.text()),
          scalar -> Refusal.of("a date like 2027-03-31"));

  /**
   * Reads a percentage of the memory of an instance, for example {@code 70%} or {@code 72.5%}, as
   * thousandths of a percent. It must be above 0% and at most 100%.
   */
  static final ScalarReader<Long> PERCENTAGE =
      of(
          "a percentage like 70%",
          ScalarReader::percentage, scalar -> Refusal.of("a percentage above 0% and up to 100%"));

  /**
   * Reads an amount of memory as KB: {@code 800MB}, {@code 1.5GB} or {@code 819200KB}. The units
   * are powers of 1024 bytes. The amount is rounded down to a whole KB, and must be above 100 MB
   * and below 4 TB.
   */
  static final ScalarReader<Long> SIZE =
      of(
          SIZE_LIKE,
          scalar -> kilobytes(scalar.text()).filter(ScalarReader::isInRange),
          scalar ->
              kilobytes(scalar.text())
                  .map(size -> Refusal.of("a size above 100MB and below 4TB"))
                  .orElseGet(() -> sizeRefusal(scalar.text())));

  /** The least amount of memory in KB (1024 bytes); the portal refuses 100 MB and less. */
  static final long LEAST_SIZE = 102_401;

  private static final Pattern NUMBER = Pattern.compile("0|-?[1-9][0-9]*");
  private static final Pattern ZEROS = Pattern.compile("0+([1-9][0-9]{0,9})");
  private static final Pattern OCTAL = Pattern.compile("0o([0-7]{1,10})");
  private static final Pattern HEXADECIMAL = Pattern.compile("0x([0-9a-fA-F]{1,8})");
  private static final Pattern SHARE = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3})?)%");
  private static final long WHOLE = 100_000;
  private static final Pattern AMOUNT = Pattern.compile("[0-9.]+[KMG]B");
  private static final Pattern BARE = Pattern.compile("[0-9]{1,10}");

  /**
   * Creates a reader.
   *
   * @param refusal the function that returns why a scalar without a value is refused
   */
  static <T> ScalarReader<T> of(
      String expected, Function<Scalar, Optional<T>> parser, Function<Scalar, Refusal> refusal) {
    return new ScalarReader<>(
        expected, parser, (name, scalar) -> refusal.apply(scalar).message(name, scalar));
  }

  /**
   * Creates a reader of known words.
   *
   * @param fix the function that returns what to write instead of an unknown word
   */
  static <T> ScalarReader<T> word(
      String expected, Function<String, Optional<T>> parser, UnaryOperator<String> fix) {
    return new ScalarReader<>(
        expected,
        scalar -> parser.apply(scalar.text()),
        (name, scalar) -> unknown(name, scalar, fix.apply(scalar.text())));
  }

  private static String unknown(String name, Scalar scalar, String fix) {
    return "unknown value %s for %s; %s".formatted(Quoted.literal(scalar.text()), name, fix);
  }

  /** Creates a reader of the numbers from {@code least} to {@code most}, both inclusive. */
  static ScalarReader<Long> number(long least, long most) {
    return number(least, most, Refusal.of("a whole number from " + least + " to " + most));
  }

  /**
   * Creates a reader of plain decimal numbers without quotes.
   *
   * @param least the smallest allowed number
   * @param most the largest allowed number
   * @param other the reason to refuse any other number or text
   */
  static ScalarReader<Long> number(long least, long most, Refusal other) {
    return of(
        "a whole number",
        scalar -> number(scalar).filter(number -> number >= least && number <= most),
        scalar -> {
          if (!NUMBER.matcher(scalar.text()).matches()) {
            return digits(scalar.text()).map(ScalarReader::plain).orElse(other);
          }
          return scalar.type() == YamlNode.Type.WHOLE_NUMBER
              ? other
              : new Refusal("a number without quotes", "remove the quotes");
        });
  }

  /**
   * Creates a reader of texts. Control characters and characters that hide text or reverse its
   * direction are refused. A message never shows the text, because it may contain a secret.
   *
   * @param expected the expected text as a noun phrase for messages
   * @param longest the largest allowed length, in code points
   * @param mayBeBlank whether the text may be empty, or start or end with a space
   */
  static ScalarReader<String> text(String expected, int longest, boolean mayBeBlank) {
    BiFunction<String, Scalar, String> refusal =
        (name, scalar) ->
            scalar.type() == YamlNode.Type.TEXT
                ? textRefusal(name, scalar.text(), expected, longest, mayBeBlank)
                : Expected.message(expected, name, scalar.kind()) + "; put it in quotes";
    return new ScalarReader<>(
        expected,
        scalar -> Optional.of(scalar.text()).filter(text -> refusal.apply("", scalar).isEmpty()),
        refusal);
  }

  /**
   * Creates a reader of a few words, case-sensitively. A misspelled word is refused with a
   * suggestion where there is one.
   *
   * @param expected a description of the words for messages
   * @param words the values by word
   */
  static <T> ScalarReader<T> choice(String expected, Map<String, T> words) {
    return new ScalarReader<>(
        expected,
        scalar -> Optional.ofNullable(words.get(scalar.text())),
        (name, scalar) ->
            KeySuggestion.to(scalar.text(), words.keySet())
                .map(word -> unknown(name, scalar, "did you mean '%s'?".formatted(word)))
                .orElseGet(() -> Refusal.of(expected).message(name, scalar)));
  }

  @Override
  public Optional<T> read(String name, YamlNode node, ProblemCollector problems) {
    if (!(node instanceof Scalar scalar) || scalar.type() == YamlNode.Type.NOTHING) {
      problems.wrongType(name, node, expected);
      return Optional.empty();
    }
    Optional<T> value = parser.apply(scalar);
    if (value.isEmpty()) {
      problems.add(node.span(), refusal.apply(name, scalar));
    }
    return value;
  }

  private static Optional<Boolean> truth(Scalar scalar) {
    return scalar.type() == YamlNode.Type.TRUTH
        ? Optional.of(scalar.text().equalsIgnoreCase("true"))
        : Optional.empty();
  }

  private static Optional<Long> number(Scalar scalar) {
    boolean isPlain =
        scalar.type() == YamlNode.Type.WHOLE_NUMBER && NUMBER.matcher(scalar.text()).matches();
    return isPlain
        ? WholeNumber.parse(scalar.text()).stream().boxed().findFirst()
        : Optional.empty();
  }

  /** Returns the plain digits of a number that is written in another way. */
  private static Optional<String> digits(String text) {
    Matcher zeros = ZEROS.matcher(text);
    if (zeros.matches()) {
      return Optional.of(zeros.group(1));
    }
    Optional<String> digits = WholeNumber.digits(text).filter(number -> !number.startsWith("0"));
    if (digits.isPresent()) {
      return digits;
    }
    Matcher octal = OCTAL.matcher(text);
    if (octal.matches()) {
      return Optional.of(Long.toString(Long.parseLong(octal.group(1), 8)));
    }
    Matcher hexadecimal = HEXADECIMAL.matcher(text);
    return hexadecimal.matches()
        ? Optional.of(Long.toString(Long.parseLong(hexadecimal.group(1), 16)))
        : Optional.empty();
  }

  private static Refusal plain(String digits) {
    return new Refusal("plain decimal digits", "use " + digits);
  }

  private static Optional<Long> percentage(Scalar scalar) {
    return Optional.of(SHARE.matcher(scalar.text()))
        .filter(Matcher::matches)
        .map(seen -> Decimal.of(seen.group(1)))
        .map(percent -> percent.whole() * 1000 + percent.fraction(3))
        .filter(value -> value > 0 && value <= WHOLE);
  }

  private static Optional<Long> kilobytes(String text) {
    return Optional.of(text)
        .filter(amount -> AMOUNT.matcher(amount).matches())
        .flatMap(MemorySize::parse)
        .map(MemorySize.Amount::kilobytes);
  }

  private static boolean isInRange(long kilobytes) {
    return kilobytes >= LEAST_SIZE && kilobytes <= WholeNumber.MAX;
  }

  private static Refusal sizeRefusal(String text) {
    if (BARE.matcher(text).matches()) {
      return new Refusal("a size with a unit", "use %sKB or %sMB".formatted(text, text));
    }
    String upper = text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    return MemorySize.parse(text).isPresent()
        ? new Refusal(SIZE_LIKE, "use " + upper.replaceFirst("I?B?$", "B"))
        : Refusal.of(SIZE_LIKE);
  }

  /** Returns the message about a text that is refused; empty when it is not. */
  private static String textRefusal(
      String name, String text, String expected, int longest, boolean mayBeBlank) {
    if (!mayBeBlank && (text.startsWith(" ") || text.endsWith(" "))) {
      return "unexpected space at the start or end of %s; remove it".formatted(name);
    }
    if (!mayBeBlank && text.isEmpty()) {
      return Expected.message(expected, name, "an empty text");
    }
    int length = text.codePointCount(0, text.length());
    if (length > longest) {
      return Expected.message(
          "at most %d characters".formatted(longest), name, Integer.toString(length));
    }
    return text.codePoints()
        .filter(InvisibleCodePoints::test)
        .mapToObj(c -> "unexpected invisible character U+%04X in %s; remove it".formatted(c, name))
        .findFirst()
        .orElse("");
  }
}
