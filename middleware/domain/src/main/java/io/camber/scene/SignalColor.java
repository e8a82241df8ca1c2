package io.camber.scene;

/** What a traffic light shows. The order is part of the wire format. */
public enum SignalColor {
  UNKNOWN,
  OFF,
  RED,
  RED_YELLOW,
  YELLOW,
  GREEN
}
