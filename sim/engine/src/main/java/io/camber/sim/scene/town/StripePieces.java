package io.camber.sim.scene.town;

import io.camber.map.road.Marking;
import java.util.ArrayList;
import java.util.List;

/** Cuts long stripes into short ones, so that each belongs to one tile. */
final class StripePieces {
  private static final int CHORDS_MAX = 6;

  private StripePieces() {}

  static List<Marking> of(List<Marking> markings) {
    List<Marking> pieces = new ArrayList<>();
    for (Marking marking : markings) {
      int last = marking.points().size() - 1;
      for (int from = 0; from < last; from += CHORDS_MAX) {
        int to = Math.min(last, from + CHORDS_MAX);
        pieces.add(new Marking(
            marking.roadId(),
            marking.type(),
            marking.color(),
            marking.widthM(),
            marking.points().subList(from, to + 1)));
      }
    }
    return List.copyOf(pieces);
  }
}
