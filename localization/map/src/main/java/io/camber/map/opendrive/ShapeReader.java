package io.camber.map.opendrive;

import io.camber.geometry.Pose2;
import io.camber.map.geometry.Arc;
import io.camber.map.geometry.Clothoid;
import io.camber.map.geometry.Cubic;
import io.camber.map.geometry.Curve;
import io.camber.map.geometry.Line;
import io.camber.map.geometry.PolynomialCurve;
import io.camber.map.geometry.Profile;
import io.camber.map.geometry.ReferenceLine;
import io.camber.map.road.LateralShape;
import io.camber.map.road.LateralShape.CrossProfile;
import io.camber.map.road.RoadShape;
import io.camber.map.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Reads the surface of a road: plan view, elevation and lateral profiles. */
final class ShapeReader {
  /** Gaps below this are rounding in the file, not mistakes. */
  private static final double LENGTH_TOLERANCE_M = 0.01;

  /** A piece that turns more, 1,600 times round, is a mistake, and would take long to index. */
  private static final double TURN_MAX = 1e4;

  private static final double STRETCH_TOLERANCE = 1e-3;

  private final Warnings warnings;
  private final Relocation relocation;

  ShapeReader(Warnings warnings, Relocation relocation) {
    this.warnings = warnings;
    this.relocation = relocation;
  }

  RoadShape read(XmlElement road) {
    return new RoadShape(
        referenceLine(road),
        elevation(road),
        flatAsEmpty(profile(road.children("lateralProfile", "superelevation"), "s", 0.0)),
        lateralShape(road));
  }

  /** Exporters write banking of zero on every road; without it the road is plain, and faster to search. */
  private static Profile flatAsEmpty(Profile profile) {
    return profile.isZero() ? Profile.ZERO : profile;
  }

  private Profile elevation(XmlElement road) {
    Profile profile = profile(road.children("elevationProfile", "elevation"), "s", 0.0);
    return relocation.z() == 0.0 ? profile : profile.plus(relocation.z());
  }

  private ReferenceLine referenceLine(XmlElement road) {
    List<XmlElement> geometries = road.children("planView", "geometry");
    if (geometries.isEmpty()) {
      throw road.error("id=\"" + road.string("id") + "\" has no planView geometry");
    }
    double length = road.positive("length");
    List<Double> starts = new ArrayList<>();
    List<Curve> curves = new ArrayList<>();
    double end = 0.0;
    for (XmlElement geometry : geometries) {
      double s = geometry.notNegative("s");
      double pieceLength = geometry.notNegative("length");
      if (pieceLength == 0.0) {
        warnings.add(geometry, "<geometry> of length 0 is left out");
        continue;
      }
      if (!starts.isEmpty() && s <= starts.get(starts.size() - 1)) {
        throw geometry.error("s=" + s + " does not come after the geometry before it");
      }
      if (Math.abs(s - end) > LENGTH_TOLERANCE_M) {
        warnings.add(geometry, "<geometry> does not start where the one before ends");
      }
      starts.add(s);
      curves.add(curve(geometry, pieceLength));
      end = s + pieceLength;
    }
    if (curves.isEmpty()) {
      throw road.error("id=\"" + road.string("id") + "\" has no geometry longer than 0");
    }
    if (Math.abs(end - length) > LENGTH_TOLERANCE_M) {
      warnings.add(road, "<road> length differs from the end of its geometry");
    }
    return new ReferenceLine(starts, curves, length);
  }

  private Curve curve(XmlElement geometry, double length) {
    Pose2 start = relocation.apply(
        new Pose2(geometry.number("x"), geometry.number("y"), geometry.number("hdg")));
    double x = start.x();
    double y = start.y();
    double heading = start.yaw();
    for (XmlElement shape : geometry.children()) {
      switch (shape.name()) {
        case "line" -> {
          geometry.children("line");
          return new Line(x, y, heading, length);
        }
        case "arc" -> {
          geometry.children("arc");
          return new Arc(x, y, heading, curvature(shape, "curvature", length), length);
        }
        case "spiral" -> {
          geometry.children("spiral");
          return new Clothoid(
              x,
              y,
              heading,
              curvature(shape, "curvStart", length),
              curvature(shape, "curvEnd", length),
              length);
        }
        case "poly3" -> {
          geometry.children("poly3");
          return PolynomialCurve.ofOffset(x, y, heading, cubic(shape), length);
        }
        case "paramPoly3" -> {
          geometry.children("paramPoly3");
          return parametric(shape, x, y, heading, length);
        }
        default -> {
          // userData and the like; reported with the other unused elements.
        }
      }
    }
    throw geometry.error("has no line, arc, spiral, poly3 or paramPoly3");
  }

