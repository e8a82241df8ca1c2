package io.camber.bus.udp.protocol;

import io.camber.bus.transport.WireEvent;
import io.camber.bus.udp.security.Protection;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The other participants: at most {@link ProtocolConfig#PEERS_MAX}, the unproven and the silent give way first. */
final class Peers {
  private static final long ANSWER_INTERVAL_NS = 5_000_000;

  /** Ticks come every 10 ms at least: what is beyond this was spent without the processor. */
  private static final long LATE_NS = 20_000_000;

  private final Participant self;
  private final Protection protection;
  private final Random random;
  private final List<Peer> list = new ArrayList<>();
  private @Nullable Peer last;
  private final Strangers strangers;
  private long lastExpiryNs;

  Peers(Participant self, Protection protection, Random random, List<InetSocketAddress> called) {
    this.strangers = new Strangers(called);
    this.self = self;
    this.protection = protection;
    this.random = random;
  }

  List<Peer> list() {
    return list;
  }

  @Nullable
  Peer find(long sender, long epoch) {
    Peer recent = last;
    if (recent != null && recent.sender == sender) {
      return recent.epoch == epoch ? recent : null;
    }
    for (int i = 0; i < list.size(); i++) {
      Peer peer = list.get(i);
      if (peer.sender == sender && peer.epoch == epoch) {
        last = peer;
        return peer;
      }
    }
    return null;
  }

  /** Whether one more stranger from there may cost us the derivation of a key now. */
  boolean takesStranger(InetSocketAddress from) {
    return strangers.takes(from);
  }

  Protection.Opener opener(long sender, long epoch) {
    return protection.opener(sender, epoch);
  }

  /** Keeps a stranger whose HELLO was authentic; null when everybody here is worth more. */
  @Nullable
  Peer add(long sender, long epoch, Protection.Opener opener, InetSocketAddress meeting) {
    if (list.size() >= ProtocolConfig.PEERS_MAX && !evictOne()) {
      return null;
    }
    Peer peer = new Peer(self, sender, epoch, opener, random.nextLong() | 1, meeting);
    list.add(peer);
    return peer;
  }

  private boolean evictOne() {
    Peer victim = null;
    for (Peer peer : list) {
      if (!peer.isAlive() && (victim == null || isWorthLess(peer, victim))) {
        victim = peer;
      }
    }
    if (victim == null) {
      return false;
    }
    remove(victim);
    return true;
  }

  private static boolean isWorthLess(Peer a, Peer b) {
    return a.isProven() == b.isProven() ? a.lastHeardNs < b.lastHeardNs : !a.isProven();
  }

  void remove(Peer peer) {
    list.remove(peer);
    if (last == peer) {
      last = null;
    }
    peer.streams().forEach(InStream::finish);
    peer.close();
  }

  boolean hasAliveAt(InetSocketAddress meeting) {
    for (Peer peer : list) {
      if (peer.isAlive() && peer.meeting.equals(meeting)) {
        return true;
      }
    }
    return false;
  }

  @Nullable
  Peer findHolder(String node) {
    for (Peer peer : list) {
      if (peer.isAlive() && peer.nodes().contains(node)) {
        return peer;
      }
    }
    return null;
  }

  /** Asks those again that have not proven to be present. */
  void greetUnproven(long nowNs) {
    strangers.refill((int) self.jitter(1L << Integer.SIZE));
    for (Peer peer : list) {
      boolean recent = nowNs - peer.lastHeardNs < self.config().silenceNs();
      if (!peer.isProven() && recent && peer.theirChallenge != 0) {
        peer.lastHelloNs = nowNs;
        self.greet(peer, true);
      }
    }
  }

  /** An authentic HELLO of a peer, meant for us or for anybody. */
  void onHello(Peer peer, HelloFrame hello, InetSocketAddress from, long nowNs) {
    peer.meeting = from;
    peer.host = hello.host();
    peer.pid = hello.pid();
    if (!peer.isProven()) {
      peer.lastHeardNs = nowNs;
    }
    if (hello.challenge() != 0) {
      peer.theirChallenge = hello.challenge();
    }
    boolean proves = hello.to() == self.sender() && hello.echo() == peer.challenge;
    if (proves && !peer.isProven() && hello.dataPort() > 0) {
      peer.prove(
          self.network().open(new InetSocketAddress(from.getAddress(), hello.dataPort())), nowNs);
      peer.lastHeardNs = nowNs;
      peer.hearsUsNs = nowNs;
      revive(peer, "");
    }
    if (hello.asks() && nowNs - peer.lastHelloNs >= ANSWER_INTERVAL_NS) {
      peer.lastHelloNs = nowNs;
      self.greet(peer, !peer.isProven());
    } else if (hello.asks() && !peer.isProven() && hello.to() == self.sender()) {
      self.greet(peer, true);
    }
  }

  /** Authentic life signs of a proven peer. */
  void onSign(Peer peer, long nowNs) {
    peer.lastHeardNs = nowNs;
    if (!peer.isAlive() && nowNs - peer.hearsUsNs < self.config().silenceNs()) {
      revive(peer, "heard again");
    }
  }

  private void revive(Peer peer, String detail) {
    peer.setAlive(true);
    self.onNodes(WireEvent.Kind.NODE_FOUND, peer, detail);
    self.rematch();
  }

  boolean suspects(long nowNs) {
    for (int i = 0; i < list.size(); i++) {
      Peer peer = list.get(i);
      if (peer.isAlive() && (isQuiet(peer, nowNs) || isDeaf(peer, nowNs))) {
        return true;
      }
    }
    return false;
  }

  /** Notices who fell silent, and forgets who stayed so. */
  void expire(long nowNs) {
    excuse(nowNs);
    for (int i = list.size() - 1; i >= 0; i--) {
      Peer peer = list.get(i);
      if (peer.isAlive() && isDead(peer, nowNs)) {
        peer.setAlive(false);
        self.onNodes(
            WireEvent.Kind.NODE_DIED,
            peer,
            isQuiet(peer, nowNs)
                ? "silent for " + (nowNs - peer.lastHeardNs) / 1_000_000 + " ms"
                : "does not hear us any more");
        self.rematch();
      }
      long quietNs = nowNs - peer.lastHeardNs;
      boolean forgotten = quietNs >= self.config().retentionNs()
          || (!peer.isProven() && quietNs >= 4 * self.config().silenceNs());
      if (forgotten) {
        remove(peer);
      }
    }
  }

  /** Time in which this participant did not run is nobody's silence. */
  private void excuse(long nowNs) {
    long lateNs = nowNs - lastExpiryNs - LATE_NS;
    if (lastExpiryNs != 0 && lateNs > 0) {
      for (int i = 0; i < list.size(); i++) {
        Peer peer = list.get(i);
        peer.lastHeardNs = Math.min(nowNs, peer.lastHeardNs + lateNs);
        peer.hearsUsNs = Math.min(nowNs, peer.hearsUsNs + lateNs);
      }
    }
    lastExpiryNs = nowNs;
  }

  private boolean isQuiet(Peer peer, long nowNs) {
    return nowNs - peer.lastHeardNs >= self.config().silenceNs();
  }

  private boolean isDeaf(Peer peer, long nowNs) {
    return nowNs - peer.hearsUsNs >= 2 * self.config().silenceNs();
  }

  private boolean isDead(Peer peer, long nowNs) {
    if (!isQuiet(peer, nowNs) && !isDeaf(peer, nowNs)) {
      return false;
    }
    long sinceNs = Math.min(peer.lastHeardNs, peer.hearsUsNs);
    return nowNs - sinceNs >= self.config().graceNs()
        || !self.network().isRunning(peer.meeting, peer.pid);
  }
}
