/**
 * Prediction by rules: cars follow lanes or change them, people walk on or stop. Main type:
 * {@link io.camber.prediction.lanefollow.LaneFollowPredictor}.
 */
@NullMarked
package io.camber.prediction.lanefollow;

import org.jspecify.annotations.NullMarked;
