package io.camber.sim.sensor.radar;

import io.camber.geometry.Vec2;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Mesh;
import io.camber.sim.scene.SceneLabel;
import io.camber.sim.scene.Surface;
import io.camber.sim.scene.town.Region;
import io.camber.sim.scene.town.SceneModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of the scenery answers a radar: posts, poles, signs, guard rails and walls, one scatterer for each kind in a cell of
 * {@value #CELL_M} m of its mesh. Cross sections are ours, of the order that such things have at 77 GHz. Owned by one thread.
 */
final class SceneryEchoes {
  private static final double CELL_M = 2.0;
  /** Waves of a level antenna pass above and below the rest. */
  private static final double HIGHEST_M = 4.0;

  private static final Surface[] SURFACES = Surface.values();

  private final SceneModel scene;
  private final Map<Mesh, List<Scatterer>> known = new LinkedHashMap<>();

  SceneryEchoes(SceneModel scene) {
    this.scene = scene;
  }

  /** A place that reflects; in its mesh's frame or in the map. */
  record Scatterer(double x, double y, double z, double dbsm) {}

  private record Cell(long column, long row, SceneLabel label) {}

  /** Those around a place, in the order of the scene. */
  List<Scatterer> around(Vec2 place, double reachM) {
    List<Scatterer> found = new ArrayList<>();
    for (Instance instance : scene.surroundings(Region.around(place.x(), place.y(), reachM))) {
      for (Scatterer each : of(instance.mesh())) {
        double x = along(instance, 0, each) + instance.x();
        double y = along(instance, 3, each) + instance.y();
        double dx = x - place.x();
        double dy = y - place.y();
        if (dx * dx + dy * dy < reachM * reachM) {
          found.add(new Scatterer(x, y, along(instance, 6, each) + instance.z(), each.dbsm()));
        }
      }
    }
    return found;
  }

  private static double along(Instance instance, int row, Scatterer p) {
    return instance.rotation(row) * p.x()
        + instance.rotation(row + 1) * p.y()
        + instance.rotation(row + 2) * p.z();
  }

  private List<Scatterer> of(Mesh mesh) {
    List<Scatterer> scatterers = known.get(mesh);
    if (scatterers == null) {
      scatterers = find(mesh);
      known.put(mesh, scatterers);
    }
    return scatterers;
  }

  /** The first triangle of a kind in a cell stands for the cell. */
  private static List<Scatterer> find(Mesh mesh) {
    Map<Cell, Scatterer> cells = new LinkedHashMap<>();
    float[] v = mesh.vertices();
    int[] corners = mesh.corners();
    for (int t = 0; t < mesh.triangleCount(); t++) {
      SceneLabel label = SURFACES[mesh.surfaces()[t]].label();
      double dbsm = crossSectionDbsm(label);
      if (Double.isNaN(dbsm)) {
        continue;
      }
      int a = 3 * corners[3 * t];
      int b = 3 * corners[3 * t + 1];
      int c = 3 * corners[3 * t + 2];
      double x = (v[a] + v[b] + v[c]) / 3.0;
      double y = (v[a + 1] + v[b + 1] + v[c + 1]) / 3.0;
      double z = (v[a + 2] + v[b + 2] + v[c + 2]) / 3.0;
      Cell cell = new Cell((long) Math.floor(x / CELL_M), (long) Math.floor(y / CELL_M), label);
      if (Math.abs(z) < HIGHEST_M || label == SceneLabel.BUILDING) {
        cells.putIfAbsent(cell, new Scatterer(x, y, z, dbsm));
      }
    }
    return List.copyOf(cells.values());
  }

  private static double crossSectionDbsm(SceneLabel label) {
    return switch (label) {
      case BARRIER -> -3.0;
      case POLE, SIGNAL -> 0.0;
      case SIGN -> 8.0;
      case BUILDING -> 6.0;
      case SKY,
          ROAD,
          MARKING,
          TERRAIN,
          VEGETATION,
          OBSTACLE,
          CAR,
          TRUCK,
          BUS,
          MOTORCYCLE,
          BICYCLE,
          PEDESTRIAN -> Double.NaN;
    };
  }
}
