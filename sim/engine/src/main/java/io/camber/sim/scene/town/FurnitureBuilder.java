package io.camber.sim.scene.town;

import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import io.camber.map.road.MapObject;
import io.camber.sim.scene.Hash;
import io.camber.sim.scene.MeshBuilder;
import io.camber.sim.scene.Surface;
import java.util.ArrayList;
import java.util.List;

/** Builds what stands beside the road from plain solids. Positions are those of the map frame. */
final class FurnitureBuilder {
  private final MeshBuilder mesh;
  private final TileKey tile;
  private final Detail detail;
  private final List<Vec3> lamps = new ArrayList<>();

  FurnitureBuilder(TileKey tile, MeshBuilder mesh, Detail detail) {
    this.tile = tile;
    this.mesh = mesh;
    this.detail = detail;
  }

  private MeshBuilder at(double x, double y, double z, double yaw) {
    return mesh.in(new Pose3(x - tile.middleX(), y - tile.middleY(), z, yaw, 0.0, 0.0));
  }

  /** A thing of the map; flat ones are left to the painter. */
  void object(MapObject object) {
    double h = object.size().heightM();
    Pose3 pose = object.pose();
    double l = Math.max(0.1, object.size().lengthM());
    double w = Math.max(0.1, object.size().widthM());
    switch (object.kind()) {
      case POLE ->
        pole(pose.x(), pose.y(), pose.z(), h > 0.2 ? h : 6.0, Math.max(0.05, object.radiusM()));
      case TREE -> tree(pose.x(), pose.y(), pose.z(), h > 1.0 ? h : 6.0, Hash.of(object.id()));
      case VEGETATION ->
        bush(pose.x(), pose.y(), pose.z(), Math.max(0.6, Math.min(3.0, h)), Hash.of(object.id()));
      case BUILDING ->
        block(
            object,
            h > 1.0 ? h : 7.0,
            Hash.unit(Hash.of(object.id())) < 0.5 ? Surface.FACADE : Surface.BRICK,
            Surface.ROOF);
      case BARRIER -> block(object, h > 0.05 ? h : 0.8, Surface.CONCRETE, Surface.CONCRETE);
      case TRAFFIC_ISLAND -> block(object, h > 0.02 ? h : 0.12, Surface.KERB, Surface.SIDEWALK);
      case GANTRY -> gantry(pose, Math.max(l, w), h > 3.0 ? h : 6.0);
      case OBSTACLE -> block(object, h > 0.05 ? h : 1.0, Surface.CRATE, Surface.CRATE);
      case OTHER -> {
        if (h > 0.3) {
          block(object, h, Surface.CRATE, Surface.CRATE);
        }
      }
      case CROSSWALK, PARKING_SPACE, PATCH, ROAD_MARK -> {}
    }
  }

  /** Walls on the outline, or on the box, with a lid. */
  private void block(MapObject object, double height, Surface wall, Surface lid) {
    if (object.outline().size() >= 2) {
      walls(object.outline(), object.closed(), height, wall, lid);
      return;
    }
    Pose3 pose = object.pose();
    double l = Math.max(0.1, object.size().lengthM());
    double w = Math.max(0.1, object.size().widthM());
    at(pose.x(), pose.y(), pose.z(), pose.yaw()).box(0, 0, height / 2, l, w, height, wall);
    mesh.box(0, 0, height + 0.01, l, w, 0.02, lid);
  }

  private void walls(List<Vec3> outline, boolean closed, double height, Surface wall, Surface lid) {
    int count = outline.size();
    int[] low = new int[count];
    int[] high = new int[count];
    double x = 0.0;
    double y = 0.0;
    double z = 0.0;
    mesh.in(Pose3.IDENTITY);
    for (int i = 0; i < count; i++) {
      Vec3 p = outline.get(i);
      low[i] = mesh.vertex(p.x() - tile.middleX(), p.y() - tile.middleY(), p.z());
      high[i] = mesh.vertex(p.x() - tile.middleX(), p.y() - tile.middleY(), p.z() + height);
      x += p.x() / count;
      y += p.y() / count;
      z += p.z() / count;
    }
    boolean solid = closed || count > 2;
    int top = solid ? mesh.vertex(x - tile.middleX(), y - tile.middleY(), z + height) : -1;
    for (int i = 0; i < (solid ? count : count - 1); i++) {
      int j = (i + 1) % count;
      mesh.quad(low[i], low[j], high[j], high[i], wall);
      if (solid) {
        mesh.triangle(top, high[i], high[j], lid);
      }
    }
  }

  void pole(double x, double y, double z, double height, double radius) {
    at(x, y, z, 0.0)
        .bar(0, 0, -0.2, 0, 0, height, radius, 0.75 * radius, detail.of(8), Surface.STEEL);
  }

  void tree(double x, double y, double z, double height, long hash) {
    double crown = height * (0.24 + 0.10 * Hash.unit(hash + 1));
    at(x, y, z, 2.0 * Math.PI * Hash.unit(hash + 2));
    double trunk = 0.028 * height + 0.04;
    mesh.bar(
        0,
        0,
        -0.3,
        0.02 * height,
        0,
        0.55 * height,
        trunk,
        0.6 * trunk,
        detail.of(7),
        Surface.BARK);
    if (Hash.unit(hash + 3) < 0.3) {
      mesh.bar(
          0,
          0,
          0.18 * height,
          0,
          0,
          0.62 * height,
          crown,
          0.55 * crown,
          detail.of(9),
          Surface.FOLIAGE);
      mesh.bar(
          0, 0, 0.50 * height, 0, 0, height, 0.72 * crown, 0.05, detail.of(9), Surface.FOLIAGE);
      return;
    }
    mesh.ellipsoid(
        0,
        0,
        0.66 * height,
        crown,
        0.9 * crown,
        0.34 * height,
        detail.of(6),
        detail.of(9),
        0.25,
        Surface.FOLIAGE);
    mesh.ellipsoid(
        0.55 * crown,
        0.3 * crown,
        0.55 * height,
        0.6 * crown,
        0.6 * crown,
        0.2 * height,
        detail.of(5),
        detail.of(8),
        0.3,
        Surface.FOLIAGE);
  }

