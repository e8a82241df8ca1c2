package io.camber.bus.udp;

import io.camber.bus.udp.protocol.Landing;
import io.camber.bus.udp.protocol.Network.Route;
import io.netty.channel.IoEvent;
import io.netty.channel.IoEventLoop;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.channel.epoll.LinuxSocket;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.unix.FileDescriptor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;

/**
 * Netty's epoll socket, read by a handle of our own on Netty's event loop instead of a channel: a channel makes objects for
 * every datagram and its address. Each way out is a connected socket, which any thread may write to.
 */
final class EpollDataSocket implements DataSocket {
  private static final int BATCH = 64;

  private final LinuxSocket socket;
  private final Sink sink;
  private final IoRegistration registration;
  private final Object receiving = new Object();

  EpollDataSocket(IoEventLoop loop, InetSocketAddress bind, Sink sink) throws IOException {
    this.sink = sink;
    socket = LinuxSocket.newSocketDgram(SocketProtocolFamily.INET);
    socket.setReceiveBufferSize(BUFFER_BYTES);
    socket.bind(bind);
    registration = loop.register(new Handle()).syncUninterruptibly().getNow();
    registration.submit(EpollIoOps.EPOLLIN);
  }

  @Override
  public int port() {
    return socket.localAddress().getPort();
  }

  @Override
  public Route open(InetSocketAddress target) {
    return new EpollRoute(target);
  }

  @Override
  public Watch openWatch() {
    return new EpollWatch(this);
  }

  @Override
  public void close() {
    registration.cancel();
  }

  FileDescriptor descriptor() {
    return socket;
  }

  /** The event loop looks at the socket. */
  void attend() {
    registration.submit(EpollIoOps.EPOLLIN);
  }

  /** It looks away; a batch that it has begun may still be going on. */
  void ignore() {
    registration.submit(
        EpollIoOps.EPOLLET); // edges of nothing: NONE would take the socket out of the set for good
  }

  @Override
  public void drain(int batchesMax) {
    int batches = 0;
    while (drain(EpollDataSocket::always) && ++batches < batchesMax) {
      // a full batch: there may be more
    }
  }

  /** Takes in what is there, as long as more is wanted, by one thread at a time; true when a batch was full. */
  boolean drain(BooleanSupplier wanted) {
    synchronized (receiving) {
      int taken = 0;
      while (taken < BATCH) {
        Landing landing = sink.landing();
        int at = landing.at();
        int length;
        try {
          length = socket.recv(landing.bytes(), at, at + landing.room());
        } catch (IOException e) {
          length = -1; // an ICMP answer to something sent: says nothing about what arrives
        }
        if (length == 0) {
          break;
        }
        taken++;
        sink.arrived(Math.max(0, length));
        if (!wanted.getAsBoolean()) {
          break;
        }
      }
      sink.drained(taken);
      return taken == BATCH;
    }
  }

  /** However much there is. */
  static boolean always() {
    return true;
  }

  private static void closeQuietly(FileDescriptor descriptor) {
    try {
      descriptor.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("cannot close a socket", e);
    }
  }

  /** Reads a batch whenever the kernel has something. */
  private final class Handle implements EpollIoHandle {
    @Override
    public FileDescriptor fd() {
      return socket;
    }

    @Override
    public void handle(IoRegistration its, IoEvent event) {
      drain(EpollDataSocket::always);
    }

    @Override
    public void close() {
      closeQuietly(socket);
    }
  }

  /** A connected socket to one participant. */
  private static final class EpollRoute implements Route {
    private final LinuxSocket socket = LinuxSocket.newSocketDgram(SocketProtocolFamily.INET);
    private boolean closed;

    EpollRoute(InetSocketAddress target) {
      try {
        socket.setSendBufferSize(BUFFER_BYTES);
        socket.connect(target);
      } catch (IOException e) {
        closed = true; // no way there: everything sent is lost, and the peer counts as silent
        closeQuietly(socket);
      }
    }

    @Override
    public void send(ByteBuffer datagram, int offset, int length) {
      if (closed) {
        return;
      }
      try {
        socket.send(datagram, offset, offset + length);
      } catch (IOException e) {
        return; // nobody listens there or no route at the moment: as good as lost on the way
      }
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        closeQuietly(socket);
      }
    }
  }
}
