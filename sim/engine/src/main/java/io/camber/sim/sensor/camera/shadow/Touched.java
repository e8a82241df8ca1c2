package io.camber.sim.sensor.camera.shadow;

import java.util.ArrayList;
import java.util.List;

/** Rectangles of cells in which something that moves is shown, one for each thing. Reused; owned by one thread. */
final class Touched {
  private final List<CellBox> boxes = new ArrayList<>();
  private int count;

  void clear() {
    count = 0;
  }

  int count() {
    return count;
  }

  CellBox box(int number) {
    return boxes.get(number);
  }

  /** An empty rectangle for the next thing, to be kept by {@link #keep}. */
  CellBox next() {
    if (count == boxes.size()) {
      boxes.add(new CellBox());
    }
    CellBox box = boxes.get(count);
    box.clear();
    return box;
  }

  /** Keeps the last rectangle unless nothing was drawn there. */
  void keep() {
    if (!boxes.get(count).isEmpty()) {
      count++;
    }
  }

  /** Cells of all rectangles. */
  long cells() {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += boxes.get(i).cells();
    }
    return sum;
  }
}
