package io.camber.map;

import java.util.Arrays;
import java.util.function.DoubleFunction;

/** Arc length over road s of one lane's centre line, at nodes; cubic Hermite between them. */
final class ArcTable {
  private static final int NEWTON_STEPS = 15;

  /** Nodes looked at before the search for the nearest. */
  private static final int PROBES = 4;

  /** What rounding may do to a distance, and much more. */
  private static final double SPARE_M = 1e-6;

  private final double[] nodeS;
  private final double[] nodeL;
  private final double[] nodeSpeed;
  private final double[] nodeX;
  private final double[] nodeY;
  private final double startRoadS;
  private final double endRoadS;

  /** The longest way from one node to the next, as the crow flies. */
  private final double stepM;

  private ArcTable(double[] nodeS, DoubleFunction<CenterLine.Foot> line) {
    this.nodeS = nodeS;
    int n = nodeS.length;
    this.nodeL = new double[n];
    this.nodeSpeed = new double[n];
    this.nodeX = new double[n];
    this.nodeY = new double[n];
    for (int i = 0; i < n; i++) {
      CenterLine.Foot foot = line.apply(nodeS[i]);
      nodeSpeed[i] = foot.speed();
      nodeX[i] = foot.x();
      nodeY[i] = foot.y();
      if (i > 0) {
        double middle = line.apply(0.5 * (nodeS[i - 1] + nodeS[i])).speed();
        double h = nodeS[i] - nodeS[i - 1];
        nodeL[i] = nodeL[i - 1] + h * (nodeSpeed[i - 1] + 4.0 * middle + nodeSpeed[i]) / 6.0;
      }
    }
    double step = 0.0;
    for (int i = 1; i < n; i++) {
      step = Math.max(step, Math.sqrt(squared(i, nodeX[i - 1], nodeY[i - 1])));
    }
    this.stepM = step;
    this.startRoadS = invert(0.0);
    this.endRoadS = invert(nodeL[n - 1]);
  }

  /** The table of a line, given by road s, with nodes at the stations, at least two. */
  static ArcTable of(double[] stations, DoubleFunction<CenterLine.Foot> line) {
    return new ArcTable(stations, line);
  }

  double lengthM() {
    return nodeL[nodeL.length - 1];
  }

  /** Arc length at a road s within the table. */
  double toArc(double roadS) {
    return arc(intervalAt(roadS), roadS);
  }

  /** Road s at an arc length. Both ends, which are asked for most, are kept. */
  double toRoadS(double arc) {
    if (arc <= 0.0) {
      return startRoadS;
    }
    return arc >= lengthM() ? endRoadS : invert(arc);
  }

  private double invert(double l) {
    int i = interval(nodeL, l);
    double span = nodeL[i + 1] - nodeL[i];
    if (span <= 0.0) {
      return nodeS[i];
    }
    double s = nodeS[i] + (nodeS[i + 1] - nodeS[i]) * (l - nodeL[i]) / span;
    for (int step = 0; step < NEWTON_STEPS; step++) {
      double error = arc(i, s) - l;
      double fraction = (s - nodeS[i]) / (nodeS[i + 1] - nodeS[i]);
      double speed = nodeSpeed[i] + fraction * (nodeSpeed[i + 1] - nodeSpeed[i]);
      if (Math.abs(error) < 1e-12 || speed <= 1e-9) {
        break;
      }
      s = Math.max(nodeS[i], Math.min(nodeS[i + 1], s - error / speed));
    }
    return s;
  }

  /** The interval of a road s; nodes are about evenly spaced, so that it is near where it would be if they were. */
  private int intervalAt(double roadS) {
    int last = nodeS.length - 2;
    double share = (roadS - nodeS[0]) / (nodeS[last + 1] - nodeS[0]);
    int i = Math.max(0, Math.min(last, (int) (share * (last + 1))));
    while (i > 0 && nodeS[i] > roadS) {
      i--;
    }
    while (i < last && nodeS[i + 1] <= roadS) {
      i++;
    }
    return i;
  }

  private static int interval(double[] table, double value) {
    int found = Arrays.binarySearch(table, value);
    return Math.max(0, Math.min(table.length - 2, found >= 0 ? found : -found - 2));
  }

  private double arc(int i, double s) {
    double h = nodeS[i + 1] - nodeS[i];
    double f = (s - nodeS[i]) / h;
    double g = 1.0 - f;
    return (1.0 + 2.0 * f) * g * g * nodeL[i]
        + f * g * g * h * nodeSpeed[i]
        + f * f * (3.0 - 2.0 * f) * nodeL[i + 1]
        - f * f * g * h * nodeSpeed[i + 1];
  }

  /** Road s of the node nearest to the point, the first of equally near ones. */
  double nearestS(double x, double y) {
    int likely = likely(x, y);
    int nearer = nearerThan(likely, x, y);
    while (nearer != likely) {
      likely = nearer;
      nearer = nearerThan(likely, x, y);
    }
    return nodeS[likely];
  }

  /** The nearest node on a line that bends little: a search that may end elsewhere. */
  private int likely(double x, double y) {
    int last = nodeX.length - 1;
    int at = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i <= PROBES; i++) {
      double squared = squared(last * i / PROBES, x, y);
      if (squared < least) {
        least = squared;
        at = last * i / PROBES;
      }
    }
    for (int step = last / (2 * PROBES); step > 0; step /= 2) {
      double before = at >= step ? squared(at - step, x, y) : Double.POSITIVE_INFINITY;
      double after = at + step <= last ? squared(at + step, x, y) : Double.POSITIVE_INFINITY;
      if (Math.min(before, after) < least) {
        least = Math.min(before, after);
        at += before < after ? -step : step;
      }
    }
    return at;
  }

  /**
   * A node nearer than a node, or as near and before it; that node when there is none. Looks from both ends towards it
   * and passes over nodes that are too far along the line to be nearer: no step between two is longer than {@link
   * #stepM}.
   */
  private int nearerThan(int node, double x, double y) {
    double least = squared(node, x, y);
    double bound = Math.sqrt(least) + SPARE_M;
    int i = 0;
    while (i < node) {
      double squared = squared(i, x, y);
      if (squared <= least) {
        return i;
      }
      i += passedOver(squared, bound, node - i);
    }
    i = nodeX.length - 1;
    while (i > node) {
      double squared = squared(i, x, y);
      if (squared < least) {
        return i;
      }
      i -= passedOver(squared, bound, i - node);
    }
    return node;
  }

  /** How many nodes further on one is that may be within a bound. */
  private int passedOver(double squared, double bound, int most) {
    double spare = Math.sqrt(squared) - bound;
    return spare > stepM ? (int) Math.min(most, spare / stepM) : 1;
  }

  private double squared(int i, double x, double y) {
    double dx = x - nodeX[i];
    double dy = y - nodeY[i];
    return dx * dx + dy * dy;
  }
}
