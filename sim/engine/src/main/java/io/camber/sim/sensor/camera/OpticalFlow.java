package io.camber.sim.sensor.camera;

import io.camber.geometry.Vec3;
import io.camber.sim.sensor.camera.raster.ViewPose;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.List;
import java.util.Optional;

/**
 * Ground truth of apparent motion: for each pixel, in pixels, where what it shows stands now less where it stood in an
 * earlier frame. Actors are rigid here: swinging limbs move with their body.
 */
public final class OpticalFlow {
  /** The sky only turns. */
  private static final double FAR_M = 1e6;

  private final int width;
  private final float[] right;
  private final float[] down;

  OpticalFlow(
      Lens lens,
      Layers layers,
      ViewPose now,
      ViewPose before,
      List<ActorTruth> actors,
      TruthFrame earlier) {
    width = lens.width();
    right = new float[width * lens.height()];
    down = new float[right.length];
    List<Optional<ActorTruth>> then =
        actors.stream().map(actor -> earlier.findActor(actor.name())).toList();
    double[] place = new double[2];
    for (int pixel = 0; pixel < right.length; pixel++) {
      double rx = lens.rayX(pixel);
      double ry = lens.rayY(pixel);
      double rz = lens.rayZ(pixel);
      double scale = Math.min(FAR_M, layers.depthM[pixel]) / lens.depthOf(rx, ry, rz);
      Vec3 point = new Vec3(
          now.x() + scale * mix(now, 0, rx, ry, rz),
          now.y() + scale * mix(now, 1, rx, ry, rz),
          now.z() + scale * mix(now, 2, rx, ry, rz));
      int number = layers.instances[pixel];
      if (number >= 0 && number < actors.size() && then.get(number).isPresent()) {
        Vec3 own = actors.get(number).mapFromReference().applyInverse(point);
        point = then.get(number).orElseThrow().mapFromReference().apply(own);
      }
      double x = point.x() - before.x();
      double y = point.y() - before.y();
      double z = point.z() - before.z();
      boolean seen = lens.project(
          along(before.right(), x, y, z),
          along(before.down(), x, y, z),
          along(before.forward(), x, y, z),
          place);
      int row = pixel / width;
      right[pixel] = seen ? (float) (pixel % width + 0.5 - place[0]) : Float.NaN;
      down[pixel] = seen ? (float) (row + 0.5 - place[1]) : Float.NaN;
    }
  }

  private static double mix(ViewPose view, int axis, double rx, double ry, double rz) {
    return rz * view.forward()[axis] + rx * view.right()[axis] + ry * view.down()[axis];
  }

  private static double along(double[] axis, double x, double y, double z) {
    return axis[0] * x + axis[1] * y + axis[2] * z;
  }

  /** Motion to the right since the earlier frame; NaN where the thing was behind the camera. */
  public float rightPx(int column, int row) {
    return right[row * width + column];
  }

  /** Motion downwards since the earlier frame; NaN where the thing was behind the camera. */
  public float downPx(int column, int row) {
    return down[row * width + column];
  }
}
