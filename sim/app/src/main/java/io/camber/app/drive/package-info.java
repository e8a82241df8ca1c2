/**
 * Recorded drives through our nodes' algorithms: {@code LogPerception} feeds localization, lidar detection and tracking from a
 * log, {@code TrackScore} and {@code PoseScore} hold what comes out against the truth in the log.
 */
@NullMarked
package io.camber.app.drive;

import org.jspecify.annotations.NullMarked;
