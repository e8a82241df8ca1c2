package io.camber.evaluation.responsibility;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.LaneContact;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The dangerous share of the time, parted by whose doing it was; the parts sum to the whole. Where several are dangerous at once the
 * gravest counts. Owned by one thread.
 */
final class Blame {
  private static final String NONE = "the stack never drove on a lane";

  private final Map<String, Danger> dangers = new HashMap<>();
  private final Map<Doing, Integer> instants = new EnumMap<>(Doing.class);
  private int unanswered;
  private LaneContact lane = LaneContact.NONE;
  private long beforeNs = Long.MIN_VALUE;
  private long nowNs = Long.MIN_VALUE;
  private @Nullable Doing gravest;
  private boolean isUnanswered;

  /** Begins an instant. */
  void begin(long timeNs, LaneContact contact) {
    lane = contact;
    beforeNs = nowNs;
    nowNs = timeNs;
    gravest = null;
    isUnanswered = false;
  }

  /** Takes in one of the others; who was not there the instant before is seen for the first time. */
  void add(Standing standing) {
    String name = standing.other().actor().name();
    Danger danger = dangers.get(name);
    if (danger == null || danger.timeNs() != beforeNs) {
      danger = new Danger();
      dangers.put(name, danger);
    }
    Doing doing = danger.update(nowNs, standing, lane);
    if (doing != null && (gravest == null || doing.compareTo(gravest) < 0)) {
      gravest = doing;
    }
    isUnanswered = isUnanswered || danger.isUnanswered();
  }

  /** Ends the instant. */
  void end(TimeSeries series) {
    if (gravest != null) {
      instants.merge(gravest, 1, Integer::sum);
    }
    unanswered += isUnanswered ? 1 : 0;
    series.put("rssDangerByEgo", gravest == Doing.EGO ? 1.0 : 0.0);
    series.put("rssDangerByOther", gravest == Doing.OTHER ? 1.0 : 0.0);
  }

  /** Adds metrics. */
  void report(Findings findings, int all) {
    for (Doing doing : Doing.values()) {
      Metric.Better better = doing == Doing.EGO ? Metric.Better.LOWER : Metric.Better.NEITHER;
      add(
          findings,
          "rss.dangerousShare." + doing.label(),
          instants.getOrDefault(doing, 0),
          all,
          better);
    }
    add(findings, "rss.unansweredShare", unanswered, all, Metric.Better.LOWER);
  }

  private static void add(
      Findings findings, String name, int count, int all, Metric.Better better) {
    double share = all == 0 ? Double.NaN : (double) count / all;
    findings.add(Metric.free(name, share, "1", Owner.PLANNING, better).because(NONE));
  }
}
