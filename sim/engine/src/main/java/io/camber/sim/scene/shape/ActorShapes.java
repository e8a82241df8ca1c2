package io.camber.sim.scene.shape;

import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec3;
import io.camber.scene.ObjectClass;
import io.camber.sim.scene.Hash;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Mesh;
import io.camber.sim.scene.Paint;
import io.camber.sim.scene.SceneLabel;
import io.camber.sim.scene.Surface;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;

/** Chooses, builds and keeps the mesh of each actor. Thread safe: a mesh depends on its key only. */
public final class ActorShapes {
  private static final int GAIT_PHASES = 8;
  /** Two steps of a walking adult, for a body 1.75 m high. */
  private static final double STRIDE_M = 1.45;
  /** Way of a bicycle during one turn of its pedals. */
  private static final double PEDAL_TURN_M = 4.6;
  /** Slower ones stand: the pose is neutral. */
  private static final double STANDING_MPS = 0.05;

  private record Key(ObjectClass objectClass, String kind, Size3 size, int style, int phase) {}

  private final ConcurrentHashMap<Key, Mesh> meshes = new ConcurrentHashMap<>();

  public Instance instance(ActorTruth actor) {
    long hash = Hash.of(actor.name());
    Size3 size = visible(actor.size());
    Key key = new Key(actor.objectClass(), actor.kind(), size, (int) (hash & 3), phase(actor));
    Mesh mesh = meshes.computeIfAbsent(key, ActorShapes::build);
    Pose3 reference = actor.mapFromReference();
    Vec3 middle = reference.apply(new Vec3(actor.centerOffsetM(), actor.centerOffsetLeftM(), 0.0));
    Pose3 pose = new Pose3(
        middle.x(), middle.y(), middle.z(), reference.yaw(), reference.pitch(), reference.roll());
    return Instance.actor(
        mesh, SceneLabel.of(actor.objectClass()), Paint.of(hash), lit(actor.lights()), pose);
  }

  private static Size3 visible(Size3 size) {
    return new Size3(
        Math.max(0.05, size.lengthM()),
        Math.max(0.05, size.widthM()),
        Math.max(0.05, size.heightM()));
  }

  public static long lit(ActorLights lights) {
    return (lights.brake() ? Surface.TAILLAMP.bit() : 0L)
        | (lights.headlamps() ? Surface.HEADLAMP.bit() : 0L)
        | (lights.indicatorLeft() ? Surface.INDICATOR_LEFT.bit() : 0L)
        | (lights.indicatorRight() ? Surface.INDICATOR_RIGHT.bit() : 0L);
  }

  /** Phase of the gait from the way along the heading: it needs no memory and never slips on a straight walk. */
  private static int phase(ActorTruth actor) {
    boolean walks = actor.objectClass() == ObjectClass.PEDESTRIAN;
    if (!walks && actor.objectClass() != ObjectClass.BICYCLE) {
      return -1;
    }
    if (Math.abs(actor.speedMps()) < STANDING_MPS) {
      return walks ? -1 : 0;
    }
    Pose3 pose = actor.mapFromReference();
    double way = pose.x() * StrictMath.cos(pose.yaw()) + pose.y() * StrictMath.sin(pose.yaw());
    double turns = way / (walks ? STRIDE_M * actor.size().heightM() / 1.75 : PEDAL_TURN_M);
    return (int) Math.floor((turns - Math.floor(turns)) * GAIT_PHASES) % GAIT_PHASES;
  }

  private static Mesh build(Key key) {
    double phase = key.phase < 0 ? -1.0 : (double) key.phase / GAIT_PHASES;
    String kind = key.kind.toLowerCase(Locale.ROOT);
    return switch (key.objectClass) {
      case CAR ->
        kind.contains("trailer")
            ? HeavyShape.trailer(key.size)
            : CarShape.mesh(
                key.size,
                kind.equals("van") ? CarShape.Style.VAN : CarShape.style(key.size, key.style));
      case TRUCK ->
        kind.contains("trailer") ? HeavyShape.trailer(key.size) : HeavyShape.truck(key.size);
      case BUS -> HeavyShape.bus(key.size);
      case MOTORCYCLE -> TwoWheelerShape.motorcycle(key.size);
      case BICYCLE -> TwoWheelerShape.bicycle(key.size, Math.max(0.0, phase));
      case PEDESTRIAN -> PersonShape.walker(key.size, phase);
      case UNKNOWN ->
        kind.contains("trailer")
            ? HeavyShape.trailer(key.size)
            : ObstacleShape.mesh(key.size, kind);
    };
  }
}
