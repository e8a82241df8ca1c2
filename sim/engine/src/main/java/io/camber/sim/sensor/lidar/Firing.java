package io.camber.sim.sensor.lidar;

import io.camber.sim.scene.Bounds;
import io.camber.sim.scene.Fan;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Mesh;
import java.util.Arrays;

/**
 * All beams of one column: where they point, and what their rays meet. A beam is its middle ray, or also the rays above,
 * below, left and right of it, half its divergence away; those beside it lie in planes of their own. Owned by one thread.
 */
final class Firing {
  /** Rays of a beam that has width. */
  static final int SUB_RAYS = 5;

  /** Sub-rays of the middle plane; the others lie to its sides. */
  private static final int STACKED = 3;
  /** No Gaussian of the noise table reaches 5. */
  private static final double JITTER_REACH = 5.0 * 1.1;

  private final int rows;
  private final int subRays;
  private final double halfBeam;
  private final float[] nominal;
  private final Fan[] fans;
  private final float[][] fired;
  /** Place in the middle fan of a row's sub-ray. */
  private final int[] slots;

  private final double[][] outward;
  private final double[] w = new double[3];
  private final double[] n = new double[3];
  private final Placement actorPose = new Placement();
  private double[] u;
  private Fan fan;

  /** Where the sensor is at the moment of firing. */
  final Placement pose = new Placement();

  // Direction of the ray asked for last, not of unit length: one along the plane.
  private float dx;
  private float dy;
  private float dz;

  /** Elevations in rad, ascending. */
  Firing(double[] elevations, double jitterStd, EchoConfig echoes) {
    rows = elevations.length;
    subRays = echoes.subRays();
    halfBeam = 0.5 * echoes.divergence();
    nominal = new float[rows];
    for (int ring = 0; ring < rows; ring++) {
      nominal[ring] = (float) StrictMath.tan(elevations[ring]);
    }
    float margin = (float) (JITTER_REACH * jitterStd) + 1e-6f;
    int stacked = subRays == 1 ? 1 : STACKED;
    int planes = subRays == 1 ? 1 : 3;
    float[] all = new float[stacked * rows];
    slots = new int[stacked * rows];
    stack(all, stacked);
    fans = new Fan[planes];
    fired = new float[planes][];
    outward = new double[planes][3];
    for (int plane = 0; plane < planes; plane++) {
      fans[plane] = new Fan(plane == 0 ? all : nominal, margin);
      fired[plane] = new float[plane == 0 ? all.length : rows];
    }
    fan = fans[0];
    u = outward[0];
  }

  /** Sorts the sub-rays of all rows by tangent. */
  private void stack(float[] all, int stacked) {
    Integer[] order = new Integer[all.length];
    float[] tangents = new float[all.length];
    for (int i = 0; i < all.length; i++) {
      order[i] = i;
      tangents[i] = nominal[i / stacked] + offset(i % stacked, nominal[i / stacked]);
    }
    Arrays.sort(order, (a, b) -> Float.compare(tangents[a], tangents[b]));
    for (int place = 0; place < all.length; place++) {
      slots[order[place]] = place;
      all[place] = tangents[order[place]];
    }
  }

  /** What a sub-ray of the middle plane adds to the tangent of its row: nothing, half the beam up, half down. */
  private float offset(int sub, float tangent) {
    double angle = sub == 1 ? halfBeam : sub == 2 ? -halfBeam : 0.0;
    return (float) (angle * (1.0 + tangent * tangent));
  }

  int subRays() {
    return subRays;
  }

  /** Points the beams along an azimuth (cosine and sine), each tilted by its jitter, and forgets all hits. */
  void aim(float cos, float sin, float[] tilts, float rangeMaxM) {
    double[] r = pose.rotation;
    for (int plane = 0; plane < fans.length; plane++) {
      double turn = plane == 0 ? 0.0 : plane == 1 ? halfBeam : -halfBeam;
      double c = cos - turn * sin;
      double s = sin + turn * cos;
      for (int axis = 0; axis < 3; axis++) {
        outward[plane][axis] = r[3 * axis] * c + r[3 * axis + 1] * s;
        w[axis] = r[3 * axis + 2];
      }
      int stacked = plane == 0 && subRays > 1 ? STACKED : 1;
      for (int ring = 0; ring < rows; ring++) {
        float t = nominal[ring];
        float tilted = t + tilts[ring] * (1.0f + t * t);
        for (int sub = 0; sub < stacked; sub++) {
          int at = plane == 0 ? slots[stacked * ring + sub] : ring;
          fired[plane][at] = tilted + offset(sub, t);
        }
      }
      fans[plane].start(fired[plane], rangeMaxM);
    }
  }

