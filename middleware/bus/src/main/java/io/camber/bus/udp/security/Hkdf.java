package io.camber.bus.udp.security;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Key derivation of RFC 5869 with HMAC-SHA-256, for outputs of up to one hash. */
final class Hkdf {
  private static final int HASH_BYTES = 32;

  private Hkdf() {}

  static byte[] derive(byte[] salt, byte[] secret, byte[] info, int length) {
    if (length < 1 || length > HASH_BYTES) {
      throw new IllegalArgumentException("length=" + length + " is outside [1, 32]");
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(salt, "HmacSHA256"));
      byte[] pseudoRandomKey = mac.doFinal(secret);
      mac.init(new SecretKeySpec(pseudoRandomKey, "HmacSHA256"));
      mac.update(info);
      return Arrays.copyOf(mac.doFinal(new byte[] {1}), length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform has no HmacSHA256", e);
    }
  }
}
