package io.camber.sim.scene;

/** Axis-aligned box around a mesh in its own frame, and the radius of the sphere about the box's middle that holds it. */
public record Bounds(
    float centerX,
    float centerY,
    float centerZ,
    float halfX,
    float halfY,
    float halfZ,
    float radius) {

  /** Around points given as x, y, z in turn. */
  static Bounds of(float[] vertices) {
    float[] low = {vertices[0], vertices[1], vertices[2]};
    float[] high = low.clone();
    for (int i = 0; i < vertices.length; i++) {
      low[i % 3] = Math.min(low[i % 3], vertices[i]);
      high[i % 3] = Math.max(high[i % 3], vertices[i]);
    }
    float x = 0.5f * (high[0] - low[0]);
    float y = 0.5f * (high[1] - low[1]);
    float z = 0.5f * (high[2] - low[2]);
    return new Bounds(
        low[0] + x,
        low[1] + y,
        low[2] + z,
        x,
        y,
        z,
        (float) Math.sqrt(x * x + y * y + z * z) + 1e-3f);
  }
}
