package io.camber.bus.udp;

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

/**
 * Netty's epoll socket, read by a handle of our own on Netty's event loop instead of a channel: a channel makes objects for
 * every datagram and its address. Each way out is a connected socket, which any thread may write to.
 */
final class EpollDataSocket implements DataSocket {
  private static final int BATCH = 64;

  private final LinuxSocket socket;
  private final IoRegistration registration;

  EpollDataSocket(IoEventLoop loop, InetSocketAddress bind, Sink sink) throws IOException {
    socket = LinuxSocket.newSocketDgram(SocketProtocolFamily.INET);
    socket.setReceiveBufferSize(BUFFER_BYTES);
    socket.bind(bind);
    registration = loop.register(new Handle(socket, sink)).syncUninterruptibly().getNow();
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
  public void close() {
    registration.cancel();
  }

  private static void closeQuietly(FileDescriptor descriptor) {
    try {
      descriptor.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("cannot close a socket", e);
    }
  }

  /** Reads a batch whenever the kernel has something. */
  private record Handle(LinuxSocket socket, Sink sink) implements EpollIoHandle {
    @Override
    public FileDescriptor fd() {
      return socket;
    }

    @Override
    public void handle(IoRegistration registration, IoEvent event) {
      ByteBuffer buffer = sink.buffer();
      for (int i = 0; i < BATCH; i++) {
        int length;
        try {
          length = socket.recv(buffer, 0, buffer.capacity());
        } catch (IOException e) {
          length = -1; // an ICMP answer to something sent: says nothing about what arrives
        }
        if (length == 0) {
          break;
        }
        sink.arrived(Math.max(0, length));
      }
      sink.drained();
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
