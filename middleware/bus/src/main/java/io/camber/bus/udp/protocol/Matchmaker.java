package io.camber.bus.udp.protocol;

import io.camber.bus.Qos;
import io.camber.bus.transport.Endpoint.Direction;
import io.camber.bus.transport.WireEvent;
import io.camber.bus.transport.WireListener;
import io.camber.bus.udp.security.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Connects ends that fit and takes apart what no longer does, whenever a table changed. Of two participants with a node of
 * the same name the one that has run longer keeps it.
 */
final class Matchmaker {
  private final Participant self;
  private final EndpointTable table;
  private final ProtocolConfig config;
  private final BufferPool pool;
  private final Access access;
  private final WireListener listener;
  private final Set<String> told = new TreeSet<>();

  Matchmaker(
      Participant self,
      EndpointTable table,
      ProtocolConfig config,
      BufferPool pool,
      Access access,
      WireListener listener) {
    this.self = self;
    this.table = table;
    this.config = config;
    this.pool = pool;
    this.access = access;
    this.listener = listener;
  }

  /** Brings links and streams of all peers up to date. */
  void match(List<Peer> peers) {
    Map<String, Peer> holders = new TreeMap<>();
    for (Peer peer : peers) {
      if (peer.isAlive()) {
        for (String node : peer.nodes()) {
          holders.merge(node, peer, (a, b) -> a.seniority().isBefore(b.seniority()) ? a : b);
        }
      }
    }
    Set<String> lost = new TreeSet<>();
    for (EndpointEntry own : table.entries()) {
      Peer holder = holders.get(own.node());
      if (holder != null && self.seniority().isBefore(holder.seniority())) {
        holders.remove(own.node());
      } else if (holder != null && lost.add(own.node())) {
        tell(
            WireEvent.Kind.NODE_REFUSED,
            own.node(),
            "",
            "the name is taken by process " + holder.pid + " on " + holder.host
                + "; this one's ends stay unconnected");
      }
    }
    for (Peer peer : peers) {
      if (peer.isProven()) {
        match(peer, holders, lost);
      }
    }
  }

  /** Connects a new writer to the readers known, so that its first message reaches them. */
  void matchAtOnce(OutStream writer, List<Peer> peers) {
    for (Peer peer : peers) {
      if (peer.isAlive() && !peer.nodes().contains(writer.entry.node())) {
        matchWriter(
            peer,
            writer,
            peer.endpoints().stream()
                .filter(
                    entry -> entry.topic().name().equals(writer.entry.topic().name())
                        && isWelcome(peer, entry))
                .toList());
      }
    }
  }

  private void match(Peer peer, Map<String, Peer> holders, Set<String> lost) {
    Map<String, List<EndpointEntry>> theirs = new TreeMap<>();
    for (EndpointEntry entry : peer.endpoints()) {
      Peer holder = holders.get(entry.node());
      if (!isWelcome(peer, entry)) {
        continue;
      }
      if (holder == peer || (holder == null && !peer.isAlive())) {
        theirs.computeIfAbsent(entry.topic().name(), name -> new ArrayList<>()).add(entry);
      } else if (table.hasNode(entry.node())) {
        tell(
            WireEvent.Kind.NODE_REFUSED,
            entry.node(),
            "",
            "a second node of this name runs as process " + peer.pid + " on " + peer.host
                + "; its ends stay unconnected");
      }
    }
    for (OutStream writer : table.writers) {
      matchWriter(
          peer, writer, lost.contains(writer.entry.node()) ? List.of() : of(theirs, writer.entry));
    }
    matchReaders(peer, theirs, lost);
  }

  /** Whether access is granted; if not, both sides are told. */
  private boolean isWelcome(Peer peer, EndpointEntry entry) {
    String objection = access.findObjection(entry.topic().name(), entry.direction(), entry.node());
    if (objection.isEmpty()) {
      return true;
    }
    tell(WireEvent.Kind.NODE_REFUSED, entry.node(), entry.topic().name(), objection);
    if (peer.isProven() && peer.refuses(entry.id())) {
      self.refuse(peer, entry, objection);
    }
    return false;
  }

