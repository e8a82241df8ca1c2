package io.camber.sim.sensor.camera;

import io.camber.geometry.Vec3;
import io.camber.sensing.CameraCalibration;
import io.camber.sensing.CameraImage;
import io.camber.sim.scene.Hash;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Surface;
import io.camber.sim.scene.town.Region;
import io.camber.sim.scene.town.SceneModel;
import io.camber.sim.sensor.camera.raster.Drawing;
import io.camber.sim.sensor.camera.raster.ViewPose;
import io.camber.sim.sensor.camera.shadow.ShadowMap;
import io.camber.truth.ActorTruth;
import io.camber.truth.CameraLayer;
import io.camber.truth.CameraLayers;
import io.camber.truth.TruthFrame;
import io.camber.truth.Weather;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A camera drawn by a depth-buffered rasteriser: collect what is near, draw the sun's view for shadows, draw the camera's
 * view, shade each pixel once through the lens, develop. Owned by one thread; the same seed, frame and scene give the same
 * bytes.
 */
public final class PinholeCamera {
  private static final double VIEW_M = 280.0;
  /** Tiles whose middle is farther away are drawn with fewer triangles: their nearest trees are 100 m off. */
  private static final double AFAR_M = 150.0;

  /** What may cast a shadow into the view. */
  private static final double NEAR_M = 40.0;

  /** The distorted image sees a little more than the pinhole. */
  private static final double MARGIN = 0.12;

  /** Bands of rows that a rolling shutter is cut into. */
  private static final int BANDS = 12;
  /** Moments of an exposure whose mean is a blurred image. */
  private static final int MOMENTS = 6;

  private static final double SHADOW_AHEAD_M = 36.0;
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
  private final RowShader shader;
  private final Imager imager;
  private final Layers layers;
  private final LampHalo halo;
  private final WetRoad wetRoad;
  private final Glare glare;
  private final Precipitation precipitation;
  private final Dirt dirt;
  private final LayerWriter writer;
  private Light light = Light.of(Weather.CLEAR);
  /** What was drawn last, actors first. */
  private Instance[] instances = new Instance[0];

