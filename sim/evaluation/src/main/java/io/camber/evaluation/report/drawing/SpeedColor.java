package io.camber.evaluation.report.drawing;

import java.util.Locale;

/** Colours for speed: dark blue for slow over green to yellow for fast, readable with all kinds of colour vision. */
public final class SpeedColor {
  private static final int[][] STOPS = {
    {0x44, 0x2F, 0x8F},
    {0x2C, 0x72, 0x8E},
    {0x1F, 0x9E, 0x7A},
    {0x7A, 0xC9, 0x43},
    {0xF2, 0xC8, 0x1B}
  };

  private SpeedColor() {}

  /** The colour of a share of the fastest speed, 0 to 1. */
  public static String of(double share) {
    double at = Math.max(0.0, Math.min(1.0, share)) * (STOPS.length - 1);
    int low = (int) Math.min(STOPS.length - 2.0, Math.floor(at));
    double blend = at - low;
    int[] rgb = new int[3];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (int) Math.rint(STOPS[low][i] + blend * (STOPS[low + 1][i] - STOPS[low][i]));
    }
    return String.format(Locale.ROOT, "#%02x%02x%02x", rgb[0], rgb[1], rgb[2]);
  }
}
