package io.camber.bus.udp.protocol;

import io.camber.bus.transport.WireEvent;
import io.camber.bus.udp.security.Protection;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes datagrams in: is it ours, is it authentic, is it new, is it from somebody present, does it say what an honest peer
 * says; only then does it change anything. Cheapest questions first.
 */
final class Inbound {
  private final Participant self;
  private final Peers peers;
  private final Traffic traffic;
  private final byte protectionCode;
  private final boolean sealed;
  private final Fragment fragment = new Fragment();
  private final OtherVersions others = new OtherVersions();
  private @Nullable Landing landing;

  Inbound(Participant self, Peers peers, Protection protection, Traffic traffic) {
    this.self = self;
    this.peers = peers;
    this.traffic = traffic;
    this.protectionCode = protection.code();
    this.sealed = protection.overheadBytes() > 0;
  }

  /** Takes in what was received to a landing. */
  void receive(Landing place, int length, long nowNs) {
    place.take(length);
    landing = place;
    place.expectNothing();
    receive(place.scratch(), length, null, nowNs);
    landing = null;
    place.letGo();
  }

  void receive(ByteBuffer datagram, int length, @Nullable InetSocketAddress from, long nowNs) {
    traffic.countReceived();
    boolean ours = length >= Frames.HEADER_BYTES
        && datagram.getInt(0) == Frames.MAGIC
        && datagram.get(Frames.VERSION_AT) == Frames.VERSION
        && datagram.get(Frames.PROTECTION_AT) == protectionCode
        && datagram.get(Frames.ZERO_AT) == 0;
    if (!ours) {
      traffic.countForeign();
      if (from != null) {
        others.look(datagram, length, from).ifPresent(self::tell);
      }
      return;
    }
    long sender = datagram.getLong(Frames.SENDER_AT);
    long epoch = datagram.getLong(Frames.EPOCH_AT);
    if (sender == self.sender()) {
      return; // our own call to everybody
    }
    Peer peer = peers.find(sender, epoch);
    boolean hello = datagram.get(Frames.TYPE_AT) == Frames.HELLO;
    if (hello && from != null) {
      receiveHello(peer, datagram, length, sender, epoch, from, nowNs);
    } else if (peer == null || !peer.isProven() || hello || from != null) {
      traffic.countStranger();
    } else {
      receiveFrame(peer, datagram, length, nowNs);
    }
  }

  private void receiveHello(
      @Nullable Peer known,
      ByteBuffer datagram,
      int length,
      long sender,
      long epoch,
      InetSocketAddress from,
      long nowNs) {
    if (known == null && !peers.takesStranger(from)) {
      traffic.countStranger();
      return;
    }
    long counter = datagram.getLong(Frames.COUNTER_AT);
    if (known != null && known.isProven() && !known.replays.isNew(counter)) {
      traffic.countReplayed();
      return;
    }
    Protection.Opener opener = known == null ? peers.opener(sender, epoch) : known.opener;
    int plain = opener.open(datagram, Frames.HEADER_BYTES, length, counter);
    if (plain < 0) {
      traffic.countUnauthentic();
      return;
    }
    if (plain != Frames.HEADER_BYTES + HelloFrame.BYTES) {
      traffic.countMalformed();
      return;
    }
    HelloFrame hello = HelloFrame.read(datagram, Frames.HEADER_BYTES);
    if (hello.to() != 0 && hello.to() != self.sender()) {
      traffic.countStranger();
      return;
    }
    Peer peer = known == null ? peers.add(sender, epoch, opener, from) : known;
    if (peer == null) {
      traffic.countStranger();
      return;
    }
    peer.replays.mark(counter);
    traffic.countAccepted();
    peers.onHello(peer, hello, from, nowNs);
  }

  private void receiveFrame(Peer peer, ByteBuffer datagram, int length, long nowNs) {
    long counter = datagram.getLong(Frames.COUNTER_AT);
    if (!peer.replays.isNew(counter)) {
      traffic.countReplayed();
      return;
    }
    int plain = peer.opener.open(datagram, Frames.HEADER_BYTES, length, counter);
    if (plain < 0) {
      traffic.countUnauthentic();
      return;
    }
    peer.replays.mark(counter);
    peers.onSign(peer, nowNs);
    if (dispatch(peer, datagram, plain, nowNs)) {
      traffic.countAccepted();
    } else {
      traffic.countMalformed();
      self.onMalformed(
          peer, "frame type " + datagram.get(Frames.TYPE_AT) + " of " + plain + " bytes");
    }
  }

  private boolean dispatch(Peer peer, ByteBuffer datagram, int length, long nowNs) {
    byte type = datagram.get(Frames.TYPE_AT);
    if (type == Frames.DATA) {
      return onData(peer, datagram, length, nowNs);
    }
    datagram.limit(length).position(Frames.HEADER_BYTES);
    boolean honest = switch (type) {
      case Frames.HEARTBEAT -> onHeartbeat(peer, datagram, nowNs);
      case Frames.ENDPOINTS -> onEndpoints(peer, datagram);
      case Frames.COUNTERS -> onCounters(peer, datagram);
      case Frames.STREAM -> onStream(peer, datagram, nowNs);
      case Frames.NAK -> onNak(peer, datagram, nowNs);
      case Frames.STATUS -> onStatus(peer, datagram, nowNs);
      case Frames.LEAVE -> onLeave(peer, datagram);
      case Frames.REFUSAL -> onRefusal(peer, datagram);
      default -> false;
    };
    datagram.clear();
    return honest;
  }

