package io.camber.bus.udp;

import io.camber.bus.transport.ThisHost;
import io.camber.bus.transport.WireException;
import io.camber.bus.transport.WireListener;
import io.camber.bus.udp.protocol.Landing;
import io.camber.bus.udp.protocol.Network;
import io.camber.bus.udp.protocol.Participant;
import io.camber.bus.udp.protocol.ProtocolConfig;
import io.camber.bus.udp.security.Access;
import io.camber.bus.udp.security.Protection;
import io.netty.channel.IoEventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives a participant over sockets: one lock around it, one event loop that lets time pass and takes datagrams in, unless a
 * waiting thread does ({@link Duty}). The lock is a monitor because contended ones of {@code java.util.concurrent} allocate.
 */
final class Driver implements DataSocket.Sink {
  private static final Logger LOG = LoggerFactory.getLogger(Driver.class);
  private static final int FAILURES_PER_LINE = 1000;
  private static final long TICK_BUSY_MS = 2;
  private static final long TICK_IDLE_MS = 10;
  private static final long BUSY_NS = 100_000_000;
  private static final long TICK_LEAST_NS = 300_000;
  private static final long TICK_LATE_NS = 12_000_000;
  private static final int DRAIN_BATCHES = 8;
  private static final int DRAIN_BATCHES_SUSPICIOUS = 256;
  private static final int DATAGRAM_BYTES = 65_536;

  /** A participant lingers for less; this is for an event loop that stands still. */
  private static final long LINGER_NS = 3_000_000_000L;

  private final Object lock = new Object();
  private final MultiThreadIoEventLoopGroup group;
  private final IoEventLoop loop;
  private final MeetingSocket meeting;
  private final DataSocket data;
  private final Duty duty;
  private final Participant participant;
  private final Landing landing =
      new Landing(ByteBuffer.allocateDirect(DATAGRAM_BYTES).order(ByteOrder.LITTLE_ENDIAN));
  private final ByteBuffer calls =
      ByteBuffer.allocateDirect(DATAGRAM_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private final Runnable timer = this::onTimer;
  private long lastTickNs;
  private volatile long lastBusyNs;
  private volatile boolean closing;
  private volatile boolean closed;
  private boolean ticksOften;
  private long failures;
  private @Nullable Future<?> ticks;
  private volatile boolean ready;

  Driver(
      UdpConfig config,
      ProtocolConfig protocol,
      Protection protection,
      Access access,
      WireListener listener) {
    boolean epoll = Epoll.isAvailable() && !Boolean.getBoolean("camber.udp.nio");
    IoHandlerFactory handlers = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    group =
        new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("camber-udp", true), handlers);
    loop = group.next();
    try {
      Class<? extends DatagramChannel> kind =
          epoll ? EpollDatagramChannel.class : NioDatagramChannel.class;
      InetSocketAddress any = new InetSocketAddress(config.listen().getAddress(), 0);
      meeting = new MeetingSocket(loop, kind, config, this::called);
      data = epoll ? new EpollDataSocket(loop, any, this) : new NioDataSocket(loop, any, this);
      duty = new Duty(data.openWatch());
      participant = new Participant(
          new Participant.Identity(
              ThisHost.name(),
              ProcessHandle.current().pid(),
              data.port(),
              System.currentTimeMillis()),
          protocol,
          protection,
          access,
          new Sockets(),
          others(config),
          listener,
          new SecureRandom(),
          this::feed,
          lock::notifyAll);
      ready = true;
    } catch (IOException e) {
      group.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly();
      throw new WireException(
          "cannot open a socket at " + config.listen() + ": " + e.getMessage(), e);
    } catch (WireException e) {
      group.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly();
      throw e;
    }
    loop.execute(timer);
  }

  private List<InetSocketAddress> others(UdpConfig config) {
    return config.peers().stream()
        .filter(peer -> !peer.equals(meeting.address()))
        .toList();
  }

  Participant participant() {
    return participant;
  }

  InetSocketAddress address() {
    return meeting.address();
  }

  /** Runs something on the participant with the time it is. */
  <T> T locked(LongFunction<T> action) {
    synchronized (lock) {
      return action.apply(System.nanoTime());
    }
  }

  /** The monitor that calls to the participant are made under. */
  Object lock() {
    return lock;
  }

  boolean isClosed() {
    return closing;
  }

  Duty duty() {
    return duty;
  }

