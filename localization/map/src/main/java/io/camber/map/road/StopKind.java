package io.camber.map.road;

/** Why a car has to stop or be ready to: at a traffic light, at a stop sign, or to yield. */
public enum StopKind {
  LIGHT,
  STOP,
  YIELD
}
