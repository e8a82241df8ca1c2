package io.camber.sim.fault.node;

import io.camber.bus.NodeContext;
import io.camber.messages.Topics;
import io.camber.truth.FaultTruth;
import io.camber.truth.FaultTruths;
import java.util.List;
import java.util.Set;

/** The faults as the world tells them, for one node. Owned by the node's thread. */
final class FaultWatch {
  private static final Set<String> DEAF = Set.of("partition", "partition_in");
  private static final Set<String> MUTE = Set.of("partition", "partition_out");
  private static final Set<String> DEADLY = Set.of("crash", "out_of_memory");

  private final NodeContext context;
  private FaultTruths truths = FaultTruths.NONE;

  FaultWatch(NodeContext context) {
    this.context = context;
    context.observe(Topics.TRUTH_FAULTS, (newest, envelope) -> truths = newest);
  }

  List<FaultTruth> faults() {
    return truths.faults();
  }

  long nowNs() {
    return context.clock().timeNs();
  }

  /** True while nothing reaches the node. */
  boolean isDeaf() {
    return strikesNode(DEAF);
  }

  /** True while nothing leaves the node. */
  boolean isMute() {
    return strikesNode(MUTE);
  }

  /** Ends the node as a crash would, if that is due. */
  void dieIfDue() {
    if (strikesNode(DEADLY)) {
      throw new IllegalStateException("node " + context.name() + " ended by an injected fault");
    }
  }

  private boolean strikesNode(Set<String> kinds) {
    List<FaultTruth> faults = truths.faults();
    for (int i = 0; i < faults.size(); i++) {
      FaultTruth fault = faults.get(i);
      if (fault.target().equals(context.name())
          && kinds.contains(fault.kind())
          && fault.isActive(nowNs())) {
        return true;
      }
    }
    return false;
  }
}
