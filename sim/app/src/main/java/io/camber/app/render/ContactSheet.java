package io.camber.app.render;

import io.camber.app.sensors.MountedSensor;
import io.camber.app.sensors.SensorRig;
import io.camber.geometry.Pose2;
import io.camber.sim.sensor.camera.PinholeCamera;
import io.camber.sim.sensor.lidar.SpinningLidar;
import io.camber.sim.sensor.radar.RadarSensor;
import io.camber.sim.weather.WeatherText;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every sensor of a rig at one moment of a scenario, one row for each weather. */
public final class ContactSheet {
  /** Weathers of the sheet in the documents. */
  public static final List<String> CONDITIONS = List.of(
      "clear",
      "sun:elevation=6:azimuth=5",
      "night",
      "rain:rate=25",
      "night,rain:rate=15",
      "fog:visibility=60",
      "smoke:visibility=25",
      "snow:rate=4,exhaust:density=0.7");

  private final FrozenMoment moment;
  private final SensorRig rig;
  private final long seed;
  private final int heightPx;

  /**
   * A sheet of a scenario that its storyboard alone has driven for a while.
   *
   * @param heightPx height of one picture
   */
  public ContactSheet(Path scenario, SensorRig rig, long seed, double timeS, int heightPx) {
    moment = FrozenMoment.of(scenario, seed, timeS);
    this.rig = rig;
    this.seed = seed;
    this.heightPx = heightPx;
  }

  /** Draws one row for each weather. */
  public BufferedImage draw(List<String> weathers) {
    List<Sheet.Cell> cells = new ArrayList<>();
    int columns = 1;
    for (String weather : weathers) {
      List<BufferedImage> row = row(weather);
      columns = row.size();
      for (BufferedImage picture : row) {
        cells.add(new Sheet.Cell(cells.size() % columns == 0 ? weather : "", picture));
      }
    }
    return Sheet.of(cells, columns);
  }

  private List<BufferedImage> row(String weather) {
    List<TruthFrame> history = moment.under(WeatherText.parse(weather));
    TruthFrame frame = history.get(history.size() - 1);
    ActorTruth ego = frame.ego().orElseThrow();
    List<BufferedImage> pictures = new ArrayList<>();
    List<SensorPictures.RadarPicture> radars = new ArrayList<>();
    for (MountedSensor sensor : rig.sensors()) {
      if (sensor instanceof MountedSensor.Camera camera) {
        int width = heightPx * camera.config().width() / camera.config().height();
        pictures.add(SensorPictures.camera(
            new PinholeCamera(camera.config(), moment.scene(), seed)
                .image(frame, ego.name())
                .image(),
            width,
            heightPx));
      } else if (sensor instanceof MountedSensor.Lidar lidar) {
        pictures.add(SensorPictures.lidar(
            new SpinningLidar(lidar.config(), moment.scene(), seed)
                .sweep(history, frame.timeNs(), ego.name()),
            lidar.config().mountX(),
            lidar.config().mountZ(),
            heightPx * 16 / 9,
            heightPx));
      } else if (sensor instanceof MountedSensor.Radar radar) {
        radars.add(new SensorPictures.RadarPicture(
            new RadarSensor(radar.config(), seed).cycle(frame, ego),
            new Pose2(
                radar.config().mountX(), radar.config().mountY(), radar.config().mountYaw())));
      }
    }
    if (!radars.isEmpty()) {
      pictures.add(SensorPictures.radar(radars, frame, ego, heightPx * 16 / 9, heightPx));
    }
    return pictures;
  }
}
