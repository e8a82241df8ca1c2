package io.camber.sim.sensor.inertial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import io.camber.sensing.ImuSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ImuSensorTest {
  private static final long STEP_NS = 10_000_000L;
  private static final Offset<Double> EXACT = within(1e-6);

  @Test
  void atRestFeelsGravityUpwards() {
    ImuSample sample = ideal(t -> new Pose3(5, 6, 7, 1.0, 0.0, 0.0));

    assertThat(sample.specificForceMps2().x()).isCloseTo(0.0, EXACT);
    assertThat(sample.specificForceMps2().z()).isCloseTo(9.81, EXACT);
    assertThat(sample.angularRateRadps().length()).isCloseTo(0.0, EXACT);
  }

  @Test
  void noseDownPutsGravityOnTheForwardAxis() {
    ImuSample sample = ideal(t -> new Pose3(0, 0, 0, 0.3, 0.1, 0.0));

    assertThat(sample.specificForceMps2().x()).isCloseTo(-9.81 * StrictMath.sin(0.1), EXACT);
  }

  @Test
  void leaningRightPutsGravityOnTheLeftAxis() {
    ImuSample sample = ideal(t -> new Pose3(0, 0, 0, 0.3, 0.0, 0.1));

    assertThat(sample.specificForceMps2().y()).isCloseTo(9.81 * StrictMath.sin(0.1), EXACT);
  }

  @Test
  void accelerationAppearsForward() {
    ImuSample sample = ideal(t -> new Pose3(0, 3 * t + t * t, 0, Math.PI / 2, 0, 0));

    assertThat(sample.specificForceMps2().x()).isCloseTo(2.0, EXACT);
    assertThat(sample.specificForceMps2().y()).isCloseTo(0.0, EXACT);
  }

  @Test
  void leftTurnFeelsCentripetalForceToTheLeftAndPositiveYawRate() {
    double rate = 0.5;
    double radius = 20.0;

    ImuSample sample = ideal(t -> new Pose3(
        radius * StrictMath.sin(rate * t), -radius * StrictMath.cos(rate * t), 0, rate * t, 0, 0));

    assertThat(sample.specificForceMps2().y()).isCloseTo(radius * rate * rate, within(1e-4));
    assertThat(sample.angularRateRadps().z()).isCloseTo(rate, EXACT);
  }

  @Test
  void theSampleBelongsToTheMiddlePose() {
    ImuSensor sensor = new ImuSensor(ImuConfig.ideal(), 1);

    assertThat(sensor.update(0, Pose3.IDENTITY)).isEmpty();
    assertThat(sensor.update(STEP_NS, Pose3.IDENTITY)).isEmpty();
    Optional<ImuSample> third = sensor.update(2 * STEP_NS, Pose3.IDENTITY);

    assertThat(third).hasValueSatisfying(s -> assertThat(s.timeNs()).isEqualTo(STEP_NS));
  }

  @Test
  void sameSeedSameNoiseOtherSeedOtherNoise() {
    assertThat(atRest(7, 50)).isEqualTo(atRest(7, 50)).isNotEqualTo(atRest(8, 50));
  }

  @Test
  void whiteNoiseHasTheStatedDensity() {
    TriadConfig white = new TriadConfig(1.5e-3, 0.0, 0.0, 0.0, 1e3, 0.0);
    double[] y = readings(white, 40_000);

    // Allan deviation of white noise: density / sqrt(tau). 5 %: about 3 sigma of the estimate.
    assertThat(allanDeviation(y, 1)).isCloseTo(1.5e-3 / Math.sqrt(0.01), within(0.05 * 0.015));
    assertThat(allanDeviation(y, 25)).isCloseTo(1.5e-3 / Math.sqrt(0.25), within(0.05 * 0.003));
  }

  @Test
  void biasWalkHasTheStatedSlope() {
    TriadConfig walk = new TriadConfig(0.0, 0.0, 2e-3, 0.0, 1e3, 0.0);
    double[] y = readings(walk, 400_000);

    // Allan deviation of a random walk: K sqrt(tau / 3).
    double expected = 2e-3 * Math.sqrt(1.0 / 3.0);
    assertThat(allanDeviation(y, 100)).isCloseTo(expected, within(0.08 * expected));
  }

  @Test
  void readingsAreMultiplesOfTheQuantumAndSaturate() {
    Triad triad = new Triad(new TriadConfig(0.1, 0.0, 0.0, 0.0, 2.0, 0.25), 3);

    for (int i = 0; i < 100; i++) {
      Vec3 reading = triad.read(new Vec3(1.0, 50.0, -50.0), 0.01);
      assertThat(reading.x() / 0.25).isEqualTo(Math.rint(reading.x() / 0.25));
      assertThat(reading.y()).isEqualTo(2.0);
      assertThat(reading.z()).isEqualTo(-2.0);
    }
  }

  @Test
  void refusesNegativeNoise() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TriadConfig(-1.0, 0.0, 0.0, 0.0, 1.0, 0.0))
        .withMessageContaining("noiseDensity=-1.0");
  }

  private static ImuSample ideal(DoubleFunction<Pose3> motion) {
    ImuSensor sensor = new ImuSensor(ImuConfig.ideal(), 1);
    sensor.update(0, motion.apply(-0.01));
    sensor.update(STEP_NS, motion.apply(0.0));
    return sensor.update(2 * STEP_NS, motion.apply(0.01)).orElseThrow();
  }

  private static List<ImuSample> atRest(long seed, int count) {
    ImuSensor sensor = new ImuSensor(ImuConfig.automotive(), seed);
    List<ImuSample> samples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sensor.update(i * STEP_NS, Pose3.IDENTITY).ifPresent(samples::add);
    }
    return samples;
  }

  private static double[] readings(TriadConfig config, int count) {
    Triad triad = new Triad(config, 11);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = triad.read(Vec3.ZERO, 0.01).x();
    }
    return values;
  }

  /** Overlap-free Allan deviation of clusters of {@code size} readings. */
  private static double allanDeviation(double[] y, int size) {
    int clusters = y.length / size;
    double sum = 0.0;
    double before = mean(y, 0, size);
    for (int i = 1; i < clusters; i++) {
      double now = mean(y, i * size, size);
      sum += (now - before) * (now - before);
      before = now;
    }
    return Math.sqrt(0.5 * sum / (clusters - 1));
  }

  private static double mean(double[] y, int from, int count) {
    double sum = 0.0;
    for (int i = from; i < from + count; i++) {
      sum += y[i];
    }
    return sum / count;
  }

  @Test
  void aColdUnitDriftsUntilItIsWarmAndAWarmOneDoesNot() {
    double early = biasAt(coldBy(60.0), 1.0);
    double late = biasAt(coldBy(60.0), 600.0);
    double warm = biasAt(coldBy(0.0), 1.0);

    // 60 K times some 1e-3 m/s2 a kelvin, gone to exp(-5) after five time constants.
    assertThat(Math.abs(early - warm)).isGreaterThan(0.001);
    assertThat(Math.abs(late - warm)).isLessThan(0.05 * Math.abs(early - warm));
  }

  private static ImuConfig coldBy(double kelvin) {
    ImuConfig ideal = ImuConfig.ideal();
    return new ImuConfig(
        ideal.accelerometer(), ideal.gyroscope(), new ThermalConfig(kelvin, 120.0, 1e-3, 8.7e-5));
  }

  /** Force along x of a unit at rest at a time after it was switched on. */
  private static double biasAt(ImuConfig config, double timeS) {
    ImuSensor sensor = new ImuSensor(config, 4);
    long atNs = Math.round(timeS * 1e9);
    sensor.update(atNs, Pose3.IDENTITY);
    sensor.update(atNs + 10_000_000L, Pose3.IDENTITY);
    return sensor
        .update(atNs + 20_000_000L, Pose3.IDENTITY)
        .orElseThrow()
        .specificForceMps2()
        .x();
  }
}
