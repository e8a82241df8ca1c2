package io.camber.perception.lidar;

/**
 * Which extents of a fitted rectangle are measured and which only bounded from below. The extent along u is measured when the
 * face that runs along u is lit at a usable angle and neither of its ends is hidden by something nearer.
 *
 * @param uMeasured the extent along u is the object's
 * @param vMeasured the extent along v is the object's
 * @param uGrowth side on which the rest of the object lies along u: +1, -1, or 0 for both or neither; away from the sensor unless
 *     a face that is lit along u is cut at its near end
 * @param vGrowth the same along v
 * @param isHidden something nearer cuts the outline
 */
record Visibility(
    boolean uMeasured, boolean vMeasured, int uGrowth, int vGrowth, boolean isHidden) {
  /** Sine of the least angle between a ray and a face that still returns the whole face: 9 degrees. */
  private static final double INCIDENCE_MIN = 0.16;

  /**
   * Nearer to both faces than this, the end of an outline is at the corner and belongs to the face that is seen better: a bumper
   * that something hides at its side is no end of a flank, or the car would grow towards the sensor.
   */
  private static final double CORNER_M = 0.4;

  static Visibility of(Rectangle box, Contour contour, double sensorX, double sensorY) {
    double su = box.u(sensorX, sensorY);
    double sv = box.v(sensorX, sensorY);
    int uSide = side(su, box.uMin(), box.uMax());
    int vSide = side(sv, box.vMin(), box.vMax());
    boolean uLit = vSide != 0 && isLit(sv, box.vMin(), box.vMax(), su, box.uMin(), box.uMax());
    boolean vLit = uSide != 0 && isLit(su, box.uMin(), box.uMax(), sv, box.vMin(), box.vMax());
    boolean isFlankSeen = uLit && (!vLit || box.uLengthM() >= box.vLengthM());
    int uHidden = 0;
    int vHidden = 0;
    boolean uCut = false;
    boolean vCut = false;
    for (int end = 0; end < 2; end++) {
      boolean hidden = end == 0 ? contour.isLeftHidden : contour.isRightHidden;
      if (!hidden) {
        continue;
      }
      int k = end == 0 ? contour.left : contour.right;
      double pu = box.u(contour.x[k], contour.y[k]);
      double pv = box.v(contour.x[k], contour.y[k]);
      double toUFace = uSide < 0 ? pu - box.uMin() : uSide > 0 ? box.uMax() - pu : 99.0;
      double toVFace = vSide < 0 ? pv - box.vMin() : vSide > 0 ? box.vMax() - pv : 99.0;
      boolean isCorner = Math.abs(toVFace - toUFace) < CORNER_M;
      if (isCorner ? isFlankSeen : toVFace < toUFace) {
        uCut = true;
        uHidden += pu > 0.5 * (box.uMin() + box.uMax()) ? 1 : -1;
      } else {
        vCut = true;
        vHidden += pv > 0.5 * (box.vMin() + box.vMax()) ? 1 : -1;
      }
    }
    return new Visibility(
        uLit && !uCut,
        vLit && !vCut,
        uCut && uLit ? uHidden : -uSide,
        vCut && vLit ? vHidden : -vSide,
        uCut || vCut);
  }

  private static int side(double sensor, double min, double max) {
    return sensor < min ? -1 : sensor > max ? 1 : 0;
  }

  /** Whether a face at the near bound of one axis is lit well over its far half along the other axis. */
  private static boolean isLit(
      double sensorAcross, double min, double max, double sensorAlong, double from, double to) {
    double across = sensorAcross < min ? min - sensorAcross : sensorAcross - max;
    double along =
        Math.max(0.0, Math.max(from - sensorAlong, sensorAlong - to)) + 0.5 * (to - from);
    return across >= INCIDENCE_MIN * Math.sqrt(across * across + along * along);
  }
}
