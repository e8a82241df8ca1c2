package io.camber.sim.scene.shape;

import io.camber.geometry.Size3;
import io.camber.sim.scene.Mesh;
import io.camber.sim.scene.MeshBuilder;
import io.camber.sim.scene.Surface;

/** Trucks, trailers and buses. Frame: middle of the bounding box on the ground, x forward. */
final class HeavyShape {
  private HeavyShape() {}

  /** Cab with raked windscreen, gap, cargo body on a chassis; short ones become a box truck. */
  static Mesh truck(Size3 size) {
    MeshBuilder mesh = new MeshBuilder();
    double l = size.lengthM();
    double w = size.widthM();
    double h = size.heightM();
    double cab = Math.min(2.3, 0.30 * l);
    double front = l / 2.0;
    double rear = -l / 2.0;
    cab(mesh, front - cab, front, w, Math.min(h, 3.0), 0.55);
    cargo(mesh, rear, front - cab - 0.35, w, 1.05, h);
    chassis(mesh, rear + 0.15, front - 0.5, w);
    axle(mesh, front - 0.55 * cab, w);
    axle(mesh, rear + 0.18 * l, w);
    if (l > 9.0) {
      axle(mesh, rear + 0.18 * l + 1.3, w);
      axle(mesh, rear + 0.18 * l + 2.6, w);
      axle(mesh, front - cab - 1.6, w);
    }
    rearLamps(mesh, rear, w, 0.95);
    return mesh.build();
  }

  static Mesh trailer(Size3 size) {
    MeshBuilder mesh = new MeshBuilder();
    double l = size.lengthM();
    double w = size.widthM();
    double h = size.heightM();
    boolean low = h < 1.8;
    double floor = low ? 0.45 * h : 1.05;
    cargo(mesh, -l / 2.0, l / 2.0 - (low ? 0.25 * l : 0.0), w, floor, h);
    chassis(mesh, -l / 2.0 + 0.1, l / 2.0 - 0.1, w);
    if (low) {
      mesh.wheel(-0.05 * l, 0.5 * w - 0.1, 0.3, 0.18).wheel(-0.05 * l, -0.5 * w + 0.1, 0.3, 0.18);
    } else {
      for (int i = 0; i < 3; i++) {
        axle(mesh, -0.32 * l + 1.3 * (i - 1), w);
      }
    }
    rearLamps(mesh, -l / 2.0, w, low ? 0.5 : 0.95);
    return mesh.build();
  }

  static Mesh bus(Size3 size) {
    MeshBuilder mesh = new MeshBuilder();
    double l = size.lengthM();
    double w = size.widthM();
    double h = size.heightM();
    Surface[] lower = Loft.all(Surface.PAINT, 9);
    lower[8] = Surface.TRIM;
    Surface[] windows = lower.clone();
    windows[2] = Surface.GLASS;
    windows[5] = Surface.GLASS;
    Loft loft = new Loft(mesh, 9);
    loft.start(-0.5 * l, Surface.PAINT, coach(0.47 * w, h));
    loft.to(-0.485 * l, lower, coach(0.495 * w, h));
    int bays = Math.max(3, (int) (l / 1.7));
    for (int i = 1; i <= bays; i++) {
      double x = (-0.485 + 0.955 * i / bays) * l;
      loft.to(x - 0.10, windows, coach(0.495 * w, h)).to(x, lower, coach(0.495 * w, h));
    }
    loft.end(0.49 * l, lower, Surface.GLASS, coach(0.47 * w, h * 0.985));
    mesh.box(0.4925 * l, 0.0, 0.22 * h, 0.015 * l, 0.92 * w, 0.26 * h, Surface.PAINT);
    mesh.box(0.499 * l, 0.36 * w, 0.20 * h, 0.01, 0.3, 0.2, Surface.HEADLAMP);
    mesh.box(0.499 * l, -0.36 * w, 0.20 * h, 0.01, 0.3, 0.2, Surface.HEADLAMP);
    mesh.box(-0.497 * l, 0.0, 0.68 * h, 0.02, 0.8 * w, 0.26 * h, Surface.GLASS);
    axle(mesh, 0.28 * l, w);
    axle(mesh, -0.24 * l, w);
    rearLamps(mesh, -0.5 * l, w, 0.32 * h);
    return mesh.build();
  }

