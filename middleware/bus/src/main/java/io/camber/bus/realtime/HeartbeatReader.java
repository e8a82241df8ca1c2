package io.camber.bus.realtime;

import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireReader;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Hears the heartbeats of all nodes on a wire. Owned by the thread that asks; what it opens closes with the wire at the latest. */
public final class HeartbeatReader implements AutoCloseable {
  private static final int AT_ONCE = 256;

  private final Wire wire;
  private final String node;
  private final Map<String, Long> beats = new TreeMap<>();
  private @Nullable Bell bell;
  private @Nullable WireReader reader;

  /** Listens in the name of a node of this process, from the first {@link #poll} on. */
  public HeartbeatReader(Wire wire, String node) {
    this.wire = wire;
    this.node = node;
  }

  /** How many beats have been heard so far, by node. The bell is never waited for, so beats wake nobody. */
  public Map<String, Long> poll() {
    WireReader open = reader;
    if (open == null) {
      Bell silent = wire.openBell(node, Waiting.BLOCK);
      bell = silent;
      open = wire.openReader(Heartbeat.TOPIC, node, silent);
      reader = open;
    }
    open.poll((publisher, head, payload) -> beats.merge(publisher, 1L, Long::sum), AT_ONCE);
    return Collections.unmodifiableMap(beats);
  }

  @Override
  public void close() {
    if (reader != null) {
      reader.close();
    }
    if (bell != null) {
      bell.close();
    }
  }
}
