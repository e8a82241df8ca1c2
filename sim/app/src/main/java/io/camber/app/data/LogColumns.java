package io.camber.app.data;

import io.camber.scene.ObjectClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Columns of the index that come from logs. */
final class LogColumns {
  /** Who is counted. */
  static final List<ObjectClass> CLASSES = List.of(
      ObjectClass.CAR,
      ObjectClass.TRUCK,
      ObjectClass.BUS,
      ObjectClass.MOTORCYCLE,
      ObjectClass.BICYCLE,
      ObjectClass.PEDESTRIAN);

  /** Within how many metres they are counted. */
  static final int[] RANGES_M = {20, 50, 100};

  /** Names, and how SQL calls what they hold. */
  static final List<Named> ALL = all();

  private LogColumns() {}

  /**
   * A column.
   *
   * @param isMeasured whether the metrics of a run hold it, too, which then are taken
   */
  record Named(String name, String type, boolean isMeasured) {}

  private static List<Named> all() {
    List<Named> columns = new ArrayList<>(List.of(
        new Named("speed", "DOUBLE", true),
        new Named("yaw_rate", "DOUBLE", true),
        new Named("weather", "VARCHAR", false),
        new Named("road", "VARCHAR", false),
        new Named("element", "VARCHAR", false),
        new Named("checks", "VARCHAR", false)));
    CLASSES.forEach(one -> columns.add(new Named("nearest_" + label(one), "DOUBLE", true)));
    for (ObjectClass one : CLASSES) {
      for (int range : RANGES_M) {
        columns.add(new Named("n_" + label(one) + "_" + range, "INTEGER", false));
      }
    }
    return List.copyOf(columns);
  }

  private static String label(ObjectClass objectClass) {
    return objectClass.name().toLowerCase(Locale.ROOT);
  }
}
