package io.camber.sim.sensor.lidar;

import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Paint;
import io.camber.sim.scene.SceneLabel;
import io.camber.sim.scene.Surface;

/**
 * What comes back from a surface: probability of a return and its intensity. Echo power follows the lidar equation for an
 * extended target: reflectivity x cos(incidence) / range squared.
 */
final class ReturnModel {
  /** Range at which a target of 10 % reflectivity, square to the beam, still returns every second pulse. */
  private static final double REFERENCE_RANGE_M = 150.0;

  private static final double REFERENCE_REFLECTIVITY = 0.10;
  /** Retro-reflecting sheeting sends back this many times the light of a white diffuser. */
  private static final float RETRO_GAIN = 30.0f;
  /** Share of the pulses that glass reflects at all; the rest pass through it and are lost in the cabin. */
  private static final float GLASS_SHARE = 0.35f;

  /** Share of the diffuse return that a closed film of water takes away. */
  private static final float WET_LOSS = 0.75f;

  private static final Surface[] SURFACES = Surface.values();

  private final boolean ideal;
  private final float keep;
  private float wetness;
  private float probability;
  private float intensity;

  /** An {@code ideal} model returns every pulse. */
  ReturnModel(LidarConfig config) {
    this.ideal = config.dropout() == 0.0 && config.rangeStdM() == 0.0;
    this.keep = (float) (1.0 - config.dropout());
  }

  /** Sets how wet the road is, 0 to 1: a film of water mirrors the beam away and blinds the beads of markings. */
  void setWetness(float wet) {
    wetness = wet;
  }

  /**
   * Evaluates one hit; the results stay until the next call.
   *
   * @param transmission share of the light that comes through the air there and back
   */
  void evaluate(
      Instance instance, Surface surface, float cosIncidence, float range, float transmission) {
    Paint paint = instance.paint();
    float reflectivity = surface.isTinted() ? paint.reflectivity() : surface.reflectivity();
    float retro = surface.retro() * Math.min(1.0f, 2.0f * cosIncidence);
    if (wetness > 0.0f && isRoad(surface)) {
      reflectivity *= 1.0f - WET_LOSS * wetness;
      retro *= 1.0f - WET_LOSS * wetness;
    }
    float diffuse = reflectivity * cosIncidence;
    double ratio = (diffuse + RETRO_GAIN * retro)
        / REFERENCE_REFLECTIVITY
        * (REFERENCE_RANGE_M / range)
        * (REFERENCE_RANGE_M / range)
        * transmission;
    // A soft threshold: half the pulses return where the echo just equals the reference.
    probability = ideal ? 1.0f : keep * (float) (ratio * ratio / (1.0 + ratio * ratio));
    if (!ideal && surface == Surface.GLASS) {
      probability *= GLASS_SHARE;
    }
    // Diffuse targets fill the lower 100 steps, retro-reflectors the rest, as common sensors
    // report.
    intensity =
        (100.0f * reflectivity * (0.25f + 0.75f * cosIncidence) + 155.0f * retro) * transmission;
  }

  private static boolean isRoad(Surface surface) {
    return surface.label() == SceneLabel.ROAD || surface.label() == SceneLabel.MARKING;
  }

  static Surface surface(Instance instance, int triangle) {
    return SURFACES[instance.mesh().surfaces()[triangle]];
  }

  float probability() {
    return probability;
  }

  /** 0 to 255. */
  float intensity() {
    return intensity;
  }
}
