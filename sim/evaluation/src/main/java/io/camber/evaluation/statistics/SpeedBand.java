package io.camber.evaluation.statistics;

import java.util.Locale;

/** How fast somebody is: standing below 0.2 m/s, slow below 5 (18 km/h), medium below 15 (54 km/h), else fast. */
public enum SpeedBand {
  STANDING(0.2),
  SLOW(5.0),
  MEDIUM(15.0),
  FAST(Double.POSITIVE_INFINITY);

  private static final SpeedBand[] BANDS = values();

  private final double endMps;

  SpeedBand(double endMps) {
    this.endMps = endMps;
  }

  /** Of a speed forwards or backwards. */
  public static SpeedBand of(double speedMps) {
    double size = Math.abs(speedMps);
    for (SpeedBand band : BANDS) {
      if (size < band.endMps) {
        return band;
      }
    }
    return FAST;
  }

  /** As it stands in names of metrics. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
