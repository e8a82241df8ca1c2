package io.camber.sim.sensor.lidar;

import io.camber.geometry.Pose3;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import io.camber.sim.scene.Hash;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Surface;
import io.camber.sim.scene.town.SceneModel;
import io.camber.truth.LidarLabels;
import io.camber.truth.PointClass;
import io.camber.truth.TruthFrame;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A scanning lidar: all rows fire together, column after column, counter-clockwise from straight behind. Ego and actors move
 * during the revolution. Points are reported along the nominal beams, as a real sensor does that cannot know its jitter.
 * Owned by one thread; the same seed, history and time give the same bytes.
 */
public final class SpinningLidar {
  private final LidarConfig config;
  private final SceneModel scene;
  private final long seed;
  private final Firing firing;
  private final ReturnModel returns;
  private final IntensityScale scale;
  private final NoiseStream noise = new NoiseStream();
  private final Air air = new Air();
  private final Echoes echoes = new Echoes();
  private final Dazzle dazzle;
  private final Mirror mirror = new Mirror();
  private final PointLabels labels;
  private final int rows;
  private final float[] tilts;
  private final float[] rowErrorM;
  private final float[] cosElevation;
  private final float[] sinElevation;
  private final float[] cosAzimuth;
  private final float[] sinAzimuth;
  private final ByteBuffer scratch;
  private float[] fixedNear = new float[0];
  private Instance[] fixed = new Instance[0];
  private Instance[] actors = new Instance[0];
  private List<String> actorNames = List.of();
  private long sweepEndNs;
  private int column;
  private int offsetNs;

  public SpinningLidar(LidarConfig config, SceneModel scene, long seed) {
    this.config = config;
    this.scene = scene;
    this.seed = seed;
    this.returns = new ReturnModel(config);
    LidarProfile profile = LidarProfile.named(config.profile());
    double[] elevations = profile.elevations();
    rows = profile.rowCount();
    scale = profile.scale();
    firing = new Firing(elevations, config.jitterStd(), config.echoes());
    dazzle = new Dazzle(rows, config.echoes().blooming());
    tilts = new float[rows];
    rowErrorM = new float[rows];
    cosElevation = new float[rows];
    sinElevation = new float[rows];
    for (int ring = 0; ring < rows; ring++) {
      cosElevation[ring] = (float) StrictMath.cos(elevations[ring]);
      sinElevation[ring] = (float) StrictMath.sin(elevations[ring]);
      noise.reseed(Hash.mix(seed, ring));
      noise.draw();
      rowErrorM[ring] = (float) config.echoes().ringStdM() * noise.gaussian();
    }
    cosAzimuth = new float[config.columnCount()];
    sinAzimuth = new float[config.columnCount()];
    for (int i = 0; i < config.columnCount(); i++) {
      double azimuth =
          -0.5 * profile.sector() + profile.sector() * (i + 0.5) / config.columnCount();
      cosAzimuth[i] = (float) StrictMath.cos(azimuth);
      sinAzimuth[i] = (float) StrictMath.sin(azimuth);
    }
    int pointsMax = config.echoes().returns() == Returns.DUAL ? 2 : 1;
    int pointsOfAll = rows * config.columnCount() * pointsMax;
    scratch =
        ByteBuffer.allocate(LidarSweep.POINT_BYTES * pointsOfAll).order(ByteOrder.LITTLE_ENDIAN);
    labels = new PointLabels(pointsOfAll);
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
    motion.sensor(firing.pose);
    air.prepare(history.get(history.size() - 1), carrier);
    returns.setWetness(air.wetness());
    NearFirst near = NearFirst.of(scene, firing.pose.x, firing.pose.y, config.rangeMaxM());
    fixed = near.instances();
    fixedNear = near.distancesM();
    actors = new Instance[motion.actorCount()];
    actorNames = motion.actorNames();
    this.sweepEndNs = sweepEndNs;
    dazzle.clear();
    labels.clear();
    long sweepSeed = Hash.mix(seed, sweepEndNs);
    scratch.clear();
    boolean isSimple = config.echoes().isSimple();
    for (column = 0; column < config.columnCount(); column++) {
      double sinceStartNs = (column + 0.5) / config.columnCount() * config.sweepNs();
      offsetNs = (int) sinceStartNs;
      motion.moveTo(startNs + sinceStartNs);
      motion.sensor(firing.pose);
      noise.reseed(Hash.mix(sweepSeed, column));
      aim();
      firing.cast(fixed, fixedNear, motion, actors);
      if (isSimple) {
        collect();
      } else {
        collectEchoes();
      }
    }
    scratch.flip();
    ByteBuffer points = ByteBuffer.allocate(scratch.remaining());
    points.put(scratch).flip();
    return new LidarSweep(config.sensorId(), startNs, sweepEndNs, points);
  }

