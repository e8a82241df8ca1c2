package io.camber.app.render;

import io.camber.sim.sensor.lidar.LidarConfig;
import io.camber.sim.sensor.lidar.SpinningLidar;
import io.camber.sim.weather.WeatherText;
import io.camber.truth.TruthFrame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Simulated sweeps of several devices beside recorded ones, in figures. */
public final class LidarComparison {
  /** Recorded sweeps of some collections hold the view of a front camera only. */
  private static final double SECTOR = Math.toRadians(80.0);

  private static final double RECORDED_MOUNT_Z = 1.78;

  /** One sweep and what it is. */
  public record Row(String name, LidarFigures figures) {}

  private LidarComparison() {}

  /** The default device and those of data sheets at a moment of a scenario. */
  public static List<Row> simulated(Path scenario, double timeS) {
    FrozenMoment moment = FrozenMoment.of(scenario, 1, timeS);
    List<TruthFrame> history = moment.under(WeatherText.parse("clear"));
    TruthFrame last = history.get(history.size() - 1);
    List<Row> rows = new ArrayList<>();
    for (String device : List.of("roof64", "hdl32", "hdl64", "alpha128")) {
      LidarConfig config = LidarConfig.roof().withProfile(device);
      PointCloud cloud = PointCloud.of(new SpinningLidar(config, moment.scene(), 1)
          .sweep(history, last.timeNs(), last.egoName()));
      rows.add(new Row("simulated " + device, LidarFigures.of(cloud, SECTOR, config.mountZ())));
    }
    return rows;
  }

  /** A recorded sweep. */
  public static Row recorded(Path file) {
    return new Row(
        "recorded " + file.getFileName(),
        LidarFigures.of(PointCloud.read(file), SECTOR, RECORDED_MOUNT_Z));
  }
}
