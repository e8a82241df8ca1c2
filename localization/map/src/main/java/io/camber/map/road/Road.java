package io.camber.map.road;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose3;
import io.camber.map.geometry.CurvePoint;
import java.util.List;
import java.util.Optional;

/** A road of the network. {@code s} runs along its reference line from 0 to {@link #lengthM()}, {@code t} is left positive. */
public final class Road {
  private static final int REFINEMENTS = 30;

  private final RoadIdentity identity;
  private final RoadShape shape;
  private final List<LaneSection> sections;
  private final List<SpeedLimit> speedLimits;
  private final RoadFurniture furniture;

  /** Sections in order of station, at least one. */
  public Road(
      RoadIdentity identity,
      RoadShape shape,
      List<LaneSection> sections,
      List<SpeedLimit> speedLimits,
      RoadFurniture furniture) {
    this.identity = identity;
    this.shape = shape;
    this.sections = List.copyOf(sections);
    this.speedLimits = List.copyOf(speedLimits);
    this.furniture = furniture;
  }

  public String id() {
    return identity.id();
  }

  public String name() {
    return identity.name();
  }

  public double lengthM() {
    return shape.line().lengthM();
  }

  /** The junction whose connecting road this is. */
  public Optional<String> junctionId() {
    return identity.junctionId();
  }

  public boolean isLeftHandTraffic() {
    return identity.leftHandTraffic();
  }

  /** What the road meets at s = 0. */
  public Optional<RoadLink> predecessor() {
    return identity.predecessor();
  }

  /** What the road meets at its far end. */
  public Optional<RoadLink> successor() {
    return identity.successor();
  }

  /** The place in the middle of another road that an end of this one meets, by a virtual junction. */
  public Optional<VirtualLink> virtualLink(ContactPoint end) {
    return end == ContactPoint.START ? identity.virtualStart() : identity.virtualEnd();
  }

  public RoadShape shape() {
    return shape;
  }

  public List<LaneSection> sections() {
    return sections;
  }

  public List<Signal> signals() {
    return furniture.signals();
  }

  public List<SignalReference> signalReferences() {
    return furniture.references();
  }

  public List<MapObject> objects() {
    return furniture.objects();
  }

  /** Tunnels and bridges. */
  public List<RoadStructure> structures() {
    return furniture.structures();
  }

  /** Index of the lane section at s; the later one where two meet. */
  public int sectionIndexAt(double s) {
    int index = sections.size() - 1;
    while (index > 0 && sections.get(index).s() > s) {
      index--;
    }
    return index;
  }

  public LaneSection sectionAt(double s) {
    return sections.get(sectionIndexAt(s));
  }

  /** Pose at (s, t) on the road surface; yaw along increasing s, pitch and roll of the surface. */
  public Pose3 poseAt(double s, double t) {
    return shape.poseAt(s, t, sectionAt(s).heightAt(s, t));
  }

  /** As {@link #poseAt(double, double)} with the lanes of the given section, for stations where two sections meet. */
  public Pose3 poseAt(int sectionIndex, double s, double t) {
    return shape.poseAt(s, t, sections.get(sectionIndex).heightAt(s, t));
  }

  /** Height of the lanes of a section above the road plane. */
  public double heightAt(int sectionIndex, double s, double t) {
    return sections.get(sectionIndex).heightAt(s, t);
  }

  /** The road surface at s, across from there at the t of a point: one look at the reference line for both. */
  public Pose3 surfaceAcross(double s, double x, double y) {
    if (!shape.isPlain()) {
      return poseAt(s, acrossFrom(poseAt(s, 0.0), x, y));
    }
    CurvePoint point = shape.line().at(s);
    double yaw = Angles.wrap(point.heading());
    double t = acrossFrom(new Pose3(point.x(), point.y(), 0.0, yaw, 0.0, 0.0), x, y);
    return new Pose3(
        point.x() - t * point.sin(),
        point.y() + t * point.cos(),
        shape.elevationAt(s) + sectionAt(s).heightAt(s, t),
        yaw,
        shape.pitchAt(s),
        0.0);
  }

  private static double acrossFrom(Pose3 line, double x, double y) {
    return -(x - line.x()) * StrictMath.sin(line.yaw())
        + (y - line.y()) * StrictMath.cos(line.yaw());
  }

  /** Curvature of the reference line, left positive. */
  public double curvatureAt(double s) {
    return shape.line().at(s).curvature();
  }

  /** Direction of the reference line in plan view. */
  public double headingAt(double s) {
    return shape.line().at(s).heading();
  }

  /** Speed limit of a lane, its own before the road's; positive infinity when the file is silent. */
  public double speedLimitMpsAt(Lane lane, double s) {
    double own = SpeedLimit.at(lane.speedLimits(), s);
    double limit = Double.isNaN(own) ? SpeedLimit.at(speedLimits, s) : own;
    return Double.isNaN(limit) ? Double.POSITIVE_INFINITY : limit;
  }

  /** Road coordinates {s, t} of a point near {@code guess}, s kept within [from, to]. */
  public double[] locate(double x, double y, double guess, double from, double to) {
    double s = shape.line().footOf(x, y, guess, from, to);
    CurvePoint foot = shape.line().at(s);
    double t = (y - foot.y()) * foot.cos() - (x - foot.x()) * foot.sin();
    for (int i = 0; i < REFINEMENTS && !shape.isPlain(); i++) {
      // On a banked surface plan view shortens t and, on a grade, shears it along s.
      Pose3 there = poseAt(s, t);
      double ex = x - there.x();
      double ey = y - there.y();
      double ahead = ex * foot.cos() + ey * foot.sin();
      double left = ey * foot.cos() - ex * foot.sin();
      double next =
          Math.max(from, Math.min(to, s + ahead / Math.max(0.2, 1.0 - foot.curvature() * t)));
      t += left / StrictMath.cos(there.roll());
      if (Math.abs(next - s) < 1e-9 && Math.abs(left) < 1e-9) {
        break;
      }
      s = next;
      foot = shape.line().at(s);
    }
    return new double[] {s, t};
  }

  @Override
  public String toString() {
    return "road " + id();
  }
}
