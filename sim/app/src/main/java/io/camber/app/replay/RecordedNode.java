package io.camber.app.replay;

import io.camber.bus.node.NodeBody;
import io.camber.bus.node.NodeCall;
import io.camber.bus.node.NodeReply;
import io.camber.bus.node.NodeReply.Outgoing;
import io.camber.bus.node.NodeReply.Recipient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A node that says what it said in the log, when it said it. It has the latency of the node it stands for and is called that
 * much ahead of each message, so that the executor commits its messages at the same place in the order as then.
 */
final class RecordedNode implements NodeBody {
  private final long latencyNs;
  private final List<Recorded> atStart;
  private final List<Recorded> messages;
  private int next;

  /** Takes what the node published while it started, and what it published later, both in order. */
  RecordedNode(long latencyNs, List<Recorded> atStart, List<Recorded> messages) {
    this.latencyNs = latencyNs;
    this.atStart = atStart;
    this.messages = messages;
  }

  @Override
  public Started start(long timeNs) {
    return new Started(List.of(), reply(atStart));
  }

  @Override
  public NodeReply call(NodeCall call) {
    List<Recorded> due = new ArrayList<>();
    while (next < messages.size()
        && messages.get(next).envelope().publishTimeNs() - latencyNs <= call.timeNs()) {
      due.add(messages.get(next++));
    }
    return reply(due);
  }

  private NodeReply reply(List<Recorded> published) {
    long wakeNs = next < messages.size()
        ? messages.get(next).envelope().publishTimeNs() - latencyNs
        : Long.MAX_VALUE;
    List<Outgoing> outgoing = published.stream()
        .map(recorded -> new Outgoing(recorded.message(), new Recipient.Everybody()))
        .toList();
    return new NodeReply(outgoing, wakeNs, Optional.empty());
  }
}
