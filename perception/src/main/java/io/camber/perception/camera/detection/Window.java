package io.camber.perception.camera.detection;

import io.camber.geometry.ImageBox;

/**
 * A window in cells of a {@link ChannelImage}, border included; the body is expected in its middle, {@value #MARGIN} times
 * smaller.
 */
record Window(int left, int top, int columns, int rows) {
  static final double MARGIN = 1.25;

  /** The window around a body, as wide as its shape asks. */
  static Window around(double middleColumn, double middleRow, double heightPx, double aspect) {
    int rows = rowsOf(heightPx);
    int columns = columnsOf(rows, aspect);
    int left = (int) Math.round(middleColumn / ChannelImage.CELL_PX - 0.5 * columns);
    int top = (int) Math.round(middleRow / ChannelImage.CELL_PX - 0.5 * rows);
    return new Window(left + ChannelImage.BORDER, top + ChannelImage.BORDER, columns, rows);
  }

  static int rowsOf(double heightPx) {
    return Math.max(3, (int) Math.round(MARGIN * heightPx / ChannelImage.CELL_PX));
  }

  static int columnsOf(int rows, double aspect) {
    return Math.max(3, (int) Math.round(rows * aspect));
  }

  boolean isInside(ChannelImage image) {
    return left >= 0 && top >= 0 && left + columns <= image.columns() && top + rows <= image.rows();
  }

  /** Where the body is expected, in pixels. */
  ImageBox body() {
    double width = ChannelImage.CELL_PX * columns / MARGIN;
    double height = ChannelImage.CELL_PX * rows / MARGIN;
    double column = ChannelImage.CELL_PX * (left - ChannelImage.BORDER + 0.5 * columns);
    double row = ChannelImage.CELL_PX * (top - ChannelImage.BORDER + 0.5 * rows);
    return new ImageBox(
        column - 0.5 * width, row - 0.5 * height, column + 0.5 * width, row + 0.5 * height);
  }
}
