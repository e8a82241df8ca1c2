/**
 * Scores of object detection as the nuScenes benchmark defines them: average precision by centre distance, errors of what was
 * found. Main type: {@link io.camber.evaluation.detection.DetectionLog}.
 */
@NullMarked
package io.camber.evaluation.detection;

import org.jspecify.annotations.NullMarked;
