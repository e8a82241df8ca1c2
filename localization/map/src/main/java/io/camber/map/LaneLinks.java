package io.camber.map;

import java.util.List;
import java.util.Optional;

/** Edges of one lane in the lane graph, by lane id, seen in driving direction. */
record LaneLinks(
    List<String> successors,
    List<String> predecessors,
    Optional<String> left,
    Optional<String> right) {
  LaneLinks {
    successors = List.copyOf(successors);
    predecessors = List.copyOf(predecessors);
  }
}
