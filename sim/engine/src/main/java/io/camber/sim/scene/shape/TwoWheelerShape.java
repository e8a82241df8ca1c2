package io.camber.sim.scene.shape;

import io.camber.geometry.Size3;
import io.camber.sim.scene.Mesh;
import io.camber.sim.scene.MeshBuilder;
import io.camber.sim.scene.Surface;

/** Bicycles and motorcycles with riders. Frame: middle of the bounding box on the ground, x forward. */
final class TwoWheelerShape {
  private static final double RIDDEN_HEIGHT_M = 1.78;

  private TwoWheelerShape() {}

  /** {@code phase} in [0, 1) of one turn of the pedals. */
  static Mesh bicycle(Size3 size, double phase) {
    MeshBuilder mesh = new MeshBuilder();
    double k = size.heightM() / RIDDEN_HEIGHT_M;
    double radius = 0.34 * Math.min(1.0, k);
    double axle = Math.max(0.35, size.lengthM() / 2.0 - radius);
    rim(mesh, -axle, radius, 0.022);
    rim(mesh, axle, radius, 0.022);
    double saddleX = -0.24;
    double barX = axle - 0.22;
    tube(mesh, -axle, radius, saddleX, 0.80, 0.016);
    tube(mesh, -axle, radius, -0.06, 0.28, 0.016);
    tube(mesh, -0.06, 0.28, saddleX, 0.98, 0.018);
    tube(mesh, -0.06, 0.28, barX, 0.84, 0.020);
    tube(mesh, saddleX, 0.84, barX, 0.88, 0.018);
    tube(mesh, axle, radius, barX, 1.02, 0.018);
    mesh.box(saddleX - 0.03, 0.0, 0.99, 0.26, 0.13, 0.05, Surface.TRIM);
    mesh.bar(barX, -0.28, 1.03, barX, 0.28, 1.03, 0.016, 0.016, 6, Surface.TRIM);
    mesh.box(-axle - 0.02, 0.0, 0.62, 0.03, 0.06, 0.05, Surface.TAILLAMP);
    rider(mesh, k, saddleX + 0.02, 1.00, 0.50, barX, 1.05, -0.06, 0.28, phase);
    return mesh.build();
  }

  static Mesh motorcycle(Size3 size) {
    MeshBuilder mesh = new MeshBuilder();
    double l = size.lengthM();
    double radius = 0.31;
    double axle = l / 2.0 - radius;
    double k = size.heightM() / 1.55;
    rim(mesh, -axle, radius, 0.075);
    rim(mesh, axle, radius, 0.06);
    mesh.ellipsoid(0.02, 0.0, 0.48, 0.34, 0.17, 0.22, 6, 9, 0.0, Surface.TRIM);
    mesh.ellipsoid(0.12, 0.0, 0.78, 0.32, 0.15, 0.15, 6, 9, 0.0, Surface.PAINT);
    mesh.ellipsoid(-0.42, 0.0, 0.76, 0.38, 0.13, 0.09, 6, 9, 0.0, Surface.PAINT);
    mesh.ellipsoid(axle - 0.20, 0.0, 0.84, 0.16, 0.16, 0.20, 6, 9, 0.0, Surface.PAINT);
    tube(mesh, axle, radius, axle - 0.28, 0.98, 0.035);
    tube(mesh, -axle, radius, -0.05, 0.42, 0.045);
    mesh.bar(axle - 0.32, -0.36, 0.99, axle - 0.32, 0.36, 0.99, 0.018, 0.018, 6, Surface.TRIM);
    mesh.box(axle - 0.05, 0.0, 0.86, 0.06, 0.17, 0.13, Surface.HEADLAMP);
    mesh.box(-0.80, 0.0, 0.76, 0.04, 0.16, 0.06, Surface.TAILLAMP);
    mesh.box(-0.84, 0.11, 0.74, 0.04, 0.06, 0.04, Surface.INDICATOR_LEFT);
    mesh.box(-0.84, -0.11, 0.74, 0.04, 0.06, 0.04, Surface.INDICATOR_RIGHT);
    mesh.box(-0.86, 0.0, 0.60, 0.02, 0.19, 0.16, Surface.PLATE);
    rider(mesh, k, -0.30, 0.84, 0.28, axle - 0.32, 1.0, -0.02, 0.34, -1.0);
    return mesh.build();
  }

