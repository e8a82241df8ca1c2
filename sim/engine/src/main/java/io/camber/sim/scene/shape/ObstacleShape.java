package io.camber.sim.scene.shape;

import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.sim.scene.Mesh;
import io.camber.sim.scene.MeshBuilder;
import io.camber.sim.scene.Surface;
import java.util.Locale;

/** Things that do not drive: cones, barriers, poles, trees, animals, debris, crates. Frame: middle of the box on the ground. */
final class ObstacleShape {
  private ObstacleShape() {}

  static Mesh mesh(Size3 size, String kind) {
    double l = Math.max(0.05, size.lengthM());
    double w = Math.max(0.05, size.widthM());
    double h = Math.max(0.05, size.heightM());
    String word = kind.toLowerCase(Locale.ROOT);
    MeshBuilder mesh = new MeshBuilder();
    if (word.contains("cone")) {
      cone(mesh, l, w, h);
    } else if (word.contains("barrier") || word.contains("railing")) {
      barrier(mesh, l, w, h);
    } else if (word.contains("pole") || word.contains("lamp")) {
      mesh.bar(0, 0, 0, 0, 0, h, 0.5 * Math.min(l, w), 0.4 * Math.min(l, w), 10, Surface.STEEL);
    } else if (word.contains("tree") || word.contains("vegetation")) {
      mesh.bar(0, 0, 0, 0, 0, 0.5 * h, 0.08 * w, 0.06 * w, 8, Surface.BARK);
      mesh.ellipsoid(0, 0, 0.65 * h, l / 2, w / 2, 0.35 * h, 7, 10, 0.25, Surface.FOLIAGE);
    } else if (word.contains("animal")) {
      AnimalShape.add(mesh, l, w, h);
    } else if (word.contains("debris") || word.contains("cargo")) {
      debris(mesh, l, w, h);
    } else {
      mesh.box(0, 0, h / 2, l, w, h, Surface.CRATE);
    }
    return mesh.build();
  }

  /** What fell off a lorry: boards across each other and a burst tyre. */
  private static void debris(MeshBuilder mesh, double l, double w, double h) {
    double[] yaws = {0.0, 0.5, -0.7, 1.2};
    for (int i = 0; i < yaws.length; i++) {
      double reach = Math.min(
          l / Math.max(0.2, Math.abs(StrictMath.cos(yaws[i]))),
          w / Math.max(0.2, Math.abs(StrictMath.sin(yaws[i]))));
      mesh.in(new Pose3(0, 0, h * (i + 0.5) / yaws.length, yaws[i], 0, 0));
      mesh.box(0, 0, 0, 0.9 * reach, 0.12 * Math.min(l, w), h / yaws.length, Surface.CRATE);
    }
    mesh.in(Pose3.IDENTITY);
    mesh.bar(
        0.25 * l, 0.2 * w, 0, 0.25 * l, 0.2 * w, 0.6 * h, 0.18 * w, 0.16 * w, 10, Surface.TYRE);
  }

  private static void cone(MeshBuilder mesh, double l, double w, double h) {
    double r = 0.36 * Math.min(l, w);
    mesh.box(0, 0, 0.03 * h, l, w, 0.06 * h, Surface.TRIM);
    mesh.bar(0, 0, 0.06 * h, 0, 0, 0.40 * h, r, 0.72 * r, 10, Surface.CONE);
    mesh.bar(0, 0, 0.40 * h, 0, 0, 0.68 * h, 0.72 * r, 0.44 * r, 10, Surface.REFLECTOR);
    mesh.bar(0, 0, 0.68 * h, 0, 0, h, 0.44 * r, 0.12 * r, 10, Surface.CONE);
  }

  /** Concrete step barrier along its longer side. */
  private static void barrier(MeshBuilder mesh, double l, double w, double h) {
    boolean across = w > l;
    double along = across ? w : l;
    double half = (across ? l : w) / 2.0;
    mesh.in(new Pose3(0, 0, 0, across ? Math.PI / 2 : 0.0, 0, 0));
    double[] yz = {
      half,
      0.0,
      half,
      0.1 * h,
      0.45 * half,
      0.4 * h,
      0.3 * half,
      h,
      -0.3 * half,
      h,
      -0.45 * half,
      0.4 * h,
      -half,
      0.1 * h,
      -half,
      0.0
    };
    new Loft(mesh, 8)
        .start(-along / 2, Surface.CONCRETE, yz)
        .end(along / 2, Loft.all(Surface.CONCRETE, 8), Surface.CONCRETE, yz);
  }
}
