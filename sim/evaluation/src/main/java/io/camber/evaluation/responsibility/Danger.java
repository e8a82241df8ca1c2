package io.camber.evaluation.responsibility;

import io.camber.evaluation.situation.LaneContact;
import org.jspecify.annotations.Nullable;

/**
 * Who brought a danger about (Shalev-Shwartz, Shammah, Shashua 2017, blame time and proper response). Whichever distance became
 * unsafe last tells: across, it was who came nearer across; along the lane, who was behind, or of two who head towards each other
 * who was not in its lane; where ways cross, who could still have stopped the instant before. Owned by one thread.
 */
final class Danger {
  private static final double RESPONSE_NS = RssDistances.EGO_RESPONSE_S * 1e9;
  private static final double STANDING_MPS = 0.05;

  private @Nullable Standing before;
  private long beforeNs;
  private long sinceNs;
  private boolean isAcross;
  private boolean isAnswered;
  private @Nullable Doing by;

  /** Time of the newest instant. */
  long timeNs() {
    return beforeNs;
  }

  /**
   * Takes in the next instant of the same two.
   *
   * @return whose doing it is; null when there is no danger
   */
  @Nullable
  Doing update(long timeNs, Standing now, LaneContact lane) {
    Standing last = before;
    long lastNs = beforeNs;
    before = now;
    beforeNs = timeNs;
    if (!now.isDangerous()) {
      by = null;
      return null;
    }
    Doing doing = by;
    if (doing == null) {
      isAcross = now.crossing() == null
          && (last == null ? !now.isInLine() : last.isUnsafeAlong() && !last.isUnsafeAcross());
      doing = last == null ? Doing.GIVEN : began(last, now, lane);
      by = doing;
      sinceNs = timeNs;
    }
    isAnswered = timeNs - sinceNs < RESPONSE_NS
        || answers(last == null ? now : last, now, (timeNs - lastNs) * 1e-9);
    return doing == Doing.EGO && isAnswered ? Doing.ANSWERED : doing;
  }

  /** True in a danger that the ego ought to answer by now and does not, whoever began it. */
  boolean isUnanswered() {
    return by != null && !isAnswered;
  }

  private Doing began(Standing last, Standing now, LaneContact lane) {
    if (now.crossing() != null) {
      return byEgo(crossedByEgo(last, now));
    }
    if (isAcross) {
      return byEgo(now.egoNearerMps() > now.otherNearerMps());
    }
    return now.isSameWay()
        ? byEgo(now.egoIsBehind())
        : byEgo(lane.againstLane() || !lane.withinOneLane());
  }

  private static Doing byEgo(boolean isEgo) {
    return isEgo ? Doing.EGO : Doing.OTHER;
  }

  /** Who could have stopped, or, of two who would have passed each other, who now accelerates more in either direction. */
  private static boolean crossedByEgo(Standing last, Standing now) {
    return last.isMeeting()
        ? last.egoIsBetterPlaced()
        : Math.abs(now.ego().actor().speedMps() - last.ego().actor().speedMps())
            > Math.abs(now.other().actor().speedMps() - last.other().actor().speedMps());
  }

  private boolean answers(Standing last, Standing now, double seconds) {
    boolean isFollowed = now.crossing() == null && now.isSameWay() && !now.egoIsBehind();
    boolean brakes = !isFollowed && brakes(now);
    if (!isAcross) {
      return isFollowed || brakes;
    }
    if (now.isInLine()) {
      return isFollowed ? by != Doing.EGO : brakes;
    }
    double nearer = now.egoNearerMps();
    return brakes
        || nearer <= 0.0
        || last.egoNearerMps() - nearer >= RssDistances.ACROSS_BRAKE_MPS2 * seconds;
  }

  private static boolean brakes(Standing now) {
    double least = now.crossing() != null || now.isSameWay()
        ? RssDistances.BRAKE_MPS2_MIN
        : RssDistances.BRAKE_MPS2_MIN_CORRECT;
    return now.ego().actor().accelMps2() <= -least || now.ego().actor().speedMps() <= STANDING_MPS;
  }
}
