package io.camber.app.sensorbench;

import io.camber.app.render.FrozenMoment;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.scene.ObjectClass;
import io.camber.sim.scene.Hash;
import io.camber.sim.scene.Mesh;
import io.camber.sim.sensor.camera.CameraConfig;
import io.camber.sim.sensor.camera.PinholeCamera;
import io.camber.sim.sensor.lidar.LidarConfig;
import io.camber.sim.sensor.lidar.SpinningLidar;
import io.camber.sim.weather.WeatherText;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How sensors grow dear: rays over the triangles of a town, sweeps and images over the actors around the car. */
public final class SensorGrowth {
  private static final int[] BOXES = {100, 300, 1_000, 3_000, 10_000, 30_000, 82_000};
  private static final int[] ACTORS = {1, 5, 20, 50, 100, 200, 500};
  private static final double NEAR_M = 8.0;
  private static final double FAR_M = 110.0;

  private final Path scenario;
  private final int rounds;

  public SensorGrowth(Path scenario, int rounds) {
    this.scenario = scenario;
    this.rounds = rounds;
  }

  /** One measured size. */
  public record Point(double size, double value) {}

  /** A row of sizes. */
  public record Curve(String name, String unit, List<Point> points) {}

  /** Nanoseconds a ray, in columns of 64, over triangles of one dense mesh. */
  public Curve triangles() {
    RayBenchmark rays = new RayBenchmark(rounds);
    List<Point> points = new ArrayList<>();
    for (int boxes : BOXES) {
      Mesh town = BoxTown.of(boxes);
      points.add(new Point(town.triangleCount(), 1e3 / rays.columnsPerUs(town)));
    }
    return new Curve("triangles", "ns a ray", points);
  }

  /** Milliseconds a sweep and an image over cars around the ego. */
  public List<Curve> actors() {
    FrozenMoment moment = FrozenMoment.of(scenario, 1, 2.0);
    Stopwatch stopwatch = new Stopwatch(rounds);
    List<Point> sweeps = new ArrayList<>();
    List<Point> images = new ArrayList<>();
    SpinningLidar lidar = new SpinningLidar(LidarConfig.roof(), moment.scene(), 1);
    PinholeCamera camera = new PinholeCamera(CameraConfig.windscreen(), moment.scene(), 1);
    // The first figure of a process would be that of a cold machine.
    TruthFrame warm = moment.under(WeatherText.parse("clear")).get(0);
    stopwatch.bestNs(() -> camera.expose(crowded(warm, ACTORS[0]), warm.egoName()));
    for (int count : ACTORS) {
      List<TruthFrame> history = moment.under(WeatherText.parse("clear")).stream()
          .map(frame -> crowded(frame, count))
          .toList();
      TruthFrame last = history.get(history.size() - 1);
      sweeps.add(new Point(
          count,
          1e-6 * stopwatch.bestNs(() -> lidar.sweep(history, last.timeNs(), last.egoName()))));
      images.add(new Point(
          count, 1e-6 * stopwatch.bestNs(() -> camera.expose(last, last.egoName()))));
    }
    return List.of(
        new Curve("actors", "ms a sweep of 64 x 1024", sweeps),
        new Curve("actors", "ms an image of 640 x 360", images));
  }

  /** The ego and so many cars at places that do not change from frame to frame. */
  private static TruthFrame crowded(TruthFrame frame, int count) {
    ActorTruth ego = frame.ego().orElseThrow();
    List<ActorTruth> actors = new ArrayList<>();
    actors.add(ego);
    for (int i = 0; i < count; i++) {
      double angle = 2.0 * Math.PI * Hash.unit(3L * i);
      double distance = NEAR_M + (FAR_M - NEAR_M) * Math.sqrt(Hash.unit(3L * i + 1));
      actors.add(new ActorTruth(
          "Car" + i,
          ObjectClass.CAR,
          "car",
          new Pose3(
              ego.mapFromReference().x() + distance * StrictMath.cos(angle),
              ego.mapFromReference().y() + distance * StrictMath.sin(angle),
              ego.mapFromReference().z(),
              2.0 * Math.PI * Hash.unit(3L * i + 2),
              0.0,
              0.0),
          new Size3(4.5, 1.8, 1.5),
          1.4,
          0.0,
          0.0,
          0.0,
          0.0,
          0.0,
          ActorLights.OFF));
    }
    return new TruthFrame(
        frame.timeNs(), frame.egoName(), frame.egoEngaged(), actors, frame.signals());
  }
}
