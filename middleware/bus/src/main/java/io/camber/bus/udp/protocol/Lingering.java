package io.camber.bus.udp.protocol;

import io.camber.bus.transport.WireTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writers that were closed before their readers had everything. Each stays until they have, until nothing has moved for
 * {@link #STILL_NS} (a reader that takes nothing has it waiting by then), or for {@link #LONGEST_NS}.
 */
final class Lingering {
  /** More than two silences after which a peer counts as dead. */
  static final long STILL_NS = 300_000_000;

  static final long LONGEST_NS = 2_000_000_000;

  private final List<Entry> entries = new ArrayList<>();

  /** One closed writer. */
  private static final class Entry {
    private final OutStream stream;
    private boolean seen;
    private long sinceNs;
    private long movedNs;
    private long progress;

    Entry(OutStream stream) {
      this.stream = stream;
    }

    boolean isOver(long nowNs) {
      long now = stream.progress();
      if (!seen) {
        seen = true;
        sinceNs = nowNs;
      }
      if (now != progress || sinceNs == nowNs) {
        progress = now;
        movedNs = nowNs;
      }
      return stream.isSettled() || nowNs - movedNs >= STILL_NS || nowNs - sinceNs >= LONGEST_NS;
    }
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  void add(OutStream stream) {
    stream.setLingers(true);
    entries.add(new Entry(stream));
  }

  /** The writer that lingers for this topic of this node, back in use; null when there is none. */
  @Nullable
  OutStream reopen(WireTopic topic, String node) {
    for (Entry entry : entries) {
      EndpointEntry end = entry.stream.entry;
      if (end.node().equals(node) && end.topic().equals(topic)) {
        entries.remove(entry);
        entry.stream.reopen();
        return entry.stream;
      }
    }
    return null;
  }

  /** Hands over those whose time is over. */
  void expire(long nowNs, Consumer<OutStream> over) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).isOver(nowNs)) {
        over.accept(entries.remove(i).stream);
      }
    }
  }
}
