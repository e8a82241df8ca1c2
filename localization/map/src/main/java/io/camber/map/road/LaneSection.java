package io.camber.map.road;

import io.camber.map.geometry.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A stretch of a road, from station {@code s} to {@code sEnd}, with a constant set of lanes. */
public final class LaneSection {
  private final double s;
  private final double sEnd;
  private final Profile laneOffset;
  private final Lane center;
  private final List<Lane> left;
  private final List<Lane> right;
  private final List<Lane> all;
  private final boolean raised;
  private final boolean[] drivable;

  /** Where the section begins, when it is the later part of one that was cut; else before every station. */
  private final double cutS;

  /** The last station before the next section: where profiles jump at the seam, this section keeps its own values. */
  private final double last;

  /** From here on no border moves: most sections of most roads are so from their start. */
  private final double constantFrom;

  /** The borders and the lanes' middles then, left to right; empty when some border moves to the end. */
  private final double[] constantBorders;

  private final double[] constantMiddles;

  /**
   * Lanes of the section; {@code left} and {@code right} from the centre outwards, numbered without gaps.
   *
   * @param laneOffset shift of the centre lane from the reference line
   */
  public LaneSection(
      double s, double sEnd, Profile laneOffset, Lane center, List<Lane> left, List<Lane> right) {
    this(s, sEnd, laneOffset, center, left, right, Double.NEGATIVE_INFINITY);
  }

  private LaneSection(
      double s,
      double sEnd,
      Profile laneOffset,
      Lane center,
      List<Lane> left,
      List<Lane> right,
      double cutS) {
    this.cutS = cutS;
    this.s = s;
    this.sEnd = sEnd;
    this.laneOffset = laneOffset;
    this.center = center;
    this.left = List.copyOf(left);
    this.right = List.copyOf(right);
    this.last = Math.nextDown(sEnd);
    this.all = leftToRight();
    this.drivable = new boolean[all.size()];
    for (int i = 0; i < drivable.length; i++) {
      drivable[i] = all.get(i).type().isDrivable();
    }
    this.raised = all.stream().anyMatch(lane -> !lane.heights().isEmpty());
    double from = laneOffset.constantFrom();
    for (Lane lane : all) {
      from = Math.max(from, lane.width().constantFrom());
    }
    this.constantFrom = from;
    boolean constant = from < last;
    this.constantBorders = constant ? movingBorders(last) : new double[0];
    this.constantMiddles =
        constant ? all.stream().mapToDouble(this::lastMiddle).toArray() : new double[0];
  }

  /**
   * The parts before and after a station within the section. Each lane continues in the lane of its number; all else stays as
   * it is, stations being those of the road.
   */
  public List<LaneSection> cutAt(double station) {
    LaneSection before = new LaneSection(
        s, station, laneOffset, center, continued(left, false), continued(right, false), cutS);
    LaneSection after = new LaneSection(
        station, sEnd, laneOffset, center, continued(left, true), continued(right, true), station);
    return List.of(before, after);
  }

  private static List<Lane> continued(List<Lane> lanes, boolean atStart) {
    return lanes.stream()
        .map(lane -> atStart
            ? lane.withLinks(List.of(lane.number()), lane.successors())
            : lane.withLinks(lane.predecessors(), List.of(lane.number())))
        .toList();
  }

  double cutS() {
    return cutS;
  }

  public double s() {
    return s;
  }

  public double sEnd() {
    return sEnd;
  }

  public Lane center() {
    return center;
  }

  /** All lanes with a width, from the leftmost to the rightmost. */
  public List<Lane> lanes() {
    return all;
  }

  /** Whether lane i of {@link #lanes()} is drivable. */
  public boolean isDrivable(int i) {
    return drivable[i];
  }

  private List<Lane> leftToRight() {
    List<Lane> lanes = new ArrayList<>(left.size() + right.size());
    for (int i = left.size() - 1; i >= 0; i--) {
      lanes.add(left.get(i));
    }
    lanes.addAll(right);
    return List.copyOf(lanes);
  }

  private double lastMiddle(Lane lane) {
    return moving(lane.number(), last, Order.VALUE);
  }

  /** Whether borders keep still from the station to the end of the section. */
  public boolean isConstantFrom(double roadS) {
    return constantMiddles.length > 0 && roadS >= constantFrom;
  }

