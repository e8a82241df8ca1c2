package io.camber.bus.udp.protocol;

import io.camber.bus.Qos;

/** The way from a writer to a reader of the same process: the message itself, held once more. */
final class LocalLink {
  private final OutStream writer;
  private final Subscriber reader;
  private final Subscriber.Queue queue;
  private final boolean reliable;
  private final long start;

  LocalLink(OutStream writer, Subscriber reader) {
    this.writer = writer;
    this.reader = reader;
    this.start = writer.startForNewReader();
    this.reliable = reader.isReliable();
    this.queue = reader.attach(writer.entry.node(), null);
  }

  /** Gives a late reader what a transient-local writer keeps. */
  void catchUp() {
    boolean late = reader.entry.topic().qos().durability() == Qos.Durability.TRANSIENT_LOCAL;
    for (long s = start; late && s < writer.next(); s++) {
      // one that is not whole is delivered when it has been filled
      if (!writer.isGivenUp(s) && writer.message(s).isWhole()) {
        queue.offer(writer.message(s).lease(), s);
      }
    }
  }

  boolean endsWith(OutStream stream) {
    if (stream == writer) {
      queue.end();
    }
    return stream == writer;
  }

  boolean endsWith(Subscriber subscriber) {
    return subscriber == reader;
  }

  boolean isFull(OutStream stream) {
    return stream == writer && reliable && queue.size() >= ProtocolConfig.WINDOW_MESSAGES;
  }

  void deliver(OutStream stream, MessageBuffer message) {
    if (stream == writer) {
      queue.offer(message.lease(), stream.next() - 1);
    }
  }

  void lose(OutStream stream, long sequence) {
    if (stream == writer && sequence >= start) {
      queue.lose(1);
    }
  }
}
