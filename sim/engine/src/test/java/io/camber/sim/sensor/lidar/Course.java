package io.camber.sim.sensor.lidar;

import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.scene.ObjectClass;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.MeshBuilder;
import io.camber.sim.scene.Surface;
import io.camber.sim.scene.town.FixedSurroundings;
import io.camber.sim.scene.town.SceneModel;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** A proving ground for one lidar. */
final class Course {
  static final long SWEEP_END_NS = 500_000_000L;

  private Course() {}

  static ActorTruth ego(double x) {
    return actor(
        "Ego", ObjectClass.CAR, "car", new Pose3(x, 0, 0, 0, 0, 0), new Size3(4.7, 1.86, 1.5), 1.4);
  }

  static ActorTruth actor(
      String name,
      ObjectClass objectClass,
      String kind,
      Pose3 pose,
      Size3 size,
      double centerOffsetM) {
    return new ActorTruth(
        name,
        objectClass,
        kind,
        pose,
        size,
        centerOffsetM,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        ActorLights.OFF);
  }

  static TruthFrame frame(long timeNs, ActorTruth... actors) {
    return new TruthFrame(timeNs, "Ego", true, List.of(actors), List.of());
  }

  /** Frames every 10 ms over the sweep. */
  static List<TruthFrame> history(LongFunction<TruthFrame> at) {
    List<TruthFrame> frames = new ArrayList<>();
    for (long t = SWEEP_END_NS - 110_000_000L; t <= SWEEP_END_NS; t += 10_000_000L) {
      frames.add(at.apply(t));
    }
    return frames;
  }

  static Instance plane(Surface surface) {
    MeshBuilder mesh = new MeshBuilder();
    mesh.quad(
        mesh.vertex(-300, -300, 0),
        mesh.vertex(300, -300, 0),
        mesh.vertex(300, 300, 0),
        mesh.vertex(-300, 300, 0),
        surface);
    return Instance.fixed(mesh.build(), Pose3.IDENTITY);
  }

  /** A wall across the x axis whose near face is at {@code x}. */
  static Instance wall(double x, Surface surface) {
    MeshBuilder mesh = new MeshBuilder();
    mesh.box(0.5, 0, 0, 1, 60, 30, surface);
    return Instance.fixed(mesh.build(), new Pose3(x, 0, 0, 0, 0, 0));
  }

  static SceneModel scene(Instance... fixed) {
    return new SceneModel(new FixedSurroundings(List.of(fixed), List.of()), List.of());
  }
}
