package io.camber.geometry;

import java.util.Optional;

/** An upright rectangle of an image, in pixels from its upper left corner; right and bottom are exclusive. */
public record ImageBox(double left, double top, double right, double bottom) {
  public ImageBox {
    if (!(right >= left) || !(bottom >= top)) {
      throw new IllegalArgumentException(
          "box: left=" + left + ", top=" + top + ", right=" + right + ", bottom=" + bottom);
    }
  }

  public double width() {
    return right - left;
  }

  public double height() {
    return bottom - top;
  }

  public double area() {
    return width() * height();
  }

  public double middleColumn() {
    return 0.5 * (left + right);
  }

  /** The part within an image of that size; empty when there is none. */
  public Optional<ImageBox> within(int columns, int rows) {
    double newLeft = Math.max(0.0, left);
    double newTop = Math.max(0.0, top);
    double newRight = Math.min(columns, right);
    double newBottom = Math.min(rows, bottom);
    return newRight > newLeft && newBottom > newTop
        ? Optional.of(new ImageBox(newLeft, newTop, newRight, newBottom))
        : Optional.empty();
  }

  /** Area that both cover, px2. */
  public double shared(ImageBox other) {
    double across = Math.min(right, other.right) - Math.max(left, other.left);
    double down = Math.min(bottom, other.bottom) - Math.max(top, other.top);
    return across > 0.0 && down > 0.0 ? across * down : 0.0;
  }

  /** Intersection over union, 0 to 1. */
  public double overlap(ImageBox other) {
    double shared = shared(other);
    return shared > 0.0 ? shared / (area() + other.area() - shared) : 0.0;
  }
}
