package io.camber.sim.traffic.network;

import io.camber.geometry.Angles;
import io.camber.map.RoadMap;
import io.camber.map.road.LaneType;
import java.util.Arrays;
import java.util.List;

/**
 * Drivable lanes as numbers 0 to {@link #lanes()} - 1 and everything traffic asks about them, in flat arrays. A lane goes from one
 * choice to the next: pieces of the map without a choice are joined, and stop lines in the middle of a road cut them. Stations run in
 * driving direction. Immutable; queries allocate nothing.
 */
public final class LaneNetwork {
  /** Cars neither enter nor stay where a lane is narrower. */
  public static final double NARROW_M = 2.4;

  private final List<Strip> strips;
  private final Shapes shapes;
  private final List<String> signalIds;
  private final double[] length;
  private final double[] inverseStep;
  private final double[] usable;
  private final int[] nextStart;
  private final int[] next;
  private final int[] previousStart;
  private final int[] previous;
  private final int[] sideStart;
  private final double[] sideFrom;
  private final double[] sideTo;
  private final int[] sideTarget;
  private final double[] sideBase;
  private final double[] sideRatio;
  private final boolean[] sideLeft;
  private final int[] conflictStart;
  private final int[] conflictOther;
  private final ConflictKind[] conflictKind;
  private final double[] conflictFrom;
  private final double[] conflictTo;
  private final double[] conflictOtherFrom;
  private final double[] conflictOtherTo;
  private final byte[] conflictRank;
  private final int[] lightStart;
  private final int[] light;
  private final double[] stopBack;
  private final double[] width;
  private final boolean[] controlled;
  private final boolean[] stops;
  private final boolean[] ring;
  private final boolean[] junction;
  private final double[] turn;
  private final boolean[] deadEnd;

  private LaneNetwork(RoadMap map) {
    strips = Strips.of(map);
    Links links = new Links(map, strips);
    shapes = new Shapes(strips);
    PriorityRules rules = new PriorityRules(strips, links, shapes);
    StopLights lights = new StopLights(map, strips, links);
    List<List<Conflict>> conflicts = ConflictFinder.find(strips, links, shapes);
    signalIds = lights.ids;
    int n = strips.size();
    length = new double[n];
    inverseStep = new double[n];
    usable = new double[n];
    width = new double[n];
    controlled = new boolean[n];
    stops = new boolean[n];
    ring = new boolean[n];
    junction = new boolean[n];
    turn = new double[n];
    deadEnd = new boolean[n];
    for (Strip strip : strips) {
      int i = strip.index();
      length[i] = strip.lengthM();
      inverseStep[i] = 1.0 / shapes.step[i];
      int end = shapes.start[i + 1] - 1;
      while (end > shapes.start[i] && shapes.width[end] < NARROW_M) {
        end--;
      }
      usable[i] = (end - shapes.start[i]) * shapes.step[i];
      width[i] = strip.widthM();
      controlled[i] = !conflicts.get(i).isEmpty() || !lights.lights.get(i).isEmpty();
      stops[i] = rules.stops(i);
      ring[i] = rules.isRing(i);
      junction[i] = strip.inJunction();
      turn[i] = rules.turn(i);
    }
    nextStart = starts(links.next);
    next = flat(links.next);
    previousStart = starts(links.previous);
    previous = flat(links.previous);
    sideStart = starts(links.sides);
    List<Links.Side> sides = links.sides.stream().flatMap(List::stream).toList();
    sideFrom = sides.stream().mapToDouble(Links.Side::from).toArray();
    sideTo = sides.stream().mapToDouble(Links.Side::to).toArray();
    sideTarget = sides.stream().mapToInt(Links.Side::target).toArray();
    sideBase = sides.stream().mapToDouble(Links.Side::base).toArray();
    sideRatio = sides.stream().mapToDouble(Links.Side::ratio).toArray();
    sideLeft = new boolean[sides.size()];
    for (int i = 0; i < sideLeft.length; i++) {
      sideLeft[i] = sides.get(i).left();
    }
    for (int i = 0; i < n; i++) {
      deadEnd[i] = links.next.get(i).isEmpty()
          && links.sides.get(i).stream()
              .anyMatch(side -> !links.next.get(side.target()).isEmpty());
    }
    conflictStart = starts(conflicts);
    int many = conflictStart[n];
    conflictOther = new int[many];
    conflictKind = new ConflictKind[many];
    Arrays.fill(conflictKind, ConflictKind.CROSS);
    conflictFrom = new double[many];
    conflictTo = new double[many];
    conflictOtherFrom = new double[many];
    conflictOtherTo = new double[many];
    conflictRank = new byte[many];
    int at = 0;
    for (int i = 0; i < n; i++) {
      for (Conflict conflict : conflicts.get(i)) {
        store(at++, conflict, rules.rank(i, conflict.other()));
      }
    }
    lightStart = starts(lights.lights);
    light = flat(lights.lights);
    stopBack = lights.stopBackM;
  }

