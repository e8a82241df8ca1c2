package io.camber.perception.camera.detection;

import java.util.Arrays;

/** Windows that a scan kept, in a buffer of bounded size that is filled anew for each image; what does not fit is left out. */
final class Hits {
  static final int SIZE_MAX = 8192;

  private final int[] lefts = new int[SIZE_MAX];
  private final int[] tops = new int[SIZE_MAX];
  private final int[] columns = new int[SIZE_MAX];
  private final int[] rows = new int[SIZE_MAX];
  private final float[] sums = new float[SIZE_MAX];
  private final Cascade[] cascades = new Cascade[SIZE_MAX];
  private int size;

  void clear() {
    Arrays.fill(cascades, 0, size, null);
    size = 0;
  }

  int size() {
    return size;
  }

  void add(Cascade cascade, int left, int top, ScanLevel level, float sum) {
    if (size < SIZE_MAX) {
      lefts[size] = left;
      tops[size] = top;
      columns[size] = level.columns();
      rows[size] = level.rows();
      sums[size] = sum;
      cascades[size] = cascade;
      size++;
    }
  }

  Window window(int hit) {
    return new Window(lefts[hit], tops[hit], columns[hit], rows[hit]);
  }

  float sum(int hit) {
    return sums[hit];
  }

  Cascade cascade(int hit) {
    return cascades[hit];
  }
}
