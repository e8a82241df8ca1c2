package io.camber.bus.transport;

import io.camber.bus.PayloadBuffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The encoded bytes of one message with their SHA-256. Owns the buffer it was made from. */
public final class Payload {
  private final PayloadBuffer buffer;
  private final byte[] digest;

  /** Takes over the buffer; the caller never touches it again. */
  public Payload(PayloadBuffer buffer) {
    this.buffer = buffer;
    MessageDigest sha = sha256();
    sha.update(buffer.array(), 0, buffer.length());
    this.digest = sha.digest();
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
    target.update(digest);
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
