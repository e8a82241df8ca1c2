package io.camber.evaluation.report;

import java.util.List;

/** All actors at one instant. */
record Snapshot(long timeNs, List<ActorShape> actors) {
  Snapshot {
    actors = List.copyOf(actors);
  }
}
