package io.camber.sim.scene.town;

import io.camber.geometry.Pose3;
import io.camber.map.RoadMap;
import io.camber.map.road.Signal;
import io.camber.sim.scene.MeshBuilder;
import io.camber.sim.scene.Surface;

/** Builds signs, and the posts of signs and traffic lights. */
final class SignBuilder {
  private static final double PLATE_M = 0.75;
  /** Signs lower than this over the road are the foot of their post: exporters differ. */
  private static final double FOOT_BELOW_M = 0.5;

  private static final double LOWER_EDGE_M = 2.0;

  private final MeshBuilder mesh;
  private final TileKey tile;
  private final RoadMap map;
  private final Land land;

  SignBuilder(RoadMap map, Land land, TileKey tile, MeshBuilder mesh) {
    this.map = map;
    this.land = land;
    this.tile = tile;
    this.mesh = mesh;
  }

  private MeshBuilder in(Pose3 pose) {
    return mesh.in(new Pose3(
        pose.x() - tile.middleX(), pose.y() - tile.middleY(), pose.z(), pose.yaw(), 0.0, 0.0));
  }

  /** Post behind a head or a plate down to the ground, or a mast beside the road when it hangs over a lane. */
  void post(Signal signal, Pose3 pose, double height) {
    Pose3 behind = pose.times(new Pose3(-0.26, 0.0, 0.0, 0.0, 0.0, 0.0));
    boolean overLane = map.onDrivable(behind.x(), behind.y(), 0.0);
    double foot = land.heightAt(behind.x(), behind.y());
    double top = pose.z() + height + 0.1;
    if (!overLane) {
      bar(
          behind.x(),
          behind.y(),
          Math.min(foot, pose.z()) - 0.2,
          behind.x(),
          behind.y(),
          top,
          0.075);
      return;
    }
    if (pose.z() - foot < 4.0 || map.findRoad(signal.roadId()).isEmpty()) {
      return;
    }
    double side = signal.t() >= 0.0 ? 1.0 : -1.0;
    double t = signal.t();
    Pose3 mast = map.fromRoad(signal.roadId(), signal.s(), t);
    for (int i = 0; i < 40 && map.onDrivable(mast.x(), mast.y(), 0.6); i++) {
      t += 0.5 * side;
      mast = map.fromRoad(signal.roadId(), signal.s(), t);
    }
    double beam = pose.z() + 0.75 * height;
    bar(mast.x(), mast.y(), mast.z() - 0.3, mast.x(), mast.y(), beam + 0.3, 0.13);
    bar(mast.x(), mast.y(), beam, behind.x(), behind.y(), beam, 0.07);
  }

  private void bar(
      double x0, double y0, double z0, double x1, double y1, double z1, double radius) {
    mesh.in(Pose3.IDENTITY)
        .bar(
            x0 - tile.middleX(),
            y0 - tile.middleY(),
            z0,
            x1 - tile.middleX(),
            y1 - tile.middleY(),
            z1,
            radius,
            0.8 * radius,
            8,
            Surface.STEEL);
  }

  void sign(Signal signal) {
    double road = map.findRoad(signal.roadId())
        .map(found -> found.poseAt(signal.s(), signal.t()).z())
        .orElse(signal.pose().z());
    Pose3 given = signal.pose();
    double z = given.z() - road < FOOT_BELOW_M ? road + LOWER_EDGE_M : given.z();
    Pose3 pose = new Pose3(given.x(), given.y(), z, given.yaw(), 0.0, 0.0);
    double height = signal.heightM() > 0.2 ? Math.min(4.0, signal.heightM()) : PLATE_M;
    double width = signal.widthM() > 0.2 ? Math.min(8.0, signal.widthM()) : height;
    post(signal, pose, height);
    in(pose);
    String type = signal.type();
    if (type.equals("206") || type.equals("R1-1")) {
      disc(height, 8, Surface.SIGN_WHITE, 1.0, 0.0);
      disc(height, 8, Surface.SIGN_RED, 0.93, 0.012);
      mesh.box(0.022, 0, height / 2, 0.008, 0.6 * height, 0.2 * height, Surface.SIGN_WHITE);
    } else if (type.equals("205") || type.equals("R1-2")) {
      giveWay(height, Surface.SIGN_RED, 1.0, 0.0);
      giveWay(height, Surface.SIGN_WHITE, 0.68, 0.012);
    } else if (type.equals("274") || type.equals("R2-1") || type.startsWith("27")) {
      disc(height, 20, Surface.SIGN_RED, 1.0, 0.0);
      disc(height, 20, Surface.SIGN_WHITE, 0.76, 0.012);
      mesh.box(
          0.022,
          0.13 * height,
          height / 2,
          0.008,
          0.14 * height,
          0.32 * height,
          Surface.SIGN_BLACK);
      mesh.box(
          0.022,
          -0.13 * height,
          height / 2,
          0.008,
          0.14 * height,
          0.32 * height,
          Surface.SIGN_BLACK);
    } else if (type.startsWith("1") && type.length() == 3) {
      warning(height);
    } else {
      mesh.box(0, 0, height / 2, 0.02, width, height, Surface.SIGN_WHITE);
      mesh.box(0.012, 0, height / 2, 0.008, 0.92 * width, 0.92 * height, Surface.SIGN_BLUE);
      mesh.box(0.018, 0, height / 2, 0.006, 0.5 * width, 0.18 * height, Surface.SIGN_WHITE);
    }
    mesh.box(
        -0.014,
        0,
        height / 2,
        0.006,
        0.5 * Math.min(width, height),
        0.5 * height,
        Surface.SIGN_BACK);
  }

  private void disc(double height, int sides, Surface surface, double share, double forward) {
    double radius = 0.5 * share * height;
    mesh.bar(
        forward - 0.01,
        0,
        height / 2,
        forward + 0.01,
        0,
        height / 2,
        radius,
        radius,
        sides,
        surface);
  }

  /** Triangle on its tip. */
  private void giveWay(double height, Surface surface, double share, double forward) {
    double half = 0.5 * share * height * 1.1;
    double top = height * (0.5 + 0.44 * share);
    double tip = height * (0.5 - 0.44 * share);
    triangle(half, top, -half, top, 0.0, tip, forward, surface);
  }

  private void warning(double height) {
    triangle(
        -0.55 * height,
        0.05 * height,
        0.55 * height,
        0.05 * height,
        0.0,
        height,
        0.0,
        Surface.SIGN_RED);
    triangle(
        -0.36 * height,
        0.15 * height,
        0.36 * height,
        0.15 * height,
        0.0,
        0.78 * height,
        0.012,
        Surface.SIGN_WHITE);
    mesh.box(0.02, 0, 0.38 * height, 0.008, 0.07 * height, 0.3 * height, Surface.SIGN_BLACK);
  }

  private void triangle(
      double y0, double z0, double y1, double z1, double y2, double z2, double x, Surface surface) {
    mesh.triangle(mesh.vertex(x, y0, z0), mesh.vertex(x, y1, z1), mesh.vertex(x, y2, z2), surface);
  }
}
