package io.camber.evaluation.rule;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.evaluation.judgement.Limit;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.Situation;
import io.camber.geometry.Vec2;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.map.road.StopKind;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Running a red light: the middle of the front bumper crosses the stop line while the light for the ego's way is red. Looks
 * at every frame. Where one lane's lights differ by the way through the junction, the crossing is judged once the ego has
 * left it. A crossing that no braking at 4 m/s2 since the light turned red could have avoided is called a dilemma; it counts.
 */
public final class RedLightMeasure implements Measure {
  private final RoadMap map;
  private final List<StopLine> lines;
  private final RedPhases phases = new RedPhases();
  private final List<Crossing> open = new ArrayList<>();
  private final Findings events = new Findings();
  private final List<Long> violationsNs = new ArrayList<>();
  private @Nullable Vec2 lastFront;
  private int crossings;
  private int violations;

  /** A crossing whose way is not known yet; {@code redWays} maps the ways that were red to what to say about them. */
  private record Crossing(long timeNs, StopLine line, SortedMap<String, String> redWays) {}

  public RedLightMeasure(RoadMap map) {
    this.map = map;
    lines = StopLine.of(map, StopKind.LIGHT);
  }

  /** Takes in one frame while the stack drives. */
  public void update(TruthFrame frame, ActorTruth ego) {
    Vec2 front = ego.footprint().center().apply(new Vec2(ego.size().lengthM() / 2.0, 0.0));
    Vec2 before = lastFront;
    lastFront = front;
    phases.update(frame, ego.speedMps(), before == null ? 0.0 : before.distanceTo(front));
    if (before != null) {
      for (StopLine line : lines) {
        if (line.isCrossed(before, front)) {
          cross(line, frame.timeNs());
        }
      }
    }
  }

  /** Judges open crossings once the ego has left the junction. */
  @Override
  public void update(Situation situation, TimeSeries series) {
    if (open.isEmpty()
        || situation.lane().center().isEmpty()
        || situation.lane().inJunction()) {
      return;
    }
    String lane = situation.lane().center().get().lane().id();
    Iterator<Crossing> pending = open.iterator();
    while (pending.hasNext()) {
      Crossing crossing = pending.next();
      if (!lane.equals(crossing.line().laneId())) {
        pending.remove();
        crossing.redWays().forEach((way, detail) -> {
          if (map.findLane(way).map(LaneSegment::successors).orElse(List.of()).contains(lane)) {
            violate(crossing.timeNs(), detail);
          }
        });
      }
    }
  }

  @Override
  public void report(Findings findings) {
    double count = lines.isEmpty() ? Double.NaN : violations;
    findings.add(Metric.limited("redLight.count", count, "1", Limit.never(), Owner.PLANNING));
    findings.add(Metric.free(
        "redLight.stopLinesCrossed",
        lines.isEmpty() ? Double.NaN : crossings,
        "1",
        Owner.PLANNING,
        Metric.Better.NEITHER));
    events.events().forEach(findings::add);
  }

  /** When red lights were crossed. */
  public List<Long> violationsNs() {
    return List.copyOf(violationsNs);
  }

  private void cross(StopLine line, long timeNs) {
    crossings++;
    SortedMap<String, String> redWays = new TreeMap<>();
    line.lights().forEach((way, lights) -> {
      if (phases.areRed(lights)) {
        redWays.put(way, detail(lights, timeNs));
      }
    });
    if (redWays.containsKey(StopLine.EVERY_WAY)
        || (!redWays.isEmpty() && redWays.keySet().containsAll(waysOn(line)))) {
      violate(timeNs, redWays.get(redWays.firstKey()));
    } else if (!redWays.isEmpty()) {
      open.add(new Crossing(timeNs, line, redWays));
    }
  }

  private List<String> waysOn(StopLine line) {
    return map.findLane(line.laneId()).map(LaneSegment::successors).orElse(List.of());
  }

  private String detail(List<String> lights, long timeNs) {
    return String.format(
        Locale.ROOT,
        "crossed the stop line of light %s, red for %.1f s%s",
        String.join(",", lights),
        phases.redForS(lights, timeNs),
        phases.isDilemma(lights) ? " (dilemma)" : "");
  }

  private void violate(long timeNs, @Nullable String detail) {
    violations++;
    violationsNs.add(timeNs);
    events.add(new KeyEvent(
        timeNs, KeyEvent.Severity.HARD, "red-light", detail == null ? "red light" : detail));
  }
}
