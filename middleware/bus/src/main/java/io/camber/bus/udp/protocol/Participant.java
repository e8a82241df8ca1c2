package io.camber.bus.udp.protocol;

import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Endpoint;
import io.camber.bus.transport.WireEvent;
import io.camber.bus.transport.WireException;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireTopic;
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
  private static final long COUNTERS_NS = 1_000_000_000;
  private static final long TAIL_QUIET_NS = 4_000_000;
  private static final int FLUSH_FRAGMENTS = 4096;
  private static final int CALLS_EAGER = 30;
  private static final int FLUSH_FRAGMENTS_TICK = 64;

  private final ProtocolConfig config;
  private final Network network;
  private final WireListener listener;
  private final String host;
  private final long pid;
  private final int dataPort;
  private final long sender;
  private final long epoch;
  private final Traffic traffic = new Traffic();
  private final SplittableRandom jitter;
  private final FrameWriter frames;
  private final BufferPool pool = new BufferPool();
  private final EndpointTable table = new EndpointTable();
  private final Matchmaker matchmaker;
  private final Peers peers;
  private final Inbound inbound;
  private final MissingRanges missing = new MissingRanges();
  private final List<InetSocketAddress> calls;
  private final int fragmentBytes;
  private final Subscriber.Appetite appetite;
  private final Runnable progress;
  private final List<LocalLink> locals = new ArrayList<>();
  private long nextHeartbeatNs;
  private long nextHelloNs;
  private int callsMade;
  private long nextCountersNs;
  private long tablesDueVersion = -1;

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
    this.host = identity.host();
    this.pid = identity.pid();
    this.dataPort = identity.dataPort();
    this.epoch = identity.epoch();
    this.sender = random.nextLong() | 1;
    this.jitter = new SplittableRandom(random.nextLong());
    this.calls = List.copyOf(calls);
    this.frames = new FrameWriter(sender, epoch, protection, traffic);
    this.fragmentBytes = config.datagramBytes() - Frames.DATA_BODY_AT - protection.overheadBytes();
    this.matchmaker = new Matchmaker(this, table, config, pool, listener);
    this.peers = new Peers(this, protection, random);
    this.inbound = new Inbound(this, peers, protection, traffic);
    this.appetite = queue -> appetite.accept(() -> feed(queue));
  }

  /** Something arrived. {@code from} is known at the meeting address only. */
  public void receive(
      ByteBuffer datagram, int length, @Nullable InetSocketAddress from, long nowNs) {
    inbound.receive(datagram, length, from, nowNs);
  }

  /** Time passed, or a batch of datagrams was taken in. */
  public void tick(long nowNs) {
    boolean heartbeat = nowNs >= nextHeartbeatNs;
    if (heartbeat) {
      nextHeartbeatNs = nowNs + config.heartbeatNs();
    }
    if (nowNs >= nextHelloNs) {
      // who did not answer soon may come at any time: called on, but less often
      nextHelloNs = nowNs + (callsMade++ < CALLS_EAGER ? 1 : 4) * config.helloNs();
      call(nowNs);
    }
    if (tablesDueVersion != table.version()) {
      tablesDueVersion = table.version();
      rematch();
      for (Peer peer : peers.list()) {
        sendTable(peer, nowNs);
      }
    }
    boolean counters = nowNs >= nextCountersNs;
    if (counters) {
      nextCountersNs = nowNs + COUNTERS_NS;
    }
    peers.expire(nowNs);
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

  private void serve(Peer peer, boolean heartbeat, long nowNs) {
    if (heartbeat) {
      frames
          .begin(Frames.HEARTBEAT)
          .putInt(table.version())
          .putInt(peer.pages.version())
          .putInt(nowNs - peer.lastHeardNs < config.silenceNs() ? 1 : 0);
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
        sendStatus(stream);
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
          link.flush(frames, nowNs, FLUSH_FRAGMENTS_TICK);
        }
        if (link.takesTail(nowNs, TAIL_QUIET_NS)) {
          frames.stream(link);
        }
      }
    }
  }

  private void call(long nowNs) {
    HelloFrame hello = new HelloFrame(0, 0, 0, pid, dataPort, true, host);
    for (InetSocketAddress address : calls) {
      if (!peers.hasAliveAt(address)) {
        int length = helloLength(hello);
        network.meet(address, frames.frame(), length);
      }
    }
    int length = helloLength(hello);
    network.call(frames.frame(), length);
    peers.greetUnproven(nowNs);
  }

  private int helloLength(HelloFrame hello) {
    ByteBuffer frame = frames.begin(Frames.HELLO);
    hello.write(frame, Frames.HEADER_BYTES);
    return frames.seal(Frames.HEADER_BYTES + HelloFrame.BYTES);
  }

  /** Answers or asks a peer at its meeting address. */
  void greet(Peer peer, boolean asks) {
    HelloFrame hello =
        new HelloFrame(peer.sender, peer.challenge, peer.theirChallenge, pid, dataPort, asks, host);
    int length = helloLength(hello);
    network.meet(peer.meeting, frames.frame(), length);
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

  void sendStatus(InStream stream) {
    frames.status(stream.peer(), stream);
    stream.noteStatusSent();
  }

  private void feed(Subscriber.Queue queue) {
    InStream stream = queue.source;
    if (stream != null && stream.peer().isAlive()) {
      sendStatus(stream);
    }
  }

  /** Opens a sending end. */
  public Publication openWriter(WireTopic topic, String node) {
    checkName(topic, node);
    boolean taken = table.writers.stream()
        .anyMatch(w -> w.entry.node().equals(node) && w.entry.topic().name().equals(topic.name()));
    if (taken) {
      throw new WireException("node " + node + " writes topic " + topic.name() + " already");
    }
    OutStream stream = new OutStream(
        new EndpointEntry(table.takeId(), Endpoint.Direction.PUBLISHES, node, topic),
        config.historyBytesMax());
    table.writers.add(stream);
    table.changed();
    for (Subscriber reader : table.readers) {
      linkHere(stream, reader);
    }
    matchmaker.matchAtOnce(stream, peers.list());
    return new Publication(this, stream, pool);
  }

  /** Opens a receiving end. */
  public Subscriber openReader(WireTopic topic, String node, Bell bell) {
    checkName(topic, node);
    Subscriber reader = new Subscriber(
        new EndpointEntry(table.takeId(), Endpoint.Direction.SUBSCRIBES, node, topic),
        bell,
        appetite);
    table.readers.add(reader);
    table.changed();
    for (OutStream writer : table.writers) {
      linkHere(writer, reader);
    }
    return reader;
  }

  private void linkHere(OutStream writer, Subscriber reader) {
    if (matchmaker.fitsHere(writer, reader)) {
      LocalLink link = new LocalLink(writer, reader);
      locals.add(link);
      link.catchUp();
    }
  }

  private void checkName(WireTopic topic, String node) {
    EndpointEntry.checkName("node", node);
    EndpointEntry.checkName("topic", topic.name());
    EndpointEntry.checkName("schema", topic.schemaName());
    Peer holder = table.hasNode(node) ? null : peers.findHolder(node);
    if (holder != null) {
      throw new WireException("node name " + node + " is taken by process " + holder.pid + " on "
          + holder.host + "; stop it or choose another name");
    }
  }

  void closeWriter(OutStream stream) {
    table.writers.remove(stream);
    locals.removeIf(link -> link.endsWith(stream));
    for (OutLink link : List.copyOf(stream.links)) {
      unlink(link);
    }
    stream.close();
    table.changed();
  }

  /** Closes a receiving end. */
  public void closeReader(Subscriber reader) {
    table.readers.remove(reader);
    locals.removeIf(link -> link.endsWith(reader));
    table.changed();
    rematch();
    reader.close();
  }

  boolean hasRoom(OutStream stream, int length) {
    for (int i = 0; i < locals.size(); i++) {
      if (locals.get(i).isFull(stream)) {
        return false;
      }
    }
    return stream.hasRoom(length);
  }

  void publish(OutStream stream, MessageBuffer message, int payloadBytes, long nowNs) {
    stream.append(message, payloadBytes);
    for (int i = 0; i < locals.size(); i++) {
      locals.get(i).deliver(stream, message);
    }
    for (int i = 0; i < stream.links.size(); i++) {
      OutLink link = stream.links.get(i);
      if (link.peer.isAlive()) {
        link.flush(frames, nowNs, FLUSH_FRAGMENTS);
      }
    }
  }

  void flush(OutLink link, long nowNs) {
    link.flush(frames, nowNs, FLUSH_FRAGMENTS_TICK);
  }

  void link(OutLink link) {
    link.stream.links.add(link);
    link.peer.links.add(link);
    if (link.reliable) {
      frames.stream(link);
    }
  }

  void unlink(OutLink link) {
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

  void onMalformed(Peer peer, String what) {
    listener.onEvent(new WireEvent(WireEvent.Kind.MALFORMED, "", "", what + " from " + peer.host));
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
    return epoch;
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
    table.addEndpointsTo(all, host, pid);
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
    for (OutStream writer : table.writers) {
      writer.close();
    }
    for (Subscriber reader : table.readers) {
      reader.close();
    }
  }
}
