package io.camber.app.render;

import io.camber.sim.scene.Fan;
import io.camber.sim.scene.Mesh;
import io.camber.sim.scene.RayCaster;
import io.camber.sim.scene.RayHit;
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

/**
 * Times the sensors on one thread: whole sweeps, images and cycles at a moment of a scenario, and rays alone on the box town
 * that Embree's yardstick uses, with its rays. Each figure is the best of several rounds, as the yardstick's are.
 */
public final class SensorBenchmark {
  private static final int ROWS = 64;
  private static final int COLUMNS = 2048;
  private static final double MIN_ROUND_NS = 2.5e8;

  /** One figure. */
  public record Row(String name, double value, String unit, String bar) {}

  private final FrozenMoment moment;
  private final int rounds;

  /**
   * A benchmark at a moment of a scenario.
   *
   * @param rounds counted rounds of at least a quarter of a second each, after one that does not count
   */
  public SensorBenchmark(Path scenario, double timeS, int rounds) {
    moment = FrozenMoment.of(scenario, 1, timeS);
    this.rounds = rounds;
  }

  /** Whole sensors. */
  public List<Row> sensors() {
    List<Row> rows = new ArrayList<>();
    lidar("lidar 64 x 1024", 1024, "clear", "", rows);
    lidar("lidar 64 x 2048", 2048, "clear", "at most 25 % of a core", rows);
    lidar("lidar 64 x 1024, fog", 1024, "fog:visibility=60", "", rows);
    camera("camera 640 x 360", "clear", "at least 60 Mpixel/s", rows);
    camera("camera 640 x 360, night", "night", "", rows);
    camera("camera 640 x 360, rain", "rain:rate=20", "", rows);
    List<TruthFrame> history = moment.under(WeatherText.parse("clear"));
    TruthFrame frame = history.get(history.size() - 1);
    RadarSensor radar = new RadarSensor(RadarConfig.front(), 1);
    double cycleNs = bestNs(() -> radar.cycle(frame, frame.ego().orElseThrow()));
    rows.add(new Row("radar", cycleNs * 1e-3, "us a cycle", ""));
    return rows;
  }

  private void lidar(String name, int columns, String weather, String bar, List<Row> rows) {
    LidarConfig roof = LidarConfig.roof();
    LidarConfig config = new LidarConfig(
        roof.sensorId(),
        roof.mountX(),
        roof.mountY(),
        roof.mountZ(),
        roof.mountYaw(),
        roof.mountPitch(),
        roof.mountRoll(),
        columns,
        roof.sweepNs(),
        roof.rangeMinM(),
        roof.rangeMaxM(),
        roof.rangeStdM(),
        roof.jitterStd(),
        roof.dropout());
    SpinningLidar lidar = new SpinningLidar(config, moment.scene(), 1);
    List<TruthFrame> history = moment.under(WeatherText.parse(weather));
    TruthFrame last = history.get(history.size() - 1);
    double sweepNs = bestNs(() -> lidar.sweep(history, last.timeNs(), last.egoName()));
    rows.add(new Row(name, ROWS * columns / sweepNs * 1e3, "Mrays/s", ""));
    rows.add(new Row(name + " at 10 Hz", 100.0 * sweepNs / config.sweepNs(), "% of a core", bar));
  }

  private void camera(String name, String weather, String bar, List<Row> rows) {
    CameraConfig config = CameraConfig.windscreen();
    PinholeCamera camera = new PinholeCamera(config, moment.scene(), 1);
    List<TruthFrame> history = moment.under(WeatherText.parse(weather));
    TruthFrame last = history.get(history.size() - 1);
    double imageNs = bestNs(() -> camera.image(last, last.egoName()));
    rows.add(new Row(name, config.width() * config.height() / imageNs * 1e3, "Mpixel/s", bar));
  }

  /** Rays alone, on towns that grow. */
  public List<Row> rays() {
    List<Row> rows = new ArrayList<>();
    for (int boxes : new int[] {800, 8_000, 80_000}) {
      Mesh town = BoxTown.of(boxes);
      String size = ", " + town.triangleCount() + " triangles";
      rows.add(new Row("columns of rays" + size, perSecond(() -> columns(town)), "Mrays/s", ""));
      rows.add(new Row("single rays" + size, perSecond(() -> single(town)), "Mrays/s", ""));
    }
    return rows;
  }

  private double perSecond(Work work) {
    return (double) ROWS * COLUMNS / bestNs(work) * 1e3;
  }

  /** What is timed; the result keeps the work from being left out. */
  @FunctionalInterface
  private interface Work {
    Object run();
  }

  private static double elevation(int row) {
    return Math.toRadians(-25.0 + 40.0 * row / (ROWS - 1));
  }

  /** As the lidar casts: 64 rays of one azimuth together. */
  private static Object columns(Mesh town) {
    float[] tangents = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      tangents[row] = (float) StrictMath.tan(elevation(row));
    }
    Fan fan = new Fan(tangents, 1e-6f);
    double sum = 0.0;
    for (int column = 0; column < COLUMNS; column++) {
      double azimuth = 2.0 * Math.PI * column / COLUMNS;
      float ux = (float) StrictMath.cos(azimuth);
      float uy = (float) StrictMath.sin(azimuth);
      fan.start(tangents, 200.0f);
      fan.cast(town, 0, 0.0f, 0.0f, 1.8f, ux, uy, 0.0f, 0.0f, 0.0f, 1.0f);
      for (int row = 0; row < ROWS; row++) {
        sum += fan.instance(row) >= 0 ? fan.reach(row) : 0.0;
      }
    }
    return sum;
  }

  private static Object single(Mesh town) {
    RayCaster caster = new RayCaster();
    RayHit hit = new RayHit();
    double sum = 0.0;
    for (int row = 0; row < ROWS; row++) {
      float up = (float) StrictMath.sin(elevation(row));
      double flat = StrictMath.cos(elevation(row));
      for (int column = 0; column < COLUMNS; column++) {
        double azimuth = 2.0 * Math.PI * column / COLUMNS;
        hit.reset(200.0f);
        caster.cast(
            town,
            0.0f,
            0.0f,
            1.8f,
            (float) (flat * StrictMath.cos(azimuth)),
            (float) (flat * StrictMath.sin(azimuth)),
            up,
            hit);
        sum += hit.isHit() ? hit.distance() : 0.0;
      }
    }
    return sum;
  }

  private double bestNs(Work work) {
    double best = Double.POSITIVE_INFINITY;
    double kept = 0.0;
    for (int round = 0; round <= rounds; round++) {
      long start = System.nanoTime();
      long end = start;
      int count = 0;
      while (end - start < MIN_ROUND_NS) {
        kept += work.run().hashCode();
        count++;
        end = System.nanoTime();
      }
      double each = (double) (end - start) / count;
      if (round > 0) {
        best = Math.min(best, each);
      }
    }
    return Double.isNaN(kept) ? kept : best;
  }
}
