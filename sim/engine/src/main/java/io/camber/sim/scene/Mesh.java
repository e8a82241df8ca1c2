package io.camber.sim.scene;

import org.jspecify.annotations.Nullable;

/**
 * Triangles in one local frame with the hierarchy over them. Immutable by convention: the arrays behind the accessors are
 * shared, not copied, and nobody writes them after {@link MeshBuilder#build()}. The hierarchy for ray casting is built when
 * first asked for: what only a camera sees does not need one.
 */
public final class Mesh {
  private static final boolean[] GROUND = groundSurfaces();
  private static final boolean[] CLOSED = closedSurfaces();

  private final float[] vertices;
  private final int[] corners;
  private final byte[] surfaces;
  private final boolean[] solid;
  private final Bounds bounds;
  private final boolean ground;
  private volatile @Nullable Bvh bvh;
  private volatile float @Nullable [] unitNormals;
  private volatile @Nullable Clusters clusters;
  private volatile boolean @Nullable [] quads;
  private volatile @Nullable Fronts fronts;

  Mesh(float[] vertices, int[] corners, byte[] surfaces, boolean[] solid) {
    if (surfaces.length == 0) {
      throw new IllegalArgumentException("a mesh needs at least one triangle");
    }
    this.vertices = vertices;
    this.corners = corners;
    this.surfaces = surfaces;
    this.solid = solid;
    this.bounds = Bounds.of(vertices);
    boolean allGround = true;
    for (byte surface : surfaces) {
      allGround &= GROUND[surface];
    }
    this.ground = allGround;
  }

  private static boolean[] groundSurfaces() {
    boolean[] found = new boolean[Surface.values().length];
    for (Surface surface : Surface.values()) {
      SceneLabel label = surface.label();
      found[surface.index()] =
          label == SceneLabel.ROAD || label == SceneLabel.MARKING || label == SceneLabel.TERRAIN;
    }
    return found;
  }

  private static boolean[] closedSurfaces() {
    boolean[] found = new boolean[Surface.values().length];
    for (Surface surface : Surface.values()) {
      found[surface.index()] = surface.label().isClosedSkin();
    }
    return found;
  }

  /** True when all of it is road, paint or land: it casts no shadow worth drawing. */
  public boolean isGround() {
    return ground;
  }

  public int triangleCount() {
    return surfaces.length;
  }

  public int vertexCount() {
    return vertices.length / 3;
  }

  /** x, y, z of each vertex in turn. */
  public float[] vertices() {
    return vertices;
  }

  /** Three vertex numbers for each triangle, counter-clockwise seen from outside. */
  public int[] corners() {
    return corners;
  }

  /** Ordinal of the {@link Surface} of each triangle. */
  public byte[] surfaces() {
    return surfaces;
  }

  /** Of each triangle: true when it belongs to a closed solid, which hides its back from all who stand outside. */
  public boolean[] solid() {
    return solid;
  }

  /** True when nobody who stands outside sees the triangle's back. */
  public boolean hidesBack(int triangle) {
    return CLOSED[surfaces[triangle]] || solid[triangle];
  }

  public Bounds bounds() {
    return bounds;
  }

  Bvh bvh() {
    Bvh built = bvh;
    if (built == null) {
      synchronized (this) {
        built = bvh;
        if (built == null) {
          built = BvhBuilder.build(vertices, corners);
          bvh = built;
        }
      }
    }
    return built;
  }

  /** Builds all that sensors ask for, which otherwise waits until the first one does. */
  public void prepare() {
    bvh();
    clusters();
    unitNormals();
    quads();
    fronts();
  }

  /** From where triangles may be seen; found when first asked for. */
  public Fronts fronts() {
    Fronts known = fronts;
    if (known == null) {
      // Whoever else finds them at the same time comes to the same planes.
      known = Fronts.of(this);
      fronts = known;
    }
    return known;
  }

  /** The triangles in runs; found when first asked for. */
  public Clusters clusters() {
    Clusters known = clusters;
    if (known == null) {
      // Whoever else finds them at the same time comes to the same runs.
      known = Clusters.of(vertices, corners);
      clusters = known;
    }
    return known;
  }

  /**
   * Of each triangle (a, b, c): true when the next one is (a, c, d) and both are a flat convex face with corners a, b, c, d; found
   * when first asked for.
   */
  public boolean[] quads() {
    boolean[] known = quads;
    if (known == null) {
      // Whoever else finds them at the same time comes to the same faces.
      known = Quads.of(this);
      quads = known;
    }
    return known;
  }

  /** x, y, z of the unit normal of each triangle in turn, zero for one without area; computed when first asked for. */
  public float[] unitNormals() {
    float[] known = unitNormals;
    if (known == null) {
      // Whoever else computes them at the same time comes to the same numbers.
      known = computeNormals();
      unitNormals = known;
    }
    return known;
  }

  private float[] computeNormals() {
    float[] all = new float[3 * surfaces.length];
    float[] normal = new float[3];
    for (int t = 0; t < surfaces.length; t++) {
      normal(t, normal);
      float length =
          (float) Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]);
      for (int axis = 0; length > 0.0f && axis < 3; axis++) {
        all[3 * t + axis] = normal[axis] / length;
      }
    }
    return all;
  }

  /** Writes the normal of a triangle, length twice its area, to {@code out[0..2]}. */
  public void normal(int triangle, float[] out) {
    int a = corners[3 * triangle] * 3;
    int b = corners[3 * triangle + 1] * 3;
    int c = corners[3 * triangle + 2] * 3;
    float ux = vertices[b] - vertices[a];
    float uy = vertices[b + 1] - vertices[a + 1];
    float uz = vertices[b + 2] - vertices[a + 2];
    float vx = vertices[c] - vertices[a];
    float vy = vertices[c + 1] - vertices[a + 1];
    float vz = vertices[c + 2] - vertices[a + 2];
    out[0] = uy * vz - uz * vy;
    out[1] = uz * vx - ux * vz;
    out[2] = ux * vy - uy * vx;
  }
}
