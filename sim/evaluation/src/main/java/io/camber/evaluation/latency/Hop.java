package io.camber.evaluation.latency;

/**
 * One leg of the way from a sensor to the actuators.
 *
 * @param to topic whose publication ends the leg; of the first leg, the exposure, the sensor's own
 * @param meanS mean duration over all actuations
 * @param computeS of that, the declared time of the node that published; NaN when nothing is declared
 */
public record Hop(String to, double meanS, double computeS) {
  /** Until the node was called, and how long what it last said was held; NaN when that cannot be told from computing. */
  public double waitS() {
    return meanS - computeS;
  }
}
