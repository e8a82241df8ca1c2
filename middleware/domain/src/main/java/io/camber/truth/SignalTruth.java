package io.camber.truth;

import io.camber.scene.SignalColor;

/**
 * True state of one traffic light.
 *
 * @param changesNs when its controller will next make it show something else; 0 when nobody has planned that
 */
public record SignalTruth(String signalId, SignalColor color, long changesNs) {

  /** A light whose next change is not planned. */
  public SignalTruth(String signalId, SignalColor color) {
    this(signalId, color, 0);
  }
}
