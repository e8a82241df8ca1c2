package io.camber.app.rig;

import io.camber.bus.node.NodeSpec;
import io.camber.bus.realtime.RunClock;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireEvents;
import java.util.List;
import java.util.Optional;

/** Hosts a node that overflows its stack; ends with 0 if that is taken for an orderly end. */
final class OverflowingHost {
  private OverflowingHost() {}

  public static void main(String[] args) throws InterruptedException {
    NodeSpec deep = NodeSpec.world(
        "deep", 0, context -> self -> self.timer(10_000_000L, 0, OverflowingHost::recurse));
    End end = End.arm(Optional.empty());
    boolean isOrderly;
    WireEvents events = new WireEvents(new WireLog());
    try (Wire wire = BusAddress.parse(args[0]).open(events)) {
      StartSignal.Start now = new StartSignal.Start(RunClock.wallNs(), 0);
      isOrderly = HostedNodes.play(List.of(deep), wire, events, 1, now, end);
    }
    end.finish();
    System.exit(isOrderly ? 0 : 1);
  }

  private static void recurse(long timeNs) {
    if (timeNs != Long.MAX_VALUE) {
      recurse(timeNs + 1);
    }
  }
}
