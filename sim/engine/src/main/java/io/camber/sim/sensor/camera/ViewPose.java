package io.camber.sim.sensor.camera;

import io.camber.geometry.Pose3;

/** Pose of the camera in the map, as position and the map directions of right, down and forward. */
final class ViewPose {
  final double x;
  final double y;
  final double z;
  final double[] right;
  final double[] down;
  final double[] forward;

  ViewPose(Pose3 mapFromCamera) {
    double[] r = mapFromCamera.rotation();
    x = mapFromCamera.x();
    y = mapFromCamera.y();
    z = mapFromCamera.z();
    forward = new double[] {r[0], r[3], r[6]};
    right = new double[] {-r[1], -r[4], -r[7]};
    down = new double[] {-r[2], -r[5], -r[8]};
  }
}
