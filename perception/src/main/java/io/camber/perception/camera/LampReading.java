package io.camber.perception.camera;

import io.camber.scene.SignalColor;

/** What one image says about one head; {@code UNKNOWN} with confidence 0 when it says nothing. */
record LampReading(SignalColor color, double confidence) {
  static final LampReading NOTHING = new LampReading(SignalColor.UNKNOWN, 0.0);
}
