package io.camber.evaluation.intervention;

import io.camber.evaluation.responsibility.RssDistances;
import io.camber.evaluation.situation.Lead;
import io.camber.evaluation.situation.Situation;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Trigger T4 for the car ahead: nearer than the longitudinal safe distance of Responsibility-Sensitive Safety with the default
 * parameters of ad-rss-lib, by the ego's own doing, and without the proper response for more than half a second. A car that
 * cut in less than the response time ago is not the ego's doing.
 *
 * <p>Reported but not a reason to fail: the defaults ask for more than 2 s of gap at 20 m/s even at the speed limit, which few keep.
 */
final class SafeDistance {
  private static final long TOLERATED_NS = 500_000_000L;

  private final Set<String> touched;
  private String leadName = "";
  private long leadSinceNs;
  private long dangerSinceNs = -1;

  /** @param touched actors already hit; a live view */
  SafeDistance(Set<String> touched) {
    this.touched = touched;
  }

  /** What the safety driver would say, when the condition has held long enough. */
  Optional<String> update(Situation situation) {
    Lead lead = situation.lead().orElse(null);
    if (lead == null || touched.contains(lead.actor().name())) {
      leadName = "";
      dangerSinceNs = -1;
      return Optional.empty();
    }
    if (!lead.actor().name().equals(leadName)) {
      leadName = lead.actor().name();
      leadSinceNs = situation.timeNs();
    }
    double safe = toM(lead, situation);
    boolean settled = situation.timeNs() - leadSinceNs > RssDistances.EGO_RESPONSE_S * 1e9;
    boolean responds = situation.ego().accelMps2() <= -RssDistances.BRAKE_MPS2_MIN;
    if (lead.clearanceM() >= safe || !settled || responds) {
      dangerSinceNs = -1;
      return Optional.empty();
    }
    dangerSinceNs = dangerSinceNs < 0 ? situation.timeNs() : dangerSinceNs;
    return situation.timeNs() - dangerSinceNs > TOLERATED_NS
        ? Optional.of(String.format(
            Locale.ROOT,
            "%.1f m behind %s, safe distance %.1f m",
            lead.clearanceM(),
            leadName,
            safe))
        : Optional.empty();
  }

  /** Bumper to bumper, behind that lead. */
  static double toM(Lead lead, Situation situation) {
    return RssDistances.behindM(
        Math.max(0.0, situation.speedMps()),
        RssDistances.EGO_RESPONSE_S,
        Math.max(0.0, lead.speedMps()),
        situation.lane().speedLimitMps());
  }
}
