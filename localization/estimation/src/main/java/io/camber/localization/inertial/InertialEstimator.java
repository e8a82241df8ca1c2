package io.camber.localization.inertial;

import static io.camber.localization.inertial.ErrorIndex.ACCEL_BIAS;
import static io.camber.localization.inertial.ErrorIndex.ATTITUDE;
import static io.camber.localization.inertial.ErrorIndex.GNSS_DRIFT;
import static io.camber.localization.inertial.ErrorIndex.GYRO_BIAS;
import static io.camber.localization.inertial.ErrorIndex.POSITION;
import static io.camber.localization.inertial.ErrorIndex.SLIP;
import static io.camber.localization.inertial.ErrorIndex.VELOCITY;
import static io.camber.localization.inertial.ErrorIndex.WHEEL_SCALE;

import io.camber.sensing.GnssFix;
import io.camber.sensing.ImuSample;
import io.camber.sensing.WheelSpeeds;
import java.util.Optional;

/**
 * Error-state Kalman filter with memory: each inertial sample carries the state on, each correction is applied at the time
 * it was measured. One that comes late rewinds to before its moment and replays everything since, ordered by (measurement
 * time, sensor, sequence): the state is a function of what was measured, not of when it arrived. Starts on the first fix.
 * Owned by one thread.
 */
public final class InertialEstimator {
  /** A longer silence of the inertial unit cannot be bridged. */
  private static final long GAP_NS_MAX = 500_000_000L;

  /** A first fix may be this much older than the first inertial sample, or newer than the last one. */
  private static final long START_EARLY_NS_MAX = 50_000_000L;

  /** A fix that does not know the heading better than this is none to start on: a wrong heading never comes right. */
  private static final double START_YAW_STD_MAX = 1.0;

  /** Two seconds of fixes that all contradict the state: the state is wrong. */
  private static final int REJECTED_FIXES_MAX = 20;

  private static final double START_TILT_STD = 0.05;
  private static final double START_VERTICAL_STD_MPS = 0.3;
  private static final double POSITION_STD_FLOOR_M = 0.005;
  private static final double ATTITUDE_STD_FLOOR = 5e-4;
  private static final double NANOS = 1e9;

  private final InertialConfig config;
  private final Propagation propagation;
  private final Corrections corrections;
  private final History history = new History();
  private final double[] force = new double[3];
  private final double[] rate = new double[3];
  private boolean started;

  /** Index of the sample that the filter started on; states before it mean nothing. */
  private long startIndex;

  public InertialEstimator(InertialConfig config) {
    this.config = config;
    propagation = new Propagation(config);
    corrections = new Corrections(config);
  }

  /** What became of a sample. */
  public enum Outcome {
    USED,
    DUPLICATE,
    STALE
  }

  /** Carries the state on. Samples must come in rising time; others are refused. */
  public Outcome update(ImuSample sample) {
    if (!history.isEmpty()) {
      long newest = history.timeNs(history.newest());
      if (sample.timeNs() <= newest) {
        return sample.timeNs() == newest ? Outcome.DUPLICATE : Outcome.STALE;
      }
      if (sample.timeNs() - newest > GAP_NS_MAX) {
        history.clear();
        started = false;
      }
    }
    long index = history.append(sample);
    if (started) {
      replay(index);
    }
    return Outcome.USED;
  }

  public Outcome update(WheelSpeeds speeds, long sequence) {
    return correct(new Measurement.Wheels(speeds, sequence));
  }

  /** Corrects by a fix; the first one starts the filter, and one after long contradiction starts it anew. */
  public Outcome update(GnssFix fix, long sequence) {
    if (history.isEmpty()) {
      return Outcome.STALE;
    }
    if (!started) {
      return start(fix) ? Outcome.USED : Outcome.STALE;
    }
    Outcome outcome = correct(new Measurement.Fix(fix, sequence));
    if (outcome == Outcome.USED
        && history.state(history.newest()).rejectedFixes >= REJECTED_FIXES_MAX) {
      start(fix);
    }
    return outcome;
  }

  /** The state at the newest inertial sample, empty before the start. */
  public Optional<InertialSolution> solution() {
    return started
        ? Optional.of(InertialSolution.of(history.state(history.newest())))
        : Optional.empty();
  }

  private Outcome correct(Measurement measurement) {
    if (!started || measurement.timeNs() <= history.timeNs(firstState())) {
      return Outcome.STALE;
    }
    if (!history.insert(measurement)) {
      return Outcome.DUPLICATE;
    }
    long from = history.firstAtOrAfter(measurement.timeNs());
    if (from <= history.newest()) {
      replay(from);
    }
    return Outcome.USED;
  }

