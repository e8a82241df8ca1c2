package io.camber.app.sensorbench;

import io.camber.app.input.InputFiles;
import io.camber.geometry.Vec3;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Mesh;
import io.camber.sim.scene.town.Region;
import io.camber.sim.scene.town.SceneModel;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What the whole of a map's surroundings weighs with everything that sensors ever ask of it. */
public final class TownMemory {
  private static final double REACH_M = 280.0;

  private TownMemory() {}

  /** Walks along every lane of a map and builds all that a sensor would see from there. */
  public static void measure(Path file, Consumer<Figure> out) {
    RoadMap map = InputFiles.readMap(file);
    long before = usedBytes();
    SceneModel scene = new SceneModel(map, List.of(), 1);
    Set<Mesh> known = new HashSet<>();
    long triangles = 0;
    for (LaneSegment lane : map.lanes()) {
      Vec3 at = lane.centerAt(0.5 * lane.lengthM()).position();
      for (Instance instance : scene.surroundings(Region.around(at.x(), at.y(), REACH_M))) {
        if (known.add(instance.mesh())) {
          triangles += instance.mesh().triangleCount();
          instance.mesh().prepare();
        }
      }
    }
    long after = usedBytesBeside(scene, known);
    out.accept(new Figure(file.getFileName() + ", all of it", triangles * 1e-6, "M triangles"));
    out.accept(new Figure(
        file.getFileName() + ", heap", (after - before) / 1048576.0, "MiB", "at most 1024 MiB"));
  }

  /** Without the fences both may be garbage while they are weighed. */
  private static long usedBytesBeside(SceneModel scene, Set<Mesh> known) {
    try {
      return usedBytes();
    } finally {
      Reference.reachabilityFence(scene);
      Reference.reachabilityFence(known);
    }
  }

  private static long usedBytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
