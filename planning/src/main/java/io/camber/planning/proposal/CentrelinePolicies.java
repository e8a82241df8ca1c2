package io.camber.planning.proposal;

import io.camber.planning.forecast.ActorMode;
import io.camber.planning.forecast.PlanGrid;
import io.camber.planning.route.StopPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The proposals of PDM-Closed (Dauner et al. 2023, "Parting with misconceptions about learning-based vehicle motion planning",
 * section 3): five target speeds, shares of what the road allows, times three offsets from the centreline, each driven by the
 * intelligent driver model (Treiber et al. 2000) behind whatever lies in the strip at that instant. Written from the paper.
 */
public final class CentrelinePolicies {
  private static final double[] SHARES = {0.2, 0.4, 0.6, 0.8, 1.0};
  private static final double[] OFFSETS = {-1.0, 0.0, 1.0};

  private static final double GAP_MIN_M = 1.0;
  private static final double HEADWAY_S = 1.5;
  private static final double ACCEL_MPS2 = 1.5;
  private static final double DECEL_MPS2 = 3.0;

  /** Harder the model never brakes, however small the gap. */
  private static final double DECEL_MPS2_MAX = 8.0;

  /** The offset is reached after this long, and over no less than {@link #SHIFT_M_MIN}. */
  private static final double SHIFT_S = 3.0;

  private static final double SHIFT_M_MIN = 10.0;

  /** Room beside the body that counts as the ego's strip. */
  private static final double BESIDE_M = 0.1;

  private static final double HORIZON_S = (PlanGrid.COUNT - 1) * PlanGrid.STEP_S;
  private static final double DT = PlanGrid.STEP_S;

  private CentrelinePolicies() {}

  /** Fifteen proposals, the centreline's in the middle. */
  public static List<Proposal> of(Situation situation) {
    List<Proposal> proposals = new ArrayList<>();
    for (double offset : OFFSETS) {
      LateralPath path = path(situation, offset);
      for (double share : SHARES) {
        Profile profile = follow(situation, path, share);
        String name = String.format(Locale.ROOT, "pdm%+.0f/%.0f", offset, 100.0 * share);
        proposals.add(new Proposal(name, path, profile, 0.0));
      }
    }
    return proposals;
  }

  private static LateralPath path(Situation situation, double offset) {
    StartState start = situation.start();
    double reach = HORIZON_S * Math.max(start.speedMps() + 4.0, situation.setMps()) + 25.0;
    double shift = Math.max(SHIFT_M_MIN, SHIFT_S * start.speedMps());
    return LateralPath.of("pdm", situation.line(), start, offset, shift, reach);
  }

  private static Profile follow(Situation situation, LateralPath path, double share) {
    Profile profile = new Profile();
    double arc = 0.0;
    double v = situation.start().speedMps();
    int cell = 0;
    profile.set(0, arc, v, situation.start().accelMps2());
    for (int k = 1; k < PlanGrid.COUNT; k++) {
      cell = path.cell(arc, cell);
      double limit = situation.line().speedLimitMpsAt(path.stationAt(arc, cell));
      double wanted = share * Math.min(situation.setMps(), limit);
      double a = accel(situation, path, k - 1, arc, v, Math.max(0.1, wanted));
      double next = Math.max(0.0, v + a * DT);
      arc += 0.5 * (v + next) * DT;
      profile.set(k, arc, next, (next - v) / DT);
      v = next;
    }
    return profile;
  }

  private static double accel(
      Situation situation, LateralPath path, int k, double arc, double v, double wanted) {
    double front = arc + situation.vehicle().frontM();
    double a = idm(v, wanted, Double.POSITIVE_INFINITY, 0.0);
    for (StopPoint stop : situation.stops()) {
      double gap = path.sigmaAtStation(stop.s()) - front;
      if (gap > -GAP_MIN_M) {
        a = Math.min(a, idm(v, wanted, gap, 0.0));
      }
    }
    double half = situation.vehicle().widthM() / 2.0 + BESIDE_M;
    for (ActorMode mode : situation.forecast().modes()) {
      double center = path.sigmaAtStation(mode.s(k));
      boolean inStrip =
          Math.abs(mode.d(k) - path.offsetAtStation(mode.s(k))) < half + mode.halfD(k);
      if (inStrip && center > arc) {
        double gap = center - mode.halfS(k) - front;
        a = Math.min(a, idm(v, wanted, gap, Math.max(0.0, mode.alongMps(k))));
      }
    }
    return Math.max(-DECEL_MPS2_MAX, a);
  }

  /** Intelligent driver model, eqs. 2 and 3 of Treiber et al. 2000, with exponent 4. */
  static double idm(double v, double wanted, double gapM, double leaderMps) {
    double ratio = v / wanted;
    double free = 1.0 - ratio * ratio * ratio * ratio;
    double desired = GAP_MIN_M
        + Math.max(
            0.0, v * HEADWAY_S + v * (v - leaderMps) / (2.0 * Math.sqrt(ACCEL_MPS2 * DECEL_MPS2)));
    double near = desired / Math.max(0.1, gapM);
    return ACCEL_MPS2 * (Math.max(-2.0, free) - near * near);
  }
}
