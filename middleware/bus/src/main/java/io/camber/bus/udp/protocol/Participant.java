package io.camber.bus.udp.protocol;

import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Endpoint;
import io.camber.bus.transport.WireEvent;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.udp.security.Access;
import io.camber.bus.udp.security.Protection;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One process on the bus. A state machine: whoever drives it hands over datagrams and times, one call at a time, and calls
 * {@link #tick} every few milliseconds. Nothing a peer sends makes it keep more than bounded state or throw.
 */
public final class Participant {
  private static final int FLUSH_FRAGMENTS = 4096;

  private final ProtocolConfig config;
  private final Network network;
  private final WireListener listener;
  private final Identity identity;
  private final long sender;
  private final Traffic traffic = new Traffic();
  private final SplittableRandom jitter;
  private final FrameWriter frames;
  private final EndpointTable table = new EndpointTable();
  private final Matchmaker matchmaker;
  private final Peers peers;
  private final Inbound inbound;
  private final Ends ends;
  private final Pulse pulse;
  private final int fragmentBytes;
  private final Runnable progress;
  private Seniority seniority;
  private boolean started;

  /** Who a participant is. */
  public record Identity(String host, long pid, int dataPort, long epoch) {}

  /**
   * A participant that calls the given meeting addresses.
   *
   * @param random for the sender id and challenges; must not be guessable outside of tests
   * @param appetite called on a reader's thread when it worked off its backlog; must run what it is given like any other call to the participant
   * @param progress called when a slow reader moved on
   */
  public Participant(
      Identity identity,
      ProtocolConfig config,
      Protection protection,
      Access access,
      Network network,
      List<InetSocketAddress> calls,
      WireListener listener,
      Random random,
      java.util.function.Consumer<Runnable> appetite,
      Runnable progress) {
    this.progress = progress;
    this.config = config;
    this.network = network;
    this.listener = listener;
    this.identity = identity;
    this.sender = random.nextLong() | 1;
    this.seniority = new Seniority(0, identity.epoch(), sender);
    this.jitter = new SplittableRandom(random.nextLong());
    this.frames = new FrameWriter(sender, identity.epoch(), protection, traffic);
    this.fragmentBytes = config.datagramBytes() - Frames.DATA_BODY_AT - protection.overheadBytes();
    BufferPool pool = new BufferPool();
    this.matchmaker = new Matchmaker(this, table, config, pool, access, listener);
    this.peers = new Peers(this, protection, random, calls);
    this.inbound = new Inbound(this, peers, protection, traffic);
    this.ends = new Ends(this, config, table, matchmaker, peers, pool, access, appetite);
    this.pulse = new Pulse(this, config, table, peers, frames, calls);
  }

  /** Something arrived at the data socket. */
  public void receive(Landing landing, int length, long nowNs) {
    inbound.receive(landing, length, nowNs);
  }

  /** Something arrived. {@code from} is known at the meeting address only. */
  public void receive(
      ByteBuffer datagram, int length, @Nullable InetSocketAddress from, long nowNs) {
    inbound.receive(datagram, length, from, nowNs);
  }

  /** Time passed; everything that waits at the socket has been taken in. */
  public void tick(long nowNs) {
    peers.expire(nowNs);
    serve(nowNs);
  }

  /** A batch of datagrams was taken in: does what is due, but counts nobody as dead, for more may be waiting. */
  public void serve(long nowNs) {
    if (!started) {
      started = true;
      seniority = new Seniority(nowNs, identity.epoch(), sender);
    }
    ends.expire(nowNs);
    pulse.beat(nowNs);
  }

  /** Whether the next {@link #tick} may find somebody dead. */
  public boolean suspects(long nowNs) {
    return peers.suspects(nowNs);
  }

  void greet(Peer peer, boolean asks) {
    pulse.greet(peer, asks);
  }

  /** What this participant says of itself, to a peer or to anybody. */
  HelloFrame hello(@Nullable Peer to, boolean asks) {
    return new HelloFrame(
        to == null ? 0 : to.sender,
        to == null ? 0 : to.challenge,
        to == null ? 0 : to.theirChallenge,
        identity.pid(),
        identity.dataPort(),
        asks,
        identity.host());
  }

  void sendStatus(InStream stream) {
    frames.status(stream.peer(), stream);
    stream.noteStatusSent();
  }

  /** Opens a sending end. */
  public Publication openWriter(WireTopic topic, String node) {
    return ends.openWriter(topic, node);
  }

  /** Opens a receiving end. */
  public Subscriber openReader(WireTopic topic, String node, Bell bell) {
    return ends.openReader(topic, node, bell);
  }

  void closeWriter(OutStream stream) {
    ends.close(stream);
  }

  /** Closes a receiving end. */
  public void closeReader(Subscriber reader) {
    ends.close(reader);
  }

  boolean hasRoom(OutStream stream, int length) {
    return ends.hasRoom(stream, length);
  }

  void publish(OutStream stream, MessageBuffer message, int payloadBytes, long nowNs) {
    stream.append(message, payloadBytes);
    deliver(stream, message);
    flush(stream, nowNs);
  }

  /** Gives a message to the readers of this process. */
  void deliver(OutStream stream, MessageBuffer message) {
    ends.deliver(stream, message);
  }

  /** A message that was begun will never be whole. */
  void giveUp(OutStream stream, MessageBuffer message) {
    long sequence = stream.giveUp(message);
    if (sequence >= 0) {
      ends.lose(stream, sequence);
    }
  }

  /** Sends what may be sent of a stream. */
  void flush(OutStream stream, long nowNs) {
    for (int i = 0; i < stream.links.size(); i++) {
      OutLink link = stream.links.get(i);
      if (link.peer.isAlive()) {
        link.flush(frames, nowNs, FLUSH_FRAGMENTS);
      }
    }
  }

  void flush(OutLink link, long nowNs) {
    pulse.flush(link, nowNs);
  }

  void link(OutLink link) {
    link.stream.links.add(link);
    link.peer.links.add(link);
    if (link.reliable) {
      frames.stream(link);
    }
  }

  void unlink(OutLink link) {
    link.close();
    link.stream.links.remove(link);
    link.peer.links.remove(link);
  }

  /** The reader behind a link begins anew. */
  void relink(OutLink link) {
    unlink(link);
    link(new OutLink(link.stream, link.peer, link.reliable, config, fragmentBytes));
  }

  /** A peer's newest table is here. */
  void onTable(Peer peer, List<String> nodesBefore) {
    if (peer.isAlive()) {
      for (String node : peer.nodes()) {
        if (!nodesBefore.contains(node)) {
          listener.onEvent(new WireEvent(WireEvent.Kind.NODE_FOUND, node, "", ""));
        }
      }
    }
    rematch();
  }

  /** A reader moved on: whoever waits for room may look again. */
  void onProgress() {
    progress.run();
  }

  void tellStream(OutLink link) {
    frames.stream(link);
  }

  void rematch() {
    matchmaker.match(peers.list());
  }

  Network network() {
    return network;
  }

  ProtocolConfig config() {
    return config;
  }

  int tableVersion() {
    return table.version();
  }

  void onNodes(WireEvent.Kind kind, Peer peer, String detail) {
    for (String node : peer.nodes()) {
      listener.onEvent(new WireEvent(kind, node, "", detail));
    }
  }

  void onOverrun(EndpointEntry writer, long lost) {
    listener.onEvent(new WireEvent(
        WireEvent.Kind.READER_OVERRUN,
        writer.node(),
        writer.topic().name(),
        lost + " messages were gone before they could be repaired"));
  }

  /** Tells a peer that one of its ends is not welcome. */
  void refuse(Peer peer, EndpointEntry end, String why) {
    frames.refusal(peer, end.id(), why);
  }

  /** A peer tells that it does not let an end of ours take part. */
  void onRefusal(Peer peer, int id, String why) {
    for (EndpointEntry own : table.entries()) {
      if (own.id() == id) {
        listener.onEvent(new WireEvent(
            WireEvent.Kind.NODE_REFUSED,
            own.node(),
            own.topic().name(),
            why + " (says process " + peer.pid + " on " + peer.host + ")"));
      }
    }
  }

  void onMalformed(Peer peer, String what) {
    listener.onEvent(new WireEvent(WireEvent.Kind.MALFORMED, "", "", what + " from " + peer.host));
  }

  void tell(WireEvent event) {
    listener.onEvent(event);
  }

  Traffic traffic() {
    return traffic;
  }

  /** What crossed the wire so far, as counts. */
  public Traffic.Snapshot trafficSnapshot() {
    return traffic.snapshot();
  }

  long jitter(long boundNs) {
    return jitter.nextLong(boundNs);
  }

  int fragmentBytes() {
    return fragmentBytes;
  }

  public long sender() {
    return sender;
  }

  public long epoch() {
    return identity.epoch();
  }

  Seniority seniority() {
    return seniority;
  }

  /** For how long this participant has run, in units of 0.1 s. */
  int age(long nowNs) {
    return Seniority.units(nowNs - seniority.startedNs());
  }

  /** How many participants this one keeps state of. */
  public int peerCount() {
    return peers.list().size();
  }

  /** How many participants are present, proven and heard. */
  public int peersAlive() {
    int alive = 0;
    for (Peer peer : peers.list()) {
      alive += peer.isAlive() ? 1 : 0;
    }
    return alive;
  }

  /** Every living end known, ordered by node, topic and direction. */
  public List<Endpoint> endpoints() {
    List<Endpoint> all = new ArrayList<>();
    table.addEndpointsTo(all, identity.host(), identity.pid());
    for (Peer peer : peers.list()) {
      if (peer.isAlive()) {
        peer.addEndpointsTo(all);
      }
    }
    all.sort(java.util.Comparator.comparing(Endpoint::node)
        .thenComparing(e -> e.topic().name())
        .thenComparing(Endpoint::direction));
    return all;
  }

  /** Closes all writers; what they sent goes on its way for as long as there are ticks and {@link #lingers}. */
  public void retire() {
    ends.retire();
  }

  /** Whether something that a closed writer sent is still on its way. */
  public boolean lingers() {
    return ends.linger();
  }

  /** Says goodbye to everybody and lets go of all memory. */
  public void close() {
    for (Peer peer : peers.list()) {
      if (peer.isProven()) {
        for (int i = 0; i < 2; i++) {
          frames.begin(Frames.LEAVE);
          frames.send(peer);
        }
      }
      peer.close();
    }
    ends.close();
  }
}
