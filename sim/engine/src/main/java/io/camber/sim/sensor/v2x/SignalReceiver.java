package io.camber.sim.sensor.v2x;

import io.camber.geometry.Vec3;
import io.camber.map.RoadMap;
import io.camber.map.road.Signal;
import io.camber.sensing.SignalPhase;
import io.camber.sensing.SignalPhases;
import io.camber.sim.scene.Hash;
import io.camber.truth.ActorTruth;
import io.camber.truth.SignalTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Hears the lights in reach say what they show and for how much longer. The same seed and frame give the same message. */
public final class SignalReceiver {
  private static final double S_PER_NS = 1e-9;

  private final SignalReceiverConfig config;
  private final long seed;
  private final Map<String, Vec3> places = new TreeMap<>();

  public SignalReceiver(SignalReceiverConfig config, RoadMap map, long seed) {
    this.config = config;
    this.seed = seed;
    for (Signal signal : map.signals()) {
      places.put(signal.id(), signal.pose().position());
    }
  }

  /** What is heard at the moment of the frame. */
  public SignalPhases listen(TruthFrame frame, ActorTruth ego) {
    Vec3 here = ego.mapFromReference().position();
    List<SignalPhase> heard = new ArrayList<>();
    for (SignalTruth signal : frame.signals()) {
      Vec3 place = places.get(signal.signalId());
      long draw = Hash.mix(Hash.mix(seed, frame.timeNs()), Hash.of(signal.signalId()));
      boolean isInReach = place != null && place.minus(here).length() <= config.rangeM();
      if (isInReach && Hash.unit(draw) >= config.lossShare()) {
        heard.add(
            new SignalPhase(signal.signalId(), signal.color(), remainingS(signal, frame.timeNs())));
      }
    }
    return new SignalPhases(frame.timeNs(), config.sensorId(), heard);
  }

  private static OptionalDouble remainingS(SignalTruth signal, long nowNs) {
    return signal.changesNs() > nowNs
        ? OptionalDouble.of((signal.changesNs() - nowNs) * S_PER_NS)
        : OptionalDouble.empty();
  }
}
