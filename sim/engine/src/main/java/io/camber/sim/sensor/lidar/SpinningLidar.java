package io.camber.sim.sensor.lidar;

import io.camber.geometry.Pose3;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import io.camber.sim.scene.Bounds;
import io.camber.sim.scene.Fan;
import io.camber.sim.scene.Hash;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Mesh;
import io.camber.sim.scene.Region;
import io.camber.sim.scene.SceneModel;
import io.camber.sim.scene.Surface;
import io.camber.truth.TruthFrame;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/**
 * A scanning lidar: all rows fire together, column after column, counter-clockwise from straight behind. Ego and actors move
 * during the revolution. Points are reported along the nominal beams, as a real sensor does that cannot know its jitter.
 * Owned by one thread; the same seed, history and time give the same bytes.
 */
public final class SpinningLidar {
  private final LidarConfig config;
  private final SceneModel scene;
  private final long seed;
  private final Fan fan;
  private final ReturnModel returns;
  private final NoiseStream noise = new NoiseStream();
  private final Air air = new Air();
  private final Placement pose = new Placement();
  private final Placement actorPose = new Placement();
  private final int rows;
  private final float[] nominal;
  private final float[] fired;
  private final float[] cosElevation;
  private final float[] sinElevation;
  private final float[] cosAzimuth;
  private final float[] sinAzimuth;
  private final float[] normal = new float[3];
  private final ByteBuffer scratch;
  private final double[] u = new double[3];
  private final double[] w = new double[3];