  /** The t of all borders from left to right: lane i of {@link #lanes()} lies between values i and i + 1. */
  public double[] bordersAt(double roadS) {
    double at = Math.min(roadS, last);
    return isConstantFrom(at) ? constantBorders.clone() : movingBorders(at);
  }

  private double[] movingBorders(double at) {
    double[] borders = new double[all.size() + 1];
    int middle = left.size();
    borders[middle] = laneOffset.at(at);
    for (int i = 0; i < left.size(); i++) {
      Lane lane = left.get(i);
      double value = lane.width().at(at);
      borders[middle - i - 1] = lane.border() ? value : borders[middle - i] + value;
    }
    for (int i = 0; i < right.size(); i++) {
      Lane lane = right.get(i);
      double value = lane.width().at(at);
      borders[middle + i + 1] = lane.border() ? value : borders[middle + i] - value;
    }
    return borders;
  }

  public Optional<Lane> findLane(int number) {
    if (number == 0) {
      return Optional.of(center);
    }
    List<Lane> side = number > 0 ? left : right;
    int index = Math.abs(number) - 1;
    return index < side.size() ? Optional.of(side.get(index)) : Optional.empty();
  }

  /** The t of the border away from the centre; that of lane 0 is the lane offset. */
  public double outerT(int number, double roadS) {
    return border(number, roadS, Order.VALUE);
  }

  /** The t of the border nearer to the centre. */
  public double innerT(int number, double roadS) {
    return border(inner(number), roadS, Order.VALUE);
  }

  public double centerT(int number, double roadS) {
    return middle(number, roadS, Order.VALUE);
  }

  public double centerSlope(int number, double roadS) {
    return middle(number, roadS, Order.SLOPE);
  }

  /** Second derivative of the lane's centre over s. */
  public double centerBend(int number, double roadS) {
    return middle(number, roadS, Order.BEND);
  }

  public double widthAt(int number, double roadS) {
    return Math.abs(outerT(number, roadS) - innerT(number, roadS));
  }

  /** Height of the lanes above the road plane at t. */
  double heightAt(double roadS, double t) {
    if (!raised) {
      return 0.0;
    }
    List<Lane> side = t >= outerT(0, roadS) ? left : right;
    for (Lane lane : side) {
      double inner = innerT(lane.number(), roadS);
      double outer = outerT(lane.number(), roadS);
      if (t >= Math.min(inner, outer) && t <= Math.max(inner, outer)) {
        return lane.heightAt(roadS, inner == outer ? 0.0 : (t - inner) / (outer - inner));
      }
    }
    return 0.0;
  }

  private double middle(int number, double roadS, Order order) {
    double at = Math.min(roadS, last);
    if (number != 0 && isConstantFrom(at)) {
      return order == Order.VALUE ? constantMiddles[position(number)] : 0.0;
    }
    return moving(number, at, order);
  }

  /** Index of a lane in {@link #lanes()}. */
  private int position(int number) {
    return number > 0 ? left.size() - number : left.size() - number - 1;
  }

  private double moving(int number, double at, Order order) {
    int depth = Math.abs(number);
    double inner = borderAt(number, depth - 1, at, order);
    return 0.5 * (next(number, depth - 1, inner, at, order) + inner);
  }

  private double border(int number, double roadS, Order order) {
    return borderAt(number, Math.abs(number), Math.min(roadS, last), order);
  }

  /** The border that has {@code depth} lanes between itself and the centre, on the side of the lane number. */
  private double borderAt(int number, int depth, double at, Order order) {
    double sum = order.of(laneOffset, at);
    for (int i = 0; i < depth; i++) {
      sum = next(number, i, sum, at, order);
    }
    return sum;
  }

  private double next(int number, int i, double inner, double at, Order order) {
    Lane lane = (number > 0 ? left : right).get(i);
    double value = order.of(lane.width(), at);
    return lane.border() ? value : inner + (number > 0 ? value : -value);
  }

  private static int inner(int number) {
    return number - Integer.signum(number);
  }

  /** Which derivative of a border is wanted. */
  private enum Order {
    VALUE,
    SLOPE,
    BEND;

    double of(Profile profile, double s) {
      return switch (this) {
        case VALUE -> profile.at(s);
        case SLOPE -> profile.slopeAt(s);
        case BEND -> profile.bendAt(s);
      };
    }
  }
}
