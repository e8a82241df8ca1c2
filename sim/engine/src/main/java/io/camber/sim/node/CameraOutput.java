package io.camber.sim.node;

import io.camber.truth.CameraLayer;
import java.util.Optional;
import java.util.Set;

/**
 * What a camera publishes beside or instead of plain images.
 *
 * @param isJpeg whether images travel as JPEG files
 * @param cable name of the camera whose cable the images come out of, where somebody has swapped them
 * @param boxes whether boxes of actors are told, as the truth
 * @param layers planes of truth that are told; boxes come with them
 */
public record CameraOutput(
    boolean isJpeg, Optional<String> cable, boolean boxes, Set<CameraLayer> layers) {
  /** Images alone, on the camera's own cable. */
  public static final CameraOutput IMAGES =
      new CameraOutput(false, Optional.empty(), false, Set.of());

  public CameraOutput {
    layers = Set.copyOf(layers);
  }

  /** The same out of another camera's cable. */
  public CameraOutput onCableOf(String other) {
    return new CameraOutput(isJpeg, Optional.of(other), boxes, layers);
  }

  boolean hasTruth() {
    return boxes || !layers.isEmpty();
  }
}
