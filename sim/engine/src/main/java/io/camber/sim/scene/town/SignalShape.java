package io.camber.sim.scene.town;

import io.camber.sim.scene.Mesh;
import io.camber.sim.scene.MeshBuilder;
import io.camber.sim.scene.Surface;

/**
 * The head of a traffic light: housing, backing board, three lamps under visors. Frame: middle of the lower edge, x axis
 * facing the traffic, z up.
 */
final class SignalShape {
  /** Heads that the map gives no size get this one: three lamps of 0.3 m. */
  static final double HEIGHT_M = 1.0;

  private static final double DEPTH_M = 0.18;
  private static final Surface[] LAMPS = {Surface.LAMP_GREEN, Surface.LAMP_YELLOW, Surface.LAMP_RED
  };

  private SignalShape() {}

  static Mesh mesh(double heightM) {
    MeshBuilder mesh = new MeshBuilder();
    double k = heightM;
    double width = 0.36 * k;
    mesh.box(-DEPTH_M / 2, 0, k / 2, DEPTH_M, width, k, Surface.SIGNAL_HOUSING);
    mesh.box(-DEPTH_M, 0, k / 2, 0.02, width + 0.24 * k, 1.22 * k, Surface.SIGNAL_HOUSING);
    for (int i = 0; i < LAMPS.length; i++) {
      double z = k * (0.18 + 0.32 * i);
      double radius = 0.145 * k;
      mesh.bar(-0.02, 0, z, 0.025, 0, z, radius, radius, 14, LAMPS[i]);
      visor(mesh, z, radius + 0.012);
    }
    return mesh.build();
  }

  /** Half tube above a lamp. */
  private static void visor(MeshBuilder mesh, double z, double radius) {
    int sides = 8;
    int before = -1;
    for (int i = 0; i <= sides; i++) {
      double angle = Math.PI * (0.08 + 0.84 * i / sides);
      double y = radius * StrictMath.cos(angle);
      double up = z + radius * StrictMath.sin(angle);
      int inner = mesh.vertex(0.0, y, up);
      mesh.vertex(0.17, y, up + 0.01);
      if (i > 0) {
        mesh.quad(before, before + 1, inner + 1, inner, Surface.SIGNAL_HOUSING);
      }
      before = inner;
    }
  }
}
