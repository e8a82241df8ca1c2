package io.camber.bus.node;

/** A periodic tick on the logical clock. */
final class NodeTimer {
  private final int port;
  private final long periodNs;
  private long nextNs;

  /** {@code fromNs}: ticks before it are not made up for. */
  NodeTimer(int port, Port.Timer timer, long fromNs) {
    this.port = port;
    this.periodNs = timer.periodNs();
    long missedNs = Math.max(0, fromNs - timer.offsetNs());
    this.nextNs = timer.offsetNs() + (missedNs + periodNs - 1) / periodNs * periodNs;
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
