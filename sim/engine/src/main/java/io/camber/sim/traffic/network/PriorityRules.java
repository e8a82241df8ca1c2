package io.camber.sim.traffic.network;

import io.camber.geometry.Angles;
import io.camber.map.SignalOnLane;
import io.camber.map.road.StopKind;
import java.util.List;

/**
 * Who yields where two lanes share ground and no light decides. In this order: who has a stop or yield sign; who is not yet in a
 * roundabout; who joins from the end of a road that others pass; who turns across oncoming traffic; who comes from the left
 * (from the right where the turn is not the question, in left-hand traffic as well).
 */
final class PriorityRules {
  private static final double STRAIGHT = Math.toRadians(25.0);
  private static final double ALIKE = Math.toRadians(35.0);
  private static final double OPPOSED = Math.toRadians(135.0);

  private final Links links;
  private final Shapes shapes;
  private final int[] sign;
  private final boolean[] ring;
  private final double[] turn;
  private final double[] approach;
  private final boolean[] passes;
  private final boolean[] leftHand;

  PriorityRules(List<Strip> strips, Links links, Shapes shapes) {
    this.links = links;
    this.shapes = shapes;
    int n = strips.size();
    sign = new int[n];
    turn = new double[n];
    approach = new double[n];
    passes = new boolean[n];
    leftHand = new boolean[n];
    for (Strip strip : strips) {
      int i = strip.index();
      sign[i] = signOf(strip);
      int first = shapes.start[i];
      int last = shapes.start[i + 1] - 1;
      double turned = 0.0;
      for (int k = first; k < last; k++) {
        turned += Angles.difference(shapes.yaw[k + 1], shapes.yaw[k]);
      }
      turn[i] = turned;
      approach[i] = shapes.yaw[first];
      leftHand[i] = strip.first().lane().road().isLeftHandTraffic();
    }
    for (Strip strip : strips) {
      passes[strip.index()] = links.previous.get(strip.index()).stream()
          .flatMap(before -> links.next.get(before).stream())
          .anyMatch(other -> Math.abs(turn[other]) < STRAIGHT);
    }
    ring = Roundabouts.find(strips, links, turn);
  }

  private int signOf(Strip strip) {
    int level = level(strip.first().lane().signals(), strip.inJunction());
    for (int before : links.previous.get(strip.index())) {
      level = Math.max(level, level(links.strip(before).last().lane().signals(), false));
    }
    return strip.inJunction() ? level : 0;
  }

  /** 0 without a sign, 1 for yield, 2 for stop. */
  private static int level(List<SignalOnLane> signals, boolean onJunction) {
    int level = 0;
    for (SignalOnLane target : signals) {
      if (onJunction || target.viaLaneId().isEmpty()) {
        if (target.kind() == StopKind.STOP) {
          level = 2;
        } else if (target.kind() == StopKind.YIELD) {
          level = Math.max(level, 1);
        }
      }
    }
    return level;
  }

  boolean stops(int strip) {
    return sign[strip] == 2;
  }

  boolean isRing(int strip) {
    return ring[strip];
  }

  double turn(int strip) {
    return turn[strip];
  }

  /** 1 when {@code a} goes first, -1 when {@code b} does, 0 when whoever comes first. */
  int rank(int a, int b) {
    if (Math.min(sign[a], 1) != Math.min(sign[b], 1)) {
      return sign[a] < sign[b] ? 1 : -1;
    }
    if (ring[a] != ring[b]) {
      return ring[a] ? 1 : -1;
    }
    double between = Angles.difference(approach[b], approach[a]);
    if (Math.abs(between) < ALIKE) {
      return straighter(a, b);
    }
    if (passes[a] != passes[b]) {
      return passes[a] ? 1 : -1;
    }
    if (Math.abs(between) > OPPOSED) {
      return turnsAcross(a, b);
    }
    return between > 0.0 ? -1 : 1;
  }

  private int straighter(int a, int b) {
    double bends = Math.abs(turn[a]) - Math.abs(turn[b]);
    if (Math.abs(bends) > STRAIGHT) {
      return bends < 0.0 ? 1 : -1;
    }
    double faster = shapes.cap[shapes.start[a]] - shapes.cap[shapes.start[b]];
    if (Math.abs(faster) > 1.0) {
      return faster > 0.0 ? 1 : -1;
    }
    return 0;
  }

  private int turnsAcross(int a, int b) {
    double across = leftHand[a] ? turn[b] - turn[a] : turn[a] - turn[b];
    if (Math.abs(across) < STRAIGHT) {
      return 0;
    }
    return across > 0.0 ? -1 : 1;
  }
}
