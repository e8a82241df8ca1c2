package io.camber.bus.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Codec;
import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.PayloadBuffer;
import io.camber.bus.Publisher;
import io.camber.bus.Qos;
import io.camber.bus.Schema;
import io.camber.bus.Texts;
import io.camber.bus.Topic;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.shm.SharedMemoryConfig;
import io.camber.bus.shm.SharedMemoryWire;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireListener;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class LoanedMessageTest {
  private static final int BYTES = 300_000;
  private static final long MS = 1_000_000L;
  private static final Topic<ByteBuffer> CLOUD =
      new Topic<>("/cloud", ByteBuffer.class, new Bytes(), Qos.SENSOR);

  /** What a handler saw: whether the value lay in mapped memory, and its checksum. */
  private record Seen(boolean isDirect, long crc) {}

  @TempDir
  private Path folder;

  @Test
  void isReadWhereItsSenderPutItAndOthersGetCopies() throws Exception {
    BlockingQueue<Seen> loaned = new LinkedBlockingQueue<>();
    BlockingQueue<Seen> copied = new LinkedBlockingQueue<>();
    Node looking = context -> context.subscribeLoaned(
        CLOUD, (cloud, envelope) -> loaned.add(new Seen(cloud.isDirect(), crc(cloud))));
    Node keeping = context -> context.subscribe(
        CLOUD, (cloud, envelope) -> copied.add(new Seen(cloud.isDirect(), crc(cloud))));
    Node both = context -> {
      context.subscribeLoaned(
          CLOUD, (cloud, envelope) -> copied.add(new Seen(cloud.isDirect(), crc(cloud))));
      context.latest(CLOUD);
    };
    try (Wire wire = SharedMemoryWire.open(
            SharedMemoryConfig.of("loans").withRoot(folder.resolve("bus")), WireListener.SILENT);
        RealtimeExecutor executor = executor(wire)) {
      executor.add(NodeSpec.world("looking", 0, c -> looking), NodeTiming.SKIPPING);
      executor.add(NodeSpec.world("keeping", 0, c -> keeping), NodeTiming.SKIPPING);
      executor.add(NodeSpec.world("both", 0, c -> both), NodeTiming.SKIPPING);
      executor.add(NodeSpec.world("source", 0, c -> source()), NodeTiming.CATCHING_UP);
      executor.start();

      for (int i = 0; i < 5; i++) {
        assertThat(loaned.poll(5, TimeUnit.SECONDS)).isEqualTo(new Seen(true, crc(pattern())));
        assertThat(copied.poll(5, TimeUnit.SECONDS)).isEqualTo(new Seen(false, crc(pattern())));
      }
      assertThat(executor.failures()).isEmpty();
    }
  }

  private static RealtimeExecutor executor(Wire wire) {
    return RealtimeExecutor.over(
        wire,
        new RealtimeConfig(1, false, Optional.empty()),
        RunClock.since(RunClock.wallNs() + 100 * MS));
  }

  private static Node source() {
    return (NodeContext context) -> {
      Publisher<ByteBuffer> publisher = context.publisher(CLOUD);
      context.timer(20 * MS, 0, time -> publisher.publish(pattern(), time));
    };
  }

  private static ByteBuffer pattern() {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES);
    for (int i = 0; i < BYTES; i++) {
      bytes.put(i, (byte) (i * 31 + (i >> 8)));
    }
    return bytes;
  }

  private static long crc(ByteBuffer bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes.duplicate());
    return crc.getValue();
  }

  /** Bytes as they are. */
  private static final class Bytes implements Codec<ByteBuffer> {
    @Override
    public Schema schema() {
      return Texts.topic("/any", Qos.SENSOR).codec().schema();
    }

    @Override
    public void encode(ByteBuffer value, PayloadBuffer target) {
      target.append(value);
    }

    @Override
    public boolean encodeInto(ByteBuffer value, IntFunction<@Nullable ByteBuffer> room) {
      ByteBuffer target = room.apply(value.remaining());
      if (target != null) {
        target.put(value.duplicate());
      }
      return true;
    }

    @Override
    public ByteBuffer decode(ByteBuffer payload) {
      return payload.slice();
    }
  }
}