  /** What the points of the newest sweep truly hit. */
  public LidarLabels labels() {
    return labels.of(config.sensorId(), sweepEndNs, actorNames);
  }

  /** Points the column's beams, with jitter: one azimuth for all of them, one elevation each. */
  private void aim() {
    noise.draw();
    float jitter = (float) config.jitterStd() * noise.gaussian();
    for (int ring = 0; ring < rows; ring++) {
      noise.draw();
      tilts[ring] = (float) config.jitterStd() * noise.gaussian();
    }
    firing.aim(
        cosAzimuth[column] - jitter * sinAzimuth[column],
        sinAzimuth[column] + jitter * cosAzimuth[column],
        tilts,
        (float) config.rangeMaxM());
  }

  /** Turns the hits of a firing of single rays into points. */
  private void collect() {
    for (int ring = 0; ring < rows; ring++) {
      int number = firing.number(ring, 0);
      if (number < 0 && air.isClear()) {
        continue;
      }
      float stretch = firing.look(ring, 0);
      float range = number < 0 ? (float) config.rangeMaxM() : firing.reach(ring, 0) * stretch;
      if ((!air.isClear() && returnsFromAir(ring, range, stretch)) || number < 0) {
        continue;
      }
      Instance hit = instance(number);
      int triangle = firing.triangle(ring, 0);
      float cosIncidence = cosIncidence(hit, triangle, stretch);
      Surface surface = ReturnModel.surface(hit, triangle);
      returns.evaluate(hit, surface, cosIncidence, range, air.transmission(range));
      noise.draw();
      if (noise.unit() < returns.probability()) {
        float measured = range + (float) config.rangeStdM() * noise.gaussian();
        measured += textureM(surface, range, cosIncidence, stretch);
        float shine = 2.5f * noise.secondGaussian();
        labels.onto(hit, surface, number - fixed.length);
        put(ring, measured, dimmed(returns.intensity()) + shine);
      }
    }
  }

  private Instance instance(int number) {
    return number < fixed.length ? fixed[number] : actors[number - fixed.length];
  }

  /** Turns the hits of a firing of beams with width into points. */
  private void collectEchoes() {
    EchoConfig options = config.echoes();
    dazzle.nextColumn();
    for (int ring = 0; ring < rows; ring++) {
      noise.draw();
      if (noise.unit() < options.crosstalk()) {
        noise.draw();
        labels.falsely(PointClass.CROSSTALK);
        put(ring, noise.unit() * (float) config.rangeMaxM(), 3.0f + 6.0f * noise.unit());
        continue;
      }
      float nearest = findEchoes(ring);
      float middleStretch = firing.look(ring, 0);
      if (!air.isClear() && returnsFromAir(ring, nearest, middleStretch)) {
        continue;
      }
      int first = echoes.first(options.returns());
      int second = echoes.second(options.returns());
      if (first >= 0) {
        putEcho(ring, first);
      } else {
        putApparition(ring);
      }
      if (second >= 0) {
        putEcho(ring, second);
      }
    }
  }

  /** Fills the echoes that a row's pulse brings back, and returns how far its light goes at least. */
  private float findEchoes(int ring) {
    echoes.clear();
    float nearest = (float) config.rangeMaxM();
    for (int sub = 0; sub < firing.subRays(); sub++) {
      int number = firing.number(ring, sub);
      if (number < 0) {
        continue;
      }
      float stretch = firing.look(ring, sub);
      float range = firing.reach(ring, sub) * stretch;
      nearest = Math.min(nearest, range);
      Instance hit = instance(number);
      int triangle = firing.triangle(ring, sub);
      returns.evaluate(
          hit,
          ReturnModel.surface(hit, triangle),
          cosIncidence(hit, triangle, stretch),
          range,
          air.transmission(range));
      echoes.add(sub, range, returns.power(), returns.intensity());
    }
    echoes.join();
    for (int echo = echoes.count() - 1; echo >= 0; echo--) {
      int ray = echoes.ray(echo);
      int triangle = firing.triangle(ring, ray);
      Surface surface = ReturnModel.surface(instance(firing.number(ring, ray)), triangle);
      noise.draw();
      if (noise.unit() >= returns.probability(echoes.power(echo), surface)) {
        echoes.drop(echo);
      }
    }
    return nearest;
  }

