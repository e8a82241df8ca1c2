package io.camber.sim.sensor.lidar;

import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import io.camber.sim.scene.SceneModel;
import io.camber.truth.TruthFrame;
import java.util.List;

/** A spinning lidar; owned by one thread. */
@SuppressWarnings("DoNotCallSuggester")
public final class SpinningLidar {
  private final LidarConfig config;

  public SpinningLidar(LidarConfig config, SceneModel scene, long seed) {
    this.config = config;
  }

  public LidarCalibration calibration() {
    return new LidarCalibration(
        config.sensorId(),
        config.baseFromLidar(),
        64,
        config.columnCount(),
        config.rangeMaxM(),
        config.sweepNs());
  }

  /**
   * The revolution that ends at {@code sweepEndNs}. {@code history} holds consecutive truth frames, oldest first, that cover
   * it as far as the run reaches back; {@code carrier} is the actor that carries the sensor and is not seen by it.
   */
  public LidarSweep sweep(List<TruthFrame> history, long sweepEndNs, String carrier) {
    throw new UnsupportedOperationException(carrier + history.size() + sweepEndNs);
  }
}
