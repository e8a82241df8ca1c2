package io.camber.sim.sensor.camera.shadow;

import io.camber.sim.scene.Instance;
import java.util.ArrayList;
import java.util.List;

/**
 * Things that may move, each with the rectangle of cells in which the map shows it; and those of the next image, of which most stand
 * where they stood: parked cars. Reused; owned by one thread.
 */
final class Movers {
  /** Numbers of a rotation. */
  private static final int ROTATION = 9;

  private List<Instance> shown = new ArrayList<>();
  private List<Instance> next = new ArrayList<>();
  private final List<CellBox> boxes = new ArrayList<>();
  private boolean[] stays = new boolean[0];
  private boolean[] left = new boolean[0];

  /** Nothing is shown any more. */
  void clear() {
    shown.clear();
  }

  /** Begins another image. */
  void begin() {
    next.clear();
  }

  /** Adds what the image is to show. */
  void add(Instance instance) {
    next.add(instance);
    if (boxes.size() < next.size()) {
      boxes.add(new CellBox());
    }
  }

  /** How many things are shown, of the last image. */
  int shownCount() {
    return shown.size();
  }

  int nextCount() {
    return next.size();
  }

  Instance next(int number) {
    return next.get(number);
  }

  /** Where the map shows a thing. */
  CellBox box(int number) {
    return boxes.get(number);
  }

  /** Finds what stays: what stands where it stood, and shares no cell with anything that does not. */
  void compare() {
    int common = Math.min(shown.size(), next.size());
    if (stays.length < boxes.size()) {
      stays = new boolean[2 * boxes.size()];
      left = new boolean[stays.length];
    }
    for (int i = 0; i < boxes.size(); i++) {
      stays[i] = i < common && standsStill(i);
      left[i] = i < shown.size() && !stays[i];
    }
    for (int moved = 0; moved < shown.size(); moved++) {
      boolean casts = left[moved] && !boxes.get(moved).isEmpty();
      for (int i = 0; casts && i < common; i++) {
        stays[i] &= !boxes.get(moved).meets(boxes.get(i));
      }
    }
  }

  private boolean standsStill(int number) {
    Instance before = shown.get(number);
    Instance now = next.get(number);
    boolean isSame = before.mesh() == now.mesh()
        && before.x() == now.x()
        && before.y() == now.y()
        && before.z() == now.z();
    for (int i = 0; isSame && i < ROTATION; i++) {
      isSame = before.rotation(i) == now.rotation(i);
    }
    return isSame;
  }

  /** True when {@link #compare} found that a shown thing is not there any more. */
  boolean hasLeft(int number) {
    return left[number];
  }

  /** True when {@link #compare} found that a thing may stay as it is shown. */
  boolean stays(int number) {
    return stays[number];
  }

  /** What was to be shown is shown. */
  void finish() {
    List<Instance> before = shown;
    shown = next;
    next = before;
  }

  /** Cells of all rectangles. */
  long cells() {
    long sum = 0;
    for (int i = 0; i < shown.size(); i++) {
      sum += boxes.get(i).cells();
    }
    return sum;
  }
}
