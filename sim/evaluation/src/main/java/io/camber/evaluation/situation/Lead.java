package io.camber.evaluation.situation;

import io.camber.truth.ActorTruth;

/**
 * The nearest actor ahead on the ego's lane.
 *
 * @param clearanceM bumper to bumper along the lane
 * @param speedMps of the actor along the lane
 */
public record Lead(ActorTruth actor, double clearanceM, double speedMps) {}
