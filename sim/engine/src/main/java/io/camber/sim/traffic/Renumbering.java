package io.camber.sim.traffic;

import io.camber.sim.traffic.network.LaneNetwork;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Gives vehicles new slots in the order in which they stand along the map, once in a while: who is near on the road is then near in the
 * arrays. Threads that share a step touch each other's lines of cache only where their parts meet, and one thread finds its neighbours in
 * its own. The order depends on traffic alone, never on the crew.
 *
 * <p>Arrays by slot or node are handed to {@code moved}, which returns their values at their new places in another array and keeps the
 * old one for the next; so a step allocates nothing.
 */
final class Renumbering {
  private final Fleet fleet;
  private final Crew crew;
  private final int vehicles;
  private final int[] lanes;
  private final int[] oldOf;
  private final int[] newOf;
  private int shared;

  private final Crew.Work movingDoubles = this::moveDoubles;
  private final Crew.Work movingInts = this::moveInts;
  private final Crew.Work movingLongs = this::moveLongs;
  private double[] slotDoubles;
  private double[] nodeDoubles;
  private int[] slotInts;
  private int[] nodeInts;
  private long[] slotLongs;
  private long[] nodeLongs;
  private byte[] slotBytes;
  private double[] fromDoubles = {};
  private double[] toDoubles = {};
  private int[] fromInts = {};
  private int[] toInts = {};
  private boolean valuesAreNodes;
  private long[] fromLongs = {};
  private long[] toLongs = {};

  Renumbering(Fleet fleet, Crew crew) {
    this.fleet = fleet;
    this.crew = crew;
    vehicles = fleet.vehicles;
    lanes = alongTheMap(fleet.network);
    oldOf = IntStream.range(0, vehicles).toArray();
    newOf = oldOf.clone();
    shared = vehicles;
    slotDoubles = new double[vehicles];
    nodeDoubles = new double[fleet.nodes];
    slotInts = new int[vehicles];
    nodeInts = new int[fleet.nodes];
    slotLongs = new long[vehicles];
    nodeLongs = new long[fleet.nodes];
    slotBytes = new byte[vehicles];
  }

  static long bytesPerVehicle() {
    return 2 * 4 + 3 * (8 + 4 + 8) + 1;
  }

  /** Lanes by where their middles lie along the longer side of the map. */
  private static int[] alongTheMap(LaneNetwork network) {
    double[] x = new double[network.lanes()];
    double[] y = new double[network.lanes()];
    double[] pose = new double[6];
    for (int lane = 0; lane < x.length; lane++) {
      network.poseAt(lane, 0.5 * network.lengthM(lane), pose);
      x[lane] = pose[0];
      y[lane] = pose[1];
    }
    double[] along = extent(x) >= extent(y) ? x : y;
    return IntStream.range(0, along.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer lane) -> along[lane]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double extent(double[] values) {
    return Arrays.stream(values).max().orElse(0.0) - Arrays.stream(values).min().orElse(0.0);
  }

  /** Decides who has which slot from now on; who is not on the road comes last. */
  void plan() {
    int slot = 0;
    for (int lane : lanes) {
      for (int node = fleet.last[lane]; node >= 0; node = fleet.ahead[node]) {
        if (fleet.isVehicle(node)) {
          oldOf[slot++] = node;
        }
      }
    }
    shared = slot == 0 ? vehicles : slot;
    for (int v = 0; v < vehicles; v++) {
      if (!fleet.isActive(v)) {
        oldOf[slot++] = v;
      }
    }
    for (int i = 0; i < vehicles; i++) {
      newOf[oldOf[i]] = i;
    }
  }

  /** Where a part of the slots begins; parts have about as many of those who were on the road. */
  int bound(int part, int parts) {
    return part == parts ? vehicles : (int) ((long) shared * part / parts);
  }

  double[] moved(double[] values) {
    boolean bySlot = values.length == vehicles;
    fromDoubles = values;
    toDoubles = bySlot ? slotDoubles : nodeDoubles;
    crew.run(movingDoubles);
    if (bySlot) {
      slotDoubles = values;
    } else {
      nodeDoubles = values;
    }
    return toDoubles;
  }

  int[] moved(int[] values) {
    return moved(values, false);
  }

  /** The same where the values are nodes, too. */
  int[] movedNodes(int[] nodes) {
    return moved(nodes, true);
  }

  private int[] moved(int[] values, boolean areNodes) {
    boolean bySlot = values.length == vehicles;
    fromInts = values;
    toInts = bySlot ? slotInts : nodeInts;
    valuesAreNodes = areNodes;
    crew.run(movingInts);
    if (bySlot) {
      slotInts = values;
    } else {
      nodeInts = values;
    }
    return toInts;
  }

  long[] moved(long[] values) {
    boolean bySlot = values.length == vehicles;
    fromLongs = values;
    toLongs = bySlot ? slotLongs : nodeLongs;
    crew.run(movingLongs);
    if (bySlot) {
      slotLongs = values;
    } else {
      nodeLongs = values;
    }
    return toLongs;
  }

  byte[] moved(byte[] values) {
    byte[] to = slotBytes;
    for (int i = 0; i < vehicles; i++) {
      to[i] = values[oldOf[i]];
    }
    slotBytes = values;
    return to;
  }

  /** Calls nodes by their new names, where they stand. */
  void rename(int[] nodes) {
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = renamed(nodes[i]);
    }
  }

  private int renamed(int node) {
    if (node < 0 || node >= 2 * vehicles) {
      return node;
    }
    return node < vehicles ? newOf[node] : vehicles + newOf[node - vehicles];
  }

  private void moveDoubles(int part, int parts) {
    int from = bound(part, parts);
    int to = bound(part + 1, parts);
    for (int i = from; i < to; i++) {
      toDoubles[i] = fromDoubles[oldOf[i]];
    }
    if (fromDoubles.length > vehicles) {
      for (int i = from; i < to; i++) {
        toDoubles[vehicles + i] = fromDoubles[vehicles + oldOf[i]];
      }
      for (int i = foreign(part); i < fromDoubles.length; i++) {
        toDoubles[i] = fromDoubles[i];
      }
    }
  }

  private void moveInts(int part, int parts) {
    int from = bound(part, parts);
    int to = bound(part + 1, parts);
    for (int i = from; i < to; i++) {
      toInts[i] = value(fromInts[oldOf[i]]);
    }
    if (fromInts.length > vehicles) {
      for (int i = from; i < to; i++) {
        toInts[vehicles + i] = value(fromInts[vehicles + oldOf[i]]);
      }
      for (int i = foreign(part); i < fromInts.length; i++) {
        toInts[i] = value(fromInts[i]);
      }
    }
  }

  private int value(int value) {
    return valuesAreNodes ? renamed(value) : value;
  }

  private void moveLongs(int part, int parts) {
    int from = bound(part, parts);
    int to = bound(part + 1, parts);
    for (int i = from; i < to; i++) {
      toLongs[i] = fromLongs[oldOf[i]];
    }
    if (fromLongs.length > vehicles) {
      for (int i = from; i < to; i++) {
        toLongs[vehicles + i] = fromLongs[vehicles + oldOf[i]];
      }
      for (int i = foreign(part); i < fromLongs.length; i++) {
        toLongs[i] = fromLongs[i];
      }
    }
  }

  /** The first part copies foreign nodes as well, nobody else any. */
  private int foreign(int part) {
    return part == 0 ? 2 * vehicles : Integer.MAX_VALUE;
  }
}
