package io.camber.map.geometry;

/** A planar curve by arc length {@code u} from 0 to {@link #lengthM()}; values slightly outside extrapolate. */
public sealed interface Curve permits Line, Arc, Clothoid, PolynomialCurve {
  double lengthM();

  CurvePoint at(double u);
}