  void bush(double x, double y, double z, double height, long hash) {
    at(x, y, z, 2.0 * Math.PI * Hash.unit(hash));
    mesh.ellipsoid(
        0,
        0,
        0.45 * height,
        0.8 * height,
        0.6 * height,
        0.55 * height,
        detail.of(5),
        detail.of(8),
        0.3,
        Surface.FOLIAGE);
    mesh.ellipsoid(
        0.5 * height,
        0.2 * height,
        0.35 * height,
        0.55 * height,
        0.5 * height,
        0.4 * height,
        detail.of(5),
        detail.of(7),
        0.3,
        Surface.FOLIAGE);
  }

  /** House with a pitched roof, or a taller block with a flat one. */
  void house(
      double x,
      double y,
      double z,
      double yaw,
      double length,
      double width,
      double height,
      long hash) {
    Surface wall = Hash.unit(hash) < 0.5 ? Surface.FACADE : Surface.BRICK;
    at(x, y, z - 0.5, yaw).box(0, 0, height / 2, length, width, height, wall);
    if (height > 9.0) {
      mesh.box(0, 0, height + 0.2, length + 0.4, width + 0.4, 0.4, Surface.ROOF);
      mesh.box(0.2 * length, 0, height + 1.2, 3.0, 2.5, 1.8, Surface.CONCRETE);
      return;
    }
    double eave = 0.5;
    double ridge = height + 0.35 * width;
    int a = mesh.vertex(-length / 2 - eave, -width / 2 - eave, height - 0.1);
    int b = mesh.vertex(length / 2 + eave, -width / 2 - eave, height - 0.1);
    int c = mesh.vertex(length / 2 + eave, width / 2 + eave, height - 0.1);
    int d = mesh.vertex(-length / 2 - eave, width / 2 + eave, height - 0.1);
    int e = mesh.vertex(-length / 2 - eave, 0, ridge);
    int f = mesh.vertex(length / 2 + eave, 0, ridge);
    mesh.quad(a, b, f, e, Surface.ROOF).quad(c, d, e, f, Surface.ROOF);
    mesh.triangle(d, a, e, wall).triangle(b, c, f, wall);
  }

  /** White post with reflectors, as beside country roads. */
  void delineator(double x, double y, double z, double yaw) {
    at(x, y, z, yaw).box(0, 0, 0.4, 0.10, 0.12, 1.1, Surface.SIGN_WHITE);
    if (detail == Detail.FINE) {
      mesh.box(0, 0, 0.78, 0.105, 0.125, 0.2, Surface.SIGN_BLACK);
      mesh.box(0, 0, 0.78, 0.115, 0.05, 0.16, Surface.REFLECTOR);
    }
  }

  /** Street lamp whose arm points along {@code yaw}. */
  void streetLamp(double x, double y, double z, double yaw) {
    at(x, y, z, yaw).bar(0, 0, -0.2, 0, 0, 7.6, 0.09, 0.06, detail.of(8), Surface.STEEL);
    mesh.bar(0, 0, 7.5, 1.6, 0, 7.9, 0.05, 0.04, detail.of(6), Surface.STEEL);
    mesh.box(1.8, 0, 7.9, 0.7, 0.26, 0.12, Surface.STEEL);
    lamps.add(new Pose3(x, y, z, yaw, 0.0, 0.0).apply(new Vec3(1.8, 0.0, 7.8)));
  }

  /** Where the street lamps hang that were built so far. */
  List<Vec3> lamps() {
    return List.copyOf(lamps);
  }

  /** One panel of guard rail between two ground points, with a post at the first. */
  void guardRail(Vec3 from, Vec3 to) {
    double dx = to.x() - from.x();
    double dy = to.y() - from.y();
    double length = Math.sqrt(dx * dx + dy * dy);
    if (length < 0.05) {
      return;
    }
    double nx = -dy / length * 0.03;
    double ny = dx / length * 0.03;
    pole(from.x(), from.y(), from.z(), 0.72, 0.06);
    mesh.in(Pose3.IDENTITY);
    double[] heights = {0.42, 0.50, 0.58, 0.66, 0.75};
    double[] bulge = {0.0, 1.6, -0.4, 1.6, 0.0};
    for (int i = 0; i + 1 < heights.length; i++) {
      mesh.quad(
          rail(from, nx, ny, bulge[i], heights[i]),
          rail(to, nx, ny, bulge[i], heights[i]),
          rail(to, nx, ny, bulge[i + 1], heights[i + 1]),
          rail(from, nx, ny, bulge[i + 1], heights[i + 1]),
          Surface.GUARD_RAIL);
    }
  }

  private int rail(Vec3 at, double nx, double ny, double bulge, double height) {
    return mesh.vertex(
        at.x() + bulge * nx - tile.middleX(),
        at.y() + bulge * ny - tile.middleY(),
        at.z() + height);
  }

  private void gantry(Pose3 pose, double span, double height) {
    at(pose.x(), pose.y(), pose.z(), pose.yaw());
    mesh.bar(0, -span / 2, 0, 0, -span / 2, height, 0.18, 0.15, 8, Surface.STEEL);
    mesh.bar(0, span / 2, 0, 0, span / 2, height, 0.18, 0.15, 8, Surface.STEEL);
    mesh.box(0, 0, height, 0.4, span, 0.5, Surface.STEEL);
  }
}
