/** Prediction on the bus: {@link io.camber.prediction.node.PredictionNode} adapts any predictor. */
@NullMarked
package io.camber.prediction.node;

import org.jspecify.annotations.NullMarked;
