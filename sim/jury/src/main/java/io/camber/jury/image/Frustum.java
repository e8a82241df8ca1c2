package io.camber.jury.image;

import io.camber.geometry.ImageBox;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The points of a sweep that lie in the middle of a rectangle of an image. */
public final class Frustum {
  /** The rim of a rectangle shows what is behind. */
  private static final double RIM = 0.2;

  /** Lower points may be of the ground. */
  private static final double HEIGHT_M_MIN = 0.3;

  /** A body is so deep at most, seen from one side. */
  private static final double DEPTH_M = 1.5;

  private static final int POINTS_MIN = 15;

  /** A body fills its rectangle: most of what is seen there is it. */
  private static final double SHARE_MIN = 0.5;

  private Frustum() {}

  /** A body that points make up. */
  public record Body(Vec3 mapPoint, double depthM, int points) {}

  private record Echo(Vec3 point, double depthM) {}

  /** The body that most points of the rectangle belong to; empty when they are few or scattered. */
  public static Optional<Body> body(
      LidarSweep sweep, LidarCalibration lidar, Poses poses, CameraMoment moment, ImageBox box) {
    List<Echo> echoes = echoes(sweep, lidar, poses, moment, box);
    int from = 0;
    int bestFrom = 0;
    int most = 0;
    for (int to = 0; to < echoes.size(); to++) {
      while (echoes.get(to).depthM() - echoes.get(from).depthM() > DEPTH_M) {
        from++;
      }
      if (to - from + 1 > most) {
        most = to - from + 1;
        bestFrom = from;
      }
    }
    if (most < POINTS_MIN || most < SHARE_MIN * echoes.size()) {
      return Optional.empty();
    }
    return Optional.of(middle(echoes.subList(bestFrom, bestFrom + most)));
  }

  private static Body middle(List<Echo> echoes) {
    Vec3 sum = Vec3.ZERO;
    double depthM = 0.0;
    for (Echo echo : echoes) {
      sum = sum.plus(echo.point());
      depthM += echo.depthM();
    }
    double share = 1.0 / echoes.size();
    Vec3 mean = new Vec3(share * sum.x(), share * sum.y(), share * sum.z());
    return new Body(mean, share * depthM, echoes.size());
  }

  private static List<Echo> echoes(
      LidarSweep sweep, LidarCalibration lidar, Poses poses, CameraMoment moment, ImageBox box) {
    double across = RIM * box.width();
    double down = RIM * box.height();
    List<Echo> echoes = new ArrayList<>();
    for (int i = 0; i < sweep.size(); i++) {
      Vec3 body = lidar.baseFromLidar().apply(new Vec3(sweep.x(i), sweep.y(i), sweep.z(i)));
      if (body.x() <= 0.0 || body.z() < HEIGHT_M_MIN) {
        continue;
      }
      Optional<Pose3> pose = poses.at(sweep.pointTimeNs(i));
      Optional<Vec3> point = pose.map(mapFromBase -> mapFromBase.apply(body));
      point
          .flatMap(moment::pixel)
          .filter(pixel -> pixel[0] > box.left() + across
              && pixel[0] < box.right() - across
              && pixel[1] > box.top() + down
              && pixel[1] < box.bottom() - down)
          .ifPresent(pixel -> echoes.add(new Echo(point.get(), pixel[2])));
    }
    echoes.sort(Comparator.comparingDouble(Echo::depthM));
    return echoes;
  }
}
