package dev.autoheal.section;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tests reading and showing numbers, sizes, placeholders and actions. */
class ValuesTest {

  @Test
  void parsesDigitsUpToTheLargestUint() {
    assertThat(WholeNumber.parse("0")).hasValue(0);
    assertThat(WholeNumber.parse("007")).hasValue(7);
    assertThat(WholeNumber.parse("4294967295")).hasValue(4294967295L);
    for (String text :
        new String[] {
          "",
          "4294967296",
          "99999999999999999999",
          "-1",
          "+1",
          " 1",
          "1,000",
          "0x10",
          "1e3",
          "\u0661"
        }) {
      assertThat(WholeNumber.parse(text)).as(text).isEmpty();
    }
  }

  @Test
  void readsDigitsWithSignsSpacesOrSeparators() {
    for (String text :
        new String[] {"1000", "+1000", " 1000 ", "1,000", "1 000", "1'000", "1_000"}) {
      assertThat(WholeNumber.digits(text)).as(text).contains("1000");
    }
    for (String text : new String[] {"", "-1", "1,5", "1.5", "1e3", "0x10", "1,0000", "\u0661"}) {
      assertThat(WholeNumber.digits(text)).as(text).isEmpty();
    }
  }

  @Test
  void readsSizesWithAUnitInAnySpelling() {
    for (String text : new String[] {"1536MB", "1.5GB", "1.5 gib", "1.5g", "1572864k"}) {
      assertThat(MemorySize.parse(text)).as(text).contains(new MemorySize.Amount(1_572_864, true));
    }
    for (String text : new String[] {"", "800", "1TB", "1,5GB", "-1GB", "70%"}) {
      assertThat(MemorySize.parse(text)).as(text).isEmpty();
    }
  }

  @Test
  void roundsSizesDownToWholeKilobytes() {
    assertThat(MemorySize.parse("1.7KB")).contains(new MemorySize.Amount(1, false));
    assertThat(MemorySize.parse("0.0009765625MB")).contains(new MemorySize.Amount(1, true));
    assertThat(MemorySize.parse("9999999999.9999999999GB"))
        .contains(new MemorySize.Amount(10_485_759_999_999_999L, false));
  }

  @Test
  void showsSizesInTheUnitOfThePortal() {
    assertThat(MemorySize.words(512)).isEqualTo("512 KB");
    assertThat(MemorySize.words(800_000)).isEqualTo("781.25 MB (800000 KB)");
    assertThat(MemorySize.words(819_200)).isEqualTo("800 MB (819200 KB)");
    assertThat(MemorySize.words(1_048_576)).isEqualTo("1 GB (1048576 KB)");
    assertThat(MemorySize.words(1_887_437)).isEqualTo("1.8 GB (1887437 KB)");
  }

  @Test
  void recognizesPlaceholdersOfDeploymentTools() {
    for (String text :
        new String[] {
          "#{x}#",
          "#{x}",
          "%x%",
          "$(x)",
          "${x}",
          "__x__",
          "{{x}}",
          "D:\\#{Folder}#\\a.exe",
          "__A_B__",
          "#{a.b c}#"
        }) {
      assertThat(DeploymentToken.isIn(text)).as(text).isTrue();
    }
    for (String text :
        new String[] {
          "", "100", "100%", "50% of 80%", "a_b", "__", "____", "#{}#", "$()", "{}", "#x#", "$x"
        }) {
      assertThat(DeploymentToken.isIn(text)).as(text).isFalse();
    }
  }

  @Test
  void recognizesActionsInAnyCase() {
    assertThat(Action.Kind.of("recycle")).contains(Action.Kind.RECYCLE);
    assertThat(Action.Kind.of("LOGEVENT")).contains(Action.Kind.LOG_EVENT);
    assertThat(Action.Kind.of("customAction")).contains(Action.Kind.CUSTOM_ACTION);
    assertThat(Action.Kind.of("Recycle ")).isEmpty();
    assertThat(Action.Kind.of("")).isEmpty();
  }
}
