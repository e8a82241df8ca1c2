package io.camber.sim.sensor.camera;

import io.camber.sensing.CameraImage;
import io.camber.sim.scene.SceneLabel;

/**
 * An exposure with what the jury may know about it. The depth and class arrays are handed over on construction; nobody
 * writes them afterwards.
 */
public final class CameraFrame {
  private final CameraImage image;
  private final float[] depthM;
  private final byte[] classes;

  CameraFrame(CameraImage image, float[] depthM, byte[] classes) {
    this.image = image;
    this.depthM = depthM;
    this.classes = classes;
  }

  public CameraImage image() {
    return image;
  }

  /** Distance along the optical axis, metres; positive infinity for the sky. */
  public float depthM(int column, int row) {
    return depthM[row * image.width() + column];
  }

  /** What the pixel truly shows. */
  public SceneLabel label(int column, int row) {
    return SceneLabel.of(classes[row * image.width() + column]);
  }
}
