package io.camber.sim.sensor.camera.shadow;

/** How places lie to the sun: all in its light, all in the shade, or some of each and half of it. */
public enum Exposure {
  LIT,
  DARK,
  MIXED
}
