package io.camber.perception.camera.detection;

import io.camber.geometry.ImageBox;
import io.camber.sensing.CameraImage;
import java.util.BitSet;
import java.util.List;

/**
 * An image with who is in it. Does not copy the bits, which nobody may change afterwards.
 *
 * @param unnamed pixels of road users without a box, row by row: nothing is learned there
 */
public record LabelledImage(CameraImage image, List<LabelledBox> boxes, BitSet unnamed) {
  /** A rectangle with more unnamed pixels than this share teaches nothing. */
  private static final double UNNAMED_MAX = 0.15;

  private static final double TOUCHES = 0.3;

  public LabelledImage {
    boxes = List.copyOf(boxes);
  }

  /** Whether a window says for sure that there is nobody of that shape. */
  boolean isCounterexample(WindowShape shape, ImageBox body) {
    for (LabelledBox box : boxes) {
      boolean touches = box.isWhole()
          ? box.box().overlap(body) > TOUCHES
          : box.box().shared(body) > TOUCHES * body.area();
      if (box.kind() == shape.kind && touches) {
        return false;
      }
    }
    return !isUnnamed(body);
  }

  /** Whether it cannot be told who is in a rectangle: somebody half hidden, or road users without a box. */
  public boolean isUnsure(ImageBox body) {
    return isUnnamed(body)
        || boxes.stream()
            .anyMatch(box -> !box.isWhole() && box.box().shared(body) > TOUCHES * body.area());
  }

  private boolean isUnnamed(ImageBox body) {
    int left = (int) Math.max(0.0, body.left());
    int right = (int) Math.min(image.width(), body.right());
    int pixels = 0;
    for (int row = (int) Math.max(0.0, body.top());
        row < Math.min(image.height(), body.bottom());
        row++) {
      int from = row * image.width();
      for (int at = unnamed.nextSetBit(from + left);
          at >= 0 && at < from + right;
          at = unnamed.nextSetBit(at + 1)) {
        pixels++;
      }
    }
    return pixels > UNNAMED_MAX * body.area();
  }
}
