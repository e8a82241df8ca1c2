package io.camber.bus.udp;

import io.netty.channel.IoEvent;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.channel.unix.FileDescriptor;
import io.netty.util.concurrent.ThreadAwareExecutor;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A second epoll on the data socket, driven by the thread that waits for messages: it is woken by the kernel itself, not by
 * an event loop that was woken before, which halves the wake-ups of a message.
 */
final class EpollWatch implements DataSocket.Watch, IoHandlerContext, ThreadAwareExecutor {
  /** A wait that ends sooner than this found datagrams waiting: a flood, worth taking in by the batch. */
  private static final long FLOOD_NS = 4_000;

  private final EpollDataSocket socket;
  private final IoHandler handler;
  private volatile @Nullable Thread watcher;
  private BooleanSupplier idle = EpollWatch::never;
  private long deadlineNs;
  private long sinceNs;

  EpollWatch(EpollDataSocket socket) {
    this.socket = socket;
    this.handler = EpollIoHandler.newFactory().newHandler(this);
    handler.initialize();
    try {
      handler.register(new Handle()).submit(EpollIoOps.EPOLLIN);
    } catch (Exception e) { // declared by Netty's interface; its epoll throws nothing checked here
      throw new IllegalStateException("cannot watch the data socket", e);
    }
  }

  @Override
  public void take() {
    socket.ignore();
  }

  @Override
  public void giveBack() {
    socket.attend();
  }

  @Override
  public void await(BooleanSupplier whileIdle, long untilNs) {
    idle = whileIdle;
    deadlineNs = untilNs;
    watcher = Thread.currentThread();
    sinceNs = System.nanoTime();
    handler.run(this);
    watcher = null;
  }

  @Override
  public void poll(BooleanSupplier whileIdle) {
    socket.drain(whileIdle);
  }

  @Override
  public void wake() {
    handler.wakeup();
  }

  @Override
  public void close() {
    watcher = Thread.currentThread();
    handler.prepareToDestroy();
    handler.destroy();
  }

  private static boolean never() {
    return false;
  }

  @Override
  public boolean canBlock() {
    return idle.getAsBoolean();
  }

  @Override
  public long delayNanos(long nowNs) {
    return deadlineNs == Long.MAX_VALUE ? Long.MAX_VALUE : Math.max(0, deadlineNs - nowNs);
  }

  @Override
  public long deadlineNanos() {
    return deadlineNs;
  }

  @Override
  public boolean isExecutorThread(Thread thread) {
    return thread == watcher;
  }

  @Override
  public void execute(Runnable task) {
    task.run(); // only asked to when the watch is closed, by the thread that closes it
  }

  /** Takes one message in, or all there is when they come faster than they are waited for. */
  private final class Handle implements EpollIoHandle {
    @Override
    public FileDescriptor fd() {
      return socket.descriptor();
    }

    @Override
    public void handle(IoRegistration registration, IoEvent event) {
      boolean flood = System.nanoTime() - sinceNs < FLOOD_NS;
      socket.drain(flood ? EpollDataSocket::always : idle);
    }

    @Override
    public void close() {
      // the socket belongs to the event loop
    }
  }
}