  private static List<EndpointEntry> of(
      Map<String, List<EndpointEntry>> theirs, EndpointEntry own) {
    return theirs.getOrDefault(own.topic().name(), List.of());
  }

  private void matchWriter(Peer peer, OutStream writer, List<EndpointEntry> theirs) {
    boolean wanted = false;
    boolean reliable = false;
    for (EndpointEntry reader : theirs) {
      if (reader.direction() == Direction.SUBSCRIBES && fits(writer.entry, reader, reader)) {
        wanted = true;
        reliable |= reader.topic().qos().reliability() == Qos.Reliability.RELIABLE;
      }
    }
    OutLink link = peer.link(writer.entry.id());
    if (link != null && (!wanted || link.reliable != reliable)) {
      self.unlink(link);
      link = null;
    }
    if (wanted && link == null && !writer.lingers()) {
      self.link(new OutLink(writer, peer, reliable, config, self.fragmentBytes()));
    }
  }

  private void matchReaders(Peer peer, Map<String, List<EndpointEntry>> theirs, Set<String> lost) {
    Set<Integer> wanted = new TreeSet<>();
    for (List<EndpointEntry> entries : theirs.values()) {
      for (EndpointEntry writer : entries) {
        if (writer.direction() == Direction.PUBLISHES) {
          List<Subscriber> readers = readersOf(writer, lost);
          if (!readers.isEmpty()) {
            wanted.add(writer.id());
            connect(peer, writer, readers);
          }
        }
      }
    }
    for (InStream stream : List.copyOf(peer.streams())) {
      if (!wanted.contains(stream.writer())) {
        if (!peer.hasEnd(stream.writer())) {
          stream.finish();
        }
        peer.removeStream(stream);
      }
    }
  }

  private List<Subscriber> readersOf(EndpointEntry writer, Set<String> lost) {
    List<Subscriber> readers = new ArrayList<>();
    for (Subscriber reader : table.readers) {
      boolean same = reader.entry.topic().name().equals(writer.topic().name());
      if (same && !lost.contains(reader.entry.node()) && fits(writer, reader.entry, writer)) {
        readers.add(reader);
      }
    }
    return readers;
  }

  private void connect(Peer peer, EndpointEntry writer, List<Subscriber> readers) {
    boolean reliable = readers.stream().anyMatch(Subscriber::isReliable);
    InStream known = peer.stream(writer.id());
    if (known != null && known.isReliable() == reliable) {
      known.serve(readers);
      return;
    }
    InStream stream = new InStream(peer, writer, reliable, pool);
    if (known != null) {
      stream.succeed(known);
      peer.removeStream(known);
    }
    peer.addStream(stream);
    stream.serve(readers);
  }

  private boolean fits(EndpointEntry writer, EndpointEntry reader, EndpointEntry other) {
    if (!Matching.hasSameSchema(writer.topic(), reader.topic())) {
      tell(
          WireEvent.Kind.SCHEMA_MISMATCH,
          other.node(),
          writer.topic().name(),
          writer.node() + " writes "
              + writer.topic().schemaName() + " of hash "
              + Long.toHexString(writer.topic().schemaHash())
              + ", " + reader.node() + " reads " + reader.topic().schemaName() + " of hash "
              + Long.toHexString(reader.topic().schemaHash()));
      return false;
    }
    String missing = Matching.findMissing(writer.topic().qos(), reader.topic().qos());
    if (!missing.isEmpty()) {
      tell(
          WireEvent.Kind.QOS_MISMATCH,
          other.node(),
          writer.topic().name(),
          missing + " (" + writer.node() + " writes, " + reader.node() + " reads)");
      return false;
    }
    return true;
  }

  /** Each once: tables come again and again. */
  private void tell(WireEvent.Kind kind, String node, String topic, String detail) {
    if (told.size() < 4096 && told.add(kind + " " + node + " " + topic + " " + detail)) {
      listener.onEvent(new WireEvent(kind, node, topic, detail));
    }
  }

  boolean fitsHere(OutStream writer, Subscriber reader) {
    return reader.entry.topic().name().equals(writer.entry.topic().name())
        && fits(writer.entry, reader.entry, reader.entry);
  }
}
