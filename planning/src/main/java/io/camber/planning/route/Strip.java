package io.camber.planning.route;

import io.camber.geometry.Pose3;
import io.camber.map.LaneSegment;
import io.camber.map.road.StopKind;
import io.camber.map.routing.LanePath;
import io.camber.map.routing.PathStop;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of route without lane changes, drawn as a reference line. The line starts at {@code originS} of the lane path.
 */
final class Strip {
  /** Signals further before their line than this belong to something else. */
  private static final double HEAD_BEFORE_LINE_M = 8.0;

  /** Passes of the binomial filter over the points: sigma 1 m, so a turn of 8 m radius moves inwards by 6 cm. */
  private static final int SMOOTHING_PASSES = 2;

  private static final int POINTS_MIN = 12;

  private final LanePath path;
  private final double originS;
  private final ReferenceLine line;

  Strip(List<LaneSegment> lanes, double originS) {
    this.path = LanePath.of(lanes);
    this.originS = originS;
    this.line = draw();
  }

  private ReferenceLine draw() {
    double step = ReferenceLine.STEP_M;
    int n = Math.max(POINTS_MIN, (int) Math.floor((path.lengthM() - originS) / step) + 1);
    double[] x = new double[n];
    double[] y = new double[n];
    double[] limit = new double[n];
    double[] left = new double[n];
    double[] right = new double[n];
    for (int i = 0; i < n; i++) {
      double s = originS + i * step;
      x[i] = path.xAt(s);
      y[i] = path.yAt(s);
      limit[i] = path.speedLimitMpsAt(s);
      left[i] = path.leftEdgeAt(s);
      right[i] = path.rightEdgeAt(s);
    }
    for (int pass = 0; pass < SMOOTHING_PASSES; pass++) {
      smooth(x);
      smooth(y);
    }
    return new ReferenceLine(x, y, limit, left, right);
  }

  private static void smooth(double[] values) {
    double before = values[0];
    for (int i = 1; i + 1 < values.length; i++) {
      double here = values[i];
      values[i] = 0.25 * before + 0.5 * here + 0.25 * values[i + 1];
      before = here;
    }
  }

  ReferenceLine line() {
    return line;
  }

  /** The lane at a station of the reference line. */
  LaneSegment laneAt(double s) {
    return path.laneAt(originS + s);
  }

  /** Lights and signs, stations on the reference line. */
  List<StopPoint> stops() {
    List<StopPoint> stops = new ArrayList<>();
    for (PathStop stop : path.stops()) {
      double headS = Math.max(stop.s() - HEAD_BEFORE_LINE_M, Math.min(stop.s(), headS(stop)));
      stops.add(new StopPoint(
          kind(stop.kind()), stop.signal().id(), stop.s() - originS, headS - originS));
    }
    return stops;
  }

  private double headS(PathStop stop) {
    Pose3 head = stop.signal().pose();
    return path.toFrenet(head.x(), head.y(), stop.s()).s();
  }

  private static StopPoint.Kind kind(StopKind kind) {
    return switch (kind) {
      case LIGHT -> StopPoint.Kind.LIGHT;
      case STOP -> StopPoint.Kind.STOP_SIGN;
      case YIELD -> StopPoint.Kind.YIELD_SIGN;
    };
  }
}
