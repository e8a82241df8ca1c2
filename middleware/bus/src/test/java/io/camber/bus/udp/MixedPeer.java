package io.camber.bus.udp;

import io.camber.bus.Qos;
import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireHandler;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * One side of a test with commands and sensor data on one link: {@code pub|sub KEY_FILE SECONDS}. Commands of 256 B at 100 Hz,
 * reliable; samples of 64 KiB that make 80 Mbit/s, of which the newest counts. Prints {@code name value} lines.
 */
final class MixedPeer {
  private static final long SECOND_NS = 1_000_000_000;
  private static final int PORT = 42_800;
  private static final int COMMAND_HZ = 100;
  private static final int SAMPLE_BYTES = 64 << 10;
  private static final int SAMPLE_HZ = 80_000_000 / 8 / SAMPLE_BYTES;
  private static final WireTopic COMMANDS = new WireTopic("/command", "test.Lab", 7, Qos.RESULT);
  private static final WireTopic SAMPLES = new WireTopic("/sweep", "test.Lab", 7, Qos.SENSOR);

  private final UdpWire wire;
  private final int seconds;

  private MixedPeer(String[] args) throws Exception {
    boolean publishes = args[0].equals("pub");
    InetSocketAddress a =
        new InetSocketAddress(InetAddress.getByAddress(new byte[] {10, 77, 0, 1}), PORT);
    InetSocketAddress b =
        new InetSocketAddress(InetAddress.getByAddress(new byte[] {10, 77, 0, 2}), PORT);
    wire = UdpWire.open(
        UdpConfig.at(publishes ? a : b, List.of(publishes ? b : a)).withKeyFile(Path.of(args[1])),
        WireListener.SILENT);
    seconds = Integer.parseInt(args[2]);
  }

  public static void main(String[] args) throws Exception {
    MixedPeer peer = new MixedPeer(args);
    if (args[0].equals("pub")) {
      peer.publish();
    } else {
      peer.subscribe();
    }
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  private void awaitOther() {
    while (wire.endpoints().size() < 4) {
      LockSupport.parkNanos(5_000_000);
    }
    LockSupport.parkNanos(300_000_000);
  }

  private void publish() {
    WireWriter commands = wire.openWriter(COMMANDS, "pub");
    WireWriter samples = wire.openWriter(SAMPLES, "pub");
    awaitOther();
    ByteBuffer small = ByteBuffer.allocateDirect(256);
    ByteBuffer large = ByteBuffer.allocateDirect(SAMPLE_BYTES);
    WireHeader header = new WireHeader();
    long start = System.nanoTime();
    long command = 0;
    long sample = 0;
    while (command < (long) seconds * COMMAND_HZ) {
      long nowNs = System.nanoTime();
      long commandDue = start + command * SECOND_NS / COMMAND_HZ;
      long sampleDue = start + sample * SECOND_NS / SAMPLE_HZ;
      if (nowNs >= commandDue) {
        commands.send(header.set(command++, nowNs, 0), small);
      } else if (nowNs >= sampleDue) {
        samples.send(header.set(sample++, nowNs, 0), large);
      } else {
        LockSupport.parkNanos(Math.min(commandDue, sampleDue) - nowNs);
      }
    }
    LockSupport.parkNanos(SECOND_NS);
    System.out.println("samples_sent " + sample);
    wire.close();
  }

  private void subscribe() {
    Bell bell = wire.openBell("sub", Waiting.BLOCK);
    WireReader commands = wire.openReader(COMMANDS, "sub", bell);
    WireReader samples = wire.openReader(SAMPLES, "sub", bell);
    awaitOther();
    long[] commandAges = new long[seconds * COMMAND_HZ];
    long[] sampleAges = new long[seconds * SAMPLE_HZ + SAMPLE_HZ];
    int[] counts = {0, 0};
    WireHandler onCommand = (publisher, header, payload) ->
        commandAges[counts[0]++] = System.nanoTime() - header.publishTimeNs();
    WireHandler onSample = (publisher, header, payload) ->
        sampleAges[counts[1]++] = System.nanoTime() - header.publishTimeNs();
    long end = System.nanoTime() + (seconds + 5) * SECOND_NS;
    while (counts[0] < commandAges.length && System.nanoTime() < end) {
      bell.await(() -> commands.hasMessages() || samples.hasMessages(), 50_000_000);
      commands.poll(onCommand, 100);
      samples.poll(onSample, 100);
    }
    System.out.println("commands " + counts[0]);
    System.out.println("commands_lost " + commands.counters().lost());
    print("command", Arrays.copyOf(commandAges, counts[0]));
    System.out.println("samples " + counts[1]);
    System.out.println("samples_lost " + samples.counters().lost());
    print("sample", Arrays.copyOf(sampleAges, counts[1]));
  }

  private static void print(String name, long[] ages) {
    Arrays.sort(ages);
    for (double q : new double[] {0.5, 0.99, 1}) {
      int index = Math.max(0, (int) Math.ceil(q * ages.length) - 1);
      System.out.println(name + "_age_us_p" + (int) (100 * q) + " "
          + (ages.length == 0 ? -1 : ages[index] / 1000));
    }
  }
}
