package io.camber.sim.scene.shape;

import io.camber.geometry.Size3;
import io.camber.sim.scene.Mesh;
import io.camber.sim.scene.MeshBuilder;
import io.camber.sim.scene.Surface;

/**
 * A person who walks: legs, arms, torso and head. Frame: middle of the bounding box on the ground, x forward. Proportions
 * after a 1.75 m adult, scaled to the height.
 */
final class PersonShape {
  private static final double ADULT_HEIGHT_M = 1.75;
  /** Largest swing of a leg from the vertical while walking, rad. */
  private static final double LEG_SWING = 0.42;

  private PersonShape() {}

  /** {@code phase} in [0, 1) of a full stride of two steps; negative stands still. */
  static Mesh walker(Size3 size, double phase) {
    MeshBuilder mesh = new MeshBuilder();
    double k = size.heightM() / ADULT_HEIGHT_M;
    double swing = phase < 0.0 ? 0.0 : LEG_SWING * StrictMath.sin(2.0 * Math.PI * phase);
    leg(mesh, k, 0.10, swing);
    leg(mesh, k, -0.10, -swing);
    trunk(mesh, k, 0.0, 0.0, 0.88, 0.0);
    arm(mesh, k, 0.235, -0.8 * swing);
    arm(mesh, k, -0.235, 0.8 * swing);
    return mesh.build();
  }

  private static void leg(MeshBuilder mesh, double k, double y, double swing) {
    double hipZ = 0.90;
    double s = StrictMath.sin(swing);
    double kneeX = 0.44 * s;
    double kneeZ = hipZ - 0.44 * StrictMath.cos(swing);
    double shin = swing > 0.0 ? 0.6 * swing : 1.3 * swing;
    double footX = kneeX + 0.40 * StrictMath.sin(shin);
    double footZ = Math.max(0.06, kneeZ - 0.40 * StrictMath.cos(shin));
    mesh.bar(
        0, k * y, k * hipZ, k * kneeX, k * y, k * kneeZ, k * 0.095, k * 0.065, 7, Surface.TROUSERS);
    mesh.bar(
        k * kneeX,
        k * y,
        k * kneeZ,
        k * footX,
        k * y,
        k * footZ,
        k * 0.063,
        k * 0.045,
        7,
        Surface.TROUSERS);
    mesh.box(
        k * (footX + 0.06), k * y, k * (footZ - 0.02), k * 0.26, k * 0.09, k * 0.08, Surface.TYRE);
  }

  private static void arm(MeshBuilder mesh, double k, double y, double swing) {
    double elbowX = 0.29 * StrictMath.sin(swing);
    double elbowZ = 1.40 - 0.29 * StrictMath.cos(swing);
    double handX = elbowX + 0.27 * StrictMath.sin(swing + 0.35);
    double handZ = elbowZ - 0.27 * StrictMath.cos(swing + 0.35);
    mesh.bar(
        0,
        k * y * 0.92,
        k * 1.40,
        k * elbowX,
        k * y,
        k * elbowZ,
        k * 0.055,
        k * 0.045,
        6,
        Surface.CLOTH);
    mesh.bar(
        k * elbowX,
        k * y,
        k * elbowZ,
        k * handX,
        k * y,
        k * handZ,
        k * 0.044,
        k * 0.035,
        6,
        Surface.CLOTH);
    mesh.ellipsoid(
        k * handX,
        k * y,
        k * (handZ - 0.05),
        k * 0.03,
        k * 0.04,
        k * 0.07,
        4,
        6,
        0.0,
        Surface.SKIN);
  }

  /** Torso, neck and head above a hip at (x, z), bent forward by {@code lean} radians. */
  static void trunk(MeshBuilder mesh, double k, double hipX, double y, double hipZ, double lean) {
    double s = StrictMath.sin(lean);
    double c = StrictMath.cos(lean);
    double[] along = {-0.02, 0.14, 0.36, 0.54, 0.60};
    double[] depth = {0.10, 0.105, 0.125, 0.11, 0.05};
    double[] width = {0.165, 0.15, 0.19, 0.20, 0.07};
    int sides = 9;
    int before = -1;
    for (int i = 0; i < along.length; i++) {
      int first = -1;
      for (int side = 0; side < sides; side++) {
        double angle = 2.0 * Math.PI * side / sides;
        double forward = depth[i] * StrictMath.cos(angle);
        double left = width[i] * StrictMath.sin(angle);
        int vertex = mesh.vertex(
            k * (hipX + s * along[i] + c * forward),
            k * (y + left),
            k * (hipZ + c * along[i] - s * forward));
        first = first < 0 ? vertex : first;
      }
      for (int side = 0; before >= 0 && side < sides; side++) {
        int next = (side + 1) % sides;
        mesh.quad(
            before + side,
            before + next,
            first + next,
            first + side,
            i == 1 ? Surface.TROUSERS : Surface.CLOTH);
      }
      before = first;
    }
    double neckX = hipX + s * 0.60;
    double neckZ = hipZ + c * 0.60;
    mesh.bar(
        k * neckX,
        k * y,
        k * (neckZ - 0.02),
        k * (neckX + s * 0.08),
        k * y,
        k * (neckZ + 0.08),
        k * 0.055,
        k * 0.05,
        6,
        Surface.SKIN);
    double headX = neckX + s * 0.12 + 0.015;
    double headZ = neckZ + 0.145;
    mesh.ellipsoid(
        k * headX, k * y, k * headZ, k * 0.10, k * 0.078, k * 0.122, 7, 9, 0.0, Surface.SKIN);
    mesh.ellipsoid(
        k * (headX - 0.018),
        k * y,
        k * (headZ + 0.028),
        k * 0.098,
        k * 0.084,
        k * 0.102,
        6,
        9,
        0.0,
        Surface.HAIR);
  }
}
