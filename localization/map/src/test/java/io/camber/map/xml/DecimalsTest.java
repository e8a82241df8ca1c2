package io.camber.map.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
  private static void assertSameBits(String text) {
    assertThat(Double.doubleToRawLongBits(Decimals.parse(text)))
        .as(text)
        .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
  }

  @Test
  void exportersNumbersAreParsedToTheSameBitAsByThePlatform() {
    Random random = new Random(11);
    for (int i = 0; i < 200_000; i++) {
      double value = (random.nextDouble() - 0.5) * StrictMath.pow(10.0, random.nextInt(24) - 12);

      assertSameBits(String.format(Locale.ROOT, "%.16e", value));
      assertSameBits(Double.toString(value));
      assertSameBits(String.format(Locale.ROOT, "%.14f", value));
    }
  }

  @Test
  void halfwayCasesAndTheirNeighboursRoundAsThePlatformDoes() {
    Random random = new Random(5);
    for (int i = 0; i < 50_000; i++) {
      long odd = (1L << 53) + 1 + 2L * random.nextInt(Integer.MAX_VALUE);

      assertSameBits(Long.toString(odd));
      assertSameBits(odd + "e" + (random.nextInt(60) - 30));
      assertSameBits(odd + ".5");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0.0",
        "0.0000000000000000e+00",
        "1",
        "-1.",
        ".5",
        "+2.5",
        "1e22",
        "1e23",
        "1e-22",
        "9007199254740993",
        "9007199254740992e1",
        "1.7976931348623157e308",
        "4.9e-324",
        "1e400",
        "123456789012345678901234567890",
        "0.000000000000000000000000000001",
        " 7 ",
        "NaN",
        "-Infinity",
        "1d",
        "0x1p3",
        "00012.50",
        "1e0005",
        "1E+2"
      })
  void unusualSpellingsAreThePlatforms(String text) {
    assertSameBits(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "-", ".", "e5", "1e", "1e+", "1..2", "1-2", "wide", "1,5", "--1"})
  void whatIsNoNumberIsRefused(String text) {
    assertThatThrownBy(() -> Decimals.parse(text)).isInstanceOf(NumberFormatException.class);
  }
}
