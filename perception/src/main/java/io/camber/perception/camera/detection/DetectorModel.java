package io.camber.perception.camera.detection;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What was learned: a cascade for each shape, and where it comes from.
 *
 * <pre>
 * "CAMBEYE1" | text where it comes from (UTF) | shapes u8 | per shape:
 *   shape u8 | slope f64 | offset f64 | trees u16 | per tree:
 *     3 x (channel, left, top, right, bottom: u8 | cut f32) | 4 x leaf f32 | reject f32       big-endian
 * </pre>
 *
 * @param provenance command, seed, frames and figures, as text
 */
public record DetectorModel(String provenance, List<Cascade> cascades) {
  private static final String FILE = "road-users.model";
  private static final long MAGIC = 0x43414d4245594531L;

  /** More trees than this are no model of ours. */
  private static final int TREES_MAX = 4096;

  public DetectorModel {
    cascades = List.copyOf(cascades);
  }

  /** The one that comes with the stack. */
  public static DetectorModel bundled() {
    try (InputStream stream =
        Objects.requireNonNull(DetectorModel.class.getResourceAsStream(FILE), FILE)) {
      return parse(FILE, stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  /**
   * Reads what {@link #bytes()} wrote.
   *
   * @throws IllegalArgumentException naming the file when it is no model
   */
  public static DetectorModel parse(String file, byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readLong() != MAGIC) {
        throw new IllegalArgumentException(file + ": is no detector model (CAMBEYE1)");
      }
      String provenance = in.readUTF();
      List<Cascade> cascades = new ArrayList<>();
      for (int left = in.readUnsignedByte(); left > 0; left--) {
        cascades.add(cascade(file, in));
      }
      return new DetectorModel(provenance, cascades);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + ": ends in the middle of a detector model");
    }
  }

  private static Cascade cascade(String file, DataInputStream in) throws IOException {
    WindowShape[] shapes = WindowShape.values();
    int number = in.readUnsignedByte();
    double slope = in.readDouble();
    double offset = in.readDouble();
    int count = in.readUnsignedShort();
    if (number >= shapes.length || count > TREES_MAX) {
      throw new IllegalArgumentException(
          file + ": shape " + number + " with " + count + " trees is unknown");
    }
    List<Tree> trees = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      trees.add(tree(file, in));
    }
    return new Cascade(shapes[number], trees, slope, offset);
  }

  private static Tree tree(String file, DataInputStream in) throws IOException {
    Feature[] features = new Feature[Tree.NODES];
    float[] cuts = new float[Tree.NODES];
    for (int node = 0; node < Tree.NODES; node++) {
      features[node] = new Feature(
          in.readUnsignedByte(),
          in.readUnsignedByte(),
          in.readUnsignedByte(),
          in.readUnsignedByte(),
          in.readUnsignedByte());
      if (!features[node].isPossible()) {
        throw new IllegalArgumentException(file + ": " + features[node] + " is impossible");
      }
      cuts[node] = in.readFloat();
    }
    float[] leaves = new float[Tree.LEAVES];
    for (int leaf = 0; leaf < Tree.LEAVES; leaf++) {
      leaves[leaf] = in.readFloat();
    }
    return new Tree(features, cuts, leaves, in.readFloat());
  }

  /** The model as a file. */
  @SuppressWarnings("EnumOrdinal") // the order of shapes is part of the file
  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(MAGIC);
      out.writeUTF(provenance);
      out.writeByte(cascades.size());
      for (Cascade cascade : cascades) {
        out.writeByte(cascade.shape().ordinal());
        out.writeDouble(cascade.slope());
        out.writeDouble(cascade.offset());
        out.writeShort(cascade.trees().size());
        for (Tree tree : cascade.trees()) {
          write(tree, out);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(Tree tree, DataOutputStream out) throws IOException {
    for (int node = 0; node < Tree.NODES; node++) {
      Feature feature = tree.feature(node);
      out.writeByte(feature.channel());
      out.writeByte(feature.left());
      out.writeByte(feature.top());
      out.writeByte(feature.right());
      out.writeByte(feature.bottom());
      out.writeFloat(tree.cut(node));
    }
    for (int leaf = 0; leaf < Tree.LEAVES; leaf++) {
      out.writeFloat(tree.leaf(leaf));
    }
    out.writeFloat(tree.reject());
  }
}
