package io.camber.bus.shm;

import io.camber.bus.Qos;
import io.camber.bus.shm.file.BusFiles;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireTopic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** One bus in memory for the process of a stress test; gone with the process. */
final class StressBus {
  static final int RING_BYTES = 16 << 10;
  private static final Path ROOT = makeRoot();
  static final SharedMemoryWire WIRE = open();

  private StressBus() {}

  private static Path makeRoot() {
    try {
      Path memory = Path.of("/dev/shm");
      Path root = Files.isDirectory(memory)
          ? Files.createTempDirectory(memory, "camber-stress-")
          : Files.createTempDirectory("camber-stress-");
      Runtime.getRuntime().addShutdownHook(new Thread(StressBus::delete));
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SharedMemoryWire open() {
    return SharedMemoryWire.open(config("stress"), WireListener.SILENT);
  }

  static SharedMemoryConfig config(String bus) {
    return SharedMemoryConfig.of(bus).withRoot(ROOT).withRingBytes(RING_BYTES);
  }

  /** A second bus for structures that a wire would disturb. */
  static BusFiles files(String bus) {
    return BusFiles.open(ROOT, bus);
  }

  static WireTopic topic(String name, Qos.Reliability reliability, int depth) {
    return new WireTopic(
        name, "longs", 1, new Qos(reliability, depth, Qos.Durability.VOLATILE, 0, 0));
  }

  private static void delete() {
    try (Stream<Path> all = Files.walk(ROOT)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      System.err.println(
          "left behind: " + ROOT + ", " + e); // the wire's own threads still add files
    }
  }
}
