package io.camber.scene;

import io.camber.geometry.Numbers;
import io.camber.geometry.Vec2;
import java.util.Arrays;

/**
 * Ground around a sensor on which nothing stands, as far as one sweep tells: of equal sectors around {@link #origin()}, counted
 * counter-clockwise from straight behind, each is free from {@link #nearM(int)} to {@link #farM(int)}; nearer and farther nothing is
 * known. In {@code base_link} at {@link #timeNs()}. Owns its arrays: whoever fills them gives them up on construction.
 */
public final class FreeSpace {
  private final long timeNs;
  private final String sensorId;
  private final Vec2 origin;
  private final float[] nearM;
  private final float[] farM;

  /**
   * Takes over both arrays.
   *
   * @param timeNs that of the sweep
   * @param origin below the sensor
   */
  public FreeSpace(long timeNs, String sensorId, Vec2 origin, float[] nearM, float[] farM) {
    if (nearM.length != farM.length) {
      throw new IllegalArgumentException("nearM=" + nearM.length + " sectors, farM=" + farM.length);
    }
    for (int i = 0; i < nearM.length; i++) {
      Numbers.notNegative("nearM", nearM[i]);
      Numbers.within("farM", farM[i], nearM[i], Float.MAX_VALUE);
    }
    this.timeNs = timeNs;
    this.sensorId = sensorId;
    this.origin = origin;
    this.nearM = nearM;
    this.farM = farM;
  }

  public long timeNs() {
    return timeNs;
  }

  public String sensorId() {
    return sensorId;
  }

  public Vec2 origin() {
    return origin;
  }

  /** How many sectors the circle has. */
  public int sectors() {
    return farM.length;
  }

  /** Direction of the middle of a sector, rad. */
  public double azimuth(int sector) {
    return -Math.PI + (sector + 0.5) * 2.0 * Math.PI / farM.length;
  }

  /** Distance from the origin at which the free part of a sector begins. */
  public float nearM(int sector) {
    return nearM[sector];
  }

  /** Distance from the origin at which it ends; that of the beginning where nothing is free. */
  public float farM(int sector) {
    return farM[sector];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FreeSpace that
        && timeNs == that.timeNs
        && sensorId.equals(that.sensorId)
        && origin.equals(that.origin)
        && Arrays.equals(nearM, that.nearM)
        && Arrays.equals(farM, that.farM);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(timeNs) + 31 * Arrays.hashCode(farM);
  }
}
