package io.camber.evaluation.image;

import io.camber.geometry.ImageBox;
import io.camber.scene.RoadUserKind;

/**
 * Who an image truly shows.
 *
 * @param box around the pixels that show it
 * @param rangeM distance from the camera
 * @param counts whether it must be found: somebody small or mostly hidden may be found or not
 */
public record ImageTruth(RoadUserKind kind, ImageBox box, double rangeM, boolean counts) {}
