package io.camber.bus.shm;

import io.camber.bus.Qos;
import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Loan;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireException;
import io.camber.bus.transport.WireHandler;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** The roles of a test's second process. Arguments: directory, role, then what the role takes. */
final class ChildMain {
  static final WireTopic ALL = topic("/all", Qos.SAMPLES);
  static final WireTopic BACK = topic("/back", Qos.SAMPLES);
  static final WireTopic NEWEST =
      topic("/newest", new Qos(Qos.Reliability.BEST_EFFORT, 4, Qos.Durability.VOLATILE, 0, 0));

  private final SharedMemoryWire wire;
  private final List<Loan> held = new ArrayList<>();
  private long received;
  private long torn;
  private long last = -1;

  private ChildMain(SharedMemoryWire wire) {
    this.wire = wire;
  }

  static WireTopic topic(String name, Qos qos) {
    return new WireTopic(name, "numbered", 77, qos);
  }

  static SharedMemoryConfig config(Path root) {
    return SharedMemoryConfig.of("test").withRoot(root);
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    SharedMemoryWire wire = SharedMemoryWire.open(config(Path.of(args[0])), WireListener.SILENT);
    ChildMain child = new ChildMain(wire);
    switch (args[1]) {
      case "publish" -> child.publish(args[2], Long.parseLong(args[3]), Integer.parseInt(args[4]));
      case "echo" -> child.echo();
      case "hold" -> child.hold();
      case "leave" -> child.leave();
      case "subscribe" -> child.subscribe();
      case "join" -> child.join(args[2]);
      case "fill" -> child.fill();
      case "close" -> Closing.repeat(Path.of(args[0]), Integer.parseInt(args[2]));
      case "grow" -> child.grow();
      default -> throw new IllegalArgumentException(args[1]);
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  /** Claims, fills and commits messages of random sizes for ever, with a pause that lets a kill hit every stage. */
  private void publish(String node, long seed, int lengthMax) {
    WireWriter writer = wire.openWriter(ALL, node);
    Random random = new Random(seed);
    WireHeader header = new WireHeader();
    ByteBuffer buffer =
        ByteBuffer.allocateDirect(Numbered.LENGTH_MIN + lengthMax).order(ByteOrder.LITTLE_ENDIAN);
    say("ready");
    for (long i = 0; ; i++) {
      int length = Numbered.LENGTH_MIN + random.nextInt(lengthMax);
      ByteBuffer payload = buffer.clear().limit(length);
      if (seed % 3 == 0) {
        Numbered.fill(payload, i);
        writer.send(header.set(i, 0, 0), payload);
      } else {
        ByteBuffer claimed = writer.claim(header.set(i, 0, 0), length);
        if (claimed != null) {
          Numbered.fill(claimed, i);
          writer.commit(length);
        }
      }
      if (i % 100 == 0) {
        LockSupport.parkNanos(100_000);
      }
    }
  }

  private void echo() {
    Bell bell = wire.openBell("echo", Waiting.HYBRID);
    WireReader reader = wire.openReader(ALL, "echo", bell);
    WireWriter writer = wire.openWriter(BACK, "echo");
    say("ready");
    WireHandler back = (publisher, header, payload) -> writer.send(header, payload);
    while (true) {
      if (reader.poll(back, 64) == 0) {
        bell.await(reader::hasMessages, Long.MAX_VALUE);
      }
    }
  }

  /** Takes one message, keeps it on loan and never polls again. */
  private void hold() {
    take();
    say("holding");
    LockSupport.parkNanos(Long.MAX_VALUE);
  }

  /** The same, but leaves the bus. */
  private void leave() {
    take();
    wire.close();
    say("left");
    LockSupport.parkNanos(Long.MAX_VALUE);
  }

  private void take() {
    WireReader reader = wire.openReader(ALL, "hold", wire.openBell("hold", Waiting.SPIN));
    say("ready");
    while (held.isEmpty()) {
      reader.poll((publisher, header, payload) -> held.add(reader.loan()), 1);
    }
  }

  /** Reads one reliable and one keep-last topic; on a line of input tells what it got since. */
  private void subscribe() throws IOException {
    Bell bell = wire.openBell("subscribe", Waiting.BLOCK);
    WireReader all = wire.openReader(ALL, "subscribe", bell);
    WireReader newest = wire.openReader(NEWEST, "subscribe", bell);
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    say("ready");
    long[] lastNewest = {-1};
    while (true) {
      try {
        bell.await(() -> all.hasMessages() || newest.hasMessages(), 5_000_000);
        all.poll(this::check, 1000);
        newest.poll((publisher, header, payload) -> lastNewest[0] = header.sequence(), 1000);
        if (input.ready()) {
          say(String.format(
              "report %d %d %d %d %d %d %d",
              received,
              all.counters().lost(),
              last,
              torn,
              newest.counters().messages(),
              newest.counters().lost(),
              lastNewest[0]));
          input.readLine();
        }
      } catch (InternalError e) {
        // up to Java 21 the fault of a cut file may come up only here; an executor takes it as an
        // early wake-up
      }
    }
  }

  private void check(String publisher, WireHeader header, ByteBuffer payload) {
    received++;
    boolean isNext = header.sequence() > last;
    if (!Numbered.isWhole(payload) || !isNext) {
      torn++;
    }
    last = header.sequence();
  }

  /** Sends one small message, then on demand some that fit beside it and some that make the writer move twice. */
  private void grow() throws IOException {
    WireWriter writer = wire.openWriter(ALL, "grow");
    WireHeader header = new WireHeader();
    int[] lengths = {100, 100, 100, 30_000, 100, 100, 300_000, 100, 100};
    for (int i = 0; i < lengths.length; i++) {
      writer.send(header.set(i, 0, 0), ByteBuffer.allocateDirect(lengths[i]));
      if (i == 0) {
        say("first");
        System.in.read();
      }
    }
    say("grown " + lengths.length);
    LockSupport.parkNanos(Long.MAX_VALUE);
  }

  private void join(String node) {
    try {
      wire.openWriter(ALL, node);
      say("answer joined");
    } catch (WireException e) {
      say("answer " + e.getMessage());
    }
    LockSupport.parkNanos(Long.MAX_VALUE);
  }

  /** Makes segments until there is no room, then publishes into all of them. */
  private void fill() {
    List<WireWriter> writers = new ArrayList<>();
    String refusal = "";
    while (refusal.isEmpty()) {
      try {
        WireTopic topic = topic("/fill" + writers.size(), Qos.SENSOR);
        WireWriter writer = wire.openWriter(topic, "fill");
        writers.add(writer);
      } catch (WireException e) {
        refusal = String.valueOf(e.getMessage());
      }
    }
    ByteBuffer payload = ByteBuffer.allocateDirect(8000).order(ByteOrder.LITTLE_ENDIAN);
    for (WireWriter writer : writers) {
      for (int i = 0; i < 100; i++) {
        writer.send(new WireHeader().set(i, 0, 0), payload);
      }
    }
    say("published " + writers.size() + " " + refusal);
  }
}
