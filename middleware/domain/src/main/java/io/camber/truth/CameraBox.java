package io.camber.truth;

import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.scene.ObjectClass;

/**
 * An actor in a camera's image.
 *
 * @param name its name in the truth
 * @param left first column that shows it, {@code top} first row
 * @param right column behind the last that shows it, {@code bottom} row behind the last
 * @param visiblePixels how many pixels show it: 0 when it is hidden or out of view, and then the columns and rows are 0
 * @param cameraFromBox the middle of its box, x ahead of the camera, y to the left, z up
 */
public record CameraBox(
    String name,
    ObjectClass objectClass,
    int left,
    int top,
    int right,
    int bottom,
    int visiblePixels,
    Pose3 cameraFromBox,
    Size3 size) {
  public CameraBox {
    if (left < 0 || top < 0 || right < left || bottom < top || visiblePixels < 0) {
      throw new IllegalArgumentException("box of " + name + ": left=" + left + ", top=" + top
          + ", right=" + right + ", bottom=" + bottom + ", visiblePixels=" + visiblePixels);
    }
  }
}
