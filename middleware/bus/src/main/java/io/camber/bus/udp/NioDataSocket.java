package io.camber.bus.udp;

import io.camber.bus.udp.protocol.Landing;
import io.camber.bus.udp.protocol.Network.Route;
import io.netty.channel.IoEventLoop;
import io.netty.channel.IoRegistration;
import io.netty.channel.nio.NioIoOps;
import io.netty.channel.nio.NioSelectableChannelIoHandle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import org.jspecify.annotations.Nullable;

/** The same over the JDK's channels, where there is no epoll. */
final class NioDataSocket implements DataSocket {
  private static final int BATCH = 64;

  private final DatagramChannel channel;
  private final Handle handle;
  private final IoRegistration registration;

  NioDataSocket(IoEventLoop loop, InetSocketAddress bind, Sink sink) throws IOException {
    channel = DatagramChannel.open(StandardProtocolFamily.INET);
    channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER_BYTES);
    channel.bind(bind);
    channel.configureBlocking(false);
    handle = new Handle(channel, sink);
    registration = loop.register(handle).syncUninterruptibly().getNow();
    registration.submit(NioIoOps.READ);
  }

  @Override
  public int port() {
    return channel.socket().getLocalPort();
  }

  @Override
  public Route open(InetSocketAddress target) {
    return new NioRoute(target);
  }

  private static DatagramChannel connect(InetSocketAddress target) throws IOException {
    DatagramChannel way = DatagramChannel.open(StandardProtocolFamily.INET);
    way.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER_BYTES);
    way.configureBlocking(false);
    way.connect(target);
    return way;
  }

  @Override
  public void drain(int batchesMax) {
    int batches = 0;
    while (handle.takeIn(channel) && ++batches < batchesMax) {
      // a full batch: there may be more
    }
  }

  @Override
  public @Nullable Watch openWatch() {
    return null;
  }

  @Override
  public void close() {
    registration.cancel();
    close(channel);
  }

  private static void close(DatagramChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close a socket", e);
    }
  }

  /** Reads a batch whenever the selector has something. */
  @SuppressWarnings(
      "try") // close() of the superclass declares Exception; nothing here is interruptible
  private static final class Handle extends NioSelectableChannelIoHandle<DatagramChannel> {
    private final Sink sink;

    Handle(DatagramChannel channel, Sink sink) {
      super(channel);
      this.sink = sink;
    }

    @Override
    protected void handle(DatagramChannel channel, SelectionKey key) {
      takeIn(channel);
    }

    private boolean takeIn(DatagramChannel channel) {
      int taken = 0;
      while (taken < BATCH) {
        Landing landing = sink.landing();
        ByteBuffer buffer = landing.bytes();
        int at = landing.at();
        buffer.limit(at + landing.room()).position(at);
        try {
          if (channel.receive(buffer) == null) {
            buffer.clear();
            break;
          }
        } catch (IOException e) {
          buffer.clear();
          break; // closed, or an ICMP answer to something sent
        }
        int length = buffer.position() - at;
        buffer.clear();
        taken++;
        sink.arrived(length);
      }
      sink.drained(taken);
      return taken == BATCH;
    }
  }

  /** A connected channel to one participant; an interrupted sender closes a channel, and the next one opens another. */
  private static final class NioRoute implements Route {
    private final InetSocketAddress target;
    private DatagramChannel channel;
    private boolean closed;

    NioRoute(InetSocketAddress target) {
      this.target = target;
      try {
        channel = connect(target);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot reach " + target, e);
      }
    }

    @Override
    public void send(ByteBuffer datagram, int offset, int length) {
      boolean interrupted = Thread.interrupted();
      datagram.limit(offset + length).position(offset);
      try {
        if (!channel.isOpen() && !closed) {
          channel = connect(target);
        }
        channel.write(datagram);
      } catch (IOException e) {
        return; // nobody listens there or no route at the moment: as good as lost on the way
      } finally {
        datagram.clear();
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }

    @Override
    public void close() {
      closed = true;
      NioDataSocket.close(channel);
    }
  }
}
