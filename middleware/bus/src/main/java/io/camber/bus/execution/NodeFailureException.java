package io.camber.bus.execution;

/** An essential node failed, so the run cannot go on. */
public final class NodeFailureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NodeFailureException(NodeFailure failure) {
    super(
        "node " + failure.node() + " failed at " + failure.timeNs() / 1e9 + " s: "
            + failure.cause().getMessage(),
        failure.cause());
  }
}
