package io.camber.scene;

import java.nio.ByteBuffer;

/**
 * A road network file as it stands on disk. Owns its bytes: the constructor copies, {@link #content()} is a read-only view.
 */
public final class MapFile {
  private final String name;
  private final byte[] bytes;

  public MapFile(String name, byte[] content) {
    this.name = name;
    this.bytes = content.clone();
  }

  public String name() {
    return name;
  }

  public ByteBuffer content() {
    return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
  }
}
