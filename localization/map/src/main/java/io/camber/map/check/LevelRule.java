package io.camber.map.check;

import io.camber.map.xml.XmlElement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Once a lane is level, all lanes further out on its side are level too, and the lanes it continues in stay level: otherwise
 * the surface would have a step.
 */
final class LevelRule implements Rule {
  private static final String ID = "asam.net:xodr:1.7.0:road.lane.level_true_one_side";

  @Override
  public List<String> ids() {
    return List.of(ID);
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (CheckedRoad road : subject.roads()) {
      for (CheckedSection section : road.sections()) {
        section.sides().forEach(side -> checkSide(road, side, findings));
      }
    }
    Set<XmlElement> reported = new LinkedHashSet<>();
    for (Joint joint : Joints.of(subject)) {
      boolean fromLevel = isLevel(joint.from().lane());
      LaneEnd level = fromLevel ? joint.from() : joint.to();
      LaneEnd banked = fromLevel ? joint.to() : joint.from();
      if (fromLevel != isLevel(joint.to().lane()) && reported.add(banked.lane())) {
        findings.error(
            ID,
            banked.lane(),
            "(" + banked + ") is not level, but continues " + level + ", which is");
      }
    }
  }

  private static void checkSide(CheckedRoad road, List<XmlElement> side, Findings findings) {
    boolean level = false;
    for (XmlElement lane : side) {
      if (level && !isLevel(lane)) {
        findings.error(
            ID,
            lane,
            "id=\"" + lane.string("id") + "\" of road " + road.id()
                + " is not level, but lies outside a lane that is");
      }
      level |= isLevel(lane);
    }
  }

  private static boolean isLevel(XmlElement lane) {
    String word = lane.string("level", "false");
    return word.equals("true") || word.equals("1");
  }
}
