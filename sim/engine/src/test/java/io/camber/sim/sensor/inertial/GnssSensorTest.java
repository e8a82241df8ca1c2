package io.camber.sim.sensor.inertial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Pose3;
import io.camber.sensing.GnssFix;
import io.camber.truth.ActorTruth;
import org.junit.jupiter.api.Test;

class GnssSensorTest {
  private static final ActorTruth EGO =
      Egos.moving(new Pose3(100, -50, 3, 2.0, 0, 0), 10.0, 0.0, 0.0);

  @Test
  void withoutErrorsItIsTheTruth() {
    GnssFix fix = new GnssSensor(GnssConfig.ideal(), 1).sample(5L, EGO, 0.1);

    assertThat(fix.position()).isEqualTo(EGO.mapFromReference().position());
    assertThat(fix.velocityMps()).isEqualTo(EGO.velocityMps());
    assertThat(fix.yaw()).isEqualTo(2.0);
    assertThat(fix.timeNs()).isEqualTo(5L);
  }

  @Test
  void errorsHaveTheStatedSpread() {
    GnssConfig config = new GnssConfig(0.02, 0.05, 1.0, 2.0, 0.03, 0.002, 0.0);
    GnssSensor sensor = new GnssSensor(config, 5);
    int count = 20_000;
    double east = 0;
    double up = 0;
    double velocity = 0;
    double yaw = 0;

    for (int i = 0; i < count; i++) {
      GnssFix fix = sensor.sample(i, EGO, 0.1);
      east += square(fix.position().x() - 100);
      up += square(fix.position().z() - 3);
      velocity += square(fix.velocityMps().x() - EGO.velocityMps().x());
      yaw += square(fix.yaw() - 2.0);
    }

    double stated = sensor.sample(0, EGO, 0.1).positionStdM();
    // 8 %: 20,000 fixes hold about 1,000 independent values of the slow error.
    assertThat(Math.sqrt(east / count)).isCloseTo(stated, within(0.08 * stated));
    assertThat(Math.sqrt(up / count)).isCloseTo(2 * stated, within(0.16 * stated));
    assertThat(Math.sqrt(velocity / count)).isCloseTo(0.03, within(0.001));
    assertThat(Math.sqrt(yaw / count)).isCloseTo(0.002, within(0.0001));
  }

  @Test
  void slowErrorForgetsWithItsTimeConstant() {
    GnssConfig config = new GnssConfig(0.0, 1.0, 2.0, 1.0, 0.0, 0.0, 0.0);
    GnssSensor sensor = new GnssSensor(config, 9);
    int count = 100_000;
    double[] error = new double[count];
    for (int i = 0; i < count; i++) {
      error[i] = sensor.sample(i, EGO, 0.1).position().x() - 100;
    }

    double correlation = 0;
    for (int i = 20; i < count; i++) {
      correlation += error[i] * error[i - 20];
    }

    assertThat(correlation / count).isCloseTo(StrictMath.exp(-1.0), within(0.06));
  }

  private static double square(double value) {
    return value * value;
  }
}