  /** Builds the network of a map. */
  public static LaneNetwork of(RoadMap map) {
    return new LaneNetwork(map);
  }

  private void store(int at, Conflict conflict, int rank) {
    conflictOther[at] = conflict.other();
    conflictKind[at] = conflict.kind();
    conflictFrom[at] = conflict.from();
    conflictTo[at] = conflict.to();
    conflictOtherFrom[at] = conflict.otherFrom();
    conflictOtherTo[at] = conflict.otherTo();
    conflictRank[at] = (byte) rank;
  }

  private static <T> int[] starts(List<List<T>> lists) {
    int[] starts = new int[lists.size() + 1];
    for (int i = 0; i < lists.size(); i++) {
      starts[i + 1] = starts[i] + lists.get(i).size();
    }
    return starts;
  }

  private static int[] flat(List<List<Integer>> lists) {
    return lists.stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray();
  }

  public int lanes() {
    return length.length;
  }

  /** Ids of the lights for cars, sorted; a light's number is its place here. */
  public List<String> signalIds() {
    return signalIds;
  }

  public double lengthM(int lane) {
    return length[lane];
  }

  public double widthM(int lane) {
    return width[lane];
  }

  public int nextCount(int lane) {
    return nextStart[lane + 1] - nextStart[lane];
  }

  public int next(int lane, int i) {
    return next[nextStart[lane] + i];
  }

  public int previousCount(int lane) {
    return previousStart[lane + 1] - previousStart[lane];
  }

  public int previous(int lane, int i) {
    return previous[previousStart[lane] + i];
  }

  /** True when a car needs leave to enter: others share its ground, or a light stands before it. */
  public boolean isControlled(int lane) {
    return controlled[lane];
  }

  public boolean inJunction(int lane) {
    return junction[lane];
  }

  public boolean isRing(int lane) {
    return ring[lane];
  }

  /** Whether cars must stand before they enter, whatever comes. */
  public boolean hasStopSign(int lane) {
    return stops[lane];
  }

  /** Change of direction over the lane, left positive. */
  public double turn(int lane) {
    return turn[lane];
  }

  /** Whether cars come onto the map here: no lane leads here, nor to a neighbour it could split from. */
  public boolean isEntry(int lane) {
    boolean beside = false;
    for (int i = sideStart[lane]; i < sideStart[lane + 1]; i++) {
      beside |= previousCount(sideTarget[i]) > 0;
    }
    return previousCount(lane) == 0 && nextCount(lane) > 0 && !beside;
  }

  /** Whether the lane ends while a neighbour goes on. */
  public boolean isDeadEnd(int lane) {
    return deadEnd[lane];
  }

  /** How far before the start of the lane its stop line is. */
  public double stopBackM(int lane) {
    return stopBack[lane];
  }

  public double widthAt(int lane, double s) {
    int i = (int) (s * inverseStep[lane]);
    int first = shapes.start[lane];
    int last = shapes.start[lane + 1] - 1 - first;
    return shapes.width[first + Math.max(0, Math.min(last, i))];
  }

  /** Station up to which a car fits into the lane: less than its length where it tapers out. */
  public double usableM(int lane) {
    return usable[lane];
  }

  /** Speed that limit and curves allow. */
  public double capMps(int lane, double s) {
    int i = (int) (s * inverseStep[lane]);
    int first = shapes.start[lane];
    int last = shapes.start[lane + 1] - 1 - first;
    return shapes.cap[first + Math.max(0, Math.min(last, i))];
  }

  // --- neighbours

  /** Whether there is a lane beside it, anywhere along it, that cars may change to. */
  public boolean hasSides(int lane) {
    return sideStart[lane] < sideStart[lane + 1];
  }

