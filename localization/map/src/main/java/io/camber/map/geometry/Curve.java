package io.camber.map.geometry;

/** A planar curve by arc length {@code u} from 0 to {@link #lengthM()}; values slightly outside extrapolate. */
public sealed interface Curve permits Line, Arc, Clothoid, PolynomialCurve {
  double lengthM();

  CurvePoint at(double u);

  /** As {@link CurvePoint#stepTo} at a station, which then need not be put into an object. */
  double stepTo(double u, double px, double py);

  /** As {@link CurvePoint#leftOf} at a station. */
  double leftOf(double u, double px, double py);
}
