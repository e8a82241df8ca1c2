package io.camber.localization;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.localization.inertial.InertialConfig;
import io.camber.pose.EgoPose;
import io.camber.pose.PoseStatus;
import io.camber.sensing.GnssFix;
import io.camber.sensing.ImuSample;
import io.camber.sensing.WheelSpeeds;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PoseEstimatorUnhappyTest {
  private static final Vec3 REST = new Vec3(0.0, 0.0, 9.81);
  private final PoseEstimator estimator = new PoseEstimator(InertialConfig.DEFAULTS);
  private long timeNs;
  private long sequence;
  private Optional<EgoPose> newest = Optional.empty();

  @BeforeEach
  void standAtTheOrigin() {
    assertThat(estimator.update(imu(0))).as("no pose before the first fix").isEmpty();
    for (int i = 1; i <= 100; i++) {
      stand();
    }
    assertThat(last().status()).isEqualTo(PoseStatus.TRACKING);
  }

  private static ImuSample imu(long timeNs) {
    return new ImuSample(timeNs, REST, Vec3.ZERO);
  }

  private static GnssFix fix(long timeNs, double x) {
    return new GnssFix(timeNs, new Vec3(x, 0.0, 0.0), Vec2.ZERO, 0.0, 0.03, 0.03, 0.0025);
  }

  private static WheelSpeeds wheels(long timeNs, double speed) {
    return new WheelSpeeds(timeNs, speed, speed, speed, speed);
  }

  private EgoPose last() {
    return newest.orElseThrow();
  }

  private void stand() {
    standWithFixesAt(0.0);
  }

  private void standWithFixesAt(double x) {
    timeNs += 10_000_000L;
    Optional<EgoPose> pose = estimator.update(imu(timeNs));
    newest = pose.or(() -> newest);
    if (timeNs % 20_000_000L == 0) {
      estimator.update(wheels(timeNs, 0.0), sequence++);
    }
    if (timeNs % 100_000_000L == 0) {
      estimator.update(fix(timeNs, x), sequence++);
    }
  }

  @Test
  void samplesThatAreNotNumbersChangeNothing() {
    EgoPose before = last();

    assertThat(
            estimator.update(new ImuSample(timeNs + 1, new Vec3(Double.NaN, 0, 9.81), Vec3.ZERO)))
        .isEmpty();
    estimator.update(fix(timeNs, Double.NaN), sequence++);
    estimator.update(wheels(timeNs, Double.POSITIVE_INFINITY), sequence++);
    stand();

    assertThat(estimator.counts().brokenCount()).isEqualTo(3);
    assertThat(last().mapFromBase().x()).isCloseTo(before.mapFromBase().x(), closely());
  }

  @Test
  void repeatedAndBackwardInertialSamplesGiveNoPose() {
    long stale = estimator.counts().staleCount();

    assertThat(estimator.update(imu(timeNs))).isEmpty();
    assertThat(estimator.update(imu(timeNs - 5_000_000L))).isEmpty();

    assertThat(estimator.counts().duplicateCount()).isEqualTo(1);
    assertThat(estimator.counts().staleCount()).isEqualTo(stale + 1);
  }

  @Test
  void aFixCountsOnce() {
    long used = estimator.counts().usedCount();

    estimator.update(fix(timeNs - 50_000_000L, 0.01), 900);
    estimator.update(fix(timeNs - 50_000_000L, 0.01), 900);

    assertThat(estimator.counts().usedCount()).isEqualTo(used + 1);
    assertThat(estimator.counts().duplicateCount()).isEqualTo(1);
  }

  @Test
  void fixesFromBeforeTheMemoryAreRefused() {
    for (int i = 0; i < 300; i++) {
      stand();
    }

    long stale = estimator.counts().staleCount();
    estimator.update(fix(10_000_000L, 0.0), 901);

    assertThat(estimator.counts().staleCount()).isEqualTo(stale + 1);
  }

  @Test
  void oneWildFixIsIgnored() {
    estimator.update(fix(timeNs - 50_000_000L, 30.0), 902);
    stand();

    assertThat(Math.abs(last().mapFromBase().x())).isLessThan(0.02);
    assertThat(last().status()).isEqualTo(PoseStatus.TRACKING);
  }

  @Test
  void fixesThatInsistAreBelievedAfterTwoSeconds() {
    for (int i = 0; i < 150; i++) {
      standWithFixesAt(50.0);
    }
    assertThat(last().status()).isEqualTo(PoseStatus.LOST);

    for (int i = 0; i < 150; i++) {
      standWithFixesAt(50.0);
    }

    assertThat(last().mapFromBase().x()).isCloseTo(50.0, closely());
    assertThat(last().status()).isEqualTo(PoseStatus.TRACKING);
  }

  @Test
  void aLongSilenceOfTheInertialUnitStartsOver() {
    timeNs += 2_000_000_000L;

    assertThat(estimator.update(imu(timeNs))).isEmpty();
    for (int i = 0; i < 50; i++) {
      stand();
    }

    assertThat(last().status()).isEqualTo(PoseStatus.TRACKING);
  }

  @Test
  void standsStillOnNoise() {
    for (int i = 0; i < 1000; i++) {
      stand();
    }

    assertThat(Math.abs(last().twist().forwardMps())).isLessThan(1e-3);
    assertThat(Math.abs(last().twist().yawRateRadps())).isLessThan(1e-4);
  }

  private static org.assertj.core.data.Offset<Double> closely() {
    return org.assertj.core.api.Assertions.within(0.03);
  }
}
