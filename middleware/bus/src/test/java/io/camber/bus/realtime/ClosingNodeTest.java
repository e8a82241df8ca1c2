package io.camber.bus.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.bus.Codec;
import io.camber.bus.Envelope;
import io.camber.bus.Origins;
import io.camber.bus.PayloadBuffer;
import io.camber.bus.Qos;
import io.camber.bus.Schema;
import io.camber.bus.Topic;
import io.camber.bus.node.NodeReply.Outgoing;
import io.camber.bus.node.NodeReply.Recipient;
import io.camber.bus.node.Port;
import io.camber.bus.shm.SharedMemoryConfig;
import io.camber.bus.shm.SharedMemoryWire;
import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.Endpoint;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireException;
import io.camber.bus.transport.WireListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A node's ends are closed together, on whichever thread, and all of them. */
@Timeout(30)
final class ClosingNodeTest {
  private static final int TOPICS = 5;

  @TempDir
  private Path folder;

  private SharedMemoryWire wire;

  @BeforeEach
  void open() {
    wire = SharedMemoryWire.open(
        SharedMemoryConfig.of("closing").withRoot(folder.resolve("bus")), WireListener.SILENT);
  }

  @AfterEach
  void close() {
    wire.close();
  }

  @Test
  void aSenderThatCannotCloseOneWriterClosesTheOthers() throws IOException {
    WireSender sender = new WireSender("node", wire);
    IntStream.range(0, TOPICS).forEach(i -> sender.send(message(i)));
    Path first =
        files().stream().filter(ClosingNodeTest::isSending).sorted().toList().get(0);
    Files.delete(first);
    Files.createFile(Files.createDirectory(first).resolve("in the way"));

    assertThatThrownBy(sender::close).isInstanceOf(WireException.class).hasMessageContaining("0");

    assertThat(files().stream().filter(ClosingNodeTest::isSending)).containsExactly(first);
  }

  /** A handshake with every thread of the process, as a dump of their stacks is, costs them all. */
  @Test
  void anotherThreadStopsTheProcessOnceForAllEnds() throws Exception {
    WireDelivery node = new WireDelivery("node", wire, Waiting.SPIN);
    CountDownLatch used = new CountDownLatch(1);
    CountDownLatch out = new CountDownLatch(1);
    Thread owner = new Thread(() -> {
      List<Port> ports = IntStream.range(0, TOPICS)
          .<Port>mapToObj(i -> new Port.Input(topic("/in" + i), Port.Use.WORK))
          .toList();
      node.connect(ports);
      assertThat(node.hasMessages().getAsBoolean()).isFalse();
      IntStream.range(0, TOPICS).forEach(i -> node.send(message(i)));
      used.countDown();
      try {
        out.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    });
    owner.start();
    used.await();

    long dumps = threadDumps(node::close);
    out.countDown();
    owner.join();

    assertThat(dumps).isEqualTo(1);
    assertThat(wire.endpoints()).extracting(Endpoint::node).doesNotContain("node");
  }

  private long threadDumps(Runnable work) throws IOException {
    Path file = folder.resolve("dumps.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.ExecuteVMOperation").withThreshold(Duration.ZERO);
      recording.start();
      work.run();
      recording.stop();
      recording.dump(file);
    }
    return RecordingFile.readAllEvents(file).stream()
        .filter(event -> event.getString("operation").equals("ThreadDump"))
        .count();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("bus").resolve("closing"))) {
      return files.toList();
    }
  }

  private static boolean isSending(Path file) {
    return file.toString().endsWith(".out");
  }

  private static Outgoing message(int number) {
    Topic<Integer> topic = topic("/out" + number);
    Envelope envelope = new Envelope(topic.name(), "node", 1, 0, 0, Origins.NONE);
    return new Outgoing(new BusMessage<>(topic, envelope, number, null), new Recipient.Everybody());
  }

  private static Topic<Integer> topic(String name) {
    return new Topic<>(name, Integer.class, new Numbers(), Qos.SAMPLES);
  }

  private static final class Numbers implements Codec<Integer> {
    @Override
    public Schema schema() {
      return new Schema("number", "raw", new byte[0]);
    }

    @Override
    public void encode(Integer value, PayloadBuffer target) {
      target.append(ByteBuffer.allocate(Integer.BYTES).putInt(0, value));
    }

    @Override
    public Integer decode(ByteBuffer payload) {
      return payload.getInt();
    }
  }
}
