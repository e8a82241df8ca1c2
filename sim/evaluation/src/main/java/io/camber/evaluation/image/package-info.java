/**
 * Two-dimensional detections of cameras against the boxes that the images truly show. Start at
 * {@link io.camber.evaluation.image.ImageDetectionMeasure}; the counting is in
 * {@link io.camber.evaluation.image.ImageDetectionLog}.
 */
@NullMarked
package io.camber.evaluation.image;

import org.jspecify.annotations.NullMarked;
