package io.camber.sim.scene;

/** Where a single ray first meets a mesh; a reusable result, owned by the caller. */
public final class RayHit {
  private float distance = Float.POSITIVE_INFINITY;
  private int triangle = -1;

  /** Forgets the last hit; hits beyond {@code distanceMax} will not count. */
  public void reset(float distanceMax) {
    distance = distanceMax;
    triangle = -1;
  }

  void accept(float newDistance, int newTriangle) {
    distance = newDistance;
    triangle = newTriangle;
  }

  public boolean isHit() {
    return triangle >= 0;
  }

  /** In lengths of the direction vector. */
  public float distance() {
    return distance;
  }

  public int triangle() {
    return triangle;
  }
}
