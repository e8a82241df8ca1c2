package io.camber.sim.dynamics.doubletrack;

/**
 * A turning wheel and its tyre. Slip of both directions acts together by the similarity method (Pacejka, Tire and Vehicle
 * Dynamics, 3rd ed., section 4.2): each is normalized by stiffness and peak, the length of both gives the force and their
 * direction its direction, so that the forces stay within the friction ellipse. The side slip builds up over the relaxation
 * length. Mutable.
 */
final class Wheel {
  /** Below this speed slip is taken over it, so that forces damp instead of growing without bounds. */
  private static final double SLOW_MPS = 1.0;

  private final TyreConfig tyre;
  private final double radiusM;
  private final double inertiaKgM2;
  private final double settledShare;
  private final double yieldingRadpN;
  private final double stepS;
  private final double brakeSlip;
  private final double driveSlip;

  private double spinRadps;
  private double sideSlip;
  private double alongN;
  private double acrossN;
  private double brakeW;
  private double heldNm;

  /**
   * @param settledShare of the slip angle that is left to the tyre, under the load at rest
   * @param yieldingRadpN angle by which steering and suspension give way to the side force
   */
  Wheel(DoubleTrackConfig config, double settledShare, double yieldingRadpN, double stepS) {
    tyre = config.tyre();
    radiusM = config.wheel().radiusM();
    inertiaKgM2 = config.wheel().inertiaKgM2();
    this.settledShare = settledShare;
    this.yieldingRadpN = yieldingRadpN;
    this.stepS = stepS;
    double peak = tyre.along().peakSlip();
    brakeSlip = config.brakes().hasAntilock() ? peak : Double.POSITIVE_INFINITY;
    driveSlip = config.hasTractionControl() ? peak : Double.POSITIVE_INFINITY;
  }

  /** Rolls freely over the ground, side slip settled. */
  void reset(double alongMps, double acrossMps) {
    spinRadps = alongMps / radiusM;
    sideSlip = settledShare * acrossMps / Math.max(SLOW_MPS, Math.abs(alongMps));
    alongN = 0.0;
    acrossN = 0.0;
    brakeW = 0.0;
    heldNm = Double.POSITIVE_INFINITY;
  }

  /** Stands still with the car. */
  void stop() {
    reset(0.0, 0.0);
  }

  /**
   * One step.
   *
   * @param alongMps speed of the hub over ground in the direction of the wheel
   * @param acrossMps speed of the hub to the left of the wheel
   * @param frictionScale 1 on dry asphalt
   */
  void step(
      double alongMps,
      double acrossMps,
      double loadN,
      double driveNm,
      double brakeNm,
      double frictionScale) {
    if (loadN <= 0.0 || frictionScale <= 0.0) {
      alongN = 0.0;
      acrossN = 0.0;
      brakeW = 0.0;
      heldNm = Double.POSITIVE_INFINITY;
      spinRadps = alongMps / radiusM;
      return;
    }
    double factor = tyre.loadFactor(loadN);
    double reference = Math.max(SLOW_MPS, Math.abs(alongMps));
    double stiffnessN = tyre.along().stiffness() * loadN * factor;
    double peakAlongN = tyre.along().peak() * loadN * factor * frictionScale;
    double peakAcrossN = tyre.across().peak() * loadN * factor * frictionScale;
    boolean isHeld = turn(alongMps, reference, driveNm, brakeNm, stiffnessN, peakAlongN);

    double wayM = stepS * reference;
    double askedSlip = acrossMps / reference + yieldingRadpN * acrossN;
    sideSlip += wayM / (tyre.relaxationM() + wayM) * (askedSlip - sideSlip);
    double along = stiffnessN * (spinRadps * radiusM - alongMps) / reference / peakAlongN;
    double across = -tyre.corneringN(loadN) * sideSlip / peakAcrossN;
    double slip = Math.sqrt(along * along + across * across);
    if (slip == 0.0) {
      alongN = 0.0;
      acrossN = 0.0;
    } else {
      alongN = peakAlongN * tyre.along().share(slip) * along / slip;
      acrossN = peakAcrossN * tyre.across().share(slip) * across / slip;
    }
    heldNm = isHeld ? Math.max(0.0, driveNm - alongN * radiusM) : Double.POSITIVE_INFINITY;
    brakeW = Math.min(brakeNm, Math.abs(alongN) * radiusM) * Math.abs(spinRadps);
  }

  /**
   * Semi-implicit in the spin, since the tyre is far stiffer than the step; brakes are dry friction.
   *
   * @return true when anti-lock holds the wheel
   */
  private boolean turn(
      double alongMps,
      double reference,
      double driveNm,
      double brakeNm,
      double stiffnessN,
      double peakAlongN) {
    double inertia = inertiaKgM2 + stepS * radiusM * radiusM * stiffnessN / reference;
    double free = spinRadps + stepS * (driveNm - alongN * radiusM) / inertia;
    double brake = stepS * brakeNm / inertia;
    spinRadps = free > brake ? free - brake : Math.min(0.0, free + brake);
    double unit = reference * peakAlongN / stiffnessN;
    double slowest = (alongMps - brakeSlip * unit) / radiusM;
    double fastest = (alongMps + driveSlip * unit) / radiusM;
    boolean isHeld = spinRadps < slowest;
    spinRadps = Math.max(slowest, Math.min(fastest, spinRadps));
    return isHeld;
  }

  /** Force on the car in the direction of the wheel. */
  double alongN() {
    return alongN;
  }

  /** Force on the car to the left of the wheel. */
  double acrossN() {
    return acrossN;
  }

  /** Torque that anti-lock lets the brake give; infinite while it lets it alone. */
  double heldNm() {
    return heldNm;
  }

  /** Heat that the brake takes up. */
  double brakeW() {
    return brakeW;
  }

  /** Speed of the tread. */
  double rollingMps() {
    return spinRadps * radiusM;
  }
}
