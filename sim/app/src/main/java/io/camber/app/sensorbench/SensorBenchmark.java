package io.camber.app.sensorbench;

import io.camber.app.render.FrozenMoment;
import io.camber.app.sensors.MountedSensor;
import io.camber.app.sensors.SensorRig;
import io.camber.sim.sensor.camera.CameraConfig;
import io.camber.sim.sensor.camera.PinholeCamera;
import io.camber.sim.sensor.lidar.LidarConfig;
import io.camber.sim.sensor.lidar.SpinningLidar;
import io.camber.sim.sensor.radar.RadarConfig;
import io.camber.sim.sensor.radar.RadarSensor;
import io.camber.sim.weather.WeatherText;
import io.camber.truth.TruthFrame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Whole sensors at a moment of a scenario, on one thread: sweeps, images, cycles, and a rig's worth of them. */
public final class SensorBenchmark {
  private static final int ROWS = 64;
  private static final double PERIOD_NS = 1e8;

  private final FrozenMoment moment;
  private final Stopwatch stopwatch;

  /** {@code rounds} of at least a quarter of a second each count, after one that does not. */
  public SensorBenchmark(Path scenario, double timeS, int rounds) {
    moment = FrozenMoment.of(scenario, 1, timeS);
    stopwatch = new Stopwatch(rounds);
  }

  /** Tells each figure when it is known. */
  public void run(Consumer<Figure> out) {
    lidar("lidar 64 x 1024", 1024, "clear", "", out);
    lidar("lidar 64 x 2048", 2048, "clear", "at most 25 % of a core", out);
    lidar("lidar 64 x 1024, fog", 1024, "fog:visibility=60", "", out);
    camera("camera 640 x 360", "clear", "at least 60 Mpixel/s", out);
    camera("camera 640 x 360, night", "night", "", out);
    camera("camera 640 x 360, rain", "rain:rate=20", "", out);
    List<TruthFrame> history = moment.under(WeatherText.parse("clear"));
    TruthFrame frame = history.get(history.size() - 1);
    RadarSensor radar = new RadarSensor(RadarConfig.front(), 1);
    out.accept(new Figure(
        "radar",
        stopwatch.bestNs(() -> radar.cycle(frame, frame.ego().orElseThrow())) * 1e-3,
        "us a cycle"));
  }

  private void lidar(String name, int columns, String weather, String bar, Consumer<Figure> out) {
    LidarConfig config = LidarConfig.roof().withColumns(columns);
    SpinningLidar lidar = new SpinningLidar(config, moment.scene(), 1);
    List<TruthFrame> history = moment.under(WeatherText.parse(weather));
    TruthFrame last = history.get(history.size() - 1);
    Stopwatch.Work sweep = () -> lidar.sweep(history, last.timeNs(), last.egoName());
    double ns = stopwatch.bestNs(sweep);
    double points = lidar.sweep(history, last.timeNs(), last.egoName()).size();
    double rays = ROWS * (double) columns;
    out.accept(new Figure(name, rays / ns * 1e3, "Mrays/s"));
    out.accept(new Figure(name + " at 10 Hz", 100.0 * ns / config.sweepNs(), "% of a core", bar));
    // The points themselves are the message.
    double beside = stopwatch.allocatedBytes(sweep) - 20.0 * points;
    out.accept(new Figure(name + ", allocated beside its points", beside / rays, "bytes a ray"));
  }

  private void camera(String name, String weather, String bar, Consumer<Figure> out) {
    CameraConfig config = CameraConfig.windscreen();
    PinholeCamera camera = new PinholeCamera(config, moment.scene(), 1);
    List<TruthFrame> history = moment.under(WeatherText.parse(weather));
    TruthFrame last = history.get(history.size() - 1);
    Stopwatch.Work exposure = () -> camera.expose(last, last.egoName());
    double pixels = (double) config.width() * config.height();
    out.accept(new Figure(name, pixels / stopwatch.bestNs(exposure) * 1e3, "Mpixel/s", bar));
    double beside = stopwatch.allocatedBytes(exposure) - 3.0 * pixels;
    out.accept(new Figure(name + ", allocated beside its image", beside / pixels, "bytes a pixel"));
  }

  /** Cameras and lidars of a rig at 10 Hz, one after the other on one thread. */
  public void rig(SensorRig rig, String name, Consumer<Figure> out) {
    List<TruthFrame> history = moment.under(WeatherText.parse("clear"));
    TruthFrame last = history.get(history.size() - 1);
    List<Stopwatch.Work> works = new ArrayList<>();
    for (MountedSensor sensor : rig.sensors()) {
      if (sensor instanceof MountedSensor.Camera each) {
        PinholeCamera camera = new PinholeCamera(each.config(), moment.scene(), 1);
        works.add(() -> camera.expose(last, last.egoName()));
      } else if (sensor instanceof MountedSensor.Lidar each) {
        SpinningLidar lidar = new SpinningLidar(each.config(), moment.scene(), 1);
        works.add(() -> lidar.sweep(history, last.timeNs(), last.egoName()));
      }
    }
    double ns = stopwatch.bestNs(() -> {
      int sum = 0;
      for (Stopwatch.Work work : works) {
        sum += work.run().hashCode();
      }
      return sum;
    });
    out.accept(new Figure(
        name + " at 10 Hz", 100.0 * ns / PERIOD_NS, "% of a core", "at most 200 % (two cores)"));
  }
}
