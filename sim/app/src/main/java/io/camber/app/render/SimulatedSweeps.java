package io.camber.app.render;

import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import io.camber.sim.sensor.lidar.LidarConfig;
import io.camber.sim.sensor.lidar.SpinningLidar;
import io.camber.sim.weather.WeatherText;
import io.camber.truth.TruthFrame;
import java.nio.file.Path;
import java.util.List;

/** Sweeps of a device at moments of a scenario that its storyboard alone has driven to. */
public final class SimulatedSweeps {
  private static final double APART_S = 2.0;

  /** Takes a sweep with its calibration and the truth of its end. */
  public interface Taker {
    void take(LidarSweep sweep, LidarCalibration lidar, TruthFrame truth);
  }

  private SimulatedSweeps() {}

  /** Sweeps that are two seconds apart, on a fair day. */
  public static void forEach(LidarConfig config, Path scenario, int moments, Taker taker) {
    for (int i = 1; i <= moments; i++) {
      FrozenMoment moment = FrozenMoment.of(scenario, 1, APART_S * i);
      List<TruthFrame> history = moment.under(WeatherText.parse("clear"));
      TruthFrame last = history.get(history.size() - 1);
      SpinningLidar lidar = new SpinningLidar(config, moment.scene(), i);
      taker.take(lidar.sweep(history, last.timeNs(), last.egoName()), lidar.calibration(), last);
    }
  }
}
