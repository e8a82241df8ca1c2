package io.camber.sim.sensor.camera.raster;

import io.camber.geometry.Pose3;

/** Pose of the camera in the map, as position and the map directions of right, down and forward. */
public final class ViewPose {
  private final double x;
  private final double y;
  private final double z;
  private final double[] right;
  private final double[] down;
  private final double[] forward;

  public ViewPose(Pose3 mapFromCamera) {
    double[] r = mapFromCamera.rotation();
    x = mapFromCamera.x();
    y = mapFromCamera.y();
    z = mapFromCamera.z();
    forward = new double[] {r[0], r[3], r[6]};
    right = new double[] {-r[1], -r[4], -r[7]};
    down = new double[] {-r[2], -r[5], -r[8]};
  }

  private ViewPose(ViewPose place, double[] right, double[] down, double[] forward) {
    x = place.x;
    y = place.y;
    z = place.z;
    this.right = right;
    this.down = down;
    this.forward = forward;
  }

  public double x() {
    return x;
  }

  public double y() {
    return y;
  }

  public double z() {
    return z;
  }

  /** Direction in the map; nobody writes to it. */
  public double[] right() {
    return right;
  }

  /** Direction in the map; nobody writes to it. */
  public double[] down() {
    return down;
  }

  /** Direction in the map; nobody writes to it. */
  public double[] forward() {
    return forward;
  }

  /** The same place, looking through a face of the cube around it. */
  public ViewPose through(CubeFace face) {
    return new ViewPose(this, turned(face.right()), turned(face.down()), turned(face.forward()));
  }

  private double[] turned(int[] axis) {
    double[] out = new double[3];
    for (int i = 0; i < 3; i++) {
      out[i] = axis[0] * right[i] + axis[1] * down[i] + axis[2] * forward[i];
    }
    return out;
  }
}
