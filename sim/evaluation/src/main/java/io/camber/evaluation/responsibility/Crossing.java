package io.camber.evaluation.responsibility;

import io.camber.evaluation.situation.Neighbour;

/**
 * Where another's straight way crosses the ego's lane: metres that either has to go until its bumper enters the ground that both
 * would cover and until its rear has left it.
 */
record Crossing(double egoEnterM, double egoLeaveM, double otherEnterM, double otherLeaveM) {

  /** As both head now; the other must not head along the lane. */
  static Crossing of(Neighbour ego, Neighbour other) {
    double sin = StrictMath.sin(other.turn());
    double cos = Math.abs(StrictMath.cos(other.turn()));
    double across = Math.abs(sin);
    double width = other.actor().size().widthM() / 2.0;
    double length = other.actor().size().lengthM() / 2.0;
    double otherWay = (ego.d() - other.d()) / sin;
    double egoWay = other.s() + otherWay * StrictMath.cos(other.turn()) - ego.s();
    double otherHalf = (ego.halfAcrossM() + width * cos) / across + length;
    double egoHalf = (width + ego.halfAcrossM() * cos) / across + ego.halfAlongM();
    return new Crossing(
        egoWay - egoHalf, egoWay + egoHalf, otherWay - otherHalf, otherWay + otherHalf);
  }

  /**
   * True when both would be on the common ground at the same time if they kept their speeds. Who stands on it stays there; who
   * stands before it never comes.
   */
  boolean meets(double egoMps, double otherMps) {
    double egoEnterS = timeS(egoEnterM, egoMps);
    double otherEnterS = timeS(otherEnterM, otherMps);
    boolean isOver = egoLeaveM < 0.0 || otherLeaveM < 0.0;
    if (isOver || Double.isInfinite(egoEnterS) || Double.isInfinite(otherEnterS)) {
      return false;
    }
    return egoEnterS <= timeS(otherLeaveM, otherMps) && otherEnterS <= timeS(egoLeaveM, egoMps);
  }

  private static double timeS(double wayM, double speedMps) {
    return wayM <= 0.0 ? 0.0 : speedMps > 0.0 ? wayM / speedMps : Double.POSITIVE_INFINITY;
  }

  /** How much of the way to the common ground the ego has left when it has stopped; negative when it cannot. */
  double egoMarginM(double speedMps, double limitMps) {
    return egoEnterM - RssDistances.stoppingM(speedMps, RssDistances.EGO_RESPONSE_S, limitMps);
  }

  /** The same of the other. */
  double otherMarginM(double speedMps, double limitMps) {
    return otherEnterM - RssDistances.stoppingM(speedMps, RssDistances.OTHER_RESPONSE_S, limitMps);
  }
}
