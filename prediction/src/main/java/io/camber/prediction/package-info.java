/**
 * What other road users will do next: several modes each, with probabilities. Main type:
 * {@link io.camber.prediction.Predictor}; the rule-based one is in {@code .lanefollow}. Knows nothing of the ego's intentions.
 */
@NullMarked
package io.camber.prediction;

import org.jspecify.annotations.NullMarked;