  /** Meets what stands and what moves, both from near to far, merged by their distance. */
  void cast(Instance[] fixed, float[] fixedNear, SweepMotion motion, Instance[] actors) {
    for (int plane = 0; plane < fans.length; plane++) {
      fan = fans[plane];
      u = outward[plane];
      for (int axis = 0; axis < 3; axis++) {
        int next = (axis + 1) % 3;
        int last = (axis + 2) % 3;
        n[axis] = u[next] * w[last] - u[last] * w[next];
      }
      int place = 0;
      for (int i = 0; i < fixed.length; i++) {
        while (place < motion.nearCount() && motion.nearM(place) <= fixedNear[i]) {
          cast(motion, motion.near(place++), fixed.length, actors);
        }
        cast(fixed[i], i);
      }
      while (place < motion.nearCount()) {
        cast(motion, motion.near(place++), fixed.length, actors);
      }
    }
  }

  private void cast(SweepMotion motion, int actor, int firstNumber, Instance[] actors) {
    if (motion.mayMeet(actor, pose, u, n)) {
      actors[actor] = motion.actor(actor);
      motion.actor(actor, actors[actor], actorPose);
      cast(actors[actor].mesh(), firstNumber + actor, actorPose);
    }
  }

  private void cast(Instance instance, int number) {
    if (instance.isUpright()) {
      castLocal(
          instance.mesh(),
          number,
          (float) (pose.x - instance.x()),
          (float) (pose.y - instance.y()),
          (float) (pose.z - instance.z()),
          (float) u[0],
          (float) u[1],
          (float) u[2],
          (float) w[0],
          (float) w[1],
          (float) w[2]);
    } else {
      actorPose.blend(instance, instance, 0.0);
      cast(instance.mesh(), number, actorPose);
    }
  }

  private void cast(Mesh mesh, int number, Placement at) {
    double[] r = at.rotation;
    double x = pose.x - at.x;
    double y = pose.y - at.y;
    double z = pose.z - at.z;
    castLocal(
        mesh,
        number,
        (float) (r[0] * x + r[3] * y + r[6] * z),
        (float) (r[1] * x + r[4] * y + r[7] * z),
        (float) (r[2] * x + r[5] * y + r[8] * z),
        (float) (r[0] * u[0] + r[3] * u[1] + r[6] * u[2]),
        (float) (r[1] * u[0] + r[4] * u[1] + r[7] * u[2]),
        (float) (r[2] * u[0] + r[5] * u[1] + r[8] * u[2]),
        (float) (r[0] * w[0] + r[3] * w[1] + r[6] * w[2]),
        (float) (r[1] * w[0] + r[4] * w[1] + r[7] * w[2]),
        (float) (r[2] * w[0] + r[5] * w[1] + r[8] * w[2]));
  }

  /** Skips meshes whose bounding sphere the half-plane misses. */
  private void castLocal(
      Mesh mesh,
      int number,
      float ox,
      float oy,
      float oz,
      float ux,
      float uy,
      float uz,
      float wx,
      float wy,
      float wz) {
    Bounds bounds = mesh.bounds();
    float cx = bounds.centerX() - ox;
    float cy = bounds.centerY() - oy;
    float cz = bounds.centerZ() - oz;
    float radius = bounds.radius();
    float along = cx * ux + cy * uy + cz * uz;
    float aside = cx * (uy * wz - uz * wy) + cy * (uz * wx - ux * wz) + cz * (ux * wy - uy * wx);
    if (Math.abs(aside) <= radius && along >= -radius) {
      fan.cast(mesh, number, ox, oy, oz, ux, uy, uz, wx, wy, wz);
    }
  }

  private int plane(int sub) {
    return sub < STACKED ? 0 : sub - STACKED + 1;
  }

  private int slot(int ring, int sub) {
    return sub >= STACKED ? ring : subRays == 1 ? ring : slots[STACKED * ring + sub];
  }

  /** Number of the instance that a row's sub-ray meets, -1 for none. */
  int number(int ring, int sub) {
    return fans[plane(sub)].instance(slot(ring, sub));
  }

  int triangle(int ring, int sub) {
    return fans[plane(sub)].triangle(slot(ring, sub));
  }

  /** Length of a ray over its way along the plane; sets the direction as well. */
  float look(int ring, int sub) {
    int plane = plane(sub);
    float tangent = fans[plane].tangent(slot(ring, sub));
    double[] out = outward[plane];
    dx = (float) (out[0] + tangent * w[0]);
    dy = (float) (out[1] + tangent * w[1]);
    dz = (float) (out[2] + tangent * w[2]);
    return (float) Math.sqrt(1.0f + tangent * tangent);
  }

  /** Way along the plane to what a sub-ray meets. */
  float reach(int ring, int sub) {
    return fans[plane(sub)].reach(slot(ring, sub));
  }

  /** Direction of the ray looked at last, longer than one by what {@link #look} returned. */
  float dx() {
    return dx;
  }

  float dy() {
    return dy;
  }

  float dz() {
    return dz;
  }
}
