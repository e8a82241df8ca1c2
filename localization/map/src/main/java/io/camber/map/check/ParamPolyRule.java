package io.camber.map.check;

import io.camber.map.geometry.Cubic;
import io.camber.map.geometry.PolynomialCurve;
import io.camber.map.xml.XmlElement;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Parametric cubics start at their origin along their heading, and are as long as declared. With pRange="arcLength" the
 * parameter is an arc length, so the curve over [0, length] is that long; with "normalized" the curve over [0, 1] is.
 */
final class ParamPolyRule implements Rule {
  private static final String VALID =
      "asam.net:xodr:1.7.0:road.geometry.parampoly3.valid_parameters";
  private static final String LENGTH = "asam.net:xodr:1.7.0:road.geometry.parampoly3.length_match";
  private static final String ARC_LENGTH =
      "asam.net:xodr:1.7.0:road.geometry.parampoly3.arclength_range";
  private static final int SINCE = 7;

  /** The published examples tell 0.93 mm (right) from 1.005 mm (wrong). */
  private static final double LENGTH_TOLERANCE_M = 1e-3;

  /** Coefficients below this are rounding: a micrometre, or a microradian of heading. */
  private static final double ZERO = 1e-6;

  @Override
  public List<String> ids() {
    return List.of(VALID, LENGTH, ARC_LENGTH);
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (CheckedRoad road : subject.roads()) {
      for (XmlElement geometry : road.element().all("planView", "geometry")) {
        geometry.all("paramPoly3").forEach(shape -> check(geometry, shape, findings));
      }
    }
  }

  private static void check(XmlElement geometry, XmlElement shape, Findings findings) {
    double[] c = DoubleStream.of(
            shape.numberOrNan("aU"),
            shape.numberOrNan("bU"),
            shape.numberOrNan("cU"),
            shape.numberOrNan("dU"),
            shape.numberOrNan("aV"),
            shape.numberOrNan("bV"),
            shape.numberOrNan("cV"),
            shape.numberOrNan("dV"))
        .toArray();
    double length = geometry.numberOrNan("length");
    if (Double.isNaN(DoubleStream.of(c).sum() + length) || length <= 0.0) {
      return;
    }
    if (Math.abs(c[0]) > ZERO || Math.abs(c[4]) > ZERO || Math.abs(c[5]) > ZERO || c[1] <= 0.0) {
      findings.errorSince(
          SINCE,
          VALID,
          shape,
          "does not start at its origin along its heading; aU, aV and bV must be 0 and bU positive");
    }
    boolean arcLength = shape.string("pRange", "").equals("arcLength");
    double arc = arc(c, arcLength ? length : 1.0, length);
    if (Math.abs(arc - length) > LENGTH_TOLERANCE_M) {
      findings.errorSince(
          SINCE,
          arcLength ? ARC_LENGTH : LENGTH,
          shape,
          String.format(
              Locale.ROOT,
              "is %.6f m long over p in [0, %s], its geometry says %.6f m",
              arc,
              arcLength ? "length" : "1",
              length));
    }
  }

  private static double arc(double[] c, double end, double length) {
    return length
        * PolynomialCurve.ofParameter(
                0.0,
                0.0,
                0.0,
                new Cubic(c[0], c[1], c[2], c[3]),
                new Cubic(c[4], c[5], c[6], c[7]),
                end,
                length)
            .stretch();
  }
}
