package io.camber.bus;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * How the bytes of a topic are to be read: the message's full name, the encoding's name such as {@code protobuf}, and the
 * self-contained description that logs carry (for protobuf a serialised FileDescriptorSet with all imports).
 */
public final class Schema {
  private final String name;
  private final String encoding;
  private final byte[] description;
  private final long hash;

  public Schema(String name, String encoding, byte[] description) {
    this.name = name;
    this.encoding = encoding;
    this.description = description.clone();
    this.hash = hash(name, encoding, description);
  }

  private static long hash(String name, String encoding, byte[] description) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(name.getBytes(StandardCharsets.UTF_8));
      sha.update((byte) 0);
      sha.update(encoding.getBytes(StandardCharsets.UTF_8));
      sha.update((byte) 0);
      return ByteBuffer.wrap(sha.digest(description)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java platform has no SHA-256", e);
    }
  }

  public String name() {
    return name;
  }

  public String encoding() {
    return encoding;
  }

  /**
   * Identity of the schema: the first eight bytes of SHA-256 over name, encoding and description, each ended by a zero byte
   * but the last. Two processes may exchange messages of a topic exactly when their hashes are equal.
   */
  public long hash() {
    return hash;
  }

  /** Read-only view. */
  public ByteBuffer description() {
    return ByteBuffer.wrap(description).asReadOnlyBuffer();
  }
}
