package io.camber.sim.sensor.camera.raster;

import java.util.List;

/**
 * The faces of a cube around the camera through which a wide lens looks: their right, down and forward in the camera's own
 * (right, down, forward). What lies behind has none.
 */
public final class CubeFace {
  public static final CubeFace AHEAD =
      new CubeFace(new int[] {1, 0, 0}, new int[] {0, 1, 0}, new int[] {0, 0, 1});
  private static final CubeFace RIGHT =
      new CubeFace(new int[] {0, 0, -1}, new int[] {0, 1, 0}, new int[] {1, 0, 0});
  private static final CubeFace LEFT =
      new CubeFace(new int[] {0, 0, 1}, new int[] {0, 1, 0}, new int[] {-1, 0, 0});
  private static final CubeFace ABOVE =
      new CubeFace(new int[] {1, 0, 0}, new int[] {0, 0, 1}, new int[] {0, -1, 0});
  private static final CubeFace BELOW =
      new CubeFace(new int[] {1, 0, 0}, new int[] {0, 0, -1}, new int[] {0, 1, 0});

  public static final List<CubeFace> ALL = List.of(AHEAD, RIGHT, LEFT, ABOVE, BELOW);

  private final int[] right;
  private final int[] down;
  private final int[] forward;

  private CubeFace(int[] right, int[] down, int[] forward) {
    this.right = right;
    this.down = down;
    this.forward = forward;
  }

  public int[] right() {
    return right;
  }

  public int[] down() {
    return down;
  }

  public int[] forward() {
    return forward;
  }

  /** The face that a direction passes through. */
  public static CubeFace of(double x, double y, double z) {
    if (z >= Math.abs(x) && z >= Math.abs(y)) {
      return AHEAD;
    }
    if (Math.abs(x) >= Math.abs(y)) {
      return x > 0.0 ? RIGHT : LEFT;
    }
    return y > 0.0 ? BELOW : ABOVE;
  }

  public static double along(int[] axis, double x, double y, double z) {
    return axis[0] * x + axis[1] * y + axis[2] * z;
  }
}
