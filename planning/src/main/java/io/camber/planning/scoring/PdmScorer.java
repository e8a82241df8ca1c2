package io.camber.planning.scoring;

import io.camber.planning.forecast.ActorMode;
import io.camber.planning.forecast.PlanGrid;
import io.camber.planning.proposal.Profile;
import io.camber.planning.proposal.Proposal;
import io.camber.planning.proposal.Situation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scores proposals as PDM-Closed does (Dauner et al. 2023, section 3): each is simulated for four seconds with a kinematic bicycle;
 * whether it hits somebody by its own fault, leaves the road or lacks time to collision multiplies or weighs what progress and comfort
 * give. Others go straight on.
 */
public final class PdmScorer {
  /** Steps that are scored: four seconds. */
  private static final int STEPS = 41;

  /** Looks ahead for the time to collision, in grid steps: 0.3, 0.6 and 0.9 s. */
  private static final int[] TTC_STEPS = {3, 6, 9};

  private static final double PROGRESS = 5.0;
  private static final double TTC = 5.0;
  private static final double COMFORT = 2.0;

  /** Bounds of nuPlan's comfort. */
  private static final double ACCEL_MPS2_MIN = -4.05;

  private static final double ACCEL_MPS2_MAX = 2.40;
  private static final double JERK_MPS3_MAX = 4.13;

  private static final double STANDING_MPS = 0.05;

  /** From this angle on somebody is behind: 150 degrees. */
  private static final double BEHIND_COS = -0.866;

  private final Rollout rollout = new Rollout();

  /** One proposal, and when it would hit somebody by its own fault; positive infinity for never. */
  public record Scored(Proposal proposal, double score, double contactS) {}

  private record Draft(
      Proposal proposal, double safe, double wayM, double ttc, double comfort, double contactS) {}

  /** The best of them. */
  public Scored best(List<Proposal> proposals, Situation situation) {
    List<Draft> drafts = new ArrayList<>();
    double farthest = 1.0;
    for (Proposal proposal : proposals) {
      Draft draft = simulate(proposal, situation);
      drafts.add(draft);
      farthest = draft.safe() > 0.0 ? Math.max(farthest, draft.wayM()) : farthest;
    }
    @Nullable Scored best = null;
    for (Draft draft : drafts) {
      double sum = PROGRESS * Math.min(1.0, draft.wayM() / farthest)
          + TTC * draft.ttc()
          + COMFORT * draft.comfort();
      double score = draft.safe() * sum / (PROGRESS + TTC + COMFORT);
      if (best == null || score > best.score()) {
        best = new Scored(draft.proposal(), score, draft.contactS());
      }
    }
    if (best == null) {
      throw new IllegalArgumentException("proposals=[] leaves nothing to choose from");
    }
    return best;
  }

  private Draft simulate(Proposal proposal, Situation situation) {
    rollout.simulate(proposal, situation.start(), situation.vehicle());
    double contactS = Double.POSITIVE_INFINITY;
    double ttc = 1.0;
    for (int k = 0; k < STEPS && contactS == Double.POSITIVE_INFINITY; k++) {
      for (ActorMode mode : situation.forecast().modes()) {
        boolean ahead = rollout.speedMps(k) > STANDING_MPS && !isBehind(k, mode);
        if (ahead && touches(situation, k, 0.0, mode, k)) {
          contactS = k * PlanGrid.STEP_S;
          break;
        }
        if (ahead && ttc > 0.0 && isShort(situation, k, mode)) {
          ttc = 0.0;
        }
      }
    }
    double safe = contactS < Double.POSITIVE_INFINITY || !keepsRoad(situation) ? 0.0 : 1.0;
    double way = proposal.profile().arc(STEPS - 1);
    return new Draft(proposal, safe, way, ttc, comfort(proposal.profile()), contactS);
  }

  private boolean isShort(Situation situation, int k, ActorMode mode) {
    for (int ahead : TTC_STEPS) {
      double forward = rollout.speedMps(k) * ahead * PlanGrid.STEP_S;
      if (touches(situation, k, forward, mode, k + ahead)) {
        return true;
      }
    }
    return false;
  }

  private boolean isBehind(int k, ActorMode mode) {
    double dx = mode.x(k) - rollout.x(k);
    double dy = mode.y(k) - rollout.y(k);
    double distance = Math.sqrt(dx * dx + dy * dy);
    return rollout.cos(k) * dx + rollout.sin(k) * dy < BEHIND_COS * distance;
  }

  /** Boxes by the separating axis theorem, the ego moved forward along its heading. */
  private boolean touches(Situation situation, int k, double forward, ActorMode mode, int m) {
    double c = rollout.cos(k);
    double s = rollout.sin(k);
    double dx = mode.x(m) - rollout.x(k) - forward * c;
    double dy = mode.y(m) - rollout.y(k) - forward * s;
    double oc = mode.cos(m);
    double os = mode.sin(m);
    double along = Math.abs(c * oc + s * os);
    double across = Math.abs(c * os - s * oc);
    double length = situation.vehicle().lengthM() / 2.0;
    double width = situation.vehicle().widthM() / 2.0;
    double ol = mode.halfLength();
    double ow = mode.halfWidth();
    return Math.abs(c * dx + s * dy) <= length + ol * along + ow * across
        && Math.abs(-s * dx + c * dy) <= width + ol * across + ow * along
        && Math.abs(oc * dx + os * dy) <= ol + length * along + width * across
        && Math.abs(-os * dx + oc * dy) <= ow + length * across + width * along;
  }

  private boolean keepsRoad(Situation situation) {
    double length = situation.vehicle().lengthM() / 2.0;
    double width = situation.vehicle().widthM() / 2.0;
    for (int k = 4; k < STEPS; k += 4) {
      for (int corner = 0; corner < 4; corner++) {
        double along = (corner & 1) == 0 ? length : -length;
        double left = (corner & 2) == 0 ? width : -width;
        double x = rollout.x(k) + along * rollout.cos(k) - left * rollout.sin(k);
        double y = rollout.y(k) + along * rollout.sin(k) + left * rollout.cos(k);
        if (!situation.road().isDrivable(x, y)) {
          return false;
        }
      }
    }
    return true;
  }

  private static double comfort(Profile profile) {
    for (int k = 1; k < STEPS; k++) {
      double a = profile.accelMps2(k);
      double jerk = Math.abs(a - profile.accelMps2(k - 1)) / PlanGrid.STEP_S;
      // the first step jumps from the measured acceleration to the model's
      if (a < ACCEL_MPS2_MIN || a > ACCEL_MPS2_MAX || (k > 1 && jerk > JERK_MPS3_MAX)) {
        return 0.0;
      }
    }
    return 1.0;
  }
}
