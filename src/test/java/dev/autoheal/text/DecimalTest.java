package dev.autoheal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class DecimalTest {
  @Test
  void readsNumbersWithAndWithoutAPoint() {
    assertThat(Decimal.of("72")).isEqualTo(new Decimal(72, ""));
    assertThat(Decimal.of("72").fraction(3)).isZero();
    assertThat(Decimal.of("1.05").whole()).isOne();
    assertThat(Decimal.of("1.05").fraction(3)).isEqualTo(50);
  }

  @Property
  void formatsAsBigDecimalDoes(
      @ForAll @LongRange long units, @ForAll @IntRange(max = 10) int places) {
    BigDecimal number = BigDecimal.valueOf(units, places);

    assertThat(Decimal.format(units, places))
        .isEqualTo(
            units == 0
                ? "0"
                : number
                    .setScale(Math.max(0, number.stripTrailingZeros().scale()))
                    .toPlainString());
  }
}
