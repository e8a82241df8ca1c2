package io.camber.perception.tracking;

import io.camber.geometry.Angles;
import io.camber.geometry.Vec2;
import java.util.Arrays;

/**
 * Interacting multiple models (Blom and Bar-Shalom 1988) of two hypotheses: the thing moves, or it stands. Measurement noise on
 * something parked then feeds the standing hypothesis instead of a speed.
 */
final class MotionFilter {
  /** Probability per 0.1 s that something standing starts to move, or the other way round. */
  private static final double SWITCH = 0.03;

  /** From faster than this nothing comes to rest between two looks. */
  private static final double HALTING_MPS = 2.0;

  private static final double STANDING_AT_BIRTH = 0.5;

  /** Of what was in one place for a second. */
  private static final double RESTING = 0.9;

  private static final int MOVING = 0;
  private static final int STANDING = 1;

  private final MotionModel model;
  private final Gaussian[] modes;
  private final Gaussian[] mixed;
  private final double[] probability = {1.0 - STANDING_AT_BIRTH, STANDING_AT_BIRTH};

  MotionFilter(
      MotionModel model, double x, double y, double yaw, double positionStdM, double ageS) {
    this.model = model;
    int n = model.stateSize();
    modes = new Gaussian[] {new Gaussian(n), new Gaussian(n)};
    mixed = new Gaussian[] {new Gaussian(n), new Gaussian(n)};
    for (Gaussian mode : modes) {
      model.start(mode, x, y, yaw, positionStdM, ageS);
    }
    model.predictStanding(modes[STANDING], 0.0);
  }

  MotionModel model() {
    return model;
  }

  /**
   * Starts from what another filter, with another model, knows.
   *
   * @param stdMpsMin of its velocity: what the other model could hardly believe, it may have got wrong
   */
  void adopt(MotionFilter other, double stdMpsMin) {
    Vec2 velocity = other.velocityMps();
    double std = Math.max(stdMpsMin, other.velocityStdMps());
    model.setVelocity(modes[MOVING], velocity, std);
    probability[MOVING] = other.probability[MOVING];
    probability[STANDING] = other.probability[STANDING];
  }

  /** It was seen to stay where it is, before. */
  void rest(double stdMps) {
    model.setVelocity(modes[MOVING], Vec2.ZERO, stdMps);
    probability[MOVING] = 1.0 - RESTING;
    probability[STANDING] = RESTING;
  }

  void predict(double seconds) {
    mix();
    predictModes(seconds);
  }

  /**
   * Predicts while nothing is seen: hypotheses stay as likely as they were, or doubt would slow down and finally halt whatever
   * is out of sight.
   */
  void coast(double seconds) {
    model.calm(modes[MOVING]);
    predictModes(seconds);
  }

  private void predictModes(double seconds) {
    model.predictMoving(modes[MOVING], seconds);
    model.predictStanding(modes[STANDING], seconds);
  }

  private void mix() {
    double[] next = new double[2];
    double[] leaving = {SWITCH * haltingShare(), SWITCH};
    for (int j = 0; j < 2; j++) {
      double arriving = probability[1 - j] * leaving[1 - j];
      next[j] = probability[j] * (1.0 - leaving[j]) + arriving;
      blend(modes[j], modes[1 - j], next[j] > 0.0 ? arriving / next[j] : 0.0, mixed[j]);
    }
    for (int j = 0; j < 2; j++) {
      modes[j].copyFrom(mixed[j]);
      probability[j] = next[j];
    }
  }

  /** How far the moving hypothesis allows for a speed from which one can halt now. */
  private double haltingShare() {
    double speed = model.velocityMps(modes[MOVING]).length();
    double off = Math.max(0.0, speed - HALTING_MPS) / model.velocityStdMps(modes[MOVING]);
    return StrictMath.exp(-0.5 * Math.min(100.0, off * off));
  }

