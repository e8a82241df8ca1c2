package io.camber.sim.sensor.camera;

import io.camber.geometry.Pose3;
import io.camber.sensing.CameraCalibration;
import io.camber.sensing.CameraImage;
import io.camber.sim.scene.Hash;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Region;
import io.camber.sim.scene.SceneLabel;
import io.camber.sim.scene.SceneModel;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
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

  private final CameraConfig config;
  private final SceneModel scene;
  private final long seed;
  private final Lens lens;
  private final Drawing drawing;
  private final ShadowMap shadows = new ShadowMap();
  private final Shading shading = new Shading(shadows);
  private final Imager imager;
  private final LampHalo halo;

  public PinholeCamera(CameraConfig config, SceneModel scene, long seed) {
    this.config = config;
    this.scene = scene;
    this.seed = seed;
    this.lens = new Lens(config);
    this.drawing = new Drawing(lens);
    this.imager = new Imager(config);
    this.halo = new LampHalo(config);
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
    Pose3 base = frame
        .findActor(carrier)
        .orElseThrow(() ->
            new IllegalArgumentException("no actor " + carrier + " at " + frame.timeNs() + " ns"))
        .mapFromReference();
    ViewPose view = new ViewPose(base.times(config.baseFromCamera()));
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
    float exposure =
        EXPOSURE * (float) (1.0 + config.exposureStd() * new Random(imageSeed).nextGaussian());
    CameraImage image = new CameraImage(
        config.sensorId(),
        frame.timeNs(),
        config.width(),
        config.height(),
        imager.develop(exposure, lens, imageSeed));
    return new CameraFrame(image, depth, classes);
  }

  private Instance[] collect(TruthFrame frame, String carrier, ViewPose view) {
    List<Instance> found = new ArrayList<>();
    for (ActorTruth actor : frame.actors()) {
      if (!actor.name().equals(carrier)) {
        found.add(scene.instance(actor));
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
