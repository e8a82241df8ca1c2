package io.camber.evaluation.manoeuvre;

import io.camber.evaluation.forecast.Mode;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.statistics.Samples;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Whether changes of lane and turns of vehicles are foreseen for the next three seconds, by forecasts of one message a second, and
 * since how long a manoeuvre had more than half of the probability when the lane's edge was crossed or the heading had turned by 10
 * degrees. Owned by one thread.
 */
public final class ManoeuvreScore {
  private static final long HORIZON_NS = 3_000_000_000L;
  private static final long STEP_NS = 100_000_000L;
  private static final long HALF_STEP_NS = 500_000_000L;
  private static final double ONSET = Math.toRadians(10.0);
  private static final double LIKELY = 0.5;

  /** The same manoeuvre is seen by up to three of the forecasts that are asked. */
  private static final long SAME_NS = 2_000_000_000L;

  private final ManoeuvreTeller teller;
  private final Map<String, Deque<Foretold>> kept = new LinkedHashMap<>();
  private final Map<String, Long> lastOnsetNs = new LinkedHashMap<>();
  private final Map<Manoeuvre, Map<Manoeuvre, Integer>> confusion = new EnumMap<>(Manoeuvre.class);
  private final Samples leadsS = new Samples();
  private int manoeuvres;

  public ManoeuvreScore(RoadMap map) {
    this.teller = new ManoeuvreTeller(map);
  }

  /** Takes in a forecast of a vehicle, of modes at half seconds that go three seconds at least. */
  public void add(long timeNs, String actor, Pose2 start, List<Mode> modes) {
    Deque<Foretold> own = kept.computeIfAbsent(actor, unseen -> new ArrayDeque<>());
    own.addLast(new Foretold(timeNs, start, modes));
    while (own.getFirst().timeNs() < timeNs - 2 * HORIZON_NS) {
      own.removeFirst();
    }
  }

  /**
   * Scores the forecast that was made of an actor at that time, now that three seconds of it are known.
   *
   * @param way where it was; null where that is not known
   */
  public void score(long timeNs, String actor, LongFunction<@Nullable Vec2> way) {
    Foretold foretold = find(actor, timeNs);
    LaneSegment lane = foretold == null ? null : teller.lane(foretold.start());
    Vec2 middle = way.apply(timeNs + HORIZON_NS / 2);
    Vec2 before = way.apply(timeNs + HORIZON_NS - HALF_STEP_NS);
    Vec2 end = way.apply(timeNs + HORIZON_NS);
    if (foretold == null || lane == null || middle == null || before == null || end == null) {
      return;
    }
    Manoeuvre done = teller.between(foretold.start(), lane, middle, before, end);
    Manoeuvre likeliest = likeliest(foretold.probabilities(teller, lane));
    if (done == null || likeliest == null) {
      return;
    }
    confusion
        .computeIfAbsent(done, unseen -> new EnumMap<>(Manoeuvre.class))
        .merge(likeliest, 1, Integer::sum);
    if (done != Manoeuvre.KEEP) {
      onset(foretold, lane, done, actor, way);
    }
  }

  private @Nullable Foretold find(String actor, long timeNs) {
    for (Foretold each : kept.getOrDefault(actor, new ArrayDeque<>())) {
      if (each.timeNs() == timeNs) {
        return each;
      }
    }
    return null;
  }

  private static @Nullable Manoeuvre likeliest(Map<Manoeuvre, Double> probabilities) {
    Manoeuvre best = null;
    double most = 0.0;
    for (Map.Entry<Manoeuvre, Double> each : probabilities.entrySet()) {
      if (each.getValue() > most) {
        most = each.getValue();
        best = each.getKey();
      }
    }
    return best;
  }

  private void onset(
      Foretold asked,
      LaneSegment lane,
      Manoeuvre done,
      String actor,
      LongFunction<@Nullable Vec2> way) {
    for (long at = asked.timeNs() + STEP_NS; at <= asked.timeNs() + HORIZON_NS; at += STEP_NS) {
      Vec2 before = way.apply(Math.max(asked.timeNs(), at - HALF_STEP_NS));
      Vec2 now = way.apply(at);
      if (before == null || now == null) {
        return;
      }
      boolean began = done.isTurn()
          ? Math.abs(ManoeuvreTeller.turned(asked.start(), before, now)) > ONSET
          : teller.hasLeft(lane, now);
      if (began) {
        Long last = lastOnsetNs.get(actor);
        if (last == null || at - last > SAME_NS) {
          manoeuvres++;
          recognised(actor, done, at - STEP_NS);
        }
        lastOnsetNs.put(actor, at);
        return;
      }
    }
  }

  /** How long the forecasts up to the last tenth of a second before the onset had said so on end. */
  private void recognised(String actor, Manoeuvre done, long onsetNs) {
    double leadS = 0.0;
    for (Foretold each : kept.getOrDefault(actor, new ArrayDeque<>())) {
      if (each.timeNs() > onsetNs) {
        break;
      }
      LaneSegment lane = teller.lane(each.start());
      boolean isLikely =
          lane != null && each.probabilities(teller, lane).getOrDefault(done, 0.0) > LIKELY;
      leadS = !isLikely ? 0.0 : leadS > 0.0 ? leadS : (onsetNs - each.timeNs()) * 1e-9;
    }
    if (leadS > 0.0) {
      leadsS.add(leadS);
    }
  }

  /** Adds metrics. */
  public void report(Findings findings) {
    int all = 0;
    int right = 0;
    int moved = 0;
    int movedRight = 0;
    for (Map.Entry<Manoeuvre, Map<Manoeuvre, Integer>> row : confusion.entrySet()) {
      Manoeuvre done = row.getKey();
      for (Map.Entry<Manoeuvre, Integer> cell : row.getValue().entrySet()) {
        Manoeuvre told = cell.getKey();
        int count = cell.getValue();
        all += count;
        right += done == told ? count : 0;
        moved += done == Manoeuvre.KEEP ? 0 : count;
        movedRight += done == told && done != Manoeuvre.KEEP ? count : 0;
        String pair = done.label() + "." + told.label();
        findings.add(Metric.free(
            "prediction.manoeuvre.confusion." + pair,
            count,
            "1",
            Owner.PREDICTION,
            Metric.Better.NEITHER));
      }
    }
    String none = "no vehicle on a known lane had a forecast of 3 s that came to its end";
    String kept = all == 0 ? none : "no vehicle changed lanes or turned";
    higher(findings, "accuracy.3s", share(right, all), "1", none);
    higher(findings, "accuracyMoved.3s", share(movedRight, moved), "1", kept);
    higher(findings, "recognisedShare", share(leadsS.size(), manoeuvres), "1", kept);
    String unseen = manoeuvres == 0 ? kept : "no manoeuvre was foreseen";
    higher(findings, "leadTime.mean", leadsS.mean(), "s", unseen);
    higher(findings, "leadTime.min", leadsS.min(), "s", unseen);
  }

  private static double share(int part, int all) {
    return all == 0 ? Double.NaN : (double) part / all;
  }

  private static void higher(
      Findings findings, String name, double value, String unit, String reason) {
    findings.add(Metric.free(
            "prediction.manoeuvre." + name, value, unit, Owner.PREDICTION, Metric.Better.HIGHER)
        .because(reason));
  }
}
