package io.camber.bus.udp;

import io.camber.bus.transport.WireException;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoEventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.unix.Socket;
import io.netty.channel.unix.UnixChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where participants meet: an address that others know, and a multicast group if there is one. */
final class MeetingSocket {
  /** Takes calls; runs on the event loop. */
  interface Visitor {
    void called(ByteBuffer datagram, InetSocketAddress from);
  }

  private final List<DatagramChannel> channels = new ArrayList<>();
  private final Optional<InetSocketAddress> group;
  private final IoEventLoop loop;
  private final Class<? extends DatagramChannel> kind;

  MeetingSocket(
      IoEventLoop loop, Class<? extends DatagramChannel> kind, UdpConfig config, Visitor visitor) {
    this.loop = loop;
    this.kind = kind;
    this.group = config.group();
    Optional<NetworkInterface> outward = group.map(address -> findInterface(config.listen()));
    channels.add(bindFirstFree(config, visitor, outward));
    outward.ifPresent(network -> channels.add(join(network, visitor)));
  }

  private static NetworkInterface findInterface(InetSocketAddress listen) {
    try {
      NetworkInterface found = NetworkInterface.getByInetAddress(listen.getAddress());
      if (found == null) {
        throw new WireException("multicast needs a listen address of one interface, not "
            + listen.getAddress().getHostAddress());
      }
      return found;
    } catch (SocketException e) {
      throw new WireException("cannot look up the interface of " + listen, e);
    }
  }

  private DatagramChannel bindFirstFree(
      UdpConfig config, Visitor visitor, Optional<NetworkInterface> outward) {
    InetSocketAddress listen = config.listen();
    WireException last = new WireException("no port was tried at " + listen);
    for (int i = 0; i < config.ports(); i++) {
      InetSocketAddress address = new InetSocketAddress(listen.getAddress(), listen.getPort() + i);
      Bootstrap bootstrap = bootstrap(visitor);
      outward.ifPresent(network -> bootstrap.option(ChannelOption.IP_MULTICAST_IF, network));
      var bound = bootstrap.bind(address).awaitUninterruptibly();
      if (bound.isSuccess()) {
        return (DatagramChannel) bound.channel();
      }
      last = new WireException(
          "cannot listen at " + address + " (" + bound.cause().getMessage()
              + "); stop the other process or choose another port",
          bound.cause());
    }
    throw last;
  }

  private DatagramChannel join(NetworkInterface network, Visitor visitor) {
    InetSocketAddress address = group.orElseThrow();
    DatagramChannel channel = (DatagramChannel) bootstrap(visitor)
        .option(ChannelOption.SO_REUSEADDR, true)
        .bind(new InetSocketAddress(address.getAddress(), address.getPort()))
        .syncUninterruptibly()
        .channel();
    channel.joinGroup(address, network).syncUninterruptibly();
    return channel;
  }

  private Bootstrap bootstrap(Visitor visitor) {
    return new Bootstrap().group(loop).channel(kind).handler(new Calls(visitor));
  }

  InetSocketAddress address() {
    return channels.get(0).localAddress();
  }

  void send(InetSocketAddress target, ByteBuffer datagram, int length) {
    if (channels.get(0) instanceof UnixChannel unix && unix.fd() instanceof Socket socket) {
      try {
        socket.sendTo(datagram, 0, length, target.getAddress(), target.getPort());
      } catch (IOException e) {
        return; // no way there at the moment: calls are repeated
      }
      return;
    }
    byte[] copy = new byte[length];
    datagram.get(0, copy);
    DatagramChannel channel = channels.get(0);
    var unused = channel.writeAndFlush(
        new DatagramPacket(Unpooled.wrappedBuffer(copy), target), channel.voidPromise());
  }

  void sendToGroup(ByteBuffer datagram, int length) {
    group.ifPresent(address -> send(address, datagram, length));
  }

  void close() {
    for (DatagramChannel channel : channels) {
      channel.close().awaitUninterruptibly();
    }
  }

  /** Hands packets to the visitor. */
  private static final class Calls extends SimpleChannelInboundHandler<DatagramPacket> {
    private final Visitor visitor;

    Calls(Visitor visitor) {
      this.visitor = visitor;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
      visitor.called(packet.content().nioBuffer(), packet.sender());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      // nobody listens at an address that was called: ICMP says so, and the call is repeated anyway
    }
  }
}
