package io.camber.bus.udp.protocol;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** Where a participant's datagrams go. Sending never blocks and may lose. */
public interface Network {
  /** Sends a HELLO to the meeting address of a participant, from the own one. */
  void meet(InetSocketAddress address, ByteBuffer datagram, int length);

  /** Sends a HELLO to everybody, where there is such a thing. */
  void call(ByteBuffer datagram, int length);

  /**
   * Whether the process of a participant is known to run, however silent it is. Only somebody on the same host can know; a
   * stopped process counts as silent.
   */
  boolean isRunning(InetSocketAddress meeting, long pid);

  /** The way to a participant's data socket. */
  Route open(InetSocketAddress address);

  /** A way to one participant. */
  interface Route {
    /** Sends {@code length} bytes from {@code offset}. */
    void send(ByteBuffer datagram, int offset, int length);

    void close();
  }
}
