package io.camber.app.render;

import io.camber.app.sensors.MountedSensor;
import io.camber.app.sensors.SensorRig;
import io.camber.bus.Topic;
import io.camber.messages.SensorTopics;
import io.camber.sensing.CameraImage;
import io.camber.sensing.LidarSweep;
import io.camber.sim.fault.FaultFamily;
import io.camber.sim.fault.FaultKind;
import io.camber.sim.fault.stream.Gates;
import io.camber.sim.fault.stream.Outlet;
import io.camber.sim.fault.stream.Surroundings;
import io.camber.sim.sensor.camera.PinholeCamera;
import io.camber.sim.sensor.lidar.SpinningLidar;
import io.camber.sim.weather.WeatherText;
import io.camber.truth.FaultTruth;
import io.camber.truth.TruthFrame;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What every fault of lidars and cameras makes of the same sweep and the same image, with the sound ones first. */
public final class FaultSheet {
  private static final int COLUMNS = 4;

  private final FrozenMoment moment;
  private final SensorRig rig;
  private final long seed;
  private final int heightPx;

  /**
   * A sheet at a moment of a scenario.
   *
   * @param heightPx height of one picture
   */
  public FaultSheet(Path scenario, SensorRig rig, long seed, double timeS, int heightPx) {
    moment = FrozenMoment.of(scenario, seed, timeS);
    this.rig = rig;
    this.seed = seed;
    this.heightPx = heightPx;
  }

  /** Draws all faults of the rig's first lidar and first camera. */
  public BufferedImage draw() {
    List<TruthFrame> history = moment.under(WeatherText.parse("clear"));
    TruthFrame frame = history.get(history.size() - 1);
    List<Sheet.Cell> cells = new ArrayList<>();
    for (MountedSensor sensor : rig.sensors()) {
      if (sensor instanceof MountedSensor.Camera camera) {
        PinholeCamera device = new PinholeCamera(camera.config(), moment.scene(), seed);
        CameraImage sound = device.image(frame, frame.egoName()).image();
        Surroundings surroundings = new Surroundings();
        surroundings.notice(device.calibration());
        cells.add(new Sheet.Cell(sensor.id(), picture(sound)));
        for (FaultKind kind : FaultFamily.CAMERA.kinds()) {
          if (FaultFamily.CAMERA.isOnceAtStart(kind)) {
            continue; // swapped cables change no image
          }
          CameraImage struck =
              struck(SensorTopics.cameraImage(sensor.id()), sound, kind, surroundings);
          cells.add(new Sheet.Cell(label(sensor, kind), picture(struck)));
        }
      } else if (sensor instanceof MountedSensor.Lidar lidar) {
        LidarSweep sound = new SpinningLidar(lidar.config(), moment.scene(), seed)
            .sweep(history, frame.timeNs(), frame.egoName());
        cells.add(new Sheet.Cell(sensor.id(), picture(sound, lidar)));
        for (FaultKind kind : FaultFamily.LIDAR.kinds()) {
          LidarSweep struck =
              struck(SensorTopics.lidarSweep(sensor.id()), sound, kind, new Surroundings());
          cells.add(new Sheet.Cell(label(sensor, kind), picture(struck, lidar)));
        }
      }
    }
    return Sheet.of(cells, COLUMNS);
  }

  private static String label(MountedSensor sensor, FaultKind kind) {
    return kind.code() + "  " + sensor.id() + ":" + kind.name() + ",severity=" + kind.severity();
  }

  private BufferedImage picture(CameraImage image) {
    return SensorPictures.camera(image, heightPx * image.width() / image.height(), heightPx);
  }

  private BufferedImage picture(LidarSweep sweep, MountedSensor.Lidar lidar) {
    return SensorPictures.lidar(
        sweep, lidar.config().mountX(), lidar.config().mountZ(), heightPx * 16 / 9, heightPx);
  }

  private <T> T struck(Topic<T> topic, T sound, FaultKind kind, Surroundings surroundings) {
    FaultTruth fault = new FaultTruth(
        "sensor", kind.name(), kind.code(), kind.severity(), 0, Long.MAX_VALUE, seed);
    List<T> left = new ArrayList<>();
    Gates.of(topic, fault, surroundings).orElseThrow().pass(sound, 0, 0, new Outlet<>() {
      @Override
      public void send(T value, long stampNs) {
        left.add(value);
      }

      @Override
      public void sendLater(long delayNs, T value, long stampNs) {
        left.add(value);
      }
    });
    return left.get(0);
  }
}
