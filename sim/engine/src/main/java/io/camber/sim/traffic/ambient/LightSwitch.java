package io.camber.sim.traffic.ambient;

import io.camber.sim.traffic.Traffic;
import io.camber.truth.SignalTruth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Shows traffic what the lights of a map say. */
final class LightSwitch {
  private final Traffic traffic;
  private final Map<String, Integer> lights = new TreeMap<>();

  LightSwitch(Traffic traffic) {
    this.traffic = traffic;
    List<String> ids = traffic.network().signalIds();
    for (int i = 0; i < ids.size(); i++) {
      lights.put(ids.get(i), i);
    }
  }

  void show(List<SignalTruth> signals) {
    for (SignalTruth signal : signals) {
      Integer light = lights.get(signal.signalId());
      if (light != null) {
        traffic.setLight(light, signal.color());
      }
    }
  }
}
