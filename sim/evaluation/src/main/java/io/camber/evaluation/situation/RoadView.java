package io.camber.evaluation.situation;

import java.util.List;

/**
 * The ego and those around it in coordinates of the path ahead.
 *
 * @param ego the ego itself
 * @param neighbours all others within 150 m, in scenario order; who is before the start of the path or past its end has the
 *     station of that end
 * @param lengthM of the path, which starts with the ego's lane
 */
public record RoadView(Neighbour ego, List<Neighbour> neighbours, double lengthM) {
  public RoadView {
    neighbours = List.copyOf(neighbours);
  }

  /** True when the path goes by there, not only towards it. */
  public boolean isAlong(Neighbour neighbour) {
    return neighbour.s() > 0.0 && neighbour.s() < lengthM;
  }
}
