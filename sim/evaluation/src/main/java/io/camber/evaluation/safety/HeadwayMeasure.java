package io.camber.evaluation.safety;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.Lead;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.Neighbour;
import io.camber.evaluation.situation.RoadView;
import io.camber.evaluation.situation.Situation;
import io.camber.evaluation.statistics.Samples;
import java.util.Set;

/** Clearance, time gap and required deceleration towards the actor ahead on the ego's lane. */
public final class HeadwayMeasure implements Measure {
  /** Below it a time gap means nothing. */
  private static final double SPEED_MPS_MIN = 1.0;

  /** Sideways, the bound of nuPlan's comfort. */
  private static final double LATERAL_MPS2_MAX = 4.89;

  private static final String NO_THREAT = "nobody ahead was on a course to be hit within 2.9 s";

  private final Set<String> excluded;
  private final Samples timeGaps = new Samples();
  private final Samples clearances = new Samples();
  private final Samples requiredDecels = new Samples();
  private final Samples threats = new Samples();
  private final Samples steering = new Samples();
  private final double decelMps2Max;

  /**
   * @param excluded names of actors already hit; a live view
   * @param decelMps2Max what the ego can brake with
   */
  public HeadwayMeasure(Set<String> excluded, double decelMps2Max) {
    this.excluded = excluded;
    this.decelMps2Max = decelMps2Max;
  }

  @Override
  public void update(Situation situation, TimeSeries series) {
    if (situation.lead().isEmpty()
        || excluded.contains(situation.lead().get().actor().name())) {
      return;
    }
    Lead lead = situation.lead().get();
    clearances.add(lead.clearanceM());
    series.put("clearance", lead.clearanceM());
    if (situation.speedMps() >= SPEED_MPS_MIN) {
      timeGaps.add(lead.clearanceM() / situation.speedMps());
      series.put("timeGap", lead.clearanceM() / situation.speedMps());
    }
    double closing = situation.speedMps() - lead.speedMps();
    if (closing > 0.0 && lead.clearanceM() > 0.0) {
      requiredDecels.add(closing * closing / (2.0 * lead.clearanceM()));
      if (isMet(situation, lead)) {
        threats.add(closing * closing / (2.0 * lead.clearanceM()) / decelMps2Max);
        situation.view().ifPresent(view -> steerClear(view, lead, lead.clearanceM() / closing));
      }
    }
  }

  /** True when the ego, straight on as it heads now, would touch it within 2.9 s: who is passed is no threat. */
  private static boolean isMet(Situation situation, Lead lead) {
    return Double.isFinite(TtcMeasure.timeToCollisionS(
        situation.footprint(),
        situation.speedMps(),
        lead.actor().footprint(),
        lead.actor().speedMps()));
  }

  /** The sideways acceleration with which the ego, from no speed across, is past the lead's nearer side by then. */
  private void steerClear(RoadView view, Lead lead, double timeS) {
    for (int i = 0; i < view.neighbours().size(); i++) {
      Neighbour other = view.neighbours().get(i);
      if (other.actor().name().equals(lead.actor().name())) {
        double room = view.ego().halfAcrossM() + other.halfAcrossM();
        double way = Math.max(0.0, room - Math.abs(other.d() - view.ego().d()));
        steering.add(2.0 * way / (timeS * timeS));
      }
    }
  }

  @Override
  public void report(Findings findings) {
    findings.add(Metric.free(
        "following.timeGapMin", timeGaps.min(), "s", Owner.PLANNING, Metric.Better.HIGHER));
    findings.add(Metric.free(
        "following.clearanceMin", clearances.min(), "m", Owner.PLANNING, Metric.Better.HIGHER));
    findings.add(Metric.free(
        "following.requiredDecelMax",
        requiredDecels.max(),
        "m/s2",
        Owner.PLANNING,
        Metric.Better.LOWER));
    findings.add(Metric.free(
            "following.brakeThreatMax", threats.max(), "1", Owner.PLANNING, Metric.Better.LOWER)
        .because(NO_THREAT));
    findings.add(Metric.free(
            "following.steerThreatMax",
            steering.max() / LATERAL_MPS2_MAX,
            "1",
            Owner.PLANNING,
            Metric.Better.LOWER)
        .because(NO_THREAT));
  }
}
