package io.camber.app.render;

import io.camber.app.sensors.MountedSensor;
import io.camber.app.sensors.SensorRig;
import io.camber.diagnostics.InputException;
import io.camber.geometry.Pose2;
import io.camber.geometry.Twist2;
import io.camber.perception.RoadContext;
import io.camber.perception.lidar.EgoBody;
import io.camber.perception.lidar.LidarDetections;
import io.camber.perception.lidar.LidarDetector;
import io.camber.perception.lidar.LidarDetectorConfig;
import io.camber.sensing.LidarSweep;
import io.camber.sim.sensor.lidar.LidarConfig;
import io.camber.sim.sensor.lidar.SpinningLidar;
import io.camber.sim.weather.WeatherText;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import io.camber.vehicle.VehicleDescription;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What perception takes for ground and for free in the sweep of a rig's first lidar, beside the truth, one picture a weather. */
public final class GroundSheet {
  /** Weathers that are shown when none is asked for. */
  public static final List<String> CONDITIONS = List.of("clear", "rain:rate=25");

  private static final int COLUMNS = 2;

  private final FrozenMoment moment;
  private final LidarConfig device;
  private final long seed;
  private final int heightPx;

  /**
   * A sheet at a moment of a scenario.
   *
   * @param heightPx height of one picture
   */
  public GroundSheet(Path scenario, SensorRig rig, long seed, double timeS, int heightPx) {
    moment = FrozenMoment.of(scenario, seed, timeS);
    device = rig.sensors().stream()
        .filter(MountedSensor.Lidar.class::isInstance)
        .map(sensor -> ((MountedSensor.Lidar) sensor).config())
        .findFirst()
        .orElseThrow(() ->
            new InputException("--rig " + rig.file() + ": has no lidar, which --ground needs"));
    this.seed = seed;
    this.heightPx = heightPx;
  }

  /** Draws a picture for each weather. */
  public BufferedImage draw(List<String> weathers) {
    List<Sheet.Cell> cells = new ArrayList<>();
    for (String weather : weathers) {
      cells.add(new Sheet.Cell(weather, picture(moment.under(WeatherText.parse(weather)))));
    }
    return Sheet.of(cells, Math.min(COLUMNS, cells.size()));
  }

  private BufferedImage picture(List<TruthFrame> history) {
    TruthFrame frame = history.get(history.size() - 1);
    ActorTruth ego = frame.ego().orElseThrow();
    SpinningLidar lidar = new SpinningLidar(device, moment.scene(), seed);
    LidarSweep sweep = lidar.sweep(history, frame.timeNs(), frame.egoName());
    LidarDetections seen = new LidarDetector(LidarDetectorConfig.DEFAULT)
        .detect(
            sweep,
            lidar.calibration(),
            new Twist2(ego.speedMps(), 0.0, ego.yawRateRadps()),
            EgoBody.of(VehicleDescription.midSizeCar()),
            Pose2.IDENTITY,
            RoadContext.UNMAPPED);
    return new GroundPicture(heightPx, heightPx)
        .free(seen.freeSpace())
        .points(sweep, device.baseFromLidar().toPose2(), lidar.labels(), seen.ground())
        .actors(frame, ego)
        .legend()
        .finished();
  }
}
