package io.camber.bus.transport;

import io.camber.bus.PayloadBuffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** The encoded bytes of one message with their SHA-256. Owns the buffer it was made from. */
public final class Payload {
  private final PayloadBuffer buffer;
  private volatile byte @Nullable [] digest;

  private Payload(PayloadBuffer buffer) {
    this.buffer = buffer; // and no digest: to write the volatile field takes a fence
  }

  /** Takes over the buffer, which the caller never touches again, and hashes it at once, on the caller's thread. */
  public static Payload hashed(PayloadBuffer buffer) {
    Payload payload = new Payload(buffer);
    payload.digest = hash(buffer);
    return payload;
  }

  /** Takes over the buffer of a payload that will hardly be hashed here; should it be, then when first asked for. */
  public static Payload unhashed(PayloadBuffer buffer) {
    return new Payload(buffer);
  }

  private static byte[] hash(PayloadBuffer buffer) {
    MessageDigest sha = sha256();
    sha.update(buffer.array(), 0, buffer.length());
    return sha.digest();
  }

  /** The backing array, valid from 0 to {@link #length()}; not to be written. */
  public byte[] array() {
    return buffer.array();
  }

  public int length() {
    return buffer.length();
  }

  /** Read-only view. */
  public ByteBuffer view() {
    return buffer.view().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Feeds the payload's SHA-256 into another digest. */
  public void addDigestTo(MessageDigest target) {
    byte[] known = digest;
    if (known == null) {
      known = hash(buffer);
      digest = known;
    }
    target.update(known);
  }

  /** A fresh SHA-256, which every Java platform must provide. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java platform has no SHA-256", e);
    }
  }
}
