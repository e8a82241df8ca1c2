package io.camber.app.rig;

import io.camber.bus.Envelope;
import io.camber.bus.MalformedMessageException;
import io.camber.bus.Origins;
import io.camber.bus.Topic;
import io.camber.bus.transport.Bell;
import io.camber.bus.transport.OriginBytes;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import io.camber.messages.EnvelopeCodec;
import io.camber.messages.Topics;
import io.camber.viewer.drive.LiveDrive;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A guest on a bus that listens to every topic and fills a live drive, on a thread of its own, until it is closed. */
public final class BusTap implements AutoCloseable {
  private static final int AT_ONCE = 64;
  private static final long LOOK_NS = 50_000_000L;

  private final Wire wire;
  private final LiveDrive drive;
  private final Thread thread = new Thread(this::listen, "camber-tap");
  private volatile boolean isClosed;

  private BusTap(Wire wire, LiveDrive drive) {
    this.wire = wire;
    this.drive = drive;
  }

  /** Joins the bus and listens. */
  public static BusTap start(BusAddress address, LiveDrive drive) {
    BusTap tap = new BusTap(address.open(new WireLog()), drive);
    tap.thread.setDaemon(true);
    tap.thread.start();
    return tap;
  }

  private void listen() {
    String name = "viewer-" + ProcessHandle.current().pid();
    List<WireReader> readers = new ArrayList<>();
    try (Bell bell = wire.openBell(name, Waiting.BLOCK)) {
      for (Topic<?> topic : Topics.all()) {
        readers.add(wire.openReader(WireTopic.of(topic), name, bell));
      }
      while (!isClosed) {
        for (int i = 0; i < readers.size(); i++) {
          Topic<?> topic = Topics.all().get(i);
          readers.get(i).poll((from, header, bytes) -> take(topic, from, header, bytes), AT_ONCE);
        }
        bell.await(() -> readers.stream().anyMatch(WireReader::hasMessages), LOOK_NS);
      }
    } finally {
      readers.forEach(WireReader::close);
    }
  }

  private void take(Topic<?> topic, String publisher, WireHeader header, ByteBuffer bytes) {
    byte[] payload = new byte[bytes.remaining()];
    bytes.duplicate().get(payload);
    long timeNs = header.publishTimeNs();
    drive.add(topic.codec().schema(), topic.name(), publisher, timeNs, payload);
    Envelope envelope = new Envelope(
        topic.name(),
        publisher,
        header.sequence(),
        timeNs,
        header.measurementTimeNs(),
        originsOf(header));
    drive.add(
        EnvelopeCodec.schema(), EnvelopeCodec.TOPIC, "bus", timeNs, EnvelopeCodec.encode(envelope));
  }

  private Origins originsOf(WireHeader header) {
    try {
      return OriginBytes.decode(header);
    } catch (MalformedMessageException e) {
      return Origins.NONE;
    }
  }

  @Override
  public void close() {
    isClosed = true;
    try {
      thread.join(TimeUnit.SECONDS.toMillis(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    wire.close();
  }
}
