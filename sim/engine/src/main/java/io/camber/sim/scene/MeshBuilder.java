package io.camber.sim.scene;

import io.camber.geometry.Pose3;
import java.util.Arrays;

/** Collects triangles and simple solids for one mesh. Faces are counter-clockwise seen from outside. */
public final class MeshBuilder {
  private float[] vertices = new float[768];
  private int[] corners = new int[768];
  private byte[] surfaces = new byte[256];
  private boolean[] solid = new boolean[256];
  private int vertexCount;
  private int triangleCount;

  private double[] rotation = Pose3.IDENTITY.rotation();
  private double originX;
  private double originY;
  private double originZ;

  /** Every vertex added from now on is given in the frame of {@code meshFromLocal}. */
  public MeshBuilder in(Pose3 meshFromLocal) {
    rotation = meshFromLocal.rotation();
    originX = meshFromLocal.x();
    originY = meshFromLocal.y();
    originZ = meshFromLocal.z();
    return this;
  }

  public boolean isEmpty() {
    return triangleCount == 0;
  }

  public int vertex(double x, double y, double z) {
    if (3 * vertexCount + 3 > vertices.length) {
      vertices = Arrays.copyOf(vertices, vertices.length * 2);
    }
    double[] r = rotation;
    vertices[3 * vertexCount] = (float) (originX + r[0] * x + r[1] * y + r[2] * z);
    vertices[3 * vertexCount + 1] = (float) (originY + r[3] * x + r[4] * y + r[5] * z);
    vertices[3 * vertexCount + 2] = (float) (originZ + r[6] * x + r[7] * y + r[8] * z);
    return vertexCount++;
  }

  public MeshBuilder triangle(int a, int b, int c, Surface surface) {
    if (triangleCount == surfaces.length) {
      surfaces = Arrays.copyOf(surfaces, triangleCount * 2);
      solid = Arrays.copyOf(solid, triangleCount * 2);
      corners = Arrays.copyOf(corners, triangleCount * 6);
    }
    corners[3 * triangleCount] = a;
    corners[3 * triangleCount + 1] = b;
    corners[3 * triangleCount + 2] = c;
    surfaces[triangleCount++] = (byte) surface.index();
    return this;
  }

  public MeshBuilder quad(int a, int b, int c, int d, Surface surface) {
    return triangle(a, b, c, surface).triangle(a, c, d, surface);
  }

  /** Box with its middle at (x, y, z). */
  public MeshBuilder box(
      double x, double y, double z, double length, double width, double height, Surface surface) {
    double hx = length / 2.0;
    double hy = width / 2.0;
    double hz = height / 2.0;
    int[] v = new int[8];
    for (int i = 0; i < 8; i++) {
      v[i] = vertex(
          (i & 1) == 0 ? x - hx : x + hx,
          (i & 2) == 0 ? y - hy : y + hy,
          (i & 4) == 0 ? z - hz : z + hz);
    }
    int first = triangleCount;
    quad(v[0], v[2], v[3], v[1], surface).quad(v[4], v[5], v[7], v[6], surface);
    quad(v[0], v[1], v[5], v[4], surface).quad(v[3], v[2], v[6], v[7], surface);
    quad(v[2], v[0], v[4], v[6], surface).quad(v[1], v[3], v[7], v[5], surface);
    Arrays.fill(solid, first, triangleCount, true);
    return this;
  }

  /** Round bar from one point to another, tapering from {@code radius0} to {@code radius1}, with caps. */
  public MeshBuilder bar(
      double x0,
      double y0,
      double z0,
      double x1,
      double y1,
      double z1,
      double radius0,
      double radius1,
      int sides,
      Surface surface) {
    double dx = x1 - x0;
    double dy = y1 - y0;
    double dz = z1 - z0;
    double length = Math.sqrt(dx * dx + dy * dy + dz * dz);
    dx /= length;
    dy /= length;
    dz /= length;
    // Two axes square to the bar: a = d x (the world axis least along it), b = d x a.
    boolean upright = Math.abs(dz) > 0.7;
    double ax = upright ? 0.0 : dy;
    double ay = upright ? dz : -dx;
    double az = upright ? -dy : 0.0;
    double norm = Math.sqrt(ax * ax + ay * ay + az * az);
    ax /= norm;
    ay /= norm;
    az /= norm;
    double bx = dy * az - dz * ay;
    double by = dz * ax - dx * az;
    double bz = dx * ay - dy * ax;
    int first = vertexCount;
    for (int i = 0; i < sides; i++) {
      double angle = 2.0 * Math.PI * i / sides;
      double c = StrictMath.cos(angle);
      double s = StrictMath.sin(angle);
      double ux = c * ax + s * bx;
      double uy = c * ay + s * by;
      double uz = c * az + s * bz;
      vertex(x0 + radius0 * ux, y0 + radius0 * uy, z0 + radius0 * uz);
      vertex(x1 + radius1 * ux, y1 + radius1 * uy, z1 + radius1 * uz);
    }
    int low = vertex(x0, y0, z0);
    int high = vertex(x1, y1, z1);
    for (int i = 0; i < sides; i++) {
      int a = first + 2 * i;
      int b = first + 2 * ((i + 1) % sides);
      quad(a, b, b + 1, a + 1, surface);
      triangle(low, b, a, surface).triangle(high, a + 1, b + 1, surface);
    }
    return this;
  }

  /** Ellipsoid with the given half axes; {@code lumps} above 0 wobbles its radius, for foliage. */
  public MeshBuilder ellipsoid(
      double x,
      double y,
      double z,
      double rx,
      double ry,
      double rz,
      int rings,
      int sides,
      double lumps,
      Surface surface) {
    int first = vertexCount;
    for (int ring = 0; ring <= rings; ring++) {
      double polar = Math.PI * ring / rings;
      double sp = StrictMath.sin(polar);
      double cp = StrictMath.cos(polar);
      for (int side = 0; side < sides; side++) {
        double angle = 2.0 * Math.PI * side / sides;
        double bump = ring == 0 || ring == rings ? 0.5 : Hash.unit(side * 31 + ring * 7 + rings);
        double scale = 1.0 - lumps * bump;
        vertex(
            x + rx * scale * sp * StrictMath.cos(angle),
            y + ry * scale * sp * StrictMath.sin(angle),
            z + rz * scale * cp);
      }
    }
    for (int ring = 0; ring < rings; ring++) {
      for (int side = 0; side < sides; side++) {
        int a = first + ring * sides + side;
        int b = first + ring * sides + (side + 1) % sides;
        if (ring > 0) {
          triangle(a, a + sides, b, surface);
        }
        if (ring < rings - 1) {
          triangle(b, a + sides, b + sides, surface);
        }
      }
    }
    return this;
  }

  /** Upright wheel: a short cylinder across the vehicle with tyre and hub. */
  public MeshBuilder wheel(double x, double y, double radius, double width) {
    bar(x, y - width / 2, radius, x, y + width / 2, radius, radius, radius, 14, Surface.TYRE);
    double face = width / 2 + 0.006;
    return bar(
        x, y - face, radius, x, y + face, radius, 0.58 * radius, 0.58 * radius, 10, Surface.HUB);
  }

  /** The mesh; the builder must not be used afterwards. */
  public Mesh build() {
    return new Mesh(
        Arrays.copyOf(vertices, 3 * vertexCount),
        Arrays.copyOf(corners, 3 * triangleCount),
        Arrays.copyOf(surfaces, triangleCount),
        Arrays.copyOf(solid, triangleCount));
  }
}
