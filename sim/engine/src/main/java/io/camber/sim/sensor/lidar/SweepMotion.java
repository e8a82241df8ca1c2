package io.camber.sim.sensor.lidar;

import io.camber.geometry.Pose3;
import io.camber.sim.scene.Bounds;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.town.SceneModel;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayList;
import java.util.Arrays;
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
  private final List<String> names;
  private int step;
  private double fraction;

  /** Actors of this step, nearest first; per place in that order a sphere that holds the actor from frame to frame. */
  private final long[] order;

  private final double[] sphereX;
  private final double[] sphereY;
  private final double[] sphereZ;
  private final double[] sphereRadius;
  private int nearCount;

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
    names = List.copyOf(byName.keySet());
    tracks = new ArrayList<>();
    for (List<Optional<Instance>> known : byName.values()) {
      while (known.size() < count) {
        known.add(Optional.empty());
      }
      tracks.add(new Track(known));
    }
    order = new long[tracks.size()];
    sphereX = new double[tracks.size()];
    sphereY = new double[tracks.size()];
    sphereZ = new double[tracks.size()];
    sphereRadius = new double[tracks.size()];
    sortActors();
  }

  private void sortActors() {
    Placement at = sensor[step];
    nearCount = 0;
    for (int number = 0; number < tracks.size(); number++) {
      List<Optional<Instance>> known = tracks.get(number).instances;
      Optional<Instance> present = known.get(step);
      if (present.isPresent()) {
        Instance next =
            known.get(Math.min(step + 1, known.size() - 1)).orElse(present.orElseThrow());
        sphere(number, present.orElseThrow(), next);
        double x = sphereX[number] - at.x;
        double y = sphereY[number] - at.y;
        float near = (float) Math.max(0.0, Math.sqrt(x * x + y * y) - sphereRadius[number]);
        // The bits of floats from zero up sort as the floats do.
        order[nearCount++] = (long) Float.floatToIntBits(near) << 32 | number;
      }
    }
    Arrays.sort(order, 0, nearCount);
  }

  private void sphere(int number, Instance present, Instance next) {
    double x = middle(present, 0, present.x());
    double y = middle(present, 3, present.y());
    double z = middle(present, 6, present.z());
    double dx = middle(next, 0, next.x()) - x;
    double dy = middle(next, 3, next.y()) - y;
    double dz = middle(next, 6, next.z()) - z;
    sphereX[number] = x + 0.5 * dx;
    sphereY[number] = y + 0.5 * dy;
    sphereZ[number] = z + 0.5 * dz;
    sphereRadius[number] =
        Math.max(present.mesh().bounds().radius(), next.mesh().bounds().radius())
            + 0.5 * Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  private static double middle(Instance instance, int row, double shift) {
    Bounds bounds = instance.mesh().bounds();
    return shift
        + instance.rotation(row) * bounds.centerX()
        + instance.rotation(row + 1) * bounds.centerY()
        + instance.rotation(row + 2) * bounds.centerZ();
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
    boolean moved = false;
    while (step + 2 < times.length && times[step + 1] <= timeNs) {
      step++;
      moved = true;
    }
    if (moved) {
      sortActors();
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

  /** Names of the actors in the order of their numbers. */
  List<String> actorNames() {
    return names;
  }

  int actorCount() {
    return tracks.size();
  }

  /** How many actors exist at the present moment. */
  int nearCount() {
    return nearCount;
  }

  /** Number of the actor at a place in the order from near to far. */
  int near(int place) {
    return (int) order[place];
  }

  /** Horizontal distance to the sphere around the actor at a place in that order. */
  float nearM(int place) {
    return Float.intBitsToFloat((int) (order[place] >> 32));
  }

  /** False when the half-plane from {@code from} along u, with normal n, surely misses an actor. */
  boolean mayMeet(int number, Placement from, double[] u, double[] n) {
    double x = sphereX[number] - from.x;
    double y = sphereY[number] - from.y;
    double z = sphereZ[number] - from.z;
    double radius = sphereRadius[number];
    return Math.abs(n[0] * x + n[1] * y + n[2] * z) <= radius
        && u[0] * x + u[1] * y + u[2] * z >= -radius;
  }

  /** An existing actor's instance in the frame at or before the moment, whose mesh counts. */
  Instance actor(int number) {
    return tracks.get(number).instances.get(step).orElseThrow();
  }

  /** Writes the placement of an existing actor at the present moment to {@code out}. */
  void actor(int number, Instance present, Placement out) {
    List<Optional<Instance>> known = tracks.get(number).instances;
    Optional<Instance> next = known.get(Math.min(step + 1, known.size() - 1));
    out.blend(present, next.orElse(present), fraction);
  }
}
