package io.camber.bus.udp.protocol;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a participant does because time passes: calls, heartbeats, tables, repairs, what waited for room. */
final class Pulse {
  private static final long COUNTERS_NS = 1_000_000_000;
  private static final long TAIL_QUIET_NS = 4_000_000;
  private static final int CALLS_EAGER = 30;
  private static final int CALLS_LAZY = 4;
  private static final int FLUSH_FRAGMENTS = 64;

  private final Participant self;
  private final ProtocolConfig config;
  private final EndpointTable table;
  private final Peers peers;
  private final FrameWriter frames;
  private final MissingRanges missing = new MissingRanges();
  private final List<InetSocketAddress> calls;
  private final byte[] callBody = new byte[HelloFrame.BYTES];
  private long nextHeartbeatNs;
  private long nextHelloNs;
  private int callsMade;
  private int nextCall;
  private long nextCountersNs;
  private long tablesDueVersion = -1;

  Pulse(
      Participant self,
      ProtocolConfig config,
      EndpointTable table,
      Peers peers,
      FrameWriter frames,
      List<InetSocketAddress> calls) {
    this.self = self;
    this.config = config;
    this.table = table;
    this.peers = peers;
    this.frames = frames;
    this.calls = List.copyOf(calls);
    self.hello(null, true).write(ByteBuffer.wrap(callBody).order(ByteOrder.LITTLE_ENDIAN), 0);
  }

  void beat(long nowNs) {
    boolean heartbeat = nowNs >= nextHeartbeatNs;
    if (heartbeat) {
      nextHeartbeatNs = nowNs + config.heartbeatNs();
    }
    if (nowNs >= nextHelloNs) {
      nextHelloNs = nowNs + config.helloNs();
      call(nowNs);
    }
    if (tablesDueVersion != table.version()) {
      tablesDueVersion = table.version();
      self.rematch();
      for (Peer peer : peers.list()) {
        sendTable(peer, nowNs);
      }
    }
    boolean counters = nowNs >= nextCountersNs;
    if (counters) {
      nextCountersNs = nowNs + COUNTERS_NS;
    }
    List<Peer> all = peers.list();
    for (int i = 0; i < all.size(); i++) {
      Peer peer = all.get(i);
      if (peer.isProven()) {
        serve(peer, heartbeat, nowNs);
        if (counters && peer.isAlive()) {
          sendCounters(peer);
        }
      }
    }
  }

  private int flags(Peer peer, long nowNs) {
    int hears = nowNs - peer.lastHeardNs < config.silenceNs() ? 1 : 0;
    return hears | (self.age(nowNs) << 1);
  }

  private void serve(Peer peer, boolean heartbeat, long nowNs) {
    if (heartbeat) {
      frames
          .begin(Frames.HEARTBEAT)
          .putLong(peer.sender)
          .putInt(table.version())
          .putInt(peer.pages.version())
          .putInt(flags(peer, nowNs));
      frames.send(peer);
      if (peer.tableAcknowledged != table.version()) {
        sendTable(peer, nowNs);
      }
    }
    if (!peer.isAlive()) {
      return;
    }
    for (int i = 0; i < peer.streams().size(); i++) {
      InStream stream = peer.streams().get(i);
      stream.askIfDue(frames, missing, nowNs);
      if (heartbeat && stream.isReliable() && (!stream.isStarted() || stream.takesStatus())) {
        self.sendStatus(stream);
      }
    }
    flushAll(peer, true, nowNs);
    flushAll(peer, false, nowNs);
    if (heartbeat) {
      for (int i = 0; i < peer.links.size(); i++) {
        OutLink link = peer.links.get(i);
        if (link.reliable && !(link.isConfirmed() && link.isSettled())) {
          frames.stream(link);
        }
      }
    }
  }

  /** Reliable topics go first: commands overtake point clouds. */
  private void flushAll(Peer peer, boolean reliable, long nowNs) {
    for (int i = 0; i < peer.links.size(); i++) {
      OutLink link = peer.links.get(i);
      if (link.reliable == reliable) {
        if (link.hasBacklog()) {
          flush(link, nowNs);
        }
        if (link.takesTail(nowNs, TAIL_QUIET_NS)) {
          frames.stream(link);
        }
      }
    }
  }

  void flush(OutLink link, long nowNs) {
    link.flush(frames, nowNs, FLUSH_FRAGMENTS);
  }

  /** Everybody at first; later, who did not answer may come at any time: called on, but in turn and less often. */
  private void call(long nowNs) {
    boolean eager = callsMade < CALLS_EAGER;
    if (callsMade++ >= CALLS_EAGER && callsMade % CALLS_LAZY != 0) {
      return;
    }
    peers.greetUnproven(nowNs);
    int count = eager ? calls.size() : Math.min(CALLS_LAZY, calls.size());
    int length;
    for (int i = 0; i < count; i++) {
      nextCall = nextCall + 1 < calls.size() ? nextCall + 1 : 0;
      InetSocketAddress address = calls.get(nextCall);
      if (!peers.hasAliveAt(address)) {
        length = hello(null, true);
        self.network().meet(address, frames.frame(), length);
      }
    }
    length = hello(null, true);
    self.network().call(frames.frame(), length);
  }

  /** Answers or asks a peer at its meeting address. */
  void greet(Peer peer, boolean asks) {
    int length = hello(peer, asks);
    self.network().meet(peer.meeting, frames.frame(), length);
  }

  private int hello(@Nullable Peer to, boolean asks) {
    ByteBuffer frame = frames.begin(Frames.HELLO);
    if (to == null) {
      frame.put(callBody); // made once: calls go on for as long as somebody is missing
    } else {
      self.hello(to, asks).write(frame, Frames.HEADER_BYTES);
    }
    return frames.seal(Frames.HEADER_BYTES + HelloFrame.BYTES);
  }

  private void sendTable(Peer peer, long nowNs) {
    if (!peer.isProven() || nowNs - peer.tableSentNs < config.heartbeatNs() / 2) {
      return;
    }
    peer.tableSentNs = nowNs;
    List<byte[]> pages = table.pages();
    for (int i = 0; i < pages.size(); i++) {
      frames.begin(Frames.ENDPOINTS).put(pages.get(i));
      frames.send(peer);
    }
  }

  private void sendCounters(Peer peer) {
    ByteBuffer[] frame = {frames.begin(Frames.COUNTERS)};
    table.forEachCounters((counters, id) -> {
      if (frame[0].position() + EndpointTable.COUNTER_BYTES > Frames.CONTROL_BYTES_MAX) {
        frames.send(peer);
        frame[0] = frames.begin(Frames.COUNTERS);
      }
      EndpointTable.writeCounters(frame[0], id, counters);
    });
    if (frame[0].position() > Frames.HEADER_BYTES) {
      frames.send(peer);
    }
  }
}
