package io.camber.bus.udp.protocol;

import io.camber.bus.transport.WireEvent;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Who calls in another version of the wire and so is not understood: told once an address, for anybody can write such a call. */
final class OtherVersions {
  private static final int ADDRESSES_MAX = 64;

  private final Set<InetSocketAddress> told = new HashSet<>();

  /** What to tell of a datagram at the meeting address that is not ours; empty for most. */
  Optional<WireEvent> look(ByteBuffer datagram, int length, InetSocketAddress from) {
    if (length < Frames.HEADER_BYTES
        || datagram.getInt(0) != Frames.MAGIC
        || datagram.get(Frames.TYPE_AT) != Frames.HELLO) {
      return Optional.empty();
    }
    int version = datagram.get(Frames.VERSION_AT) & 0xff;
    if (version == Frames.VERSION || told.size() >= ADDRESSES_MAX || !told.add(from)) {
      return Optional.empty();
    }
    return Optional.of(new WireEvent(
        WireEvent.Kind.MALFORMED,
        "",
        "",
        from.getAddress().getHostAddress() + ":" + from.getPort() + " speaks wire version "
            + version + ", this is " + Frames.VERSION + ": update "
            + (version < Frames.VERSION ? "it" : "this one")));
  }
}