  /** The window beside station s on the given side from window {@code i} on, below the start of the next lane; -1 when there is none. */
  public int side(int lane, double s, boolean left) {
    for (int i = sideStart[lane]; i < sideStart[lane + 1]; i++) {
      if (sideLeft[i] == left && s >= sideFrom[i] && s <= sideTo[i]) {
        return i;
      }
    }
    return -1;
  }

  public int sideTarget(int side) {
    return sideTarget[side];
  }

  /** How far the window still goes. */
  public double sideRestM(int side, double s) {
    return sideTo[side] - s;
  }

  public double sideStation(int side, double s) {
    return sideBase[side] + sideRatio[side] * (s - sideFrom[side]);
  }

  // --- shared ground

  public int conflictStart(int lane) {
    return conflictStart[lane];
  }

  public int conflictEnd(int lane) {
    return conflictStart[lane + 1];
  }

  public int conflictOther(int conflict) {
    return conflictOther[conflict];
  }

  public ConflictKind conflictKind(int conflict) {
    return conflictKind[conflict];
  }

  public double conflictFrom(int conflict) {
    return conflictFrom[conflict];
  }

  public double conflictTo(int conflict) {
    return conflictTo[conflict];
  }

  public double conflictOtherFrom(int conflict) {
    return conflictOtherFrom[conflict];
  }

  public double conflictOtherTo(int conflict) {
    return conflictOtherTo[conflict];
  }

  /** 1 when the lane has the right of way over the other, -1 when it yields, 0 when neither. */
  public int conflictRank(int conflict) {
    return conflictRank[conflict];
  }

  // --- lights

  public int lightCount(int lane) {
    return lightStart[lane + 1] - lightStart[lane];
  }

  public int light(int lane, int i) {
    return light[lightStart[lane] + i];
  }

  // --- places in the map

  /** Writes x, y, z, yaw, pitch, roll at a station to {@code out}; outside the lane it goes straight on. */
  public void poseAt(int lane, double s, double[] out) {
    int first = shapes.start[lane];
    int last = shapes.start[lane + 1] - 1;
    double at = s * inverseStep[lane];
    int i = Math.max(first, Math.min(last - 1, first + (int) Math.floor(at)));
    double f = at - (i - first);
    double inside = Math.max(0.0, Math.min(1.0, f));
    out[0] = shapes.x[i] + f * (shapes.x[i + 1] - shapes.x[i]);
    out[1] = shapes.y[i] + f * (shapes.y[i + 1] - shapes.y[i]);
    out[2] = shapes.z[i] + f * (shapes.z[i + 1] - shapes.z[i]);
    out[3] = Angles.interpolate(shapes.yaw[i], shapes.yaw[i + 1], inside);
    out[4] = shapes.pitch[i] + inside * (shapes.pitch[i + 1] - shapes.pitch[i]);
    out[5] = shapes.roll[i] + inside * (shapes.roll[i + 1] - shapes.roll[i]);
  }

  /** Lane number and station of a place on a lane segment of the map; lane -1 when it is none of traffic's. */
  public Spot find(String laneId, double s) {
    for (Strip strip : strips) {
      double offset = 0.0;
      for (Piece piece : strip.pieces()) {
        if (piece.lane().id().equals(laneId)
            && s >= piece.from() - 1e-6
            && s <= piece.to() + 1e-6) {
          return new Spot(strip.index(), offset + s - piece.from());
        }
        offset += piece.lengthM();
      }
    }
    return new Spot(-1, 0.0);
  }

  /** A lane and a station. */
  public record Spot(int lane, double s) {}

  /** The map's lane segment at a station. */
  public String laneIdAt(int lane, double s) {
    return strips.get(lane).laneAt(s).id();
  }

  /** The station on the map's lane segment at a station. */
  public double laneStationAt(int lane, double s) {
    return strips.get(lane).laneStationAt(s);
  }

  /** True for lanes that only some vehicles may use. */
  public boolean isReserved(int lane) {
    LaneType type = strips.get(lane).first().lane().type();
    return type == LaneType.BUS || type == LaneType.TAXI || type == LaneType.HOV;
  }

  @Override
  public String toString() {
    return "network of " + lanes() + " lanes, " + conflictOther.length / 2 + " conflicts, "
        + signalIds.size() + " lights, " + Math.round(Arrays.stream(length).sum()) + " m";
  }
}
