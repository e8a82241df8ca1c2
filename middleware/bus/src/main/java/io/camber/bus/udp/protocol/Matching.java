package io.camber.bus.udp.protocol;

import io.camber.bus.Qos;
import io.camber.bus.transport.WireTopic;

/** Whether a writer's offer satisfies a reader's request on the topic that both name. */
final class Matching {
  private Matching() {}

  static boolean hasSameSchema(WireTopic offered, WireTopic requested) {
    return offered.schemaHash() == requested.schemaHash();
  }

  /** What of the request is not offered, in words; empty when all is. */
  static String findMissing(Qos offered, Qos requested) {
    if (requested.reliability() == Qos.Reliability.RELIABLE
        && offered.reliability() == Qos.Reliability.BEST_EFFORT) {
      return "reliable is requested, best effort offered";
    }
    if (requested.durability() == Qos.Durability.TRANSIENT_LOCAL
        && offered.durability() == Qos.Durability.VOLATILE) {
      return "transient local is requested, volatile offered";
    }
    boolean tooSlow = requested.deadlineNs() > 0
        && (offered.deadlineNs() == 0 || offered.deadlineNs() > requested.deadlineNs());
    if (tooSlow) {
      return "a deadline of " + requested.deadlineNs() + " ns is requested, "
          + (offered.deadlineNs() == 0 ? "none" : offered.deadlineNs() + " ns") + " offered";
    }
    return "";
  }
}
