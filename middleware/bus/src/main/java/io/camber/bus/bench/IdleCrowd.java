package io.camber.bus.bench;

import io.camber.bus.Qos;
import io.camber.bus.shm.SharedMemoryConfig;
import io.camber.bus.shm.SharedMemoryWire;
import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireEvent;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Nodes that publish a topic of their own and sleep on the one of their neighbour while nobody says anything: in processes
 * of their own, with the cost of as many idle Java machines beside it, or as wires of one process.
 */
final class IdleCrowd {
  private static final long SETTLE_MS = Long.getLong("settleMs", 10_000);
  private static final int KILLS = 8;

  /** After so long without change a wire sleeps longer. */
  private static final long QUIET_MS = 5_000;

  /** The unit of /proc/PID/stat on every Linux that matters. */
  private static final double TICKS_PER_S = 100;

  private final SharedMemoryConfig config;
  private final int nodes;

  IdleCrowd(SharedMemoryConfig config, int nodes) {
    this.config = config;
    this.nodes = nodes;
  }

  void measure(double seconds, String how) throws IOException, InterruptedException {
    if (how.equals("wires")) {
      List<Wire> wires = new ArrayList<>();
      for (int i = 0; i < nodes; i++) {
        wires.add(join(config, i, nodes));
      }
      report("wires", seconds, List.of(ProcessHandle.current().pid()));
      wires.forEach(Wire::close);
      return;
    }
    ofProcesses(seconds, "bare");
    ofProcesses(seconds, "processes");
  }

  private void ofProcesses(double seconds, String how) throws IOException, InterruptedException {
    List<Partner> partners = new ArrayList<>();
    try {
      for (int i = 0; i < nodes; i++) {
        String number = how.equals("bare") ? "bare" : i + "/" + nodes;
        partners.add(
            Partner.start(CrowdBench.class, "bystander", number, config.root().toString()));
      }
      for (Partner partner : partners) {
        partner.awaitReady();
      }
      report(how, seconds, partners.stream().map(each -> each.process().pid()).toList());
      if (!how.equals("bare")) {
        kill(partners);
      }
    } finally {
      partners.forEach(Partner::close);
    }
  }

  /** How long until somebody who sleeps among them hears that one of them was killed. */
  private void kill(List<Partner> partners) throws InterruptedException {
    AtomicLong heardNs = new AtomicLong();
    List<Double> tookMs = new ArrayList<>();
    try (Wire wire = SharedMemoryWire.open(config, event -> {
      if (event.kind() == WireEvent.Kind.NODE_DIED) {
        heardNs.set(System.nanoTime());
      }
    })) {
      for (int i = 0; i < Math.min(KILLS, nodes / 2); i++) {
        TimeUnit.MILLISECONDS.sleep(QUIET_MS);
        heardNs.set(0);
        long start = System.nanoTime();
        partners.get(nodes - 1 - i).process().destroyForcibly();
        while (heardNs.get() == 0) {
          TimeUnit.MICROSECONDS.sleep(100);
        }
        tookMs.add((heardNs.get() - start) / 1e6);
      }
      tookMs.sort(null);
      System.out.printf(
          Locale.ROOT,
          "{\"kind\":\"idle-death\",\"nodes\":%d,\"n\":%d,\"ms_p50\":%.1f,\"ms_max\":%.1f,\"left\":%d}%n",
          nodes,
          tookMs.size(),
          tookMs.get(tookMs.size() / 2),
          tookMs.get(tookMs.size() - 1),
          wire.endpoints().size());
    }
  }

  /** The life of one process of the crowd. */
  static void stand(SharedMemoryConfig config, String number) {
    String[] parts = number.split("/", -1);
    if (parts.length == 2) {
      Wire wire = join(config, Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
      Partner.sayReady();
      LockSupport.parkNanos(Long.MAX_VALUE);
      wire.close();
    }
    Partner.sayReady();
    LockSupport.parkNanos(Long.MAX_VALUE);
  }

  private static Wire join(SharedMemoryConfig config, int number, int nodes) {
    Wire wire = SharedMemoryWire.open(config, WireListener.SILENT);
    String node = "node" + number;
    Bell bell = wire.openBell(node, Waiting.BLOCK);
    wire.openWriter(topic(number), node);
    WireReader reader = wire.openReader(topic((number + 1) % nodes), node, bell);
    Thread thread = new Thread(
        () -> {
          while (true) {
            reader.poll((publisher, header, payload) -> {}, 10);
            bell.await(reader::hasMessages, Long.MAX_VALUE);
          }
        },
        node);
    thread.setDaemon(true);
    thread.start();
    return wire;
  }

  private static WireTopic topic(int number) {
    return new WireTopic("/idle/" + number, "bytes", 1, Qos.RESULT);
  }

  private void report(String how, double seconds, List<Long> pids)
      throws IOException, InterruptedException {
    TimeUnit.MILLISECONDS.sleep(SETTLE_MS);
    double before = cpuS(pids);
    long start = System.nanoTime();
    TimeUnit.MILLISECONDS.sleep((long) (seconds * 1000));
    double used = cpuS(pids) - before;
    double took = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "{\"kind\":\"idle\",\"how\":\"%s\",\"nodes\":%d,\"seconds\":%.1f,\"percent_of_core\":%.2f}%n",
        how,
        nodes,
        took,
        100 * used / took);
  }

  private static double cpuS(List<Long> pids) throws IOException {
    double sum = 0;
    for (long pid : pids) {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      sum += (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_S;
    }
    return sum;
  }
}
