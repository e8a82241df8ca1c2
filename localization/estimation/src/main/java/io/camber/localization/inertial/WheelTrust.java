package io.camber.localization.inertial;

import static io.camber.localization.inertial.ErrorIndex.WHEEL_SCALE;

import io.camber.sensing.GnssFix;

/**
 * How far wheel speeds are believed: wheels that drive or brake slip, for as long as they do, and a filter that takes this for
 * white noise follows them away from the satellites. Innovation-based adaptive estimation (Mehra 1970; Mohamed and Schwarz
 * 1999): what wheels and fixes of late say of the forward speed differs in the mean; when chance and the unknown scale of the
 * wheels do not explain by how much, it is slip, and its square the wheels' variance. Slip lasts about a second, so that as white noise of the same effect it
 * weighs {@code 2 T / period} times as much (Maybeck, Stochastic Models, vol. 1, 4.11). Without slip the configured noise
 * holds, to the bit.
 */
final class WheelTrust {
  /** Share of the newest difference in the mean: about the last nine, a second of fixes. */
  private static final double NEWEST = 0.2;

  /** Variance of such a mean over that of one difference. */
  private static final double MEAN_SHARE = NEWEST / (2.0 - NEWEST);

  /** 99.99 % of chi-square with one degree of freedom. */
  private static final double GATE = 15.1;

  /** Two seconds over the period of the wheel speeds. */
  private static final double LASTING = 100.0;

  private static final long TOGETHER_NS_MAX = 60_000_000L;
  /** Tyres that hold the road slip less than this share; what differs by more is no slip. */
  private static final double SLIP_MAX = 0.1;

  private static final double SLIP_MPS_MAX = 0.3;

  private final InertialConfig config;

  WheelTrust(InertialConfig config) {
    this.config = config;
  }

  /** Remembers by how much a wheel speed that was just taken or refused exceeds the state's. */
  static void remember(NavigationState state, double excessMps) {
    state.wheelExcessMps = excessMps;
    state.wheelNs = state.timeNs;
  }

  /** Compares a fix with the newest wheel speed, each against the state at its own time; true when slip begins to show. */
  boolean compare(NavigationState state, GnssFix fix) {
    if (state.stillSamples > 0 || state.timeNs - state.wheelNs > TOGETHER_NS_MAX) {
      return false;
    }
    double forward = state.bodyVelocity(0);
    double fixed = state.rotation[0] * fix.velocityMps().x()
        + state.rotation[3] * fix.velocityMps().y()
        + state.rotation[6] * state.velocity[2];
    double difference = state.wheelExcessMps - (fixed - forward);
    if (Math.abs(difference) > SLIP_MPS_MAX + SLIP_MAX * Math.abs(forward)) {
      return false;
    }
    boolean slipped = state.wheelVariance > 0.0;
    state.wheelMean += NEWEST * (difference - state.wheelMean);
    double wheels = config.wheelNoiseStdMps() * config.wheelNoiseStdMps();
    double noise = wheels + fix.velocityStdMps() * fix.velocityStdMps();
    double scale = state.covariance.at(WHEEL_SCALE, WHEEL_SCALE) * forward * forward;
    double square = state.wheelMean * state.wheelMean;
    boolean slips = square > GATE * (MEAN_SHARE * noise + scale);
    state.wheelVariance = slips ? LASTING * square : 0.0;
    return slips && !slipped;
  }

  /** Variance of a forward speed by the wheels. */
  double variance(NavigationState state) {
    return Math.max(config.wheelNoiseStdMps() * config.wheelNoiseStdMps(), state.wheelVariance);
  }
}
