package io.camber.bus.shm;

import io.camber.bus.Qos;
import io.camber.bus.shm.file.EndLayout;
import io.camber.bus.stress.Inside;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import java.util.List;

/** A writer that refuses rather than waits, and a reader that takes positions without reading. */
final class PinnedEnds {
  private static final int BYTES = 4200;
  private static final SharedMemoryWire WIRE = SharedMemoryWire.open(
      StressBus.config("pins").withSlowReaders(new SlowReaders(SlowReaders.Action.REFUSE, 0)),
      WireListener.SILENT);

  private final WireWriter writer;
  private final WireHeader header = new WireHeader();
  private final ReaderLink link;
  private final ReaderPlace place;
  private final PositionFile positions;
  private final int slot;
  private long oldest;

  PinnedEnds(int number) {
    WireTopic topic = StressBus.topic("/pin" + number, Qos.Reliability.RELIABLE, 1);
    String node = "pin" + number;
    writer = WIRE.openWriter(topic, node + "-w");
    WireReader reader =
        WIRE.openReader(topic, node + "-r", WIRE.openBell(node + "-r", Waiting.SPIN));
    link = (ReaderLink) Inside.get(reader, "links", List.class).get(0);
    place = Inside.get(link, "place", ReaderPlace.class);
    positions = Inside.get(place, "positions", PositionFile.class);
    slot = Inside.get(place, "slot", Integer.class);
    for (int i = 0; i < link.segment.ringBytes / BYTES; i++) {
      reset(); // from the second lap on every message overwrites one
    }
  }

  /** The writer one message further, the reader about to hold what the next one overwrites. */
  void reset() {
    positions.advance(slot, EndLayout.NO_POSITION);
    if (!claims()) {
      throw new IllegalStateException("refused although nobody holds anything");
    }
    oldest = Math.max(0, link.segment.intent() - link.segment.ringBytes);
  }

  boolean holds() {
    return place.holds(oldest);
  }

  boolean claims() {
    if (writer.claim(header, BYTES) == null) {
      return false;
    }
    writer.commit(BYTES);
    return true;
  }
}
