package io.camber.sim.sensor.lidar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EchoesTest {
  private static Echoes echoes(float... rangesAndPowers) {
    Echoes echoes = new Echoes();
    echoes.clear();
    for (int i = 0; i < rangesAndPowers.length / 2; i++) {
      echoes.add(i, rangesAndPowers[2 * i], rangesAndPowers[2 * i + 1], 20.0f);
    }
    echoes.join();
    return echoes;
  }

  @Test
  void joinsWhatADeviceCannotTellApartAndKeepsTheRest() {
    Echoes echoes = echoes(20.0f, 1.0f, 20.4f, 1.0f, 35.0f, 1.0f, 35.1f, 1.0f, 20.2f, 1.0f);

    assertThat(echoes.count()).isEqualTo(2);
    // Weights of a Gaussian beam: 0.44 in the middle, 0.14 around it.
    double near = (0.44 * 20.0 + 0.14 * 20.4 + 0.14 * 20.2) / 0.72;
    assertThat((double) echoes.rangeM(0)).isCloseTo(near, within(1e-4));
    assertThat((double) echoes.rangeM(1)).isCloseTo(35.05, within(1e-4));
    assertThat((double) echoes.power(0)).isCloseTo(0.72, within(1e-5));
    assertThat((double) echoes.intensity(1)).isCloseTo(0.28 * 20.0, within(1e-4));
  }

  @ParameterizedTest
  @CsvSource({"FIRST,0,-1", "LAST,2,-1", "STRONGEST,1,-1", "DUAL,1,2"})
  void reportsTheEchoThatTheDeviceIsSetTo(Returns returns, int first, int second) {
    Echoes echoes = echoes(20.0f, 0.2f, 10.0f, 0.5f, 30.0f, 0.3f, 20.1f, 3.0f);

    assertThat(echoes.count()).isEqualTo(3);
    assertThat(echoes.first(returns)).isEqualTo(first);
    assertThat(echoes.second(returns)).isEqualTo(second);
  }

  @Test
  void reportsTheNextStrongestBesidesAStrongestThatIsTheLast() {
    Echoes echoes = echoes(10.0f, 1.0f, 20.0f, 2.0f, 30.0f, 9.0f);

    assertThat(echoes.first(Returns.DUAL)).isEqualTo(2);
    assertThat(echoes.second(Returns.DUAL)).isZero();
  }

  @Test
  void hasNothingToReportWhenEveryEchoIsDropped() {
    Echoes echoes = echoes(10.0f, 1.0f, 20.0f, 2.0f);
    echoes.drop(1);
    echoes.drop(0);

    for (Returns each : Returns.values()) {
      assertThat(echoes.first(each)).isEqualTo(-1);
      assertThat(echoes.second(each)).isEqualTo(-1);
    }
  }
}
