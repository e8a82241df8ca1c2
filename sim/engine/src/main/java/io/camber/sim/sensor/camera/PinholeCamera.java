package io.camber.sim.sensor.camera;

import io.camber.sensing.CameraCalibration;
import io.camber.sensing.CameraImage;
import io.camber.sim.scene.Hash;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Region;
import io.camber.sim.scene.SceneLabel;
import io.camber.sim.scene.SceneModel;
import io.camber.sim.scene.Surface;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import io.camber.truth.Weather;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A camera drawn by a depth-buffered rasteriser: collect what is near, draw the sun's view for shadows, draw the camera's
 * view, shade each pixel once through the lens, develop. Owned by one thread; the same seed, frame and scene give the same
 * bytes.
 */
public final class PinholeCamera {
  private static final double VIEW_M = 280.0;
  /** What may cast a shadow into the view. */
  private static final double NEAR_M = 40.0;

  /** The distorted image sees a little more than the pinhole. */
  private static final double MARGIN = 0.12;

  private static final double SHADOW_AHEAD_M = 38.0;
  /** Brings asphalt in the sun to a middle grey. */
  private static final float EXPOSURE = 0.78f;

  private static final float EXPOSURE_MIN = 0.35f;
  private static final float EXPOSURE_MAX = 9.0f;
  /** Brightness that the meter brings the scene to. */
  private static final float METERED = 0.30f;

  private final CameraConfig config;
  private final SceneModel scene;
  private final long seed;
  private final Lens lens;
  private final Drawing drawing;
  private final ShadowMap shadows = new ShadowMap();
  private final Lamps lamps = new Lamps();
  private final Shading shading = new Shading(shadows, lamps);
  private final Imager imager;
  private final LampHalo halo;
  private final WetRoad wetRoad;
  private final Glare glare;
  private final Precipitation precipitation;
  private Light light = Light.of(Weather.CLEAR);

  public PinholeCamera(CameraConfig config, SceneModel scene, long seed) {
    this.config = config;
    this.scene = scene;
    this.seed = seed;
    this.lens = new Lens(config);
    this.drawing = new Drawing(lens);
    this.imager = new Imager(config);
    this.halo = new LampHalo(config);
    this.wetRoad = new WetRoad(config, lens);
    this.glare = new Glare(config, lens);
    this.precipitation = new Precipitation(config);
  }

  public CameraCalibration calibration() {
    return new CameraCalibration(
        config.sensorId(),
        config.baseFromCamera(),
        config.width(),
        config.height(),
        config.focalPx(),
        config.focalPx(),
        config.width() / 2.0,
        config.height() / 2.0,
        config.k1(),
        config.k2());
  }

  /** The exposure at the frame's time; {@code carrier} is the actor that carries the camera and is not seen by it. */
  public CameraFrame image(TruthFrame frame, String carrier) {
    ActorTruth own = frame
        .findActor(carrier)
        .orElseThrow(() ->
            new IllegalArgumentException("no actor " + carrier + " at " + frame.timeNs() + " ns"));
    ViewPose view = new ViewPose(own.mapFromReference().times(config.baseFromCamera()));
    if (!frame.weather().equals(light.weather)) {
      light = Light.of(frame.weather());
    }
    shading.setLight(light);
    if (light.night > 0.0f) {
      lamps.prepare(frame, own, view, light, scene.streetLamps(region(view)));
    }
    Instance[] instances = collect(frame, carrier, view);
    castShadows(instances, view);
    drawing.clear();
    for (int i = 0; i < instances.length; i++) {
      drawing.draw(instances[i], i, view);
    }
    float[] depth = new float[config.width() * config.height()];
    byte[] classes = new byte[depth.length];
    shade(instances, view, depth, classes);
    halo.add(instances, view, depth, imager);
    long imageSeed = Hash.mix(seed, frame.timeNs());
    if (!light.weather.isClear()) {
      addWeather(instances, view, depth, classes, imageSeed);
    }
    float exposure =
        aperture() * (float) (1.0 + config.exposureStd() * new Random(imageSeed).nextGaussian());
    CameraImage image = new CameraImage(
        config.sensorId(),
        frame.timeNs(),
        config.width(),
        config.height(),
        imager.develop(exposure, grain(), lens, imageSeed));
    return new CameraFrame(image, depth, classes);
  }

