package io.camber.evaluation.responsibility;

import io.camber.evaluation.situation.Neighbour;
import org.jspecify.annotations.Nullable;

/**
 * How the ego and another stand to each other at one instant.
 *
 * @param gapAlongM bumper to bumper along the ego's lane, negative beside each other
 * @param gapAcrossM between the sides, negative in line
 * @param safeAlongM what RSS asks for along the lane
 * @param safeAcrossM what it asks for across
 * @param egoNearerMps speed across of the ego, positive towards the other
 * @param otherNearerMps speed across of the other, positive towards the ego
 * @param crossing where their ways cross; null for two who share a road
 */
record Standing(
    Neighbour ego,
    Neighbour other,
    double gapAlongM,
    double gapAcrossM,
    double safeAlongM,
    double safeAcrossM,
    double egoNearerMps,
    double otherNearerMps,
    @Nullable Crossing crossing,
    double limitMps) {

  /** @param crosses true when the ways of both cross */
  static Standing of(Neighbour ego, Neighbour other, boolean crosses, double limitMps) {
    double side = other.d() > ego.d() ? 1.0 : -1.0;
    double egoNearer = side * ego.leftMps();
    double otherNearer = -side * other.leftMps();
    return new Standing(
        ego,
        other,
        Math.abs(other.s() - ego.s()) - ego.halfAlongM() - other.halfAlongM(),
        Math.abs(other.d() - ego.d()) - ego.halfAcrossM() - other.halfAcrossM(),
        safeAlongM(ego, other, limitMps),
        RssDistances.besideM(
            egoNearer, RssDistances.EGO_RESPONSE_S, otherNearer, RssDistances.OTHER_RESPONSE_S),
        egoNearer,
        otherNearer,
        crosses ? Crossing.of(ego, other) : null,
        limitMps);
  }

  private static double safeAlongM(Neighbour ego, Neighbour other, double limitMps) {
    double egoMps = Math.max(0.0, ego.alongMps());
    boolean otherIsAhead = other.s() > ego.s();
    if (StrictMath.cos(other.turn()) < 0.0) {
      double otherMps = Math.max(0.0, -other.alongMps());
      return otherIsAhead ? RssDistances.towardsM(egoMps, otherMps, limitMps) : 0.0;
    }
    double otherMps = Math.max(0.0, other.alongMps());
    return otherIsAhead
        ? RssDistances.behindM(egoMps, RssDistances.EGO_RESPONSE_S, otherMps, limitMps)
        : RssDistances.behindM(otherMps, RssDistances.OTHER_RESPONSE_S, egoMps, limitMps);
  }

  boolean isUnsafeAlong() {
    return gapAlongM < safeAlongM;
  }

  boolean isUnsafeAcross() {
    return gapAcrossM < safeAcrossM;
  }

  boolean isDangerous() {
    return crossing == null ? isUnsafeAlong() && isUnsafeAcross() : crossingMarginM() < 0.0;
  }

  /** True for who goes the same way. */
  boolean isSameWay() {
    return StrictMath.cos(other.turn()) > 0.0;
  }

  /** True for who goes the same way before or behind the ego and overlaps it across: room across is not what they keep. */
  boolean isInLine() {
    return isSameWay() && gapAlongM >= 0.0 && gapAcrossM < 0.0;
  }

  /** True when the other is ahead. */
  boolean egoIsBehind() {
    return other.s() > ego.s();
  }

  /** Room across beyond what is safe; infinite where the distance along the lane is. */
  double besideMarginM() {
    return isUnsafeAlong() ? gapAcrossM - safeAcrossM : Double.POSITIVE_INFINITY;
  }

  /** Way left when the better placed has stopped; infinite when they do not meet. */
  double crossingMarginM() {
    return isMeeting() ? Math.max(egoMarginM(), otherMarginM()) : Double.POSITIVE_INFINITY;
  }

  boolean isMeeting() {
    return crossing != null
        && crossing.meets(ego.actor().speedMps(), other.actor().speedMps());
  }

  /** Way to the common ground that is left when the ego has stopped. */
  double egoMarginM() {
    return crossing == null
        ? Double.POSITIVE_INFINITY
        : crossing.egoMarginM(ego.actor().speedMps(), limitMps);
  }

  private double otherMarginM() {
    return crossing == null
        ? Double.POSITIVE_INFINITY
        : crossing.otherMarginM(other.actor().speedMps(), limitMps);
  }

  /** True when the ego has at least as much way left to stop before the common ground as the other. */
  boolean egoIsBetterPlaced() {
    return egoMarginM() >= otherMarginM();
  }
}
