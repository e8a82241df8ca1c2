package io.camber.bus.udp;

import io.camber.bus.udp.protocol.Network.Route;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** The socket that data arrives at, and the ways out. Bytes move between sockets and our memory with nothing between. */
interface DataSocket extends AutoCloseable {
  /** What the kernel is asked to hold for us; it may grant less. */
  int BUFFER_BYTES = 4 << 20;

  int port();

  /** Sends may be lost, and are when the other end is gone. */
  Route open(InetSocketAddress target);

  @Override
  void close();

  /** Takes what arrived; called on the event loop. */
  interface Sink {
    /** Memory for the next datagram. */
    ByteBuffer buffer();

    /** The datagram in the memory has {@code length} bytes. */
    void arrived(int length);

    /** Nothing more for now. */
    void drained();
  }
}
