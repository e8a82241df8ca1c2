package io.camber.sim.sensor.camera;

import io.camber.sensing.CameraCalibration;
import io.camber.sim.scene.SceneModel;
import io.camber.truth.TruthFrame;

/** A camera drawn by a depth-buffered rasteriser; owned by one thread. */
@SuppressWarnings("DoNotCallSuggester")
public final class PinholeCamera {
  private final CameraConfig config;

  public PinholeCamera(CameraConfig config, SceneModel scene, long seed) {
    this.config = config;
  }

  public CameraCalibration calibration() {
    return new CameraCalibration(
        config.sensorId(),
        config.baseFromCamera(),
        config.width(),
        config.height(),
        config.focalPx(),
        config.focalPx(),
        config.width() / 2.0,
        config.height() / 2.0,
        config.k1(),
        config.k2());
  }

  /** The exposure at the frame's time; {@code carrier} is the actor that carries the camera and is not seen by it. */
  public CameraFrame image(TruthFrame frame, String carrier) {
    throw new UnsupportedOperationException(carrier + frame.timeNs());
  }
}
