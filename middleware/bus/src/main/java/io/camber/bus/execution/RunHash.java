package io.camber.bus.execution;

import io.camber.bus.Envelope;
import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.MessageListener;
import io.camber.bus.transport.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * SHA-256 chain over every message of a run: {@code H(n) = SHA-256(H(n-1), topic, sequence, publish time, measurement time,
 * SHA-256(payload))}, starting from 32 zero bytes. Two runs are the same run exactly when their chains end alike.
 */
public final class RunHash implements MessageListener {
  private final MessageDigest digest = Payload.sha256();
  private final ByteBuffer numbers = ByteBuffer.allocate(3 * Long.BYTES);
  private byte[] chain = new byte[32];
  private long count;

  @Override
  public void onMessage(BusMessage<?> message) {
    Payload payload = message
        .payload()
        .orElseThrow(
            () -> new IllegalStateException("a run that is hashed must encode its messages"));
    Envelope envelope = message.envelope();
    digest.update(chain);
    digest.update(envelope.topic().getBytes(StandardCharsets.UTF_8));
    numbers.clear();
    numbers
        .putLong(envelope.sequence())
        .putLong(envelope.publishTimeNs())
        .putLong(envelope.measurementTimeNs());
    digest.update(numbers.array());
    payload.addDigestTo(digest);
    chain = digest.digest();
    count++;
  }

  /** The chain so far, 64 hex digits. */
  public String hex() {
    return HexFormat.of().formatHex(chain);
  }

  /** Messages chained so far. */
  public long count() {
    return count;
  }
}
