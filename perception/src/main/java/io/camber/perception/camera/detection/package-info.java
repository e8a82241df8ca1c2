/**
 * Road users in single camera images: integral channels of colour and gradient, windows where the ground and the camera's mounting
 * allow a body, a boosted cascade for each shape of window. Start at
 * {@link io.camber.perception.camera.detection.ObjectDetector}; {@link io.camber.perception.camera.detection.DetectorTraining}
 * makes the cascades from images whose truth is known.
 */
@NullMarked
package io.camber.perception.camera.detection;

import org.jspecify.annotations.NullMarked;
