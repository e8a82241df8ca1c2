package io.camber.sim.sensor.lidar;

import io.camber.sim.scene.Surface;
import java.util.Arrays;

/**
 * Blooming: a retro-reflector sends back so much light that receivers of neighbouring rows, and of the next columns, see it
 * too. Mutable; owned by one sensor.
 */
final class Dazzle {
  /** Only sheeting, plates and reflectors dazzle. */
  private static final float RETRO_LEAST = 0.5f;
  /** Echo power over the threshold from which an echo dazzles. */
  private static final float POWER_LEAST = 400.0f;
  /** Rows that one echo reaches to each side. */
  private static final int ROWS = 3;
  /** What is left of it in the next row and the next column. */
  private static final float FADING = 0.5f;

  private final float blooming;
  private final float[] rangeM;
  private final float[] strength;

  Dazzle(int rows, double blooming) {
    this.blooming = (float) blooming;
    rangeM = new float[rows];
    strength = new float[rows];
  }

  void clear() {
    Arrays.fill(strength, 0.0f);
  }

  void nextColumn() {
    for (int ring = 0; ring < strength.length; ring++) {
      strength[ring] *= FADING;
    }
  }

  /** Notes an echo that may dazzle. */
  void note(int ring, float range, float power, Surface surface) {
    if (blooming == 0.0f || surface.retro() < RETRO_LEAST || power < POWER_LEAST) {
      return;
    }
    float left = 1.0f;
    for (int away = 0; away <= ROWS; away++) {
      enter(ring - away, range, left);
      enter(ring + away, range, left);
      left *= FADING;
    }
  }

  private void enter(int ring, float range, float left) {
    if (ring >= 0 && ring < strength.length && strength[ring] < left) {
      strength[ring] = left;
      rangeM[ring] = range;
    }
  }

  /** Range of what dazzles a row that saw nothing itself, by a uniform random number; 0 when nothing does. */
  float apparitionM(int ring, float unit) {
    return unit < blooming * strength[ring] ? rangeM[ring] : 0.0f;
  }
}
