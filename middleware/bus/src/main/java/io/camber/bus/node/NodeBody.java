package io.camber.bus.node;

import java.util.List;

/** A node as its executor sees it. Calls come one at a time. */
public interface NodeBody {
  /** What starting a node brings forth: its ports, whose places in the list are their numbers, and its first messages. */
  record Started(List<Port> ports, NodeReply reply) {
    public Started {
      ports = List.copyOf(ports);
    }
  }

  /** Lets the node declare itself. Called once, first. A failure is thrown: a node that cannot start ends the run. */
  Started start(long timeNs);

  /** Hands the node what is due and returns what it published. Never throws what the node threw. */
  NodeReply call(NodeCall call);

  /** Tells the node that it will not be called again, and returns its last messages. */
  default NodeReply finish(long timeNs) {
    return NodeReply.NOTHING;
  }
}
