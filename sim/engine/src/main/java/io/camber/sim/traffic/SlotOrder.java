package io.camber.sim.traffic;

import io.camber.sim.traffic.network.LaneNetwork;
import java.util.Arrays;

/**
 * In which order vehicles lie in memory: as they lie on the map, so that who is near is near, and parts of the vehicles that different
 * threads work on touch each other at few places. Finds the order and moves arrays into it.
 */
final class SlotOrder {
  private static final int SLOT_BITS = 20;
  private static final int STATION_BITS = 12;

  /** Finer than that who is first on a lane does not matter. */
  private static final double STATION_M = 2.0;

  private final Fleet fleet;
  private final int vehicles;

  /** Places of lanes along a curve that fills the map. */
  private final int[] rank;

  private final long[] keys;

  /** Where who is in a slot now was before, and where who was in a slot is now. */
  private final int[] from;

  private final int[] to;
  private final double[] doubles;
  private final long[] longs;
  private final int[] ints;
  private final byte[] bytes;
  private final boolean[] booleans;
  private final Object[] objects;

  SlotOrder(Fleet fleet) {
    this.fleet = fleet;
    vehicles = fleet.vehicles;
    rank = ranks(fleet.network);
    keys = new long[vehicles];
    from = new int[vehicles];
    to = new int[vehicles];
    doubles = new double[vehicles];
    longs = new long[vehicles];
    ints = new int[vehicles];
    bytes = new byte[vehicles];
    booleans = new boolean[vehicles];
    objects = new Object[vehicles];
  }

  static long bytesPerVehicle() {
    return 8 + 4 + 4 + 8 + 8 + 4 + 1 + 1 + 4;
  }

  private static int[] ranks(LaneNetwork network) {
    int n = network.lanes();
    double[] x = new double[n];
    double[] y = new double[n];
    double[] pose = new double[6];
    for (int lane = 0; lane < n; lane++) {
      network.poseAt(lane, 0.5 * network.lengthM(lane), pose);
      x[lane] = pose[0];
      y[lane] = pose[1];
    }
    double minX = Arrays.stream(x).min().orElse(0.0);
    double minY = Arrays.stream(y).min().orElse(0.0);
    double span = Math.max(
        1.0,
        Math.max(
            Arrays.stream(x).max().orElse(0.0) - minX, Arrays.stream(y).max().orElse(0.0) - minY));
    long[] codes = new long[n];
    for (int lane = 0; lane < n; lane++) {
      long code = spread((int) (0xffff * ((x[lane] - minX) / span)))
          | spread((int) (0xffff * ((y[lane] - minY) / span))) << 1;
      codes[lane] = code << 31 | lane;
    }
    Arrays.sort(codes);
    int[] ranks = new int[n];
    for (int i = 0; i < n; i++) {
      ranks[(int) (codes[i] & 0x7fffffff)] = i;
    }
    return ranks;
  }

  /** The lower sixteen bits with a zero between any two. */
  private static long spread(int value) {
    long bits = value & 0xffff;
    bits = (bits | bits << 8) & 0x00ff00ff;
    bits = (bits | bits << 4) & 0x0f0f0f0f;
    bits = (bits | bits << 2) & 0x33333333;
    return (bits | bits << 1) & 0x55555555;
  }

  /** Finds the order for where vehicles are now; those off the road come last. */
  void find() {
    for (int slot = 0; slot < vehicles; slot++) {
      int lane = fleet.lane[slot];
      long place = lane < 0 ? rank.length : rank[lane];
      long station =
          Math.max(0, Math.min((1 << STATION_BITS) - 1, (int) (fleet.pos[slot] / STATION_M)));
      keys[slot] = (place << STATION_BITS | station) << SLOT_BITS | slot;
    }
    Arrays.sort(keys);
    for (int slot = 0; slot < vehicles; slot++) {
      from[slot] = (int) (keys[slot] & ((1 << SLOT_BITS) - 1));
      to[from[slot]] = slot;
    }
  }

  /** The node of a vehicle or its ghost after the move; others stay. */
  int moved(int node) {
    if (node < 0 || node >= 2 * vehicles) {
      return node;
    }
    return node < vehicles ? to[node] : to[node - vehicles] + vehicles;
  }

  /** Lets references to nodes follow the move, wherever they are kept. */
  void follow(int[] nodes) {
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = moved(nodes[i]);
    }
  }

  /** Moves what belongs to vehicles; where there is twice as much, what belongs to ghosts too. */
  void move(double[] array) {
    for (int at = 0; at + vehicles <= Math.min(array.length, 2 * vehicles); at += vehicles) {
      for (int i = 0; i < vehicles; i++) {
        doubles[i] = array[at + from[i]];
      }
      System.arraycopy(doubles, 0, array, at, vehicles);
    }
  }

  void move(long[] array) {
    for (int at = 0; at + vehicles <= Math.min(array.length, 2 * vehicles); at += vehicles) {
      for (int i = 0; i < vehicles; i++) {
        longs[i] = array[at + from[i]];
      }
      System.arraycopy(longs, 0, array, at, vehicles);
    }
  }

  void move(int[] array) {
    for (int at = 0; at + vehicles <= Math.min(array.length, 2 * vehicles); at += vehicles) {
      for (int i = 0; i < vehicles; i++) {
        ints[i] = array[at + from[i]];
      }
      System.arraycopy(ints, 0, array, at, vehicles);
    }
  }

  void move(byte[] array) {
    for (int i = 0; i < vehicles; i++) {
      bytes[i] = array[from[i]];
    }
    System.arraycopy(bytes, 0, array, 0, vehicles);
  }

  void move(boolean[] array) {
    for (int i = 0; i < vehicles; i++) {
      booleans[i] = array[from[i]];
    }
    System.arraycopy(booleans, 0, array, 0, vehicles);
  }

  <T> void move(T[] array) {
    for (int i = 0; i < vehicles; i++) {
      objects[i] = array[from[i]];
    }
    System.arraycopy(objects, 0, array, 0, vehicles);
  }
}