  public SpinningLidar(LidarConfig config, SceneModel scene, long seed) {
    this.config = config;
    this.scene = scene;
    this.seed = seed;
    this.returns = new ReturnModel(config);
    LidarProfile profile = LidarProfile.named(config.profile());
    double[] elevations = profile.elevations();
    rows = profile.rowCount();
    nominal = new float[rows];
    fired = new float[rows];
    cosElevation = new float[rows];
    sinElevation = new float[rows];
    for (int ring = 0; ring < rows; ring++) {
      nominal[ring] = (float) StrictMath.tan(elevations[ring]);
      cosElevation[ring] = (float) StrictMath.cos(elevations[ring]);
      sinElevation[ring] = (float) StrictMath.sin(elevations[ring]);
    }
    // No Gaussian of the noise table reaches 5.
    this.fan = new Fan(nominal, (float) (5.0 * config.jitterStd()) * 1.1f + 1e-6f);
    cosAzimuth = new float[config.columnCount()];
    sinAzimuth = new float[config.columnCount()];
    for (int column = 0; column < config.columnCount(); column++) {
      double azimuth =
          -0.5 * profile.sector() + profile.sector() * (column + 0.5) / config.columnCount();
      cosAzimuth[column] = (float) StrictMath.cos(azimuth);
      sinAzimuth[column] = (float) StrictMath.sin(azimuth);
    }
    scratch = ByteBuffer.allocate(LidarSweep.POINT_BYTES * rows * config.columnCount())
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  public LidarCalibration calibration() {
    return new LidarCalibration(
        config.sensorId(),
        config.baseFromLidar(),
        rows,
        config.columnCount(),
        config.rangeMaxM(),
        config.sweepNs());
  }

  /**
   * The revolution that ends at {@code sweepEndNs}. {@code history} holds consecutive truth frames, oldest first, that cover
   * it as far as the run reaches back; {@code carrier} is the actor that carries the sensor and is not seen by it.
   */
  public LidarSweep sweep(List<TruthFrame> history, long sweepEndNs, String carrier) {
    long startNs = sweepEndNs - config.sweepNs();
    Pose3 mount = config.baseFromLidar();
    SweepMotion motion = new SweepMotion(history, startNs, carrier, mount, scene);
    motion.moveTo((double) startNs);
    motion.sensor(pose);
    air.prepare(history.get(history.size() - 1), carrier);
    returns.setWetness(air.wetness());
    Instance[] fixed = scene
        .surroundings(Region.around(pose.x, pose.y, config.rangeMaxM()))
        .toArray(Instance[]::new);
    Instance[] actors = new Instance[motion.actorCount()];
    long sweepSeed = Hash.mix(seed, sweepEndNs);
    scratch.clear();
    for (int column = 0; column < config.columnCount(); column++) {
      double offsetNs = (column + 0.5) / config.columnCount() * config.sweepNs();
      motion.moveTo(startNs + offsetNs);
      motion.sensor(pose);
      noise.reseed(Hash.mix(sweepSeed, column));
      aim(column);
      for (int i = 0; i < fixed.length; i++) {
        cast(fixed[i], i);
      }
      for (int i = 0; i < actors.length; i++) {
        Optional<Instance> actor = motion.actor(i);
        if (actor.isPresent()) {
          actors[i] = actor.get();
          motion.actor(i, actors[i], actorPose);
          cast(actors[i].mesh(), fixed.length + i, actorPose);
        }
      }
      collect(column, (int) offsetNs, fixed, actors);
    }
    scratch.flip();
    ByteBuffer points = ByteBuffer.allocate(scratch.remaining());
    points.put(scratch).flip();
    return new LidarSweep(config.sensorId(), startNs, sweepEndNs, points);
  }

  /** Sets the firing plane of a column, with jitter: one azimuth for all beams, one elevation each. */
  private void aim(int column) {
    noise.draw();
    double jitter = config.jitterStd() * noise.gaussian();
    double c = cosAzimuth[column] - jitter * sinAzimuth[column];
    double s = sinAzimuth[column] + jitter * cosAzimuth[column];
    double[] r = pose.rotation;
    for (int axis = 0; axis < 3; axis++) {
      u[axis] = r[3 * axis] * c + r[3 * axis + 1] * s;
      w[axis] = r[3 * axis + 2];
    }
    for (int ring = 0; ring < rows; ring++) {
      noise.draw();
      float tilt = (float) config.jitterStd() * noise.gaussian();
      fired[ring] = nominal[ring] + tilt * (1.0f + nominal[ring] * nominal[ring]);
    }
    fan.start(fired, (float) config.rangeMaxM());
  }

  /** Casts against a mesh that is placed without rotation. */
  private void cast(Instance instance, int number) {
    float ox = (float) (pose.x - instance.x());
    float oy = (float) (pose.y - instance.y());
    float oz = (float) (pose.z - instance.z());
    if (instance.isUpright()) {
      castLocal(
          instance.mesh(),
          number,
          ox,
          oy,
          oz,
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
    double dx = pose.x - at.x;
    double dy = pose.y - at.y;
    double dz = pose.z - at.z;
    castLocal(
        mesh,
        number,
        (float) (r[0] * dx + r[3] * dy + r[6] * dz),
        (float) (r[1] * dx + r[4] * dy + r[7] * dz),
        (float) (r[2] * dx + r[5] * dy + r[8] * dz),
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
    float outward = cx * ux + cy * uy + cz * uz;
    float aside = cx * (uy * wz - uz * wy) + cy * (uz * wx - ux * wz) + cz * (ux * wy - uy * wx);
    if (Math.abs(aside) <= radius && outward >= -radius) {
      fan.cast(mesh, number, ox, oy, oz, ux, uy, uz, wx, wy, wz);
    }
  }

  /** Turns the hits of one firing into points. */
  private void collect(int column, int offsetNs, Instance[] fixed, Instance[] actors) {
    for (int ring = 0; ring < rows; ring++) {
      int number = fan.instance(ring);
      if ((!air.isClear() && returnsFromAir(column, ring, offsetNs)) || number < 0) {
        continue;
      }
      Instance hit = number < fixed.length ? fixed[number] : actors[number - fixed.length];
      float tangent = fan.tangent(ring);
      float stretch = (float) Math.sqrt(1.0f + tangent * tangent);
      float range = fan.reach(ring) * stretch;
      int triangle = fan.triangle(ring);
      float cosIncidence = cosIncidence(hit, triangle, tangent, stretch);
      Surface surface = ReturnModel.surface(hit, triangle);
      returns.evaluate(hit, surface, cosIncidence, range, air.transmission(range));
      noise.draw();
      if (noise.unit() >= returns.probability()) {
        continue;
      }
      float measured = range + (float) config.rangeStdM() * noise.gaussian();
      if (surface.roughnessM() > 0.0f && config.rangeStdM() > 0.0) {
        measured += texture(surface, range, tangent, stretch) / Math.max(0.2f, cosIncidence);
      }
      if (measured < config.rangeMinM() || measured > config.rangeMaxM()) {
        continue;
      }
      put(column, ring, offsetNs, measured, returns.intensity() + 2.5f * noise.secondGaussian());
    }
  }

  private void put(int column, int ring, int offsetNs, float range, float intensity) {
    float flat = range * cosElevation[ring];
    LidarSweep.put(
        scratch,
        flat * cosAzimuth[column],
        flat * sinAzimuth[column],
        range * sinElevation[ring],
        offsetNs,
        ring,
        Math.max(0, Math.min(255, (int) (intensity + 0.5f))));
  }

  /** True when droplets or vapour in front of the hit have returned the pulse; then that is the point. */
  private boolean returnsFromAir(int column, int ring, int offsetNs) {
    float tangent = fan.tangent(ring);
    float stretch = (float) Math.sqrt(1.0f + tangent * tangent);
    float range = fan.instance(ring) < 0 ? (float) config.rangeMaxM() : fan.reach(ring) * stretch;
    noise.draw();
    float scattered = air.scatterRange(noise.unit(), range);
    float shine = noise.secondGaussian();
    noise.draw();
    float vapour = air.plumeRange(
        pose.x,
        pose.y,
        pose.z,
        (u[0] + tangent * w[0]) / stretch,
        (u[1] + tangent * w[1]) / stretch,
        (u[2] + tangent * w[2]) / stretch,
        noise.unit(),
        Math.min(range, scattered));
    float measured = Math.min(scattered, vapour);
    if (measured < config.rangeMinM() || measured >= range) {
      return false;
    }
    put(column, ring, offsetNs, measured, 4.0f + 2.0f * Math.abs(shine));
    return true;
  }

  private float cosIncidence(Instance hit, int triangle, float tangent, float stretch) {
    hit.mesh().normal(triangle, normal);
    float length =
        (float) Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]);
    double dx = u[0] + tangent * w[0];
    double dy = u[1] + tangent * w[1];
    double dz = u[2] + tangent * w[2];
    double dot = 0.0;
    for (int axis = 0; axis < 3; axis++) {
      dot += normal[axis]
          * (hit.rotation(axis) * dx + hit.rotation(3 + axis) * dy + hit.rotation(6 + axis) * dz);
    }
    return length == 0.0f ? 0.0f : (float) Math.min(1.0, Math.abs(dot) / (length * stretch));
  }

  /** Height texture of the surface at the hit, fixed to the ground: two octaves of smooth noise, metres. */
  private float texture(Surface surface, float range, float tangent, float stretch) {
    double reach = range / stretch;
    float x = (float) (pose.x + reach * (u[0] + tangent * w[0]));
    float y = (float) (pose.y + reach * (u[1] + tangent * w[1]));
    float z = (float) (pose.z + reach * (u[2] + tangent * w[2]));
    float coarse = Hash.noise(1.1f * x + 0.7f * z, 1.1f * y) - 0.5f;
    float fine = Hash.noise(5.3f * x, 5.3f * y + 3.1f * z) - 0.5f;
    return surface.roughnessM() * (1.2f * coarse + 0.8f * fine);
  }
}
