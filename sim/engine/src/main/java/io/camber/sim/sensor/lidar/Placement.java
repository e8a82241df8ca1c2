package io.camber.sim.sensor.lidar;

import io.camber.geometry.Pose3;
import io.camber.sim.scene.Instance;

/** A rigid transform into the map frame as plain numbers, for the inner loop; mutable, owned by one sweep. */
final class Placement {
  final double[] rotation = new double[9];
  double x;
  double y;
  double z;

  static Placement of(Pose3 pose) {
    Placement placement = new Placement();
    System.arraycopy(pose.rotation(), 0, placement.rotation, 0, 9);
    placement.x = pose.x();
    placement.y = pose.y();
    placement.z = pose.z();
    return placement;
  }

  void blend(Placement a, Placement b, double fraction) {
    for (int i = 0; i < 9; i++) {
      rotation[i] = a.rotation[i] + fraction * (b.rotation[i] - a.rotation[i]);
    }
    x = a.x + fraction * (b.x - a.x);
    y = a.y + fraction * (b.y - a.y);
    z = a.z + fraction * (b.z - a.z);
  }

  void blend(Instance a, Instance b, double fraction) {
    for (int i = 0; i < 9; i++) {
      rotation[i] = a.rotation(i) + fraction * (b.rotation(i) - a.rotation(i));
    }
    x = a.x() + fraction * (b.x() - a.x());
    y = a.y() + fraction * (b.y() - a.y());
    z = a.z() + fraction * (b.z() - a.z());
  }
}
