package io.camber.sim.sensor;

import io.camber.geometry.Twist2;
import io.camber.pose.EgoPose;
import io.camber.pose.PoseStatus;
import io.camber.scene.SignalState;
import io.camber.scene.SignalStates;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns truth into what a perfect perception would publish: every actor within {@value #RANGE_M} m, hidden or not, and
 * every signal of the map. Ids follow the order of first sight and stay.
 */
public final class TruthPerception {
  private static final double RANGE_M = 120.0;

  /** Stated accuracy; small but not zero, since consumers divide by it. */
  private static final double STD = 0.02;

  private record Sighting(int id, long sinceNs) {}

  private final Map<String, Sighting> sightings = new TreeMap<>();

  public Tracks tracks(TruthFrame frame, ActorTruth ego) {
    List<Track> tracks = new ArrayList<>();
    for (ActorTruth actor : frame.actors()) {
      if (!actor.name().equals(ego.name()) && isNear(actor, ego)) {
        Sighting sighting = sightings.computeIfAbsent(
            actor.name(), name -> new Sighting(sightings.size() + 1, frame.timeNs()));
        tracks.add(track(actor, sighting, frame.timeNs()));
      }
    }
    tracks.sort((a, b) -> Integer.compare(a.id(), b.id()));
    return new Tracks(frame.timeNs(), tracks);
  }

  private static boolean isNear(ActorTruth actor, ActorTruth ego) {
    return actor
            .footprint()
            .center()
            .position()
            .distanceTo(ego.footprint().center().position())
        <= RANGE_M;
  }

  private static Track track(ActorTruth actor, Sighting sighting, long timeNs) {
    return new Track(
        sighting.id(),
        actor.objectClass(),
        1.0,
        actor.footprint().center(),
        actor.mapFromReference().z(),
        actor.size(),
        actor.velocityMps(),
        actor.accelMps2(),
        actor.yawRateRadps(),
        1.0,
        STD,
        STD,
        timeNs - sighting.sinceNs(),
        0L);
  }

  public SignalStates signals(TruthFrame frame) {
    return new SignalStates(
        frame.timeNs(),
        frame.signals().stream()
            .map(signal -> new SignalState(signal.signalId(), signal.color(), 1.0))
            .toList());
  }

  /** The true pose of {@code base_link}. */
  public static EgoPose pose(long timeNs, ActorTruth ego) {
    return new EgoPose(
        timeNs,
        ego.mapFromReference(),
        new Twist2(ego.speedMps(), 0.0, ego.yawRateRadps()),
        ego.accelMps2(),
        STD,
        STD,
        0.001,
        0.0,
        1.0,
        PoseStatus.TRACKING);
  }
}
