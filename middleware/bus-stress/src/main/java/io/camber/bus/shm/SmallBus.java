package io.camber.bus.shm;

import io.camber.bus.Qos;
import io.camber.bus.transport.Endpoint;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireListener;
import org.jspecify.annotations.Nullable;

/** The discovery of a bus without its ends. */
final class SmallBus {
  private final BusFiles files;
  private final Generation generation;
  private final Registry registry;
  private final EndInfo template;
  private @Nullable PositionFile joined;
  private long id;

  SmallBus(int number) {
    files = StressBus.files("small" + number);
    generation = Generation.open(files);
    registry = new Registry(files, generation, WireListener.SILENT);
    template = new EndInfo(
        "",
        Endpoint.Direction.SUBSCRIBES,
        "node",
        StressBus.topic("/small", Qos.Reliability.RELIABLE, 1),
        0,
        0,
        Processes.ownPid(),
        SlowReaders.Action.EVICT,
        Waiting.SPIN,
        0);
  }

  void reset() {
    PositionFile old = joined;
    if (old != null) {
      old.close();
      generation.next();
    }
    registry.refresh();
  }

  void join() {
    long birth = ++id;
    String file = FileNames.end("node", "/small", birth, FileNames.IN);
    joined = PositionFile.create(files, template.withFile(file, birth, birth));
    generation.next();
  }

  /** Somebody else changed something, so there is a reason to look. */
  void look() {
    for (int i = 0; i < 3; i++) {
      generation.next();
      registry.refresh();
    }
  }

  boolean knowsWhoJoined() {
    registry.refresh();
    return registry.snapshot().ids().contains(id);
  }
}