  public PinholeCamera(CameraConfig config, SceneModel scene, long seed) {
    this.config = config;
    this.scene = scene;
    this.seed = seed;
    this.lens = new Lens(config);
    this.drawing = new Drawing(
        lens.drawingWidth(), lens.drawingHeight(), lens.focalPx(), lens.faces().size());
    this.shader = new RowShader(lens, drawing, shadows, lamps, light);
    this.imager = new Imager(config);
    this.layers = new Layers(config.width() * config.height());
    this.halo = new LampHalo(config, lens);
    this.wetRoad = new WetRoad(config, lens);
    this.glare = new Glare(config, lens);
    this.precipitation = new Precipitation(config);
    this.dirt = new Dirt(config, seed);
    this.writer = new LayerWriter(config, layers);
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

  /** The exposure at the frame's time, with its layers; {@code carrier} carries the camera and is not seen by it. */
  public CameraFrame image(TruthFrame frame, String carrier) {
    CameraImage image = expose(frame, carrier);
    label();
    return new CameraFrame(image, layers.depthM.clone(), layers.classes.clone());
  }

  /** The exposure alone, which costs less than with its layers. */
  public CameraImage expose(TruthFrame frame, String carrier) {
    if (!frame.weather().equals(light.weather)) {
      light = Light.of(frame.weather());
    }
    imager.start(!light.isClear);
    layers.isLabelled = false;
    if (config.optics().isInstant()) {
      take(frame, carrier, 0, config.height());
    } else {
      takeInTime(frame, carrier);
    }
    ViewPose view = view(frame, carrier);
    halo.add(instances, view, layers.depthM, imager);
    long imageSeed = Hash.mix(seed, frame.timeNs());
    if (!light.isClear) {
      addWeather(view, layers.depthM, layers.classes, imageSeed);
    }
    dirt.add(imager);
    float exposure =
        aperture() * (float) (1.0 + config.exposureStd() * new Random(imageSeed).nextGaussian());
    return new CameraImage(
        config.sensorId(),
        frame.timeNs(),
        config.width(),
        config.height(),
        imager.develop(exposure, grain(), lens, imageSeed));
  }

  /**
   * How far each pixel of the frame's image has moved since an earlier frame.
   *
   * @throws IllegalArgumentException when the camera's image is no instant: then a pixel has no one motion
   */
  public OpticalFlow flow(TruthFrame earlier, TruthFrame frame, String carrier) {
    if (!config.optics().isInstant()) {
      throw new IllegalArgumentException("readoutS and shutterS must be 0 for an optical flow");
    }
    expose(frame, carrier);
    return flowOfLast(earlier, frame, carrier);
  }

  private OpticalFlow flowOfLast(TruthFrame earlier, TruthFrame frame, String carrier) {
    label();
    return new OpticalFlow(
        lens,
        layers,
        view(frame, carrier),
        view(earlier, carrier),
        others(frame, carrier),
        earlier);
  }

  private static List<ActorTruth> others(TruthFrame frame, String carrier) {
    return frame.actors().stream()
        .filter(actor -> !actor.name().equals(carrier))
        .toList();
  }

  /**
   * What the exposure of this frame, which must have been the last, truly showed.
   *
   * @param earlier the frame that flow counts from; the frame itself for the first image
   */
  public CameraLayers layers(
      TruthFrame earlier, TruthFrame frame, String carrier, Set<CameraLayer> wanted) {
    label();
    return writer.write(
        frame.timeNs(),
        wanted,
        others(frame, carrier),
        own(frame, carrier).mapFromReference().times(config.baseFromCamera()),
        wanted.contains(CameraLayer.FLOW)
            ? Optional.of(flowOfLast(earlier, frame, carrier))
            : Optional.empty());
  }

  private ViewPose view(TruthFrame frame, String carrier) {
    return new ViewPose(own(frame, carrier).mapFromReference().times(config.baseFromCamera()));
  }

  private static ActorTruth own(TruthFrame frame, String carrier) {
    return frame
        .findActor(carrier)
        .orElseThrow(() ->
            new IllegalArgumentException("no actor " + carrier + " at " + frame.timeNs() + " ns"));
  }

  /** Bands of rows one after the other, each the mean of moments of its exposure; the frame is the middle of it all. */
  private void takeInTime(TruthFrame frame, String carrier) {
    Optics optics = config.optics();
    int bands = optics.readoutS() > 0.0 ? BANDS : 1;
    int moments = optics.shutterS() > 0.0 ? MOMENTS : 1;
    for (int band = 0; band < bands; band++) {
      int first = config.height() * band / bands;
      int end = config.height() * (band + 1) / bands;
      double laterS = ((band + 0.5) / bands - 0.5) * optics.readoutS();
      for (int moment = 0; moment < moments; moment++) {
        double shiftS = laterS + ((moment + 0.5) / moments - 0.5) * optics.shutterS();
        take(Earlier.by(-shiftS, frame), carrier, first, end);
        label(first, end);
        imager.accumulate(first, end, moment == 0);
      }
    }
    imager.average(moments);
    layers.isLabelled = true;
  }

  /** Learns what the pixels of the last image show, of which its drawing is still there. */
  private void label() {
    if (!layers.isLabelled) {
      label(0, config.height());
      layers.isLabelled = true;
    }
  }

  private void label(int firstRow, int endRow) {
    for (int row = firstRow; row < endRow; row++) {
      shader.label(row, layers);
    }
  }

  /** Draws and colours a range of rows as they are at the frame's time. */
  private void take(TruthFrame frame, String carrier, int firstRow, int endRow) {
    ViewPose view = view(frame, carrier);
    if (light.night > 0.0f) {
      lamps.prepare(frame, own(frame, carrier), view, light, scene.streetLamps(region(view)));
    }
    instances = collect(frame, carrier, view);
    castShadows(view);
    drawing.clear();
    for (int face = 0; face < lens.faces().size(); face++) {
      ViewPose through = lens.isFlat() ? view : view.through(lens.faces().get(face));
      drawing.turnTo(face);
      drawing.draw(instances, through);
    }
    shader.start(light, view);
    for (int row = firstRow; row < endRow; row++) {
      shader.shade(row, instances, view, layers, imager);
    }
  }

  private void addWeather(ViewPose view, float[] depth, byte[] classes, long imageSeed) {
    if (light.night > 0.0f) {
      glare.lamps(instances, lamps.street(), view, light, depth, imager);
    }
    if (light.wetness > 0.0f) {
      label();
      wetRoad.add(view, light, depth, classes, imager);
    }
    glare.sun(view, light, depth, imager);
    precipitation.add(light, imageSeed, imager);
  }

  /** A fair day needs no meter; else the exposure follows the scene as far as the sensor's gain reaches. */
  private float aperture() {
    if (light.isClear) {
      return EXPOSURE;
    }
    return Math.max(
        EXPOSURE_MIN, Math.min(EXPOSURE_MAX, METERED / Math.max(1e-4f, imager.meter())));
  }

  /** Noise over that of a fair day: gain amplifies it. */
  private float grain() {
    return light.isClear
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
        .map(instance -> distance(instance, view) > AFAR_M ? instance.fromAfar() : instance)
        .forEach(found::add);
    return found.toArray(Instance[]::new);
  }

  private Region region(ViewPose view) {
    double yaw = StrictMath.atan2(view.forward()[1], view.forward()[0]);
    double halfAngle = Math.min(Math.PI, 0.5 * config.fieldOfView() + MARGIN);
    return Region.ahead(view.x(), view.y(), yaw, halfAngle, NEAR_M, VIEW_M);
  }

  private static double distance(Instance instance, ViewPose view) {
    double dx = instance.x() - view.x();
    double dy = instance.y() - view.y();
    return Math.sqrt(dx * dx + dy * dy);
  }

  /** What stands still is known to the map; actors come first among the instances and may move. */
  private void castShadows(ViewPose view) {
    if (!light.castsShadows()) {
      shadows.rest();
      return;
    }
    shadows.start(
        new Vec3(light.x, light.y, light.z),
        scene,
        view.x() + SHADOW_AHEAD_M * view.forward()[0],
        view.y() + SHADOW_AHEAD_M * view.forward()[1]);
    for (Instance instance : instances) {
      if (instance.label().isPresent()) {
        shadows.draw(instance);
      }
    }
    shadows.finish();
  }
}
