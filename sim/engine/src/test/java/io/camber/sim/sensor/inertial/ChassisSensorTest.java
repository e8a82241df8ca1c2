package io.camber.sim.sensor.inertial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Pose3;
import io.camber.vehicle.VehicleReport;
import org.junit.jupiter.api.Test;

class ChassisSensorTest {
  @Test
  void standingCarReportsExactlyZeroSpeed() {
    ChassisSensor sensor = new ChassisSensor(ChassisSensorConfig.familyCar(), 1);

    for (int i = 0; i < 50; i++) {
      assertThat(sensor.sample(i, Egos.moving(Pose3.IDENTITY, 0, 0, 0.1), true).speedMps())
          .isZero();
    }
  }

  @Test
  void steeringErrorIsASmallOffsetPlusNoise() {
    ChassisSensor sensor = new ChassisSensor(ChassisSensorConfig.familyCar(), 2);
    double sum = 0;
    double squares = 0;
    int count = 2000;
    for (int i = 0; i < count; i++) {
      VehicleReport report = sensor.sample(i, Egos.moving(Pose3.IDENTITY, 10, 0, 0.1), true);
      double error = report.steeringAngle() - 0.1;
      sum += error;
      squares += error * error;
    }

    double offset = sum / count;
    assertThat(Math.abs(offset)).isLessThan(4 * 0.0006);
    assertThat(Math.sqrt(squares / count - offset * offset)).isCloseTo(0.0002, within(2e-5));
  }

  @Test
  void passesOnWhoDrives() {
    ChassisSensor sensor = new ChassisSensor(ChassisSensorConfig.familyCar(), 3);

    assertThat(sensor.sample(0, Egos.moving(Pose3.IDENTITY, 1, 0, 0), false).engaged())
        .isFalse();
    assertThat(sensor.sample(0, Egos.moving(Pose3.IDENTITY, 1, 0, 0), true).engaged())
        .isTrue();
  }
}
