package io.camber.sim.fault.stream;

import io.camber.bus.Codec;
import io.camber.bus.MalformedMessageException;
import io.camber.bus.PayloadBuffer;
import io.camber.bus.Topic;
import io.camber.truth.FaultTruth;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Faults of any stream of messages: what is lost, late, stale, out of order, stamped wrong or garbled. */
final class FlowGates {
  private static final long SECOND_NS = 1_000_000_000L;

  private FlowGates() {}

  static <T> Optional<Gate<T>> of(Topic<T> topic, FaultTruth fault, Random random) {
    Class<T> type = topic.type();
    double severity = fault.severity();
    return switch (fault.kind()) {
      case "dropout", "loss" ->
        Optional.of((value, stampNs, nowNs, next) -> {
          if (random.nextDouble() >= severity) {
            next.send(value, stampNs);
          }
        });
      case "burst" ->
        Optional.of((value, stampNs, nowNs, next) -> {
          if ((nowNs - fault.startNs()) % SECOND_NS >= severity * SECOND_NS) {
            next.send(value, stampNs);
          }
        });
      case "freeze" -> Optional.of(new Frozen<>(type, true));
      case "stamp_freeze" -> Optional.of(new Frozen<>(type, false));
      case "delay" ->
        Optional.of((value, stampNs, nowNs, next) -> {
          if (severity == 0.0) {
            next.send(value, stampNs);
          } else {
            next.sendLater(Math.max(1, Math.round(severity * SECOND_NS)), value, stampNs);
          }
        });
      case "clock_step" -> Optional.of(shifted(type, nowNs -> Math.round(severity * SECOND_NS)));
      case "clock_drift" ->
        Optional.of(
            shifted(type, nowNs -> Math.round(severity * 1e-6 * (nowNs - fault.startNs()))));
      case "clock_backwards" -> Optional.of(shifted(type, nowNs -> -2 * (nowNs - fault.startNs())));
      case "reorder" -> Optional.of(new Reordered<>(severity, random));
      case "duplicate" ->
        Optional.of((value, stampNs, nowNs, next) -> {
          next.send(value, stampNs);
          if (random.nextDouble() < severity) {
            next.send(value, stampNs);
          }
        });
      case "corrupt" ->
        Optional.of((value, stampNs, nowNs, next) -> {
          boolean isHit = random.nextDouble() < severity;
          Optional<T> arrived = isHit ? garbled(topic.codec(), value, random) : Optional.of(value);
          arrived.ifPresent(each -> next.send(each, stampNs));
        });
      default -> Optional.empty();
    };
  }

  /** How far a clock is off. */
  @FunctionalInterface
  private interface ClockError {
    long atNs(long nowNs);
  }

  private static <T> Gate<T> shifted(Class<T> type, ClockError error) {
    return (value, stampNs, nowNs, next) -> {
      long byNs = error.atNs(nowNs);
      next.send(Stamps.shift(type, value, byNs), stampNs + byNs);
    };
  }

  /** One bit of the payload flipped on the way, unseen by any checksum; empty when the reader cannot read it then. */
  private static <T> Optional<T> garbled(Codec<T> codec, T value, Random random) {
    PayloadBuffer buffer = new PayloadBuffer(256);
    codec.encode(value, buffer);
    byte[] bytes = new byte[buffer.length()];
    System.arraycopy(buffer.array(), 0, bytes, 0, bytes.length);
    if (bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    try {
      return Optional.of(codec.decode(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN)));
    } catch (MalformedMessageException e) {
      return Optional.empty();
    }
  }

  /** Repeats the first message with fresh stamps, or gives fresh messages the stamp of the first. */
  private static final class Frozen<T> implements Gate<T> {
    private final Class<T> type;
    private final boolean isContent;
    private @Nullable T first;
    private long firstNs;

    Frozen(Class<T> type, boolean isContent) {
      this.type = type;
      this.isContent = isContent;
    }

    @Override
    public void pass(T value, long stampNs, long nowNs, Outlet<T> next) {
      T held = first;
      if (held == null) {
        held = value;
        first = value;
        firstNs = stampNs;
      }
      if (isContent) {
        next.send(Stamps.shift(type, held, stampNs - firstNs), stampNs);
      } else {
        next.send(Stamps.shift(type, value, firstNs - stampNs), firstNs);
      }
    }
  }

  /** Lets some messages be overtaken by the next. */
  private static final class Reordered<T> implements Gate<T> {
    private final double share;
    private final Random random;
    private @Nullable T held;
    private long heldNs;

    Reordered(double share, Random random) {
      this.share = share;
      this.random = random;
    }

    @Override
    public void pass(T value, long stampNs, long nowNs, Outlet<T> next) {
      if (held == null && random.nextDouble() < share) {
        held = value;
        heldNs = stampNs;
        return;
      }
      next.send(value, stampNs);
      release(next);
    }

    @Override
    public void release(Outlet<T> next) {
      T late = held;
      if (late != null) {
        held = null;
        next.send(late, heldNs);
      }
    }
  }
}