  /** Waits for a reader to move on and answers how much of the time is left; the lock is held. */
  @SuppressWarnings("WaitNotInLoop") // the caller loops until there is room or the time is over
  long awaitRoom(long timeoutNs) {
    duty.release(); // what makes room arrives while this thread cannot take it in
    long startNs = System.nanoTime();
    try {
      synchronized (lock) {
        lock.wait(Math.max(1, timeoutNs / 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
    return timeoutNs - (System.nanoTime() - startNs);
  }

  /** Somebody publishes, and does meanwhile what the event loop did not get to; the lock is held. */
  void busy(long nowNs) {
    lastBusyNs = nowNs;
    if (nowNs - lastTickNs >= TICK_LATE_NS) {
      lastTickNs = nowNs;
      participant.serve(nowNs);
    }
  }

  private void feed(Runnable call) {
    synchronized (lock) {
      call.run();
    }
  }

  @Override
  public Landing landing() {
    if (landing.expectsMore()) {
      synchronized (lock) {
        landing.open();
      }
    }
    return landing;
  }

  /** Holds the lock for one datagram only: whoever is woken by it wants to answer at once. */
  @Override
  public void arrived(int length) {
    if (!ready) {
      return; // early datagrams are lost like any other
    }
    synchronized (lock) {
      participant.receive(landing, length, System.nanoTime());
    }
  }

  @Override
  public void drained(int count) {
    if (landing.at() > 0) {
      synchronized (lock) {
        landing.close();
      }
    }
    if (count == 0) {
      return;
    }
    long nowNs = System.nanoTime();
    lastBusyNs = nowNs;
    if (ready && nowNs - lastTickNs >= TICK_LEAST_NS) {
      synchronized (lock) {
        lastTickNs = nowNs;
        participant.serve(nowNs);
      }
    }
  }

  private void called(ByteBuffer datagram, InetSocketAddress from) {
    if (!ready) {
      return; // early calls are repeated
    }
    synchronized (lock) {
      int length = Math.min(datagram.remaining(), calls.capacity());
      calls.clear();
      calls.put(0, datagram, datagram.position(), length);
      participant.receive(calls, length, from, System.nanoTime());
    }
  }

  /** Time passes whatever happens: a periodic task that throws is never called again. */
  private void onTimer() {
    if (closed) {
      return;
    }
    try {
      letTimePass();
    } catch (RuntimeException e) {
      if (failures++ % FAILURES_PER_LINE == 0) {
        LOG.error("the wire at {} goes on after a failure", meeting.address(), e);
      }
    }
    boolean active = System.nanoTime() - lastBusyNs < BUSY_NS;
    if (ticks == null || active != ticksOften) {
      changePace(active);
    }
  }

  private void letTimePass() {
    long nowNs = System.nanoTime();
    // before anything is asked for again or anybody counted as dead: it may lie there, and only its
    // reader is late
    data.drain(DRAIN_BATCHES);
    if (suspects(nowNs)) {
      data.drain(DRAIN_BATCHES_SUSPICIOUS);
    }
    nowNs = System.nanoTime();
    synchronized (lock) {
      lastTickNs = nowNs;
      participant.tick(nowNs);
    }
    duty.onTick();
  }

  /** One periodic task at a time: a new one for every tick would be garbage. */
  private void changePace(boolean active) {
    ticksOften = active;
    if (ticks != null) {
      ticks.cancel(false);
    }
    long periodMs = active ? TICK_BUSY_MS : TICK_IDLE_MS;
    ticks = loop.scheduleAtFixedRate(timer, periodMs, periodMs, TimeUnit.MILLISECONDS);
  }

  private boolean suspects(long nowNs) {
    synchronized (lock) {
      return participant.suspects(nowNs);
    }
  }

  /** Waits for what was sent to arrive, as long as it does; then says goodbye. */
  void close() {
    duty.release(); // acknowledgements arrive while this thread cannot take them in
    synchronized (lock) {
      if (closing) {
        return;
      }
      closing = true;
      participant.retire();
      lock.notifyAll();
      linger(System.nanoTime() + LINGER_NS);
      closed = true;
      participant.close();
      lock.notifyAll();
    }
    duty.close();
    loop.submit(data::close).awaitUninterruptibly();
    meeting.close();
    group.shutdownGracefully(0, 100, TimeUnit.MILLISECONDS).awaitUninterruptibly();
  }

  private void linger(long untilNs) {
    boolean interrupted = false;
    while (participant.lingers() && !loop.inEventLoop() && System.nanoTime() - untilNs < 0) {
      try {
        lock.wait(TICK_IDLE_MS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The participant's network. */
  private final class Sockets implements Network {
    @Override
    public void meet(InetSocketAddress address, ByteBuffer datagram, int length) {
      meeting.send(address, datagram, length);
    }

    @Override
    public void call(ByteBuffer datagram, int length) {
      meeting.sendToGroup(datagram, length);
    }

    @Override
    public boolean isRunning(InetSocketAddress address, long pid) {
      return address.getAddress().isLoopbackAddress() && Processes.isRunning(pid);
    }

    @Override
    public Route open(InetSocketAddress address) {
      return data.open(address);
    }
  }
}
