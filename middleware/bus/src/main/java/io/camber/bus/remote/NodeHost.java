package io.camber.bus.remote;

import io.camber.bus.node.LocalNode;
import io.camber.bus.node.NodeBody;
import io.camber.bus.node.NodeCall;
import io.camber.bus.node.NodeReply;
import io.camber.bus.node.NodeReply.Outgoing;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.node.Port;
import io.camber.bus.node.RunTerms;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One node in a process of its own, called in lockstep by an executor elsewhere. */
public final class NodeHost implements AutoCloseable {
  private final NodeSpec spec;
  private final TopicCatalog catalog;
  private final FrameLink link;
  private final FrameBuilder frame = new FrameBuilder();
  private final List<NodeCall.Item> items = new ArrayList<>();
  private @Nullable NodeBody body;
  private boolean stopped;
  private boolean failed;

  /** Opens the node's end of the link. */
  public NodeHost(
      NodeSpec spec, TopicCatalog catalog, Wire wire, Waiting waiting, Patience patience) {
    this.spec = spec;
    this.catalog = catalog;
    this.link = FrameLink.ofNode(wire, spec.name(), waiting, patience);
  }

  /**
   * Serves until the executor says stop.
   *
   * @throws WireException when the executor is gone
   */
  public void run() {
    while (!stopped) {
      link.receive(this::accept);
    }
  }

  private void accept(FrameParser call) {
    switch (call.kind()) {
      case START -> start(call);
      case ITEM -> items.add(item(call));
      case CALL -> call(call);
      case STOP -> stopped = true;
      case HELLO -> link.send(frame.begin(FrameKind.WELCOME));
      case PORT, OUTPUT, DONE, WELCOME ->
        throw new WireException("the executor sends " + call.kind());
    }
  }

  private void start(FrameParser call) {
    long seed = call.i64();
    long timeNs = call.i64();
    long latencyNs = call.i64();
    RunTerms terms =
        new RunTerms(seed, RunTerms.Encoding.PLAIN, RuntimeTopicFrames.read(call, catalog));
    NodeBody node = new LocalNode(spec, terms, callNs -> callNs + latencyNs);
    body = node;
    try {
      NodeBody.Started started = node.start(timeNs);
      for (Port port : started.ports()) {
        link.send(PortFrames.write(port, frame));
      }
      answer(started.ports().size(), started.reply());
    } catch (RuntimeException e) {
      answer(0, new NodeReply(List.of(), Long.MAX_VALUE, Optional.of(e)));
    }
  }

  private NodeCall.Item item(FrameParser call) {
    int port = call.i32();
    long number = call.i64();
    boolean hasMessage = call.u8() == 1;
    return new NodeCall.Item(port, number, hasMessage ? call.messageUnhashed(catalog) : null);
  }

  private void call(FrameParser call) {
    long timeNs = call.i64();
    int count = call.i32();
    NodeBody node = body;
    if (node == null || count != items.size()) {
      throw new WireException("a call of " + count + " items came with " + items.size()
          + (node == null ? " before the start" : ""));
    }
    NodeCall complete = new NodeCall(timeNs, items);
    items.clear();
    answer(0, node.call(complete));
  }

  /** Whether the node threw, which the executor has been told. */
  public boolean hasFailed() {
    return failed;
  }

  private void answer(int ports, NodeReply reply) {
    failed |= reply.failure().isPresent();
    for (Outgoing item : reply.outgoing()) {
      frame.begin(FrameKind.OUTPUT);
      link.send(Recipients.write(item.recipient(), frame).message(item.message()));
    }
    link.send(frame
        .begin(FrameKind.DONE)
        .i32(ports)
        .i32(reply.outgoing().size())
        .i64(reply.wakeNs())
        .string(reply.failure().map(String::valueOf).orElse("")));
  }

  @Override
  public void close() {
    link.close();
  }
}
