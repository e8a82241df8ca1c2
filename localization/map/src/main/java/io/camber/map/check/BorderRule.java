package io.camber.map.check;

import io.camber.map.road.LaneSection;
import io.camber.map.road.Road;
import io.camber.map.xml.XmlElement;
import java.util.List;
import java.util.Locale;

/** The border of a lane does not cross the lanes nearer to the centre. */
final class BorderRule implements Rule {
  private static final String ID = "asam.net:xodr:1.4.0:road.lane.border.overlap_with_inner_lanes";
  private static final int SAMPLES = 200;

  /** A micrometre, less the rounding of the subtraction. */
  private static final double TOLERANCE_M = 1e-6 - 1e-9;

  @Override
  public List<String> ids() {
    return List.of(ID);
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (CheckedRoad road : subject.roads()) {
      for (CheckedSection section : road.sections()) {
        for (XmlElement lane : section.lanes()) {
          if (!lane.all("border").isEmpty() && lane.all("width").isEmpty()) {
            road.model()
                .filter(model -> section.index() < model.sections().size())
                .ifPresent(model -> check(model, section, lane, findings));
          }
        }
      }
    }
  }

  private static void check(Road road, CheckedSection section, XmlElement lane, Findings findings) {
    LaneSection lanes = road.sections().get(section.index());
    int number = CheckedSection.number(lane);
    double sign = Integer.signum(number);
    double worst = 0.0;
    double worstS = lanes.s();
    for (int i = 0; i <= SAMPLES; i++) {
      double s = lanes.s() + i * (lanes.sEnd() - lanes.s()) / SAMPLES;
      double inside = sign * (lanes.innerT(number, s) - lanes.outerT(number, s));
      if (inside > worst) {
        worst = inside;
        worstS = s;
      }
    }
    if (worst >= TOLERANCE_M) {
      findings.error(
          ID,
          lane,
          String.format(
              Locale.ROOT,
              "id=\"%d\": its border lies %.6f m inside the next lane at s=%.2f",
              number,
              worst,
              worstS));
    }
  }
}
