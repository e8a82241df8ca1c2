package io.camber.bus.shm;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireEvent;
import io.camber.bus.transport.WireReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** This process's end of a bus that other processes join, and what it is told of them. */
final class WatchedBus implements AutoCloseable {
  private final Path root;
  private final List<WireEvent> events = new CopyOnWriteArrayList<>();
  private final AtomicLong diedNs = new AtomicLong();
  private SharedMemoryWire wire;

  WatchedBus(Path root) {
    this.root = root;
    wire = open(SlowReaders.DEFAULT);
  }

  private SharedMemoryWire open(SlowReaders slowReaders) {
    return SharedMemoryWire.open(ChildMain.config(root).withSlowReaders(slowReaders), event -> {
      if (event.kind() == WireEvent.Kind.NODE_DIED) {
        diedNs.set(System.nanoTime());
      }
      events.add(event);
    });
  }

  /** The same bus with other rules for slow readers. */
  void reopen(SlowReaders slowReaders) {
    wire.close();
    wire = open(slowReaders);
  }

  @Override
  public void close() {
    wire.close();
  }

  Path root() {
    return root;
  }

  SharedMemoryWire wire() {
    return wire;
  }

  WireReader reader() {
    return wire.openReader(ChildMain.ALL, "reader", wire.openBell("reader", Waiting.SPIN));
  }

  List<WireEvent> events() {
    return events;
  }

  /** When the last death was noticed, by the system's clock; 0 when none was. */
  long diedNs() {
    return diedNs.get();
  }

  void forgetDeaths() {
    diedNs.set(0);
  }

  /** What the dead left stays for its readers for half a second; SHM-02 asks for one second. */
  void awaitFiles(List<String> wanted) throws Exception {
    long start = System.nanoTime();
    while (!files().equals(wanted)) {
      assertThat(System.nanoTime() - start)
          .as("ns until %s is gone", files())
          .isLessThan(1_000_000_000L);
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  List<String> files() throws IOException {
    try (Stream<Path> list = Files.list(root.resolve("test"))) {
      return list.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
