package io.camber.app.replay;

import io.camber.bus.node.NodeBody;
import io.camber.bus.node.NodeCall;
import io.camber.bus.node.NodeReply;
import io.camber.bus.node.Port;
import java.util.SortedSet;
import java.util.TreeSet;

/** A chosen node, asked on the way which topics it listens to. */
final class ObservedNode implements NodeBody {
  private final NodeBody body;
  private final SortedSet<String> inputs = new TreeSet<>();

  ObservedNode(NodeBody body) {
    this.body = body;
  }

  /** Known once the node has started. */
  SortedSet<String> inputs() {
    return inputs;
  }

  @Override
  public Started start(long timeNs) {
    Started started = body.start(timeNs);
    for (Port port : started.ports()) {
      if (port instanceof Port.Input input) {
        inputs.add(input.topic().name());
      }
    }
    return started;
  }

  @Override
  public NodeReply call(NodeCall call) {
    return body.call(call);
  }

  @Override
  public NodeReply finish(long timeNs) {
    return body.finish(timeNs);
  }
}
