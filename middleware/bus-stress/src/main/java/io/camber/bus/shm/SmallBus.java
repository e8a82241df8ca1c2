package io.camber.bus.shm;

import io.camber.bus.Qos;
import io.camber.bus.shm.file.BusFiles;
import io.camber.bus.shm.file.FileNames;
import io.camber.bus.shm.file.Generation;
import io.camber.bus.shm.file.Processes;
import io.camber.bus.transport.Endpoint;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireListener;
import org.jspecify.annotations.Nullable;

/** The discovery of a bus without its ends. */
final class SmallBus {
  /** Of a file that is never there, so that it is forgotten at the next look. */
  private static final String OWN = "own~+small~0.in";

  private static final long OWN_ID = -1;

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
    }
    registry.refresh();
  }

  void join() {
    long birth = ++id;
    String file = FileNames.end("node", "/small", birth, FileNames.IN);
    joined = PositionFile.create(files, template.withFile(file, birth, birth), generation::next);
    generation.next();
  }

  /** Looks because something else has changed: once somebody else's doing, once its own. */
  void look() {
    generation.next();
    registry.refresh();
    long birth = generation.next();
    generation.next();
    registry.added(template.withFile(OWN, OWN_ID, birth));
    generation.next();
    registry.refresh();
  }

  boolean knowsWhoJoined() {
    registry.refresh();
    return registry.snapshot().ids().contains(id);
  }
}
