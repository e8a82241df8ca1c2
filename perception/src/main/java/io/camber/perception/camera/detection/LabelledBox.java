package io.camber.perception.camera.detection;

import io.camber.geometry.ImageBox;
import io.camber.scene.RoadUserKind;

/**
 * Who truly is in an image.
 *
 * @param box around the pixels that show it
 * @param heightM of the body in the world
 * @param isWhole whether most of it shows: others are neither examples nor counterexamples
 */
public record LabelledBox(RoadUserKind kind, ImageBox box, double heightM, boolean isWhole) {}
