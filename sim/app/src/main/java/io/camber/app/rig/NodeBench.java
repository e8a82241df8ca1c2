package io.camber.app.rig;

import io.camber.bus.Handler;
import io.camber.bus.NodeContext;
import io.camber.bus.PayloadBuffer;
import io.camber.bus.Publisher;
import io.camber.bus.Qos;
import io.camber.bus.Topic;
import io.camber.bus.bench.Allocation;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.node.RuntimeTopics;
import io.camber.bus.realtime.NodeTiming;
import io.camber.bus.realtime.RealtimeConfig;
import io.camber.bus.realtime.RealtimeExecutor;
import io.camber.bus.realtime.RunClock;
import io.camber.bus.shm.SharedMemoryConfig;
import io.camber.bus.shm.SharedMemoryWire;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.Wire;
import io.camber.geometry.Pose2;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.messages.Topics;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import io.camber.sensing.LidarSweep;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Round trips through everything a node author uses, between two processes: typed publisher, protobuf, wire, protobuf,
 * handler, and back. Arguments as those of {@code WireBench}: role, bytes, seconds, waiting, message ({@code tracks}: ten
 * objects of fourteen fields each; {@code sweep}: fifty points as one block; {@code loaned}: the same read where it lies),
 * folder of the bus. The role {@code codec} measures what the codec alone takes of it, see {@link CodecBench}.
 */
final class NodeBench {
  private static final long WARM_UP_NS = 3_000_000_000L;
  private static final int SAMPLES_MAX = 8_000_000;
  private static final int TRACKS = 10;
  private static final int POINTS = 48;
  private static final Qos QOS =
      new Qos(Qos.Reliability.RELIABLE, 1, Qos.Durability.VOLATILE, 0, 0);

  private NodeBench() {}

  /** A message and how its topic is called on the way there and back. */
  private record Content<T>(T value, Topic<T> like, boolean isLoaned) {
    int bytes() {
      PayloadBuffer target = new PayloadBuffer(1 << 10);
      like.codec().encode(value, target);
      return target.length();
    }

    Topic<T> topic(String name) {
      return new Topic<>(name, like.type(), like.codec(), QOS);
    }

    void measureCodec(double seconds) {
      new CodecBench<>(value, like.codec()).print(seconds);
    }

    void subscribe(NodeContext node, String name, Handler<T> handler) {
      if (isLoaned) {
        node.subscribeLoaned(topic(name), handler);
      } else {
        node.subscribe(topic(name), handler);
      }
    }
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Content<?> content = args[4].equals("tracks")
        ? new Content<>(tracks(), Topics.TRACKS, false)
        : new Content<>(sweep(), Topics.LIDAR_SWEEP, args[4].equals("loaned"));
    if (args[0].equals("codec")) {
      content.measureCodec(Double.parseDouble(args[2]));
      return;
    }
    NodeTiming timing = new NodeTiming(Waiting.valueOf(args[3]), Thread.NORM_PRIORITY, 1, 0);
    SharedMemoryConfig config = SharedMemoryConfig.of("bench").withRoot(Path.of(args[5]));
    try (Wire wire = SharedMemoryWire.open(config, new WireLog())) {
      if (args[0].equals("pong")) {
        pong(content, wire, timing);
        return;
      }
      Process partner = partner(args);
      try {
        ping(content, wire, timing, Double.parseDouble(args[2]));
      } finally {
        partner.destroyForcibly();
      }
    }
  }

  private static Process partner(String[] args) throws IOException {
    List<String> command = new ArrayList<>(List.of(
        ProcessHandle.current().info().command().orElse("java"),
        "-Xms256m",
        "-Xmx1g",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        NodeBench.class.getName(),
        "pong"));
    Collections.addAll(command, Arrays.copyOfRange(args, 1, args.length));
    return new ProcessBuilder(command).inheritIO().start();
  }

