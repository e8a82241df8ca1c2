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
  private static final float REFERENCE_RANGE_M = 150.0f;

  private static final float REFERENCE_REFLECTIVITY = 0.10f;
  /** Retro-reflecting sheeting sends back this many times the light of a white diffuser. */
  private static final float RETRO_GAIN = 30.0f;
  /** Share of the pulses that glass reflects at all; the rest pass through it and are lost in the cabin. */
  private static final float GLASS_SHARE = 0.35f;

  /** Share of the diffuse return that a closed film of water takes away. */
  private static final float WET_LOSS = 0.75f;

  private static final Surface[] SURFACES = Surface.values();

  private final boolean ideal;
  private final float keep;
  private final IntensityScale scale;
  private float wetness;
  private float probability;
  private float power;
  private float intensity;

  /** An {@code ideal} model returns every pulse. */
  ReturnModel(LidarConfig config) {
    this.ideal = config.dropout() == 0.0 && config.rangeStdM() == 0.0;
    this.keep = (float) (1.0 - config.dropout());
    this.scale = LidarProfile.named(config.profile()).scale();
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
    float nearer = REFERENCE_RANGE_M / range;
    float ratio = (diffuse + RETRO_GAIN * retro)
        * (1.0f / REFERENCE_REFLECTIVITY)
        * transmission
        * nearer
        * nearer;
    power = ratio;
    probability = probability(ratio, surface);
    intensity = scale.level(reflectivity, retro, cosIncidence, ratio) * transmission;
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

  /** Probability that an echo of some power from a surface is reported: half where it just equals the reference. */
  float probability(float echoPower, Surface surface) {
    if (ideal) {
      return 1.0f;
    }
    float soft = keep * (1.0f - 1.0f / (1.0f + echoPower * echoPower));
    return surface == Surface.GLASS ? GLASS_SHARE * soft : soft;
  }

  /** Echo power over that of the reference target at its range. */
  float power() {
    return power;
  }

  /** True when a surface mirrors a pulse: glass, polished paint, and water on a road. */
  static boolean mirrors(Surface surface, float wetness) {
    return surface == Surface.GLASS
        || surface == Surface.PAINT
        || (wetness > 0.3f && isRoad(surface));
  }

  /** 0 to 255. */
  float intensity() {
    return intensity;
  }
}
