package io.camber.scene;

import io.camber.geometry.ImageBox;
import io.camber.geometry.Numbers;

/**
 * One road user in one camera image.
 *
 * @param probability 0 to 1, that somebody of that kind is there
 */
public record ImageDetection(RoadUserKind kind, ImageBox box, double probability) {
  public ImageDetection {
    Numbers.within("probability", probability, 0.0, 1.0);
  }
}
