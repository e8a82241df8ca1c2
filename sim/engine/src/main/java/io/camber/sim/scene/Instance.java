package io.camber.sim.scene;

import io.camber.geometry.Pose3;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mesh placed in the map: a tile of the surroundings, a signal head or an actor. Immutable.
 */
public final class Instance {
  private final Mesh mesh;
  private final Optional<SceneLabel> label;
  private final Paint paint;
  private final long lit;
  private final double[] rotation;
  private final boolean upright;
  private final @Nullable Instance coarse;
  private final double x;
  private final double y;
  private final double z;

  private Instance(
      Mesh mesh,
      Optional<SceneLabel> label,
      Paint paint,
      long lit,
      double[] rotation,
      double x,
      double y,
      double z,
      @Nullable Instance coarse) {
    this.mesh = mesh;
    this.label = label;
    this.paint = paint;
    this.lit = lit;
    this.rotation = rotation;
    this.upright = rotation[0] == 1.0 && rotation[4] == 1.0 && rotation[8] == 1.0;
    this.x = x;
    this.y = y;
    this.z = z;
    this.coarse = coarse;
  }

  /** Part of the surroundings; its surfaces say what it is. */
  public static Instance fixed(Mesh mesh, Pose3 mapFromMesh) {
    return fixed(mesh, mapFromMesh, null);
  }

  /** Part of the surroundings that looks much the same from afar with another mesh of fewer triangles. */
  public static Instance fixed(Mesh mesh, Mesh fromAfar, Pose3 mapFromMesh) {
    return fixed(mesh, mapFromMesh, fixed(fromAfar, mapFromMesh, null));
  }

  private static Instance fixed(Mesh mesh, Pose3 mapFromMesh, @Nullable Instance coarse) {
    return new Instance(
        mesh,
        Optional.empty(),
        Paint.GREY,
        0L,
        mapFromMesh.rotation(),
        mapFromMesh.x(),
        mapFromMesh.y(),
        mapFromMesh.z(),
        coarse);
  }

  /** A road user or another entity. */
  public static Instance actor(
      Mesh mesh, SceneLabel label, Paint paint, long lit, Pose3 mapFromMesh) {
    return new Instance(
        mesh,
        Optional.of(label),
        paint,
        lit,
        mapFromMesh.rotation(),
        mapFromMesh.x(),
        mapFromMesh.y(),
        mapFromMesh.z(),
        null);
  }

  /** The same with other lamps lit: a set of {@link Surface#bit()}. */
  public Instance withLit(long surfaces) {
    return new Instance(mesh, label, paint, surfaces, rotation, x, y, z, coarse);
  }

  /** The same for observers so far away that they cannot tell; itself when there is no other. */
  public Instance fromAfar() {
    return coarse == null ? this : coarse;
  }

  public Mesh mesh() {
    return mesh;
  }

  /** What the whole instance is; empty when each surface says it. */
  public Optional<SceneLabel> label() {
    return label;
  }

  public Paint paint() {
    return paint;
  }

  /** True when the mesh's axes are those of the map. */
  public boolean isUpright() {
    return upright;
  }

  /** Set of {@link Surface#bit()} of the lamps that shine. */
  public long lit() {
    return lit;
  }

  /** Element of the rotation matrix, row major, of the map frame from the mesh's frame. */
  public double rotation(int element) {
    return rotation[element];
  }

  public double x() {
    return x;
  }

  public double y() {
    return y;
  }

  public double z() {
    return z;
  }
}
