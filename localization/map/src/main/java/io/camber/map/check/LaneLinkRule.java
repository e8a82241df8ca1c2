package io.camber.map.check;

import io.camber.map.road.ContactPoint;
import io.camber.map.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/** A lane that continues in the next lane section, or in the next road, is linked from both sides. */
final class LaneLinkRule implements Rule {
  private static final String ID = "asam.net:xodr:1.4.0:road.lane.link.lanes_across_lane_sections";

  @Override
  public List<String> ids() {
    return List.of(ID);
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (CheckedRoad road : subject.roads()) {
      for (CheckedSection section : road.sections()) {
        for (XmlElement lane : section.lanes()) {
          for (ContactPoint end : ContactPoint.values()) {
            check(subject, new LaneEnd(road, section, lane, end), findings);
          }
        }
      }
    }
  }

  private static void check(Subject subject, LaneEnd from, Findings findings) {
    Optional<Joints.Target> target = Joints.target(subject, from);
    if (target.isEmpty() || !isMutual(from, target.get())) {
      return;
    }
    for (XmlElement link : from.links()) {
      double number = link.numberOrNan("id");
      Optional<LaneEnd> to = target.get().lane(number);
      if (Double.isNaN(number) || number == 0.0) {
        continue;
      }
      if (to.isEmpty()) {
        findings.error(
            ID, link, "of " + from + ": there is no lane " + (int) number + " on the other side");
      } else if (to.get().links().stream().noneMatch(l -> l.numberOrNan("id") == from.number())) {
        findings.error(
            ID, link, "of " + from + " names " + to.get() + ", which does not name it back");
      }
    }
  }

  /** Within a road always; between roads when each names the other, as a junction's roads need not. */
  private static boolean isMutual(LaneEnd from, Joints.Target target) {
    boolean sameRoad = target.road() == from.road() && target.section() != from.section();
    return sameRoad
        || target
            .road()
            .roadLink(target.end())
            .filter(back -> back.string("elementId", "").equals(from.road().id()))
            .isPresent();
  }
}
