package io.camber.sim.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.camber.diagnostics.InputException;
import io.camber.truth.FaultTruth;
import io.camber.truth.FaultTruths;
import io.camber.truth.Weather;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WeatherTextTest {
  @Test
  void clearIsTheDefault() {
    assertThat(WeatherText.parse("clear")).isEqualTo(Weather.CLEAR);
    assertThat(Extinction.of(Weather.CLEAR)).isEqualTo(new Extinction(0.0, 0.0));
  }

  @Test
  void readsSeveralPartsAtOnce() {
    Weather weather = WeatherText.parse("fog:visibility=60m,night,rain:rate=10mm/h");

    assertThat(weather.fogPerM()).isCloseTo(2.996 / 60.0, within(1e-12));
    assertThat(weather.rainMmph()).isEqualTo(10.0);
    assertThat(weather.sunElevation()).isNegative();
    assertThat(weather.wetness()).isEqualTo(1.0);
    assertThat(weather.frictionScale()).isEqualTo(0.75);
  }

  @Test
  void sunAndFrictionTakeTheirValues() {
    Weather weather = WeatherText.parse("sun:elevation=5deg:azimuth=90,friction:scale=0.3");

    assertThat(weather.sunElevation()).isCloseTo(Math.toRadians(5), within(1e-12));
    assertThat(weather.sunAzimuth()).isCloseTo(Math.PI / 2, within(1e-12));
    assertThat(weather.frictionScale()).isEqualTo(0.3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hail | no weather 'hail'",
        "fog:visibility=0.1 | visibility=0.1 is outside",
        "fog:range=3 | fog takes visibility=X, not 'range=3'",
        "rain:rate=much | much is not a number",
        "night:moon=1 | night takes no value"
      })
  void namesThePartThatIsWrong(String text, String problem) {
    assertThatThrownBy(() -> WeatherText.parse(text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void rainTakesTheLightThatTheRecommendationSays() {
    // ITU-R P.1814 at 25 mm/h: 1.076 x 25^0.67 = 9.30 dB/km.
    double perM = Extinction.of(WeatherText.parse("rain:rate=25")).perM();

    assertThat(perM * 4342.94).isCloseTo(9.30, within(0.01));
  }

  @Test
  void aFaultBringsWeatherForItsWindowOnly() {
    FaultTruths truths =
        new FaultTruths(0, List.of(new FaultTruth("weather", "fog", "F07", 60.0, 1_000, 2_000, 1)));

    assertThat(WeatherFaults.apply(Weather.CLEAR, truths, 999)).isEqualTo(Weather.CLEAR);
    assertThat(WeatherFaults.apply(Weather.CLEAR, truths, 1_500).fogPerM())
        .isCloseTo(2.996 / 60.0, within(1e-12));
    assertThat(WeatherFaults.apply(Weather.CLEAR, truths, 2_000)).isEqualTo(Weather.CLEAR);
  }
}