  private void replay(long from) {
    for (long index = Math.max(from, firstState() + 1); index <= history.newest(); index++) {
      step(index);
    }
  }

  private long firstState() {
    return Math.max(startIndex, history.oldest());
  }

  /** The state at a sample from the one before it, stopping at every measurement between. */
  private void step(long index) {
    NavigationState before = history.state(index - 1);
    NavigationState state = history.state(index);
    state.copyFrom(before);
    for (int i = 0; i < 3; i++) {
      force[i] = 0.5 * (history.force(index - 1)[i] + history.force(index)[i]);
      rate[i] = 0.5 * (history.rate(index - 1)[i] + history.rate(index)[i]);
    }
    long until = history.timeNs(index);
    int next = history.firstMeasurementAfter(before.timeNs);
    while (next < history.measurementCount() && history.measurement(next).timeNs() <= until) {
      Measurement measurement = history.measurement(next);
      advance(state, measurement.timeNs());
      apply(state, measurement);
      next++;
    }
    advance(state, until);
  }

  private void advance(NavigationState state, long timeNs) {
    if (timeNs > state.timeNs) {
      propagation.advance(state, (timeNs - state.timeNs) / NANOS, force, rate);
      state.timeNs = timeNs;
    }
  }

  private void apply(NavigationState state, Measurement measurement) {
    if (measurement instanceof Measurement.Wheels wheels) {
      corrections.wheels(state, wheels.speeds().rearMps());
    } else if (measurement instanceof Measurement.Fix fix) {
      corrections.fix(state, fix.fix());
    }
    for (int i = 0; i < 3; i++) {
      state.covariance.floor(POSITION + i, POSITION_STD_FLOOR_M);
      state.covariance.floor(ATTITUDE + i, ATTITUDE_STD_FLOOR);
    }
  }

  private boolean start(GnssFix fix) {
    long begin = Math.max(history.firstAtOrAfter(fix.timeNs()), history.oldest());
    boolean early =
        begin == history.oldest() && history.timeNs(begin) - fix.timeNs() > START_EARLY_NS_MAX;
    boolean isAhead = begin > history.newest();
    if (fix.yawStd() > START_YAW_STD_MAX) {
      return false;
    }
    boolean isFarAhead =
        isAhead && fix.timeNs() - history.timeNs(history.newest()) > START_EARLY_NS_MAX;
    if (isFarAhead || early) {
      return false;
    }
    begin = isAhead ? history.newest() : begin;
    begin(history.state(begin), fix, history.timeNs(begin));
    started = true;
    startIndex = begin;
    replay(begin + 1);
    return true;
  }

  private void begin(NavigationState state, GnssFix fix, long timeNs) {
    state.copyFrom(new NavigationState());
    double sinceS = (timeNs - fix.timeNs()) / NANOS;
    state.timeNs = timeNs;
    state.position[0] = fix.position().x() + sinceS * fix.velocityMps().x();
    state.position[1] = fix.position().y() + sinceS * fix.velocityMps().y();
    state.position[2] = fix.position().z();
    state.velocity[0] = fix.velocityMps().x();
    state.velocity[1] = fix.velocityMps().y();
    state.setAttitude(fix.yaw(), 0.0, 0.0);
    state.slip = config.slipS2pM();
    state.fixNs = fix.timeNs();
    state.fixes = 1;
    Covariance p = state.covariance;
    for (int i = 0; i < 3; i++) {
      double vertical = i == 2 ? 2.0 : 1.0;
      p.setVariance(POSITION + i, vertical * fix.positionStdM());
      p.setVariance(GYRO_BIAS + i, config.gyroBiasStdRadps());
      p.setVariance(ACCEL_BIAS + i, config.accelBiasStdMps2());
      p.setVariance(GNSS_DRIFT + i, vertical * config.gnssDriftStdM());
    }
    p.setVariance(VELOCITY, 2.0 * fix.velocityStdMps());
    p.setVariance(VELOCITY + 1, 2.0 * fix.velocityStdMps());
    p.setVariance(VELOCITY + 2, START_VERTICAL_STD_MPS);
    p.setVariance(ATTITUDE, START_TILT_STD);
    p.setVariance(ATTITUDE + 1, START_TILT_STD);
    p.setVariance(ATTITUDE + 2, 2.0 * fix.yawStd());
    p.setVariance(WHEEL_SCALE, config.wheelScaleStd());
    p.setVariance(SLIP, config.slipStdS2pM());
  }
}
