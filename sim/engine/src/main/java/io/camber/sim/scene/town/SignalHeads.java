package io.camber.sim.scene.town;

import io.camber.geometry.Pose3;
import io.camber.sim.scene.Instance;

/** Makes heads of traffic lights. */
public final class SignalHeads {
  private SignalHeads() {}

  /** A vertical head of three lamps; {@code pose} is the middle of its lower edge, x axis facing the traffic. */
  public static SignalHead upright(String signalId, Pose3 pose, double heightM) {
    return new SignalHead(signalId, Instance.fixed(SignalShape.mesh(heightM), pose));
  }
}