  private static double curvature(XmlElement shape, String attribute, double length) {
    double curvature = shape.number(attribute);
    if (Math.abs(curvature) * length > TURN_MAX) {
      throw shape.error(attribute + "=\"" + shape.string(attribute) + "\" over " + length
          + " m goes round more than a thousand times; check both");
    }
    return curvature;
  }

  private Curve parametric(XmlElement shape, double x, double y, double heading, double length) {
    Cubic u =
        new Cubic(shape.number("aU"), shape.number("bU"), shape.number("cU"), shape.number("dU"));
    Cubic v =
        new Cubic(shape.number("aV"), shape.number("bV"), shape.number("cV"), shape.number("dV"));
    String range = shape.string("pRange", "normalized");
    double pMax = switch (range) {
      case "normalized" -> 1.0;
      case "arcLength" -> length;
      default ->
        throw shape.error("pRange=\"" + range + "\" is neither \"arcLength\" nor \"normalized\"");
    };
    PolynomialCurve curve = PolynomialCurve.ofParameter(x, y, heading, u, v, pMax, length);
    if (!(curve.stretch() > 0.0)) {
      throw shape.error("does not move: all coefficients b, c, d are 0");
    }
    if (Math.abs(curve.stretch() - 1.0) > STRETCH_TOLERANCE) {
      warnings.add(shape, "<paramPoly3> length differs from its declared length");
    }
    return curve;
  }

  private LateralShape lateralShape(XmlElement road) {
    List<CrossProfile> profiles = new ArrayList<>();
    List<XmlElement> shapes = road.children("lateralProfile", "shape");
    int i = 0;
    while (i < shapes.size()) {
      double s = shapes.get(i).number("s");
      List<XmlElement> pieces = new ArrayList<>();
      while (i < shapes.size() && shapes.get(i).number("s") == s) {
        pieces.add(shapes.get(i++));
      }
      if (!profiles.isEmpty() && profiles.get(profiles.size() - 1).s() >= s) {
        throw pieces.get(0).error("s=" + s + " does not come after the shape before it");
      }
      profiles.add(new CrossProfile(s, profile(pieces, "t", 0.0)));
    }
    return new LateralShape(profiles, crossfall(road, "left"), crossfall(road, "right"));
  }

  /** Crossfall of OpenDRIVE 1.4 on one side. */
  private static Profile crossfall(XmlElement road, String side) {
    List<XmlElement> pieces = road.children("lateralProfile", "crossfall").stream()
        .filter(piece -> {
          String word = piece.string("side", "both");
          return word.equals(side) || word.equals("both");
        })
        .toList();
    return profile(pieces, "s", 0.0);
  }

  /** Cubic pieces whose starts are in {@code attribute}, moved by {@code shift}. */
  static Profile profile(List<XmlElement> elements, String attribute, double shift) {
    List<Double> starts = new ArrayList<>();
    List<Cubic> pieces = new ArrayList<>();
    for (XmlElement element : elements) {
      double start = element.number(attribute) + shift;
      if (!starts.isEmpty() && start < starts.get(starts.size() - 1)) {
        throw element.error(attribute + "=\"" + element.string(attribute)
            + "\" comes before that of the element above; sort them");
      }
      starts.add(start);
      pieces.add(cubic(element));
    }
    return new Profile(starts, pieces);
  }

  private static Cubic cubic(XmlElement element) {
    return new Cubic(
        element.number("a"), element.number("b"), element.number("c"), element.number("d"));
  }
}