  private static <T> void pong(Content<T> content, Wire wire, NodeTiming timing)
      throws InterruptedException {
    try (RealtimeExecutor executor = executor(wire)) {
      executor.add(
          NodeSpec.world("pong", 0, context -> node -> {
            Publisher<T> back = node.publisher(content.topic("/bench/fro"));
            content.subscribe(
                node, "/bench/to", (value, envelope) -> back.publish(value, envelope.sequence()));
          }),
          timing);
      executor.start();
      new CountDownLatch(1).await();
    }
  }

  private static <T> void ping(Content<T> content, Wire wire, NodeTiming timing, double seconds)
      throws InterruptedException {
    Ping<T> ping = new Ping<>(content, Math.round(seconds * 1e9));
    try (RealtimeExecutor executor = executor(wire)) {
      executor.add(NodeSpec.world("ping", 0, context -> ping::start), timing);
      executor.start();
      if (!ping.done.await(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("no answer from the other process");
      }
    }
    ping.print(timing.waiting());
  }

  private static RealtimeExecutor executor(Wire wire) {
    return RealtimeExecutor.over(
        wire, new RealtimeConfig(0, false, RuntimeTopics.NONE), RunClock.since(RunClock.wallNs()));
  }

  /** Sends, waits for the echo in its handler, sends again. */
  private static final class Ping<T> {
    private final Content<T> content;
    private final long measureNs;
    private final long[] samples = new long[SAMPLES_MAX];
    private final CountDownLatch done = new CountDownLatch(1);
    private int count;
    private long sentNs;
    private long firstNs;
    private long allocated;
    private boolean isMeasuring;

    Ping(Content<T> content, long measureNs) {
      this.content = content;
      this.measureNs = measureNs;
    }

    void start(NodeContext context) {
      Publisher<T> there = context.publisher(content.topic("/bench/to"));
      content.subscribe(context, "/bench/fro", (value, envelope) -> {
        long now = System.nanoTime();
        take(now);
        send(there, now);
      });
      context.timer(100_000_000L, 0, timeNs -> {
        if (firstNs == 0) {
          send(there, System.nanoTime()); // until somebody is there to answer
        }
      });
    }

    /** Each round trip begins where the one before ended, as on the wire. */
    private void send(Publisher<T> there, long now) {
      sentNs = now;
      there.publish(content.value(), 0);
    }

    private void take(long now) {
      firstNs = firstNs == 0 ? now : firstNs;
      if (!isMeasuring && now - firstNs > WARM_UP_NS) {
        isMeasuring = true;
        firstNs = now;
        allocated = Allocation.ofThisThread();
      } else if (isMeasuring && count < SAMPLES_MAX && done.getCount() > 0) {
        samples[count++] = now - sentNs;
        if (now - firstNs > measureNs) {
          allocated = Allocation.ofThisThread() - allocated;
          done.countDown();
        }
      }
    }

    void print(Waiting waiting) {
      Arrays.sort(samples, 0, count);
      System.out.printf(
          Locale.ROOT,
          "{\"kind\":\"node\",\"wait\":\"%s\",\"size\":%d,\"n\":%d,\"p50\":%d,\"p99\":%d,\"allocated\":%.1f}%n",
          waiting,
          content.bytes(),
          count,
          samples[count / 2],
          samples[(int) (count * 0.99)],
          allocated / (double) count);
    }
  }

  private static Tracks tracks() {
    Track track = new Track(
        7,
        ObjectClass.CAR,
        0.9,
        new Pose2(101.5, -3.25, 0.1),
        0.2,
        new Size3(4.5, 1.9, 1.6),
        new Vec2(12.5, 0.3),
        -0.4,
        0.01,
        0.99,
        0.2,
        0.3,
        2_500_000_000L,
        100_000_000L);
    return new Tracks(1, Collections.nCopies(TRACKS, track));
  }

  private static LidarSweep sweep() {
    ByteBuffer points =
        ByteBuffer.allocate(POINTS * LidarSweep.POINT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < POINTS; i++) {
      LidarSweep.put(points, i, -i, 0.5f, i, i, i);
    }
    return new LidarSweep("top", 0, 1, points.flip());
  }
}
