package io.camber.jury.image;

import io.camber.geometry.ImageBox;
import io.camber.scene.Track;

/**
 * Where a track's box is in an image.
 *
 * @param box also beyond the edges of the image
 * @param depthM from the camera to the middle of the track
 */
public record TrackView(Track track, ImageBox box, double depthM) {}