  private void putEcho(int ring, int echo) {
    int ray = echoes.ray(echo);
    float stretch = firing.look(ring, ray);
    int number = firing.number(ring, ray);
    Instance hit = instance(number);
    int triangle = firing.triangle(ring, ray);
    Surface surface = ReturnModel.surface(hit, triangle);
    float range = echoes.rangeM(echo);
    noise.draw();
    float measured = range + rowErrorM[ring] + (float) config.rangeStdM() * noise.gaussian();
    measured += textureM(surface, range, cosIncidence(hit, triangle, stretch), stretch);
    float shine = 2.5f * noise.secondGaussian();
    if (noise.unit() < config.echoes().ghosts() && ReturnModel.mirrors(surface, air.wetness())) {
      float behind = mirror.behindM(firing, stretch, range, hit, triangle, fixed, actors);
      if (behind > 0.0f) {
        labels.falsely(PointClass.MIRRORED);
        put(ring, measured + behind, 0.3f * echoes.intensity(echo) + shine);
        return;
      }
    }
    dazzle.note(ring, range, echoes.power(echo), surface);
    labels.onto(hit, surface, number - fixed.length);
    put(ring, measured, dimmed(echoes.intensity(echo)) + shine);
  }

  /** Draws from the noise for devices alone that flicker, so that the others keep their bytes. */
  private float dimmed(float intensity) {
    if (!scale.flickers()) {
      return intensity;
    }
    noise.draw();
    return intensity * scale.dimming(noise.unit());
  }

  /** What a dazzling reflector in a neighbouring row or column shows where the pulse itself found nothing. */
  private void putApparition(int ring) {
    noise.draw();
    float range = dazzle.apparitionM(ring, noise.unit());
    if (range > 0.0f) {
      labels.falsely(PointClass.BLOOMING);
      put(
          ring,
          range + rowErrorM[ring] + (float) config.rangeStdM() * noise.gaussian(),
          14.0f + 4.0f * noise.secondGaussian());
    }
  }

  /** Writes a point if it lies within the device's range. */
  private void put(int ring, float range, float intensity) {
    if (range < config.rangeMinM() || range > config.rangeMaxM()) {
      return;
    }
    labels.keep();
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
  private boolean returnsFromAir(int ring, float range, float stretch) {
    noise.draw();
    float scattered = air.scatterRange(noise.unit(), range);
    float shine = noise.secondGaussian();
    noise.draw();
    float vapour = air.plumeRange(
        firing.pose.x,
        firing.pose.y,
        firing.pose.z,
        firing.dx() / stretch,
        firing.dy() / stretch,
        firing.dz() / stretch,
        noise.unit(),
        Math.min(range, scattered));
    float measured = Math.min(scattered, vapour);
    if (measured < config.rangeMinM() || measured >= range) {
      return false;
    }
    labels.falsely(PointClass.AIR);
    put(ring, measured, 4.0f + 2.0f * Math.abs(shine));
    return true;
  }

  private float cosIncidence(Instance hit, int triangle, float stretch) {
    float[] normals = hit.mesh().unitNormals();
    float dx = firing.dx();
    float dy = firing.dy();
    float dz = firing.dz();
    float nx = normals[3 * triangle];
    float ny = normals[3 * triangle + 1];
    float nz = normals[3 * triangle + 2];
    float dot;
    if (hit.isUpright()) {
      dot = nx * dx + ny * dy + nz * dz;
    } else {
      dot = (float) (nx * (hit.rotation(0) * dx + hit.rotation(3) * dy + hit.rotation(6) * dz)
          + ny * (hit.rotation(1) * dx + hit.rotation(4) * dy + hit.rotation(7) * dz)
          + nz * (hit.rotation(2) * dx + hit.rotation(5) * dy + hit.rotation(8) * dz));
    }
    return Math.min(1.0f, Math.abs(dot) / stretch);
  }

  /** Height texture of a rough surface along the ray, fixed to the ground: two octaves of smooth noise, metres. */
  private float textureM(Surface surface, float range, float cosIncidence, float stretch) {
    if (surface.roughnessM() == 0.0f || config.rangeStdM() == 0.0) {
      return 0.0f;
    }
    double reach = range / stretch;
    float x = (float) (firing.pose.x + reach * firing.dx());
    float y = (float) (firing.pose.y + reach * firing.dy());
    float z = (float) (firing.pose.z + reach * firing.dz());
    float coarse = Hash.noise(1.1f * x + 0.7f * z, 1.1f * y) - 0.5f;
    float fine = Hash.noise(5.3f * x, 5.3f * y + 3.1f * z) - 0.5f;
    return surface.roughnessM() * (1.2f * coarse + 0.8f * fine) / Math.max(0.2f, cosIncidence);
  }
}
