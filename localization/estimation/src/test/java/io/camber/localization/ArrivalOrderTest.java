package io.camber.localization;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.localization.inertial.InertialConfig;
import io.camber.pose.EgoPose;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArrivalOrderTest {
  private final SyntheticDrive drive = new SyntheticDrive(SyntheticDrive.figureEight(), 6, 11);

  /** The unsmoothed filter depends on measurement times alone: late or swapped arrival ends in the same state. */
  @ParameterizedTest
  @ValueSource(ints = {0, 3, 8, 40})
  void theStateDoesNotDependOnWhenSamplesArrive(int delaySteps) {
    EgoPose punctual = finalPose(0, 0);

    EgoPose late = finalPose(delaySteps, delaySteps / 2);

    assertThat(late.twist()).isEqualTo(punctual.twist());
    assertThat(late.wheelScale()).isEqualTo(punctual.wheelScale());
    assertThat(late.lateralStdM()).isEqualTo(punctual.lateralStdM());
  }

  /** Starts on punctual fixes, so that the start is the same; delays begin after a second. */
  private EgoPose finalPose(int fixDelay, int wheelDelay) {
    PoseEstimator estimator = new PoseEstimator(InertialConfig.DEFAULTS);
    Optional<EgoPose> last = Optional.empty();
    int wheel = 0;
    int fix = 0;
    for (int i = 0; i < drive.imu.size(); i++) {
      long now = drive.imu.get(i).timeNs();
      boolean catchUp = i > drive.imu.size() - 50 || now < 1_000_000_000L;
      last = estimator.update(drive.imu.get(i));
      long fixesUntil = catchUp ? now : now - fixDelay * SyntheticDrive.STEP_NS;
      long wheelsUntil = catchUp ? now : now - wheelDelay * SyntheticDrive.STEP_NS;
      for (; fix < drive.fixes.size() && drive.fixes.get(fix).timeNs() <= fixesUntil; fix++) {
        estimator.update(drive.fixes.get(fix), fix);
      }
      for (;
          wheel < drive.wheels.size() && drive.wheels.get(wheel).timeNs() <= wheelsUntil;
          wheel++) {
        estimator.update(drive.wheels.get(wheel), wheel);
      }
    }
    return last.orElseThrow();
  }
}
