package io.camber.sim.scene.shape;

import io.camber.sim.scene.MeshBuilder;
import io.camber.sim.scene.Surface;

/** A four-legged animal of any size, from dog to moose. Frame: middle of the box on the ground, head towards +x. */
final class AnimalShape {
  private AnimalShape() {}

  /** Adds an animal that fills the box; it steps with its legs apart. */
  static void add(MeshBuilder mesh, double length, double width, double height) {
    double half = 0.5 * width;
    double leg = 0.035 * height + 0.015;
    trunk(mesh, length, half, height);
    legs(mesh, length, half, height, leg);
    head(mesh, length, half, height, leg);
    horn(mesh, length, half, height, leg);
    horn(mesh, length, -half, height, leg);
  }

  private static double belly(double height) {
    return 0.42 * height;
  }

  private static void trunk(MeshBuilder mesh, double length, double half, double height) {
    double back = 0.72 * height;
    double belly = belly(height);
    mesh.ellipsoid(
        -0.08 * length,
        0.0,
        (back + belly) / 2.0,
        0.36 * length,
        0.8 * half,
        (back - belly) / 2.0,
        7,
        10,
        0.05,
        Surface.FUR);
  }

  private static void legs(
      MeshBuilder mesh, double length, double half, double height, double leg) {
    double[][] hips = {
      {0.18, 0.6, 0.06}, {0.18, -0.6, -0.05}, {-0.32, 0.6, -0.07}, {-0.32, -0.6, 0.05}
    };
    for (double[] hip : hips) {
      mesh.bar(
          (hip[0] + hip[2]) * length,
          hip[1] * half,
          0.0,
          hip[0] * length,
          hip[1] * half,
          belly(height) + 0.12 * height,
          leg,
          1.7 * leg,
          6,
          Surface.FUR);
    }
  }

  /** On its neck. */
  private static void head(
      MeshBuilder mesh, double length, double half, double height, double leg) {
    mesh.bar(
        0.20 * length,
        0.0,
        0.62 * height,
        0.36 * length,
        0.0,
        0.88 * height,
        2.6 * leg,
        1.7 * leg,
        7,
        Surface.FUR);
    mesh.ellipsoid(
        0.42 * length,
        0.0,
        0.90 * height,
        0.09 * length,
        0.3 * half,
        0.07 * height,
        5,
        8,
        0.0,
        Surface.FUR);
  }

  /** An ear or an antler, on the side of the sign of {@code half}. */
  private static void horn(
      MeshBuilder mesh, double length, double half, double height, double leg) {
    mesh.bar(
        0.36 * length,
        0.2 * half,
        0.92 * height,
        0.33 * length,
        0.45 * half,
        height,
        0.4 * leg,
        0.2 * leg,
        5,
        Surface.FUR);
  }
}