  private void addWeather(
      Instance[] instances, ViewPose view, float[] depth, byte[] classes, long imageSeed) {
    if (light.night > 0.0f) {
      glare.lamps(instances, lamps.street(), view, light, depth, imager);
    }
    if (light.wetness > 0.0f) {
      wetRoad.add(view, light, depth, classes, imager);
    }
    glare.sun(view, light, depth, imager);
    precipitation.add(light, imageSeed, imager);
  }

  /** A fair day needs no meter; else the exposure follows the scene as far as the sensor's gain reaches. */
  private float aperture() {
    if (light.weather.isClear()) {
      return EXPOSURE;
    }
    return Math.max(
        EXPOSURE_MIN, Math.min(EXPOSURE_MAX, METERED / Math.max(1e-4f, imager.meter())));
  }

  /** Noise over that of a fair day: gain amplifies it. */
  private float grain() {
    return light.weather.isClear()
        ? 1.0f
        : (float) Math.sqrt(Math.max(1.0f, Math.min(9.0f, aperture() / EXPOSURE)));
  }

  private Instance[] collect(TruthFrame frame, String carrier, ViewPose view) {
    List<Instance> found = new ArrayList<>();
    for (ActorTruth actor : frame.actors()) {
      if (!actor.name().equals(carrier)) {
        Instance instance = scene.instance(actor);
        found.add(
            light.isDark() && Lamps.hasLamps(actor)
                ? instance.withLit(instance.lit() | Surface.HEADLAMP.bit() | Surface.TAILLAMP.bit())
                : instance);
      }
    }
    List<Instance> fixed = scene.surroundings(region(view), frame.signals());
    // Near things first: what they hide costs less. The sort is stable, so ties keep the scene's
    // order.
    fixed.stream()
        .sorted(Comparator.comparingDouble(instance -> distance(instance, view)))
        .forEach(found::add);
    return found.toArray(Instance[]::new);
  }

  private Region region(ViewPose view) {
    double yaw = StrictMath.atan2(view.forward[1], view.forward[0]);
    return Region.ahead(view.x, view.y, yaw, 0.5 * config.fieldOfView() + MARGIN, NEAR_M, VIEW_M);
  }

  private static double distance(Instance instance, ViewPose view) {
    double dx = instance.x() - view.x;
    double dy = instance.y() - view.y;
    return Math.sqrt(dx * dx + dy * dy);
  }

  private void castShadows(Instance[] instances, ViewPose view) {
    shadows.start(
        light,
        view.x + SHADOW_AHEAD_M * view.forward[0],
        view.y + SHADOW_AHEAD_M * view.forward[1],
        view.z - config.mountZ());
    for (Instance instance : instances) {
      shadows.draw(instance);
    }
  }

  private void shade(Instance[] instances, ViewPose view, float[] depth, byte[] classes) {
    for (int pixel = 0; pixel < depth.length; pixel++) {
      int seen = lens.drawingIndex(pixel);
      float rx = lens.rayX(pixel);
      float ry = lens.rayY(pixel);
      double dx = view.forward[0] + rx * view.right[0] + ry * view.down[0];
      double dy = view.forward[1] + rx * view.right[1] + ry * view.down[1];
      double dz = view.forward[2] + rx * view.right[2] + ry * view.down[2];
      int drawn = drawing.triangle(seen);
      if (drawn < 0) {
        float scale = 1.0f / (float) Math.sqrt(1.0f + rx * rx + ry * ry);
        shading.sky(scale * (float) dx, scale * (float) dy, scale * (float) dz);
        depth[pixel] = Float.POSITIVE_INFINITY;
        classes[pixel] = SceneLabel.SKY.index();
      } else {
        float z = 1.0f / drawing.inverseDepth(seen);
        Instance instance = instances[drawing.instance(drawn)];
        shading.surface(
            drawing, drawn, instance, view.x + z * dx, view.y + z * dy, view.z + z * dz, z);
        depth[pixel] = z;
        classes[pixel] = instance.label().orElse(drawing.surface(drawn).label()).index();
      }
      imager.set(pixel, shading.red(), shading.green(), shading.blue());
    }
  }
}
