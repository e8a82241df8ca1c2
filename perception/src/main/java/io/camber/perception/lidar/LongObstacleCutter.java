package io.camber.perception.lidar;

import io.camber.geometry.Pose2;
import io.camber.geometry.Size3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a long thing without a class (rail, wall, row of cones) into pieces across its length and boxes each piece by the
 * direction of its own points, so that the boxes follow a bend.
 */
final class LongObstacleCutter {
  private LongObstacleCutter() {}

  static List<Candidate> cut(Candidate candidate, double pieceM) {
    Cluster cluster = candidate.cluster();
    double yaw = candidate.center().yaw();
    double c = StrictMath.cos(yaw);
    double s = StrictMath.sin(yaw);
    double middle = c * candidate.center().x() + s * candidate.center().y();
    double from = middle - 0.5 * candidate.size().lengthM();
    int pieces = Math.min(60, (int) Math.ceil(candidate.size().lengthM() / pieceM));
    List<Candidate> cut = new ArrayList<>();
    for (int k = 0; k < pieces; k++) {
      double start = k == 0 ? Double.NEGATIVE_INFINITY : from + k * pieceM;
      double end = k == pieces - 1 ? Double.POSITIVE_INFINITY : from + (k + 1) * pieceM;
      cluster
          .slice(c, s, start, end)
          .filter(piece -> piece.size() >= 3)
          .ifPresent(piece -> cut.add(box(piece, candidate, yaw)));
    }
    return cut;
  }

  private static Candidate box(Cluster piece, Candidate whole, double fallbackYaw) {
    double yaw = principalDirection(piece, fallbackYaw);
    Rectangle box = Rectangle.around(piece, yaw);
    Size3 size =
        new Size3(Math.max(0.15, box.uLengthM()), Math.max(0.15, box.vLengthM()), piece.heightMax);
    return new Candidate(
        piece,
        whole.guess(),
        new Pose2(box.centerX(), box.centerY(), yaw),
        size,
        whole.isHidden(),
        whole.roughnessM(),
        Optional.empty());
  }

  /** Direction of the largest variance of the points. */
  private static double principalDirection(Cluster piece, double fallbackYaw) {
    double xx = 0.0;
    double xy = 0.0;
    double yy = 0.0;
    for (int i = 0; i < piece.size(); i++) {
      double dx = piece.x[i] - piece.centroidX;
      double dy = piece.y[i] - piece.centroidY;
      xx += dx * dx;
      xy += dx * dy;
      yy += dy * dy;
    }
    boolean isRound = xx + yy < 1e-6;
    return isRound ? fallbackYaw : 0.5 * StrictMath.atan2(2.0 * xy, xx - yy);
  }
}
