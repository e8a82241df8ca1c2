package io.camber.map.check;

import io.camber.map.road.ContactPoint;
import io.camber.map.xml.XmlElement;
import java.util.List;

/** A lane that begins or ends with no width continues nothing there, and nothing continues in it. */
final class ZeroWidthRule implements Rule {
  private static final String START = "asam.net:xodr:1.7.0:road.lane.link.zero_width_at_start";
  private static final String END = "asam.net:xodr:1.7.0:road.lane.link.zero_width_at_end";
  private static final String NEW_LANE = "asam.net:xodr:1.4.0:road.lane.link.new_lane_appear";
  private static final int SINCE = 7;

  /** Narrower than this is no width. */
  private static final double ZERO_M = 1e-6;

  @Override
  public List<String> ids() {
    return List.of(START, END, NEW_LANE);
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (CheckedRoad road : subject.roads()) {
      for (CheckedSection section : road.sections()) {
        for (XmlElement lane : section.lanes()) {
          for (ContactPoint end : ContactPoint.values()) {
            checkOwn(new LaneEnd(road, section, lane, end), findings);
          }
        }
      }
    }
    for (Joint joint : Joints.of(subject)) {
      if (joint.to().widthM() <= ZERO_M && joint.from().widthM() > ZERO_M) {
        findings.error(
            NEW_LANE,
            joint.declared(),
            joint.to() + " has no width where it meets " + joint.from()
                + "; only the lane that continues may be linked");
      }
    }
  }

  private static void checkOwn(LaneEnd lane, Findings findings) {
    if (lane.widthM() <= ZERO_M) {
      boolean start = lane.end() == ContactPoint.START;
      for (XmlElement link : lane.links()) {
        findings.errorOnlySince(
            SINCE,
            start ? START : END,
            link,
            "of " + lane + ", which has no width there; remove the link");
      }
    }
  }
}