  /** A wheel in the plane of travel, as a thin ring of bars with a hub. */
  private static void rim(MeshBuilder mesh, double x, double radius, double halfWidth) {
    int sides = 14;
    double mid = radius - halfWidth;
    for (int i = 0; i < sides; i++) {
      double a = 2.0 * Math.PI * i / sides;
      double b = 2.0 * Math.PI * (i + 1) / sides;
      mesh.bar(
          x + mid * StrictMath.cos(a),
          0.0,
          radius + mid * StrictMath.sin(a),
          x + mid * StrictMath.cos(b),
          0.0,
          radius + mid * StrictMath.sin(b),
          halfWidth,
          halfWidth,
          5,
          Surface.TYRE);
    }
    for (int i = 0; i < 3; i++) {
      double a = Math.PI * i / 3.0;
      double dx = mid * StrictMath.cos(a);
      double dz = mid * StrictMath.sin(a);
      mesh.bar(x - dx, 0.0, radius - dz, x + dx, 0.0, radius + dz, 0.012, 0.012, 4, Surface.HUB);
    }
  }

  private static void tube(
      MeshBuilder mesh, double x0, double z0, double x1, double z1, double radius) {
    mesh.bar(x0, 0.0, z0, x1, 0.0, z1, radius, radius, 6, Surface.PAINT);
  }

  private static void rider(
      MeshBuilder mesh,
      double k,
      double hipX,
      double hipZ,
      double lean,
      double handX,
      double handZ,
      double crankX,
      double crankZ,
      double phase) {
    double body = 0.80 * Math.max(0.9, Math.min(1.15, k)) * 1.12;
    double bodyZ = hipZ / body;
    PersonShape.trunk(mesh, body, hipX / body, 0.0, bodyZ, lean);
    double shoulderX = hipX + body * 0.52 * StrictMath.sin(lean);
    double shoulderZ = hipZ + body * 0.52 * StrictMath.cos(lean);
    for (int side = -1; side <= 1; side += 2) {
      double elbowX = 0.5 * (shoulderX + handX);
      double elbowZ = 0.5 * (shoulderZ + handZ) - 0.07;
      mesh.bar(
          shoulderX,
          side * 0.19,
          shoulderZ,
          elbowX,
          side * 0.26,
          elbowZ,
          0.05,
          0.042,
          6,
          Surface.CLOTH);
      mesh.bar(
          elbowX, side * 0.26, elbowZ, handX, side * 0.26, handZ, 0.042, 0.035, 6, Surface.CLOTH);
      double turn = phase < 0.0 ? 0.0 : 2.0 * Math.PI * phase + (side > 0 ? 0.0 : Math.PI);
      double reach = phase < 0.0 ? 0.0 : 0.17;
      double footX = crankX + reach * StrictMath.cos(turn);
      double footZ = crankZ + reach * StrictMath.sin(turn);
      double kneeX = 0.5 * (hipX + footX) + 0.24;
      double kneeZ = 0.5 * (hipZ + footZ) + 0.08;
      mesh.bar(
          hipX, side * 0.09, hipZ, kneeX, side * 0.11, kneeZ, 0.085, 0.06, 7, Surface.TROUSERS);
      mesh.bar(
          kneeX, side * 0.11, kneeZ, footX, side * 0.11, footZ, 0.06, 0.045, 7, Surface.TROUSERS);
      mesh.box(footX + 0.05, side * 0.11, footZ, 0.25, 0.09, 0.07, Surface.TRIM);
    }
  }
}
