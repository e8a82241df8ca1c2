package io.camber.map.check;

import io.camber.geometry.Vec2;
import io.camber.map.geometry.ReferenceLine;
import io.camber.map.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * No gaps in plan view: neither between the pieces of a reference line nor between the edges of joined lanes that cars use. A
 * lane that splits must match its continuations together: the left edge of one and the right edge of one.
 */
final class SmoothnessRule implements Rule {
  private static final String ID =
      "asam.net:xodr:1.7.0:lane_smoothness.contact_point_no_horizontal_gaps";
  private static final int SINCE = 7;
  private static final double TOLERANCE_M = 0.01;

  @Override
  public List<String> ids() {
    return List.of(ID);
  }

  @Override
  public void check(Subject subject, Findings findings) {
    subject.roads().forEach(road -> checkLine(road, findings));
    Map<LaneEnd, List<Joint>> straight = new LinkedHashMap<>();
    Set<Set<LaneEnd>> seen = new LinkedHashSet<>();
    for (Joint joint : Joints.of(subject)) {
      if (!joint.from().isDrivable() || !joint.to().isDrivable()) {
        continue;
      }
      boolean first = seen.add(Set.of(joint.from(), joint.to()));
      if (joint.kind() == Joint.Kind.JUNCTION) {
        if (first) {
          checkEdges(joint.from(), List.of(joint), findings);
        }
      } else if (first) {
        straight.computeIfAbsent(joint.from(), end -> new ArrayList<>()).add(joint);
        straight.computeIfAbsent(joint.to(), end -> new ArrayList<>()).add(turned(joint));
      }
    }
    Set<XmlElement> reported = new LinkedHashSet<>();
    straight.forEach((end, joints) -> {
      boolean merges = joints.size() == 1
          && straight.getOrDefault(joints.get(0).to(), List.of()).size() > 1;
      if (!merges && reported.add(joints.get(0).declared())) {
        checkEdges(end, joints, findings);
      }
    });
  }

  private static Joint turned(Joint joint) {
    return new Joint(joint.to(), joint.from(), joint.declared(), joint.kind());
  }

  private static void checkLine(CheckedRoad road, Findings findings) {
    List<XmlElement> pieces = road.element().all("planView", "geometry").stream()
        .filter(geometry -> geometry.numberOrNan("length") > 0.0)
        .toList();
    road.model().ifPresent(model -> {
      ReferenceLine line = model.shape().line();
      for (int i = 0; i + 1 < Math.min(line.curveCount(), pieces.size()); i++) {
        double gap = line.gapAfter(i);
        if (gap > TOLERANCE_M) {
          findings.errorSince(
              SINCE,
              ID,
              pieces.get(i + 1),
              String.format(
                  Locale.ROOT,
                  "of road %s starts %.3f m off the end of the one before",
                  road.id(),
                  gap));
        }
      }
    });
  }

  private static void checkEdges(LaneEnd end, List<Joint> joints, Findings findings) {
    if (end.edges().isEmpty()) {
      return;
    }
    LaneEnd.Edges edges = end.edges().get();
    double left = Double.POSITIVE_INFINITY;
    double right = Double.POSITIVE_INFINITY;
    for (Joint joint : joints) {
      // Seen by somebody who leaves over this end the other lane is entered, so its sides swap.
      LaneEnd.Edges other = joint.to().edges().orElse(edges);
      left = Math.min(left, distance(edges.left(), other.right()));
      right = Math.min(right, distance(edges.right(), other.left()));
    }
    double gap = Math.max(left, right);
    if (gap > TOLERANCE_M) {
      Joint joint = joints.get(0);
      findings.errorSince(
          SINCE,
          ID,
          joint.declared(),
          String.format(
              Locale.ROOT,
              "%s and %s are linked, but an edge jumps by %.3f m",
              joint.from(),
              joint.to(),
              gap));
    }
  }

  private static double distance(Vec2 a, Vec2 b) {
    return StrictMath.hypot(a.x() - b.x(), a.y() - b.y());
  }
}
