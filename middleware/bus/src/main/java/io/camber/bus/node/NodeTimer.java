package io.camber.bus.node;

/** A periodic tick on the logical clock. */
final class NodeTimer {
  private final int port;
  private final long periodNs;
  private long nextNs;

  NodeTimer(int port, Port.Timer timer) {
    this.port = port;
    this.periodNs = timer.periodNs();
    this.nextNs = timer.offsetNs();
  }

  int port() {
    return port;
  }

  long nextNs() {
    return nextNs;
  }

  /** The tick that is due; moves on to the next. */
  NodeCall.Item take() {
    long tickNs = nextNs;
    nextNs += periodNs;
    return NodeCall.Item.tick(port, tickNs);
  }
}
