package io.camber.bus;

import java.nio.ByteBuffer;

/**
 * How the bytes of a topic are to be read: the message's full name, the encoding's name such as {@code protobuf}, and the
 * self-contained description that logs carry (for protobuf a serialised FileDescriptorSet with all imports).
 */
public final class Schema {
  private final String name;
  private final String encoding;
  private final byte[] description;

  public Schema(String name, String encoding, byte[] description) {
    this.name = name;
    this.encoding = encoding;
    this.description = description.clone();
  }

  public String name() {
    return name;
  }

  public String encoding() {
    return encoding;
  }

  /** Read-only view. */
  public ByteBuffer description() {
    return ByteBuffer.wrap(description).asReadOnlyBuffer();
  }
}