  private static double[] coach(double half, double h) {
    return new double[] {
      0.97 * half,
      0.10 * h,
      half,
      0.14 * h,
      half,
      0.42 * h,
      0.985 * half,
      0.86 * h,
      0.0,
      h,
      -0.985 * half,
      0.86 * h,
      -half,
      0.42 * h,
      -half,
      0.14 * h,
      -0.97 * half,
      0.10 * h
    };
  }

  private static void cab(
      MeshBuilder mesh, double rear, double front, double w, double h, double bottom) {
    Surface[] panels = {
      Surface.PAINT,
      Surface.GLASS,
      Surface.PAINT,
      Surface.PAINT,
      Surface.GLASS,
      Surface.PAINT,
      Surface.TRIM
    };
    Surface[] solid = Loft.all(Surface.PAINT, 7);
    Loft loft = new Loft(mesh, 7);
    double half = 0.485 * w;
    loft.start(rear, Surface.PAINT, tower(half, bottom, h));
    loft.to(rear + 0.35 * (front - rear), solid, tower(half, bottom, h));
    loft.to(front - 0.30, panels, tower(half, bottom, h));
    loft.end(front - 0.02, solid, Surface.TRIM, tower(0.96 * half, bottom, h * 0.965));
    mesh.box(front - 0.015, 0.0, 0.73 * h, 0.03, 0.86 * w, 0.27 * h, Surface.GLASS);
    mesh.box(front - 0.015, 0.0, 0.40 * h, 0.02, 0.7 * w, 0.25 * h, Surface.PAINT);
    mesh.box(front - 0.01, 0.36 * w, 0.25 * h, 0.02, 0.34, 0.18, Surface.HEADLAMP);
    mesh.box(front - 0.01, -0.36 * w, 0.25 * h, 0.02, 0.34, 0.18, Surface.HEADLAMP);
  }

  private static double[] tower(double half, double low, double high) {
    double sill = low + 0.50 * (high - low);
    return new double[] {
      half,
      low,
      half,
      sill,
      0.98 * half,
      low + 0.88 * (high - low),
      0.0,
      high,
      -0.98 * half,
      low + 0.88 * (high - low),
      -half,
      sill,
      -half,
      low
    };
  }

  /** Box body with a slightly crowned roof, so that no two roof rings look alike. */
  private static void cargo(
      MeshBuilder mesh, double rear, double front, double w, double floor, double h) {
    double half = 0.5 * w;
    double[] yz = {half, floor, half, 0.985 * h, 0.0, h, -half, 0.985 * h, -half, floor};
    Surface[] skins = Loft.all(Surface.CARGO, 5);
    skins[4] = Surface.TRIM;
    new Loft(mesh, 5).start(rear, Surface.CARGO, yz).end(front, skins, Surface.CARGO, yz);
    mesh.box(rear - 0.004, 0.0, 0.5 * (floor + h), 0.012, 0.03, 0.9 * (h - floor), Surface.TRIM);
  }

  private static void chassis(MeshBuilder mesh, double rear, double front, double w) {
    mesh.box(0.5 * (rear + front), 0.0, 0.78, front - rear, 0.4 * w, 0.3, Surface.TRIM);
  }

  private static void axle(MeshBuilder mesh, double x, double w) {
    mesh.wheel(x, 0.5 * w - 0.17, 0.5, 0.3).wheel(x, -0.5 * w + 0.17, 0.5, 0.3);
  }

  private static void rearLamps(MeshBuilder mesh, double rear, double w, double z) {
    for (int side = -1; side <= 1; side += 2) {
      Surface indicator = side > 0 ? Surface.INDICATOR_LEFT : Surface.INDICATOR_RIGHT;
      mesh.box(rear + 0.01, side * 0.36 * w, z, 0.03, 0.34, 0.14, Surface.TAILLAMP);
      mesh.box(rear + 0.01, side * 0.46 * w, z, 0.03, 0.12, 0.14, indicator);
    }
    mesh.box(rear + 0.01, 0.0, z, 0.03, 0.52, 0.12, Surface.PLATE);
    mesh.box(rear + 0.06, 0.0, 0.55, 0.06, 0.9 * w, 0.12, Surface.TRIM);
  }
}
