package io.camber.sim.traffic.ambient;

import io.camber.sim.traffic.network.LaneNetwork;
import java.util.Arrays;

/** Places on lanes where vehicles may appear, evenly spaced over the whole network. */
final class Spots {
  private final int[] lane;
  private final double[] station;
  private final double[] x;
  private final double[] y;
  private final int[] gathered;
  private int count;

  /** Says which points count. */
  interface Ground {
    boolean holds(double x, double y);
  }

  Spots(LaneNetwork network, double spacingM) {
    int[] lanes = new int[0];
    double[] stations = new double[0];
    int size = 0;
    for (int l = 0; l < network.lanes(); l++) {
      if (network.isControlled(l) || network.inJunction(l) || network.isReserved(l)) {
        continue;
      }
      for (double s = spacingM; s < network.lengthM(l); s += spacingM) {
        if (size == lanes.length) {
          lanes = Arrays.copyOf(lanes, 2 * size + 64);
          stations = Arrays.copyOf(stations, lanes.length);
        }
        lanes[size] = l;
        stations[size] = s;
        size++;
      }
    }
    lane = Arrays.copyOf(lanes, size);
    station = Arrays.copyOf(stations, size);
    x = new double[size];
    y = new double[size];
    gathered = new int[size];
    double[] pose = new double[6];
    for (int i = 0; i < size; i++) {
      network.poseAt(lane[i], station[i], pose);
      x[i] = pose[0];
      y[i] = pose[1];
    }
  }

  /** Looks for the spots on a piece of ground. */
  void gather(Ground ground) {
    count = 0;
    for (int i = 0; i < lane.length; i++) {
      if (ground.holds(x[i], y[i])) {
        gathered[count] = i;
        count++;
      }
    }
  }

  /** How many were found. */
  int count() {
    return count;
  }

  int gathered(int i) {
    return gathered[i];
  }

  int lane(int spot) {
    return lane[spot];
  }

  double station(int spot) {
    return station[spot];
  }
}
