package io.camber.sim.traffic.ambient;

import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.sim.traffic.network.LaneNetwork;
import java.util.Arrays;

/** Places on lanes where vehicles may appear, evenly spaced over the whole network. */
final class Spots {
  private final RoadMap map;
  private final LaneNetwork network;
  private final int[] lane;
  private final double[] station;
  private final double[] x;
  private final double[] y;
  private final int[] gathered;
  private final double[] pose = new double[6];
  private int count;

  /** Says which points count. */
  interface Points {
    boolean hold(double x, double y);
  }

  Spots(RoadMap map, LaneNetwork network, double spacingM) {
    this.map = map;
    this.network = network;
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
    for (int i = 0; i < size; i++) {
      network.poseAt(lane[i], station[i], pose);
      x[i] = pose[0];
      y[i] = pose[1];
    }
  }

  /** Looks for the spots on a piece of ground. */
  void gatherOn(Ground ground) {
    count = 0;
    for (int i = 0; i < lane.length; i++) {
      if (isOn(ground, lane[i], station[i])) {
        gathered[count] = i;
        count++;
      }
    }
  }

  /** Whether a station of a lane of the network lies on a piece of ground. */
  boolean isOn(Ground ground, int onLane, double s) {
    network.poseAt(onLane, s, pose);
    LaneSegment segment = map.lane(network.laneIdAt(onLane, s));
    double roadS = segment.toRoadS(network.laneStationAt(onLane, s));
    return ground.holds(segment, roadS, pose[0], pose[1]);
  }

  /** Looks for the spots at which points count. */
  void gather(Points points) {
    count = 0;
    for (int i = 0; i < lane.length; i++) {
      if (points.hold(x[i], y[i])) {
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
