package io.camber.bus.shm;

import io.camber.bus.Qos;
import io.camber.bus.shm.file.EndLayout;
import io.camber.bus.shm.file.FileNames;
import io.camber.bus.transport.Endpoint;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireCounters;
import io.camber.bus.transport.WireTopic;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the first page of an end's file says for good; see {@link EndLayout}. */
record EndInfo(
    String file,
    Endpoint.Direction direction,
    String node,
    WireTopic topic,
    long id,
    long birth,
    long pid,
    SlowReaders.Action action,
    Waiting waiting,
    int bell) {
  private static final int NAME_BYTES_MAX = 255;

  /** Writes all but the parts that only one direction has. */
  void write(ByteBuffer page, long processStart) {
    Qos qos = topic.qos();
    page.putInt(EndLayout.VERSION_AT, EndLayout.VERSION);
    page.putInt(EndLayout.STATE_AT, EndLayout.STATE_OPEN);
    page.putLong(EndLayout.ID_AT, id);
    page.putLong(EndLayout.BIRTH_AT, birth);
    page.putLong(EndLayout.PID_AT, pid);
    page.putLong(EndLayout.START_AT, processStart);
    page.putLong(EndLayout.SCHEMA_AT, topic.schemaHash());
    page.putInt(EndLayout.RELIABILITY_AT, Choice.RELIABILITY.number(qos.reliability()));
    page.putInt(EndLayout.DURABILITY_AT, Choice.DURABILITY.number(qos.durability()));
    page.putInt(EndLayout.DEPTH_AT, qos.depth());
    page.putInt(EndLayout.ACTION_AT, Choice.ACTION.number(action));
    page.putLong(EndLayout.DEADLINE_AT, qos.deadlineNs());
    page.putLong(EndLayout.LIFESPAN_AT, qos.lifespanNs());
    page.putInt(EndLayout.WAITING_AT, Choice.WAITING.number(waiting));
    page.putInt(EndLayout.BELL_AT, bell);
    ByteBuffer names = page.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(EndLayout.NAMES_AT);
    putName(names, topic.name());
    putName(names, topic.schemaName());
    putName(names, node);
    page.putLong(EndLayout.MAGIC_AT, EndLayout.MAGIC);
  }

  private static void putName(ByteBuffer target, String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > NAME_BYTES_MAX) {
      throw new IllegalArgumentException(
          "name=" + name + " is longer than " + NAME_BYTES_MAX + " bytes");
    }
    target.putShort((short) bytes.length).put(bytes);
  }

  /** Reads a first page; empty when it is not one. */
  static Optional<EndInfo> read(String file, ByteBuffer page) {
    if (page.limit() < EndLayout.PAGE
        || page.getLong(EndLayout.MAGIC_AT) != EndLayout.MAGIC
        || page.getInt(EndLayout.VERSION_AT) != EndLayout.VERSION) {
      return Optional.empty();
    }
    try {
      ByteBuffer names =
          page.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(EndLayout.NAMES_AT);
      String topic = name(names);
      String schema = name(names);
      String node = name(names);
      Qos qos = new Qos(
          Choice.RELIABILITY.value(page.getInt(EndLayout.RELIABILITY_AT)),
          page.getInt(EndLayout.DEPTH_AT),
          Choice.DURABILITY.value(page.getInt(EndLayout.DURABILITY_AT)),
          page.getLong(EndLayout.DEADLINE_AT),
          page.getLong(EndLayout.LIFESPAN_AT));
      return Optional.of(new EndInfo(
          file,
          file.endsWith(FileNames.IN)
              ? Endpoint.Direction.SUBSCRIBES
              : Endpoint.Direction.PUBLISHES,
          node,
          new WireTopic(topic, schema, page.getLong(EndLayout.SCHEMA_AT), qos),
          page.getLong(EndLayout.ID_AT),
          page.getLong(EndLayout.BIRTH_AT),
          page.getLong(EndLayout.PID_AT),
          Choice.ACTION.value(page.getInt(EndLayout.ACTION_AT)),
          Choice.WAITING.value(page.getInt(EndLayout.WAITING_AT)),
          page.getInt(EndLayout.BELL_AT)));
    } catch (IllegalArgumentException | IndexOutOfBoundsException | BufferUnderflowException e) {
      return Optional.empty();
    }
  }

  private static String name(ByteBuffer names) {
    byte[] bytes = new byte[names.getShort() & 0xffff];
    names.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static WireCounters counters(ByteBuffer page) {
    return new WireCounters(
        page.getLong(EndLayout.MESSAGES_AT),
        page.getLong(EndLayout.BYTES_AT),
        page.getLong(EndLayout.LOST_AT),
        page.getLong(EndLayout.REFUSED_AT),
        page.getLong(EndLayout.LARGEST_AT),
        page.getLong(EndLayout.LAST_TIME_AT));
  }

  /** The same end with another file. */
  EndInfo withFile(String newFile, long newId, long newBirth) {
    return new EndInfo(
        newFile, direction, node, topic, newId, newBirth, pid, action, waiting, bell);
  }

  /** Whether the file is what a dead writer left. */
  boolean isTomb() {
    return file.endsWith(FileNames.TOMB);
  }

  boolean isReliable() {
    return topic.qos().reliability() == Qos.Reliability.RELIABLE;
  }

  boolean isTransientLocal() {
    return topic.qos().durability() == Qos.Durability.TRANSIENT_LOCAL;
  }

  /** Why this reader cannot have what that writer offers; empty when it can. */
  Optional<Mismatch> mismatch(EndInfo writer) {
    if (topic.schemaHash() != writer.topic.schemaHash()) {
      return Optional.of(new Mismatch(
          true,
          writer.node,
          "writer " + writer.node + " has schema " + writer.topic.schemaName() + " "
              + Long.toHexString(writer.topic.schemaHash()) + ", reader " + node + " has "
              + topic.schemaName() + " " + Long.toHexString(topic.schemaHash())));
    }
    String lacking = lacking(writer.topic.qos());
    return lacking.isEmpty()
        ? Optional.empty()
        : Optional.of(new Mismatch(
            false,
            writer.node,
            "reader " + node + " requests " + lacking + " of writer " + writer.node));
  }

  private String lacking(Qos offered) {
    Qos requested = topic.qos();
    if (requested.reliability().compareTo(offered.reliability()) > 0) {
      return "RELIABLE but is offered BEST_EFFORT";
    }
    if (requested.durability().compareTo(offered.durability()) > 0) {
      return "TRANSIENT_LOCAL but is offered VOLATILE";
    }
    long deadline = requested.deadlineNs();
    if (deadline > 0 && (offered.deadlineNs() == 0 || offered.deadlineNs() > deadline)) {
      return "deadlineNs=" + deadline + " but is offered " + offered.deadlineNs();
    }
    return "";
  }

  /** Two ends of a topic that do not fit. */
  record Mismatch(boolean isSchema, String writer, String detail) {}
}
