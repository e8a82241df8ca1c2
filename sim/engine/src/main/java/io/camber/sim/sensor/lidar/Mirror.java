package io.camber.sim.sensor.lidar;

import io.camber.sim.scene.Bounds;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.RayCaster;
import io.camber.sim.scene.RayHit;

/**
 * Multi-path: a pulse that a smooth surface mirrors comes back from what stands in the mirror, and is reported behind the
 * surface. Owned by one thread.
 */
final class Mirror {
  private static final float REACH_M = 40.0f;
  /** Off the surface, so that the mirrored ray does not meet it again. */
  private static final float STEP_M = 0.05f;

  private final RayCaster caster = new RayCaster();
  private final RayHit hit = new RayHit();

  /** How far behind the surface the mirrored thing appears, 0 when the mirror is empty. */
  float behindM(
      Firing firing,
      float stretch,
      float range,
      Instance surface,
      int triangle,
      Instance[] fixed,
      Instance[] actors) {
    double dx = firing.dx() / stretch;
    double dy = firing.dy() / stretch;
    double dz = firing.dz() / stretch;
    float[] normals = surface.mesh().unitNormals();
    double[] n = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      n[axis] = surface.rotation(3 * axis) * normals[3 * triangle]
          + surface.rotation(3 * axis + 1) * normals[3 * triangle + 1]
          + surface.rotation(3 * axis + 2) * normals[3 * triangle + 2];
    }
    double twice = 2.0 * (dx * n[0] + dy * n[1] + dz * n[2]);
    double mx = dx - twice * n[0];
    double my = dy - twice * n[1];
    double mz = dz - twice * n[2];
    double x = firing.pose.x + range * dx + STEP_M * mx;
    double y = firing.pose.y + range * dy + STEP_M * my;
    double z = firing.pose.z + range * dz + STEP_M * mz;
    hit.reset(REACH_M);
    for (Instance each : fixed) {
      cast(each, x, y, z, mx, my, mz);
    }
    for (Instance each : actors) {
      if (each != null) {
        cast(each, x, y, z, mx, my, mz);
      }
    }
    return hit.isHit() ? hit.distance() : 0.0f;
  }

  private void cast(Instance each, double x, double y, double z, double mx, double my, double mz) {
    double px = x - each.x();
    double py = y - each.y();
    double pz = z - each.z();
    float ox = local(each, 0, px, py, pz);
    float oy = local(each, 1, px, py, pz);
    float oz = local(each, 2, px, py, pz);
    float dx = local(each, 0, mx, my, mz);
    float dy = local(each, 1, mx, my, mz);
    float dz = local(each, 2, mx, my, mz);
    Bounds bounds = each.mesh().bounds();
    float cx = bounds.centerX() - ox;
    float cy = bounds.centerY() - oy;
    float cz = bounds.centerZ() - oz;
    float along = cx * dx + cy * dy + cz * dz;
    float off2 = cx * cx + cy * cy + cz * cz - along * along;
    float radius = bounds.radius();
    if (off2 <= radius * radius && along > -radius && along < REACH_M + radius) {
      caster.cast(each.mesh(), ox, oy, oz, dx, dy, dz, hit);
    }
  }

  private static float local(Instance each, int axis, double x, double y, double z) {
    return (float)
        (each.rotation(axis) * x + each.rotation(3 + axis) * y + each.rotation(6 + axis) * z);
  }
}
