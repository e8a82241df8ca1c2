package io.camber.sim.sensor.lidar;

import io.camber.geometry.Pose3;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.SceneModel;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where sensor and actors are at any moment of one sweep. Poses between two truth frames are blended element by element:
 * within 10 ms a rotation turns so little that the blended matrix stays orthonormal to 1e-5.
 */
final class SweepMotion {
  private final long[] times;
  private final Placement[] sensor;
  private final List<Track> tracks;
  private int step;
  private double fraction;

  /** One actor: its instance in each frame, absent where the frame does not know it. */
  private record Track(List<Optional<Instance>> instances) {}

  SweepMotion(
      List<TruthFrame> history,
      long fromNs,
      String carrier,
      Pose3 baseFromSensor,
      SceneModel scene) {
    List<TruthFrame> frames = covering(history, fromNs);
    int count = frames.size();
    times = new long[count];
    sensor = new Placement[count];
    Map<String, List<Optional<Instance>>> byName = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      TruthFrame frame = frames.get(i);
      times[i] = frame.timeNs();
      Pose3 base = frame
          .findActor(carrier)
          .orElseThrow(() ->
              new IllegalArgumentException("no actor " + carrier + " at " + frame.timeNs() + " ns"))
          .mapFromReference();
      sensor[i] = Placement.of(base.times(baseFromSensor));
      for (ActorTruth actor : frame.actors()) {
        if (!actor.name().equals(carrier)) {
          List<Optional<Instance>> known =
              byName.computeIfAbsent(actor.name(), name -> new ArrayList<>());
          while (known.size() < i) {
            known.add(Optional.empty());
          }
          known.add(Optional.of(scene.instance(actor)));
        }
      }
    }
    tracks = new ArrayList<>();
    for (List<Optional<Instance>> known : byName.values()) {
      while (known.size() < count) {
        known.add(Optional.empty());
      }
      tracks.add(new Track(known));
    }
  }

  /** The frames from the last one not after {@code fromNs} on, in which the history may be shorter than a sweep. */
  private static List<TruthFrame> covering(List<TruthFrame> history, long fromNs) {
    if (history.isEmpty()) {
      throw new IllegalArgumentException(
          "history is empty: a sweep needs at least one truth frame");
    }
    int first = 0;
    while (first + 1 < history.size() && history.get(first + 1).timeNs() <= fromNs) {
      first++;
    }
    return history.subList(first, history.size());
  }

  /** Moves to a moment; moments must not go backwards. */
  void moveTo(double timeNs) {
    while (step + 2 < times.length && times[step + 1] <= timeNs) {
      step++;
    }
    if (times.length == 1) {
      fraction = 0.0;
      return;
    }
    double span = times[step + 1] - times[step];
    fraction = Math.max(0.0, Math.min(1.0, (timeNs - times[step]) / span));
  }

  /** Writes the sensor's placement at the present moment to {@code out}. */
  void sensor(Placement out) {
    out.blend(sensor[step], sensor[Math.min(step + 1, sensor.length - 1)], fraction);
  }

  int actorCount() {
    return tracks.size();
  }

  /** The actor's instance in the frame at or before the moment, whose mesh counts; empty while it does not exist. */
  Optional<Instance> actor(int number) {
    return tracks.get(number).instances.get(fraction < 1.0 || times.length == 1 ? step : step + 1);
  }

  /** Writes the placement of an existing actor at the present moment to {@code out}. */
  void actor(int number, Instance present, Placement out) {
    List<Optional<Instance>> known = tracks.get(number).instances;
    Optional<Instance> next = known.get(Math.min(step + 1, known.size() - 1));
    out.blend(present, next.orElse(present), fraction);
  }
}
