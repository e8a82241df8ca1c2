package io.camber.importing.lanelet;

import io.camber.geometry.Vec2;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lanelets side by side with one direction of travel, from left to right: a road with lanes -1, -2, ... whose reference line
 * is the left boundary of the first.
 */
final class Strip {
  private static final double STEP_M = 4.0;
  private static final double WIDTH_MIN_M = 0.01;

  /** Widths of all lanes at a place along the road. */
  record Station(double s, List<Double> widthsM) {
    Station {
      widthsM = List.copyOf(widthsM);
    }
  }

  /** Height of the reference line at a place along the road. */
  record Height(double s, double z) {}

  private final String roadId;
  private final List<Lanelet> lanelets;
  private final HermiteLine reference;
  private final List<List<Vec2>> boundaries;
  private final List<Station> stations = new ArrayList<>();

  /** {@code before} and {@code after}: where the left boundary of the first lanelet comes from and goes on to. */
  Strip(String roadId, List<Lanelet> lanelets, Optional<Vec2> before, Optional<Vec2> after) {
    this.roadId = roadId;
    this.lanelets = List.copyOf(lanelets);
    this.reference = HermiteLine.through(lanelets.get(0).left(), before, after);
    this.boundaries = lanelets.stream()
        .map(lanelet -> HermiteLine.through(lanelet.right()).sampled())
        .toList();
    for (double s : places()) {
      stations.add(new Station(s, widthsAt(s)));
    }
  }

  String roadId() {
    return roadId;
  }

  List<Lanelet> lanelets() {
    return lanelets;
  }

  HermiteLine reference() {
    return reference;
  }

  List<Station> stations() {
    return stations;
  }

  /** Where pieces of the reference line begin and end; empty when heights are not known. */
  List<Height> heights() {
    Lanelet first = lanelets.get(0);
    List<Height> heights = new ArrayList<>();
    if (first.leftHeightsM().isEmpty()) {
      return heights;
    }
    int k = 0;
    for (int i = 0; i < reference.pieces().size(); i++) {
      Vec2 start = reference.pieces().get(i).start();
      while (!first.left().get(k).equals(start)) {
        k++;
      }
      heights.add(new Height(reference.startM(i), first.leftHeightsM().get(k)));
    }
    double last = first.leftHeightsM().get(first.leftHeightsM().size() - 1);
    heights.add(new Height(reference.lengthM(), last));
    return heights;
  }

  /** Of a lanelet of this strip: -1 and on to the right. */
  int laneNumber(String laneletId) {
    for (int i = 0; i < lanelets.size(); i++) {
      if (lanelets.get(i).id().equals(laneletId)) {
        return -1 - i;
      }
    }
    throw new IllegalArgumentException("lanelet " + laneletId + " is not of road " + roadId);
  }

  /** Where pieces begin and at most {@value #STEP_M} m between, with both ends. */
  private Set<Double> places() {
    Set<Double> places = new TreeSet<>();
    for (int i = 0; i < reference.pieces().size(); i++) {
      double length = reference.pieces().get(i).lengthM();
      int steps = (int) Math.ceil(length / STEP_M);
      for (int k = 0; k < steps; k++) {
        places.add(reference.startM(i) + length * k / steps);
      }
    }
    places.add(reference.lengthM());
    return places;
  }

  private List<Double> widthsAt(double s) {
    Vec2 point = reference.pointAt(s);
    double heading = reference.headingAt(s);
    Vec2 toRight = new Vec2(StrictMath.sin(heading), -StrictMath.cos(heading));
    double fraction = s / reference.lengthM();
    List<Double> widths = new ArrayList<>();
    double inner = 0.0;
    for (List<Vec2> boundary : boundaries) {
      double outer = Boundary.distance(boundary, point, toRight, fraction);
      widths.add(Math.max(WIDTH_MIN_M, outer - inner));
      inner = Math.max(inner, outer);
    }
    return widths;
  }
}