  private boolean onData(Peer peer, ByteBuffer datagram, int length, long nowNs) {
    if (!fragment.read(datagram, length)) {
      return false;
    }
    InStream stream = peer.stream(fragment.writer);
    if (stream == null) {
      return true; // nobody reads it here any more
    }
    Landing place = landing;
    if (place != null && !sealed) {
      place.point(fragment);
      place.expectAfter(stream, fragment);
    }
    boolean fits = stream.onData(fragment, nowNs);
    if ((datagram.getShort(Frames.DATA_FLAGS_AT) & Frames.FLAG_ANSWER) != 0) {
      self.sendStatus(stream);
    } else {
      stream.markStatusDue();
    }
    return fits;
  }

  private boolean onHeartbeat(Peer peer, ByteBuffer body, long nowNs) {
    if (body.remaining() != 20) {
      return false;
    }
    if (isForPredecessor(body)) {
      return true;
    }
    body.getInt();
    peer.tableAcknowledged = body.getInt();
    int flags = body.getInt();
    if ((flags & 1) != 0) {
      peer.hearsUsNs = nowNs;
      peers.onSign(peer, nowNs);
    }
    if (peer.takesAge(flags >>> 1, nowNs)) {
      self.rematch();
    }
    return true;
  }

  private boolean onEndpoints(Peer peer, ByteBuffer body) {
    List<String> nodesBefore = peer.nodes();
    EndpointPages.Outcome outcome = peer.pages.accept(body);
    if (outcome == EndpointPages.Outcome.COMPLETE) {
      self.onTable(peer, nodesBefore);
    }
    return outcome != EndpointPages.Outcome.MALFORMED;
  }

  private static boolean onCounters(Peer peer, ByteBuffer body) {
    if (body.remaining() % EndpointTable.COUNTER_BYTES != 0) {
      return false;
    }
    while (body.hasRemaining()) {
      int id = body.getInt();
      var counters = EndpointTable.readCounters(body);
      if (id < 1 || id > EndpointPages.ID_MAX) {
        return false;
      }
      peer.counters.put(id, counters);
    }
    return true;
  }

  private boolean onStream(Peer peer, ByteBuffer body, long nowNs) {
    if (body.remaining() != 36) {
      return false;
    }
    InStream stream = peer.stream(body.getInt());
    return isForPredecessor(body)
        || stream == null
        || stream.onPosition(body.getLong(), body.getLong(), body.getLong(), nowNs);
  }

  /** Whether it is meant for somebody who had our address before us and died. */
  private boolean isForPredecessor(ByteBuffer body) {
    return body.getLong() != self.sender();
  }

  private boolean onNak(Peer peer, ByteBuffer body, long nowNs) {
    if (body.remaining() < 12 || (body.remaining() - 12) % MissingRanges.RANGE_BYTES != 0) {
      return false;
    }
    OutLink link = peer.link(body.getInt());
    if (isForPredecessor(body) || link == null) {
      return true; // or closed meanwhile
    }
    if (body.hasRemaining()) {
      link.onWanted(body.getLong(body.position())); // ranges are in order
    }
    boolean gone = false;
    int lost = 0;
    long firstLost = Long.MAX_VALUE;
    while (body.hasRemaining()) {
      long sequence = body.getLong();
      int from = body.getInt();
      int to = body.getInt();
      if (sequence < 0 || from < 0 || to <= from) {
        return false;
      }
      gone |= link.isGone(sequence);
      int repaired = link.onNak(sequence, from, to, nowNs);
      lost += repaired;
      firstLost = repaired > 0 ? Math.min(firstLost, sequence) : firstLost;
    }
    if (lost > 0) {
      link.onLoss(lost, firstLost);
    }
    if (gone) {
      self.tellStream(link);
    }
    self.flush(link, nowNs);
    return true;
  }

  private boolean onStatus(Peer peer, ByteBuffer body, long nowNs) {
    if (body.remaining() != 32) {
      return false;
    }
    OutLink link = peer.link(body.getInt());
    if (isForPredecessor(body)) {
      return true;
    }
    long consumed = body.getLong();
    long highSequence = body.getLong();
    int highOffset = body.getInt();
    if (consumed < -1 || highSequence < 0 || highOffset < 0) {
      return false;
    }
    if (link == null) {
      return true; // closed meanwhile
    }
    if (consumed == -1) {
      if (link.isConfirmed()) {
        self.relink(link);
      } else {
        self.tellStream(link);
      }
      return true;
    }
    if (consumed > link.stream.next()) {
      return false;
    }
    link.onStatus(consumed, highSequence, highOffset, nowNs);
    self.flush(link, nowNs);
    self.onProgress();
    return true;
  }

  private boolean onLeave(Peer peer, ByteBuffer body) {
    if (body.hasRemaining()) {
      return false;
    }
    self.onNodes(WireEvent.Kind.NODE_LEFT, peer, "");
    peers.remove(peer);
    self.rematch();
    return true;
  }

  private boolean onRefusal(Peer peer, ByteBuffer body) {
    if (body.remaining() < 13 || body.remaining() > 12 + Frames.REFUSAL_TEXT_BYTES_MAX) {
      return false;
    }
    int endpoint = body.getInt();
    if (isForPredecessor(body)) {
      return true;
    }
    String why = StandardCharsets.UTF_8.decode(body).toString(); // what is no text becomes U+FFFD
    if (peer.takesRefusal(endpoint)) {
      self.onRefusal(peer, endpoint, why);
    }
    return true;
  }
}
