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
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
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

  private static final int GAP_PX = 4;
  private static final int LABEL_PX = 16;

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
    List<List<BufferedImage>> rows = new ArrayList<>();
    for (String weather : weathers) {
      rows.add(row(weather));
    }
    int width = GAP_PX;
    for (BufferedImage picture : rows.get(0)) {
      width += picture.getWidth() + GAP_PX;
    }
    int rowPx = heightPx + LABEL_PX + GAP_PX;
    BufferedImage sheet =
        new BufferedImage(width, rows.size() * rowPx + GAP_PX, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = sheet.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    for (int i = 0; i < rows.size(); i++) {
      g.setColor(Color.BLACK);
      g.drawString(weathers.get(i), GAP_PX, i * rowPx + GAP_PX + LABEL_PX - 4);
      int x = GAP_PX;
      for (BufferedImage picture : rows.get(i)) {
        g.drawImage(picture, x, i * rowPx + GAP_PX + LABEL_PX, null);
        x += picture.getWidth() + GAP_PX;
      }
    }
    g.dispose();
    return sheet;
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
            heightPx));
      } else if (sensor instanceof MountedSensor.Radar radar) {
        radars.add(new SensorPictures.RadarPicture(
            new RadarSensor(radar.config(), seed).cycle(frame, ego),
            new Pose2(
                radar.config().mountX(), radar.config().mountY(), radar.config().mountYaw())));
      }
    }
    if (!radars.isEmpty()) {
      pictures.add(SensorPictures.radar(radars, frame, ego, heightPx));
    }
    return pictures;
  }
}
