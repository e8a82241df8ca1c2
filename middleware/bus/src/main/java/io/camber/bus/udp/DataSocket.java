package io.camber.bus.udp;

import io.camber.bus.udp.protocol.Landing;
import io.camber.bus.udp.protocol.Network.Route;
import java.net.InetSocketAddress;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The socket that data arrives at, and the ways out. Bytes move between sockets and our memory with nothing between. */
interface DataSocket extends AutoCloseable {
  /** What the kernel is asked to hold for us; it may grant less. */
  int BUFFER_BYTES = 4 << 20;

  int port();

  /** Sends may be lost, and are when the other end is gone. */
  Route open(InetSocketAddress target);

  /** Takes in what has arrived by now, up to a number of batches; on the event loop. */
  void drain(int batchesMax);

  /** A way to wait for what arrives on a thread other than the event loop; null where there is none. */
  @Nullable
  Watch openWatch();

  @Override
  void close();

  /** Takes what arrived; called by one thread at a time. */
  interface Sink {
    /** Where the next datagram goes. */
    Landing landing();

    /** The datagram there has {@code length} bytes. */
    void arrived(int length);

    /** Nothing more for now, after so many datagrams. */
    void drained(int count);
  }

  /** Lets one thread at a time take datagrams in instead of the event loop. */
  interface Watch {
    /** From now on the event loop leaves what arrives to {@link #await} and {@link #poll}. */
    void take();

    /** The event loop takes in again. */
    void giveBack();

    /**
     * Waits for datagrams, a {@link #wake} or the time and takes in what came. Does not block while {@code idle} says no,
     * which is asked again after a wake could no longer be missed.
     */
    void await(BooleanSupplier idle, long deadlineNs);

    /** Takes in what is there, without waiting. */
    void poll(BooleanSupplier idle);

    /** Ends another thread's wait. */
    void wake();

    /** Nobody waits any more. */
    void close();
  }
}
