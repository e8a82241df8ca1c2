package io.camber.bus.remote;

import io.camber.bus.MalformedMessageException;
import io.camber.bus.node.NodeReply.Recipient;

/** Whom a message is for, as fields of a frame. */
final class Recipients {
  private static final int EVERYBODY = 0;
  private static final int SERVER = 1;
  private static final int ASKER = 2;

  private Recipients() {}

  static FrameBuilder write(Recipient recipient, FrameBuilder frame) {
    if (recipient instanceof Recipient.Server server) {
      return frame.u8(SERVER).string(server.service()).string("").i64(0);
    }
    if (recipient instanceof Recipient.Asker asker) {
      return frame.u8(ASKER).string(asker.service()).string(asker.node()).i64(asker.question());
    }
    return frame.u8(EVERYBODY).string("").string("").i64(0);
  }

  static Recipient read(FrameParser frame) {
    int type = frame.u8();
    String service = frame.string();
    String node = frame.string();
    long question = frame.i64();
    return switch (type) {
      case EVERYBODY -> new Recipient.Everybody();
      case SERVER -> new Recipient.Server(service);
      case ASKER -> new Recipient.Asker(service, node, question);
      default -> throw new MalformedMessageException("recipient " + type + " does not exist");
    };
  }
}
