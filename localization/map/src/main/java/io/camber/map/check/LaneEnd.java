package io.camber.map.check;

import io.camber.geometry.Vec2;
import io.camber.map.road.ContactPoint;
import io.camber.map.road.LaneSection;
import io.camber.map.road.LaneType;
import io.camber.map.road.Road;
import io.camber.map.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/** One end of a lane of one lane section. */
record LaneEnd(CheckedRoad road, CheckedSection section, XmlElement lane, ContactPoint end) {
  int number() {
    return CheckedSection.number(lane);
  }

  /** The lane's predecessor links at its start, its successor links at its end. */
  List<XmlElement> links() {
    return lane.all("link", end == ContactPoint.START ? "predecessor" : "successor");
  }

  private Optional<LaneSection> model() {
    return road.model()
        .filter(model -> section.index() < model.sections().size())
        .map(model -> model.sections().get(section.index()))
        .filter(model -> model.findLane(number()).isPresent());
  }

  boolean isDrivable() {
    return model()
        .flatMap(model -> model.findLane(number()))
        .map(lane -> lane.type().isDrivable() && lane.type() != LaneType.NONE)
        .orElse(false);
  }

  private double s(LaneSection model) {
    return end == ContactPoint.START ? model.s() : model.sEnd();
  }

  /** Width at this end, NaN when the file could not be read. */
  double widthM() {
    return model().map(model -> model.widthAt(number(), s(model))).orElse(Double.NaN);
  }

  /** The lane's edges seen by somebody who leaves the lane over this end: left, then right. */
  Optional<Edges> edges() {
    return model().flatMap(model -> road.model().map(road -> edges(road, model)));
  }

  private Edges edges(Road model, LaneSection lanes) {
    double s = s(lanes);
    double a = lanes.innerT(number(), s);
    double b = lanes.outerT(number(), s);
    Vec2 low = model.poseAt(section.index(), s, Math.min(a, b)).position().toVec2();
    Vec2 high = model.poseAt(section.index(), s, Math.max(a, b)).position().toVec2();
    return end == ContactPoint.END ? new Edges(high, low) : new Edges(low, high);
  }

  /** Left and right edge of a lane at one end. */
  record Edges(Vec2 left, Vec2 right) {}

  @Override
  public String toString() {
    return "lane " + number() + " of road " + road.id();
  }
}