  /** Moment matching of two Gaussians, {@code share} of {@code b}. */
  private void blend(Gaussian a, Gaussian b, double share, Gaussian into) {
    int n = a.size;
    double[] difference = new double[n];
    for (int i = 0; i < n; i++) {
      difference[i] = b.mean[i] - a.mean[i];
      if (i == model.yawIndex()) {
        difference[i] = Angles.wrap(difference[i]);
      }
      into.mean[i] = a.mean[i] + share * difference[i];
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        int at = i * n + j;
        into.covariance[at] = (1.0 - share) * a.covariance[at]
            + share * b.covariance[at]
            + share * (1.0 - share) * difference[i] * difference[j];
      }
    }
  }

  void update(BoxFix fix) {
    double[] logLikelihood = new double[2];
    for (int j = 0; j < 2; j++) {
      logLikelihood[j] = update(modes[j], fix);
      modes[j].floor(model.varianceMin());
    }
    double most = Math.max(logLikelihood[0], logLikelihood[1]);
    double moving = probability[MOVING] * StrictMath.exp(logLikelihood[MOVING] - most);
    double standing = probability[STANDING] * StrictMath.exp(logLikelihood[STANDING] - most);
    probability[MOVING] = Math.max(1e-4, Math.min(1.0 - 1e-4, moving / (moving + standing)));
    probability[STANDING] = 1.0 - probability[MOVING];
  }

  private double update(Gaussian mode, BoxFix fix) {
    double c = StrictMath.cos(fix.yaw());
    double s = StrictMath.sin(fix.yaw());
    double[] row = new double[mode.size];
    double along = c * fix.x() + s * fix.y() - model.positionAgo(mode, fix.ageS(), c, s, row);
    double sum = mode.update(row, along, fix.alongStdM() * fix.alongStdM());
    double across = -s * fix.x() + c * fix.y() - model.positionAgo(mode, fix.ageS(), -s, c, row);
    sum += mode.update(row, across, fix.acrossStdM() * fix.acrossStdM());
    int yawIndex = model.yawIndex();
    if (yawIndex >= 0 && Double.isFinite(fix.yawStd())) {
      Arrays.fill(row, 0.0);
      row[yawIndex] = 1.0;
      double turn = Angles.difference(fix.yaw(), mode.mean[yawIndex]);
      mode.update(row, turn, fix.yawStd() * fix.yawStd());
      mode.mean[yawIndex] = Angles.wrap(mode.mean[yawIndex]);
    }
    return sum;
  }

  /** Moves the box's middle without touching its velocity: for boxes that grow at their far side. */
  void shift(double dx, double dy) {
    for (Gaussian mode : modes) {
      mode.mean[0] += dx;
      mode.mean[1] += dy;
    }
  }

  /** Turns the body around by half a turn, keeping its velocity in the map. */
  void reverse() {
    int yawIndex = model.yawIndex();
    if (yawIndex < 0) {
      return;
    }
    double[] sign = {1.0, 1.0, 1.0, -1.0, -1.0, 1.0};
    for (Gaussian mode : modes) {
      mode.mirror(sign);
      mode.mean[yawIndex] = Angles.wrap(mode.mean[yawIndex] + Math.PI);
    }
  }

  double x() {
    return mean(0);
  }

  double y() {
    return mean(1);
  }

  private double mean(int i) {
    return probability[MOVING] * modes[MOVING].mean[i]
        + probability[STANDING] * modes[STANDING].mean[i];
  }

  /** Yaw of the likelier hypothesis; only for models that have one. */
  double yaw() {
    return likelier().mean[model.yawIndex()];
  }

  private Gaussian likelier() {
    return probability[MOVING] >= probability[STANDING] ? modes[MOVING] : modes[STANDING];
  }

  double standingProbability() {
    return probability[STANDING];
  }

  /** Velocity if it moves. */
  Vec2 velocityMps() {
    return model.velocityMps(modes[MOVING]);
  }

  double velocityStdMps() {
    return model.velocityStdMps(modes[MOVING]);
  }

  double accelMps2() {
    return model.accelMps2(modes[MOVING]);
  }

  double yawRateRadps() {
    return model.yawRateRadps(modes[MOVING]);
  }

  /** Squared Mahalanobis distance of a fix from the nearer hypothesis, over along and across. */
  double distanceSquared(BoxFix fix) {
    return Math.min(
        distance(modes[MOVING], fix).squared(), distance(modes[STANDING], fix).squared());
  }

  /**
   * How much wider than the fix alone the nearer hypothesis would let it lie: twice the logarithm of the ratio of the deviations,
   * summed over along and across, at least 0. What may be anywhere explains nothing well.
   */
  double vagueness(BoxFix fix) {
    Distance moving = distance(modes[MOVING], fix);
    Distance standing = distance(modes[STANDING], fix);
    return moving.squared() < standing.squared() ? moving.vagueness() : standing.vagueness();
  }

  /** Of a fix from one hypothesis. */
  private record Distance(double squared, double vagueness) {}

  private Distance distance(Gaussian mode, BoxFix fix) {
    double c = StrictMath.cos(fix.yaw());
    double s = StrictMath.sin(fix.yaw());
    double[] row = new double[model.stateSize()];
    double along = c * fix.x() + s * fix.y() - model.positionAgo(mode, fix.ageS(), c, s, row);
    double across = -s * fix.x() + c * fix.y() - model.positionAgo(mode, fix.ageS(), -s, c, row);
    double alongFix = fix.alongStdM() * fix.alongStdM();
    double acrossFix = fix.acrossStdM() * fix.acrossStdM();
    double alongVariance = variance(mode, c, s) + alongFix;
    double acrossVariance = variance(mode, -s, c) + acrossFix;
    return new Distance(
        along * along / alongVariance + across * across / acrossVariance,
        StrictMath.log(alongVariance / alongFix * (acrossVariance / acrossFix)));
  }

  private static double variance(Gaussian mode, double dirX, double dirY) {
    return dirX * dirX * mode.covariance[0]
        + 2.0 * dirX * dirY * mode.covariance[1]
        + dirY * dirY * mode.covariance[mode.size + 1];
  }

  /** Variance of a map direction of the position, over both hypotheses. */
  double positionVariance(double dirX, double dirY) {
    double sum = 0.0;
    for (int j = 0; j < 2; j++) {
      Gaussian mode = modes[j];
      double off = dirX * (mode.mean[0] - x()) + dirY * (mode.mean[1] - y());
      sum += probability[j] * (variance(mode, dirX, dirY) + off * off);
    }
    return sum;
  }
}
