package io.camber.bus.remote;

import io.camber.bus.MalformedMessageException;
import io.camber.bus.Service;
import io.camber.bus.Topic;
import io.camber.bus.node.Port;

/** A node's ports as frames. A topic goes by its name and its schema's hash, and both ends must mean the same by it. */
final class PortFrames {
  private static final int INPUT = 1;
  private static final int TIMER = 2;
  private static final int SERVER = 3;
  private static final int CLIENT = 4;
  private static final int WATCH = 5;

  private PortFrames() {}

  static FrameBuilder write(Port port, FrameBuilder frame) {
    frame.begin(FrameKind.PORT);
    if (port instanceof Port.Input input) {
      return topic(frame.u8(INPUT).u8(code(input.use())), input.topic());
    }
    if (port instanceof Port.Watch watch) {
      return topic(frame.u8(WATCH), watch.topic());
    }
    if (port instanceof Port.Timer timer) {
      return frame.u8(TIMER).i64(timer.periodNs()).i64(timer.offsetNs());
    }
    if (port instanceof Port.Server server) {
      return service(frame.u8(SERVER), server.service());
    }
    if (port instanceof Port.Client client) {
      return service(frame.u8(CLIENT), client.service());
    }
    throw new IllegalStateException("port " + port + " has no frame");
  }

  private static FrameBuilder topic(FrameBuilder frame, Topic<?> topic) {
    return frame.i64(topic.codec().schema().hash()).string(topic.name());
  }

  private static FrameBuilder service(FrameBuilder frame, Service<?, ?> service) {
    return topic(topic(frame.string(service.name()), service.request()), service.answer());
  }

  private static Service<?, ?> service(FrameParser frame, TopicCatalog catalog) {
    String name = frame.string();
    Topic<?> request = topic(frame, catalog);
    return new Service<>(name, request, topic(frame, catalog));
  }

  private static int code(Port.Use use) {
    return switch (use) {
      case WORK -> 0;
      case OBSERVED -> 1;
      case LATEST -> 2;
      case LOANED -> 3;
    };
  }

  static Port read(FrameParser frame, TopicCatalog catalog) {
    int type = frame.u8();
    return switch (type) {
      case INPUT -> {
        Port.Use use = use(frame.u8());
        yield new Port.Input(topic(frame, catalog), use);
      }
      case WATCH -> new Port.Watch(topic(frame, catalog));
      case TIMER -> new Port.Timer(frame.i64(), frame.i64());
      case SERVER -> new Port.Server(service(frame, catalog));
      case CLIENT -> new Port.Client(service(frame, catalog));
      default -> throw new MalformedMessageException("port type " + type + " does not exist");
    };
  }

  private static Topic<?> topic(FrameParser frame, TopicCatalog catalog) {
    long hash = frame.i64();
    Topic<?> topic = catalog.topic(frame.string());
    if (topic.codec().schema().hash() != hash) {
      throw new MalformedMessageException("topic " + topic.name() + " has another schema there ("
          + Long.toHexString(hash) + ") than here ("
          + Long.toHexString(topic.codec().schema().hash()) + "): the builds differ");
    }
    return topic;
  }

  private static Port.Use use(int code) {
    return switch (code) {
      case 0 -> Port.Use.WORK;
      case 1 -> Port.Use.OBSERVED;
      case 2 -> Port.Use.LATEST;
      case 3 -> Port.Use.LOANED;
      default -> throw new MalformedMessageException("use " + code + " does not exist");
    };
  }
}
