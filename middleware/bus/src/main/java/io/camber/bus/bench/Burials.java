package io.camber.bus.bench;

import io.camber.bus.shm.SharedMemoryConfig;
import io.camber.bus.shm.SharedMemoryWire;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireEvent;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Test plan SHM-05: processes with a node are killed; how long until a neighbour has noticed and cleaned up. */
final class Burials {
  private final SharedMemoryConfig config;
  private final AtomicLong diedNs = new AtomicLong();

  Burials(SharedMemoryConfig config) {
    this.config = config;
  }

  void measure(int kills) throws IOException, InterruptedException {
    long[] tookNs = new long[kills];
    try (Wire wire = SharedMemoryWire.open(config, event -> {
      if (event.kind() == WireEvent.Kind.NODE_DIED) {
        diedNs.set(System.nanoTime());
      }
    })) {
      for (int i = 0; i < kills; i++) {
        try (Partner partner =
            Partner.start(CrowdBench.class, "bystander", "0/2", config.root().toString())) {
          partner.awaitReady();
          TimeUnit.MICROSECONDS.sleep(20_000 + 997L * i % 4000); // anywhere within a tick
          diedNs.set(0);
          long start = System.nanoTime();
          partner.process().destroyForcibly();
          while (diedNs.get() == 0) {
            TimeUnit.MICROSECONDS.sleep(100);
          }
          tookNs[i] = diedNs.get() - start;
        }
      }
      if (!wire.endpoints().isEmpty()) {
        throw new IllegalStateException("the dead left something behind: " + wire.endpoints());
      }
    }
    Arrays.sort(tookNs);
    System.out.printf(
        Locale.ROOT,
        "{\"kind\":\"death\",\"n\":%d,\"ms_p50\":%.2f,\"ms_p99\":%.2f,\"ms_max\":%.2f}%n",
        kills,
        tookNs[kills / 2] / 1e6,
        tookNs[(int) (kills * 0.99)] / 1e6,
        tookNs[kills - 1] / 1e6);
  }
}
