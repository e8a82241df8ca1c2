package io.camber.bus.udp.protocol;

import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Endpoint;
import io.camber.bus.transport.WireException;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.udp.security.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The ends that this process opened, and the ways between those of them that fit each other. */
final class Ends {
  private final Participant self;
  private final ProtocolConfig config;
  private final EndpointTable table;
  private final Matchmaker matchmaker;
  private final Peers peers;
  private final BufferPool pool;
  private final Access access;
  private final Consumer<Runnable> appetite;
  private final List<LocalLink> locals = new ArrayList<>();
  private final Lingering lingering = new Lingering();

  Ends(
      Participant self,
      ProtocolConfig config,
      EndpointTable table,
      Matchmaker matchmaker,
      Peers peers,
      BufferPool pool,
      Access access,
      Consumer<Runnable> appetite) {
    this.self = self;
    this.config = config;
    this.table = table;
    this.matchmaker = matchmaker;
    this.peers = peers;
    this.pool = pool;
    this.access = access;
    this.appetite = appetite;
  }

  Publication openWriter(WireTopic topic, String node) {
    check(topic, node, Endpoint.Direction.PUBLISHES);
    boolean taken = table.writers.stream()
        .anyMatch(w -> !w.lingers()
            && w.entry.node().equals(node)
            && w.entry.topic().name().equals(topic.name()));
    if (taken) {
      throw new WireException("node " + node + " writes topic " + topic.name() + " already");
    }
    OutStream stream = lingering.reopen(topic, node);
    if (stream == null) {
      stream = new OutStream(
          new EndpointEntry(table.takeId(), Endpoint.Direction.PUBLISHES, node, topic),
          config.historyBytesMax());
      table.writers.add(stream);
      table.changed();
    }
    for (Subscriber reader : table.readers) {
      linkHere(stream, reader);
    }
    matchmaker.matchAtOnce(stream, peers.list());
    return new Publication(self, stream, pool);
  }

  Subscriber openReader(WireTopic topic, String node, Bell bell) {
    check(topic, node, Endpoint.Direction.SUBSCRIBES);
    Subscriber reader = new Subscriber(
        new EndpointEntry(table.takeId(), Endpoint.Direction.SUBSCRIBES, node, topic),
        bell,
        appetite);
    table.readers.add(reader);
    table.changed();
    for (OutStream writer : table.writers) {
      if (!writer.lingers()) {
        linkHere(writer, reader);
      }
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

  private void check(WireTopic topic, String node, Endpoint.Direction direction) {
    EndpointEntry.checkName("node", node);
    EndpointEntry.checkName("topic", topic.name());
    EndpointEntry.checkName("schema", topic.schemaName());
    String objection = access.findObjection(topic.name(), direction, node);
    if (!objection.isEmpty()) {
      throw new WireException(objection);
    }
    @Nullable Peer holder = table.hasNode(node) ? null : peers.findHolder(node);
    if (holder != null) {
      throw new WireException("node name " + node + " is taken by process " + holder.pid + " on "
          + holder.host + "; stop it or choose another name");
    }
  }

  /** Nothing more comes; what was sent still goes to those who have not got it. */
  void close(OutStream stream) {
    locals.removeIf(link -> link.endsWith(stream));
    if (stream.isSettled()) {
      end(stream);
    } else {
      lingering.add(stream);
    }
  }

  /** Closes all writers. */
  void retire() {
    for (OutStream writer : List.copyOf(table.writers)) {
      if (!writer.lingers()) {
        close(writer);
      }
    }
  }

  /** Whether a closed writer still has something on its way. */
  boolean linger() {
    return !lingering.isEmpty();
  }

  void expire(long nowNs) {
    lingering.expire(nowNs, this::end);
  }

  private void end(OutStream stream) {
    table.writers.remove(stream);
    for (OutLink link : List.copyOf(stream.links)) {
      self.unlink(link);
    }
    stream.close();
    table.changed();
  }

  void close(Subscriber reader) {
    table.readers.remove(reader);
    locals.removeIf(link -> link.endsWith(reader));
    table.changed();
    self.rematch();
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

  /** Gives a message to the readers of this process. */
  void deliver(OutStream stream, MessageBuffer message) {
    for (int i = 0; i < locals.size(); i++) {
      locals.get(i).deliver(stream, message);
    }
  }

  /** Counts a given-up message as lost by the readers of this process. */
  void lose(OutStream stream, long sequence) {
    for (int i = 0; i < locals.size(); i++) {
      locals.get(i).lose(stream, sequence);
    }
  }

  void close() {
    for (OutStream writer : table.writers) {
      writer.close();
    }
    for (Subscriber reader : table.readers) {
      reader.close();
    }
  }
}
