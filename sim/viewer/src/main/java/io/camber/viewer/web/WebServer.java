package io.camber.viewer.web;

import io.camber.diagnostics.InputException;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.stream.ChunkedWriteHandler;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Serves a site to one person. Requests wait in a bounded queue for two workers; connections that are silent are closed. */
public final class WebServer implements AutoCloseable {
  private static final int WORKERS = 2;
  private static final int WAITING_MAX = 256;
  private static final int CONNECTIONS_MAX = 64;
  private static final int REQUEST_BYTES_MAX = 1 << 16;
  private static final int IDLE_S = 60;

  private final MultiThreadIoEventLoopGroup loop =
      new MultiThreadIoEventLoopGroup(1, daemons("camber-web"), NioIoHandler.newFactory());
  private final ExecutorService workers = new ThreadPoolExecutor(
      WORKERS,
      WORKERS,
      0,
      TimeUnit.SECONDS,
      new LinkedBlockingQueue<>(WAITING_MAX),
      daemons("camber-web-worker"));
  private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final Gate gate;
  private final Site site;
  private final Optional<Sockets> sockets;
  private final String host;
  private final Channel listening;

  private WebServer(WebConfig config, Site site, Optional<Sockets> sockets) {
    this.gate = new Gate(config.origins());
    this.site = site;
    this.sockets = sockets;
    this.host = config.host();
    this.listening = listen(config);
  }

  /**
   * Listens and serves.
   *
   * @param sockets what web sockets are answered with, if anything
   * @throws InputException when the port is taken
   */
  public static WebServer start(WebConfig config, Site site, Optional<Sockets> sockets) {
    return new WebServer(config, site, sockets);
  }

  private static DefaultThreadFactory daemons(String name) {
    return new DefaultThreadFactory(name, true);
  }

  private Channel listen(WebConfig config) {
    InetSocketAddress address = new InetSocketAddress(config.host(), config.port());
    if (config.host().isBlank() || address.isUnresolved()) {
      close(loop);
      throw new InputException("--host '" + config.host() + "' is no address of this host");
    }
    ServerBootstrap bootstrap = new ServerBootstrap()
        .group(loop)
        .channel(NioServerSocketChannel.class)
        .childHandler(new ChannelInitializer<SocketChannel>() {
          @Override
          protected void initChannel(SocketChannel channel) {
            accept(channel);
          }
        });
    ChannelFuture bound = bootstrap.bind(address).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      close(loop);
      throw new InputException("cannot listen at " + config.host() + ":" + config.port() + ": "
          + bound.cause().getMessage() + "; choose another with --port, 0 for any");
    }
    return bound.channel();
  }

  private void accept(SocketChannel channel) {
    if (connections.size() >= CONNECTIONS_MAX) {
      var unused = channel.close();
      return;
    }
    connections.add(channel);
    channel
        .pipeline()
        .addLast("idle", new IdleStateHandler(0, 0, IDLE_S))
        .addLast("http", new HttpServerCodec())
        .addLast("whole", new HttpObjectAggregator(REQUEST_BYTES_MAX))
        .addLast("chunks", new ChunkedWriteHandler())
        .addLast("requests", new RequestHandler(gate, site, sockets, workers));
  }

  public int port() {
    return ((InetSocketAddress) listening.localAddress()).getPort();
  }

  /** The address to open, with the token. */
  public URI uri() {
    return URI.create("http://" + host + ":" + port() + "/?token=" + gate.token());
  }

  /** The address for programs that speak web sockets, with the token. */
  public URI socketUri() {
    return URI.create("ws://" + host + ":" + port() + "/?token=" + gate.token());
  }

  @Override
  public void close() {
    listening.close().awaitUninterruptibly();
    finishAnswers();
    connections.close().awaitUninterruptibly();
    close(loop);
  }

  /** Answers on their way still need the connections. */
  private void finishAnswers() {
    workers.shutdown();
    try {
      if (!workers.awaitTermination(1, TimeUnit.SECONDS)) {
        workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      workers.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private static void close(MultiThreadIoEventLoopGroup loop) {
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
