package io.camber.sim.sensor.camera;

/** What is known of each pixel besides its colour; reused from image to image. */
final class Layers {
  /** Distance along the optical axis; positive infinity for the sky. */
  final float[] depthM;

  /** Index of the {@link io.camber.sim.scene.SceneLabel}. */
  final byte[] classes;

  /** Number of the instance in the order of the image's drawing, -1 for the sky. */
  final short[] instances;

  /** False while classes and instances are those of an older image. */
  boolean isLabelled;

  Layers(int pixels) {
    depthM = new float[pixels];
    classes = new byte[pixels];
    instances = new short[pixels];
  }
}
