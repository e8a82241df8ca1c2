package io.camber.bus.remote;

import io.camber.bus.node.NodeBody;
import io.camber.bus.node.NodeCall;
import io.camber.bus.node.NodeReply;
import io.camber.bus.node.NodeReply.Outgoing;
import io.camber.bus.node.NodeReply.Recipient;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.node.Port;
import io.camber.bus.node.RunTerms;
import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of a node that lives in another process. */
public final class RemoteNode implements NodeBody, AutoCloseable {
  private final NodeSpec spec;
  private final RunTerms terms;
  private final TopicCatalog catalog;
  private final FrameLink link;
  private final FrameBuilder frame = new FrameBuilder();

  private List<Port> ports = new ArrayList<>();
  private List<Outgoing> outgoing = new ArrayList<>();
  private @Nullable NodeReply reply;

  /** Opens the executor's end of the link; the node's process may come up before or after. */
  public RemoteNode(
      NodeSpec spec,
      RunTerms terms,
      TopicCatalog catalog,
      Wire wire,
      Waiting waiting,
      Patience patience) {
    this.spec = spec;
    this.terms = terms;
    this.catalog = catalog;
    this.link = FrameLink.ofExecutor(wire, spec.name(), waiting, patience);
  }

  @Override
  public Started start(long timeNs) {
    link.greet(frame);
    frame.begin(FrameKind.START).i64(terms.seed()).i64(timeNs).i64(spec.latencyNs());
    link.send(RuntimeTopicFrames.write(terms.topics(), frame));
    NodeReply first = receiveReply();
    if (first.failure().isPresent()) {
      throw first.failure().get();
    }
    return new Started(ports, first);
  }

  @Override
  public NodeReply call(NodeCall call) {
    try {
      for (NodeCall.Item item : call.items()) {
        send(item);
      }
      link.send(frame.begin(FrameKind.CALL).i64(call.timeNs()).i32(call.items().size()));
      return receiveReply();
    } catch (WireException e) {
      return new NodeReply(List.of(), Long.MAX_VALUE, Optional.of(e));
    }
  }

  private void send(NodeCall.Item item) {
    BusMessage<?> message = item.message();
    frame.begin(FrameKind.ITEM).i32(item.port()).i64(item.number()).u8(message == null ? 0 : 1);
    link.send(message == null ? frame : frame.message(message));
  }

  private NodeReply receiveReply() {
    ports = new ArrayList<>();
    outgoing = new ArrayList<>();
    reply = null;
    NodeReply complete = reply;
    while (complete == null) {
      link.receive(this::accept);
      complete = reply;
    }
    return complete;
  }

  private void accept(FrameParser answer) {
    switch (answer.kind()) {
      case PORT -> ports.add(PortFrames.read(answer, catalog));
      case OUTPUT -> outgoing.add(output(answer));
      case DONE -> reply = done(answer);
      case WELCOME -> {}
      case START, ITEM, CALL, STOP, HELLO ->
        throw new WireException("node " + spec.name() + " answers with " + answer.kind());
    }
  }

  private Outgoing output(FrameParser answer) {
    Recipient recipient = Recipients.read(answer);
    return new Outgoing(answer.message(catalog), recipient);
  }

  private NodeReply done(FrameParser answer) {
    int portCount = answer.i32();
    int outputCount = answer.i32();
    long wakeNs = answer.i64();
    String failure = answer.string();
    if (portCount != ports.size() || outputCount != outgoing.size()) {
      throw new WireException("node " + spec.name() + " announced " + portCount + " ports and "
          + outputCount + " messages, but " + ports.size() + " and " + outgoing.size()
          + " arrived");
    }
    Optional<RuntimeException> thrown =
        failure.isEmpty() ? Optional.empty() : Optional.of(new RemoteFailureException(failure));
    return new NodeReply(outgoing, wakeNs, thrown);
  }

  /** Tells the node's process that the run is over. */
  @Override
  public void close() {
    try {
      link.send(frame.begin(FrameKind.STOP));
    } finally {
      link.close();
    }
  }
}
