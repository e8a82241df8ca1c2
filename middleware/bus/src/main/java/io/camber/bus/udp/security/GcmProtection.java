package io.camber.bus.udp.security;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-128-GCM with the header as associated data. Each participant has a key of its own, derived from the bus key and its
 * sender id and epoch (RFC 5869), so that nonces, which count datagrams, never repeat under a key.
 *
 * <pre>
 *   nonce (12 bytes) = 0 u32 | counter u64 little-endian      tag (16 bytes) behind the body
 * </pre>
 */
public final class GcmProtection implements Protection {
  public static final byte CODE = 2;

  private static final int TAG_BYTES = 16;
  private static final int KEY_BYTES = 16;
  private static final int NONCE_BYTES = 12;
  private static final byte[] SALT =
      "camber udp 1".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  private final BusKey key;

  public GcmProtection(BusKey key) {
    this.key = key;
  }

  @Override
  public byte code() {
    return CODE;
  }

  @Override
  public int overheadBytes() {
    return TAG_BYTES;
  }

  @Override
  public Sealer sealer(long sender, long epoch) {
    Gcm gcm = new Gcm(Cipher.ENCRYPT_MODE, derive(sender, epoch));
    return gcm::seal;
  }

  @Override
  public Opener opener(long sender, long epoch) {
    Gcm gcm = new Gcm(Cipher.DECRYPT_MODE, derive(sender, epoch));
    return gcm::open;
  }

  private SecretKeySpec derive(long sender, long epoch) {
    byte[] info = ByteBuffer.allocate(2 * Long.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(sender)
        .putLong(epoch)
        .array();
    return new SecretKeySpec(Hkdf.derive(SALT, key.bytes(), info, KEY_BYTES), "AES");
  }

  /** One direction of one participant. The JDK's cipher wants arrays and a fresh parameter object per datagram. */
  private static final class Gcm {
    private final int mode;
    private final SecretKeySpec key;
    private final Cipher cipher;
    private final byte[] nonce = new byte[NONCE_BYTES];
    private final ByteBuffer nonceView = ByteBuffer.wrap(nonce).order(ByteOrder.LITTLE_ENDIAN);
    private byte[] input = new byte[2048];
    private byte[] output = new byte[2048];

    Gcm(int mode, SecretKeySpec key) {
      this.mode = mode;
      this.key = key;
      try {
        cipher = Cipher.getInstance("AES/GCM/NoPadding");
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("this Java platform has no AES-GCM", e);
      }
    }

    int seal(ByteBuffer datagram, int headerLength, int length, long counter) {
      try {
        return run(datagram, headerLength, length, counter);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("cannot seal a datagram of " + length + " bytes", e);
      }
    }

    int open(ByteBuffer datagram, int headerLength, int length, long counter) {
      if (length < headerLength + TAG_BYTES) {
        return -1;
      }
      try {
        return run(datagram, headerLength, length, counter);
      } catch (AEADBadTagException e) {
        return -1; // counted by the caller: forgery is expected, not exceptional
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("cannot open a datagram of " + length + " bytes", e);
      }
    }

    private int run(ByteBuffer datagram, int headerLength, int length, long counter)
        throws GeneralSecurityException {
      if (input.length < length) {
        input = new byte[2 * length];
        output = new byte[2 * length + TAG_BYTES];
      }
      nonceView.putLong(Integer.BYTES, counter);
      datagram.get(0, input, 0, length);
      cipher.init(mode, key, new GCMParameterSpec(8 * TAG_BYTES, nonce));
      cipher.updateAAD(input, 0, headerLength);
      int count = cipher.doFinal(input, headerLength, length - headerLength, output, 0);
      datagram.put(headerLength, output, 0, count);
      return headerLength + count;
    }
  }
}
