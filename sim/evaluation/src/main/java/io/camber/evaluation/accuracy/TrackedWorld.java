package io.camber.evaluation.accuracy;

import io.camber.geometry.Box2;
import io.camber.geometry.Vec2;
import io.camber.scene.Tracks;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tracks beside the world at their time. What several measures ask of both is worked out once. Owned by one thread. */
public final class TrackedWorld {
  private final Tracks tracks;
  private final List<ActorTruth> actors;
  private final List<Box2> boxes;
  private final Optional<Vec2> eye;
  private int @Nullable [] trackOf;
  private final BitSet paired = new BitSet();
  private @Nullable LineOfSight sight;

  private TrackedWorld(Tracks tracks, TruthFrame frame, TruthHistory truth) {
    this.tracks = tracks;
    actors = frame.othersThan(frame.egoName());
    boxes = truth.footprints(actors);
    eye = frame.ego().map(ego -> ego.footprint().center().position());
  }

  /** Empty when truth of the time of the tracks is not at hand. */
  public static Optional<TrackedWorld> of(Tracks tracks, TruthHistory truth) {
    return truth.at(tracks.timeNs()).map(frame -> new TrackedWorld(tracks, frame, truth));
  }

  Tracks tracks() {
    return tracks;
  }

  /** All but the ego. */
  List<ActorTruth> actors() {
    return actors;
  }

  /** Footprint of an actor. */
  Box2 box(int actor) {
    return boxes.get(actor);
  }

  /** Middle of the ego; empty when there is none. */
  Optional<Vec2> eye() {
    return eye;
  }

  /** Track of an actor, by index; {@link ActorMatching#NONE} when it has none. */
  int trackOf(int actor) {
    return pairs()[actor];
  }

  /** True when the track of that index is an actor's. */
  boolean isPaired(int track) {
    pairs();
    return paired.get(track);
  }

  private int[] pairs() {
    int[] known = trackOf;
    if (known == null) {
      List<Vec2> centers = new ArrayList<>(tracks.tracks().size());
      for (int i = 0; i < tracks.tracks().size(); i++) {
        centers.add(tracks.tracks().get(i).center().position());
      }
      known = ActorMatching.match(boxes, centers);
      for (int track : known) {
        if (track != ActorMatching.NONE) {
          paired.set(track);
        }
      }
      trackOf = known;
    }
    return known;
  }

  /** From the {@link #eye()} to the actors; there must be an ego. */
  LineOfSight sight() {
    LineOfSight known = sight;
    if (known == null) {
      known = new LineOfSight(eye.orElseThrow(), actors, boxes);
      sight = known;
    }
    return known;
  }
}
