package io.camber.bus.lifecycle;

import java.util.Locale;

/** Where a node is in its life. The order is part of the wire format. */
public enum LifecycleState {
  /** Its process is there, its code has not started. */
  UNCONFIGURED,
  /** It has declared what it needs, and neither receives nor publishes. */
  INACTIVE,
  /** It works. */
  ACTIVE,
  /** It has ended or failed, and does not come back in this process. */
  FINALIZED;

  /** As people read it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
