package io.camber.app.divergence;

import io.camber.bus.NodeContext;
import io.camber.map.RoadMap;
import io.camber.messages.Topics;
import io.camber.planning.PlanningInput;
import io.camber.prediction.Predictor;
import io.camber.scene.Futures;
import io.camber.scene.SignalStates;
import io.camber.scene.Tracks;
import io.camber.sim.sensor.TruthPerception;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/**
 * For each set of tracks of the drive the true ones of the same moment, and what the stack's predictor makes of them: the ideal twin of
 * detection and tracking. What hides behind others is in it.
 */
final class TruthAround {
  private static final int FRAMES = 200;
  private static final int MOMENTS = 20;

  private final TruthPerception perception = new TruthPerception();
  private final Predictor predictor;
  private final Deque<TruthFrame> frames = new ArrayDeque<>();
  private final Deque<Moment> moments = new ArrayDeque<>();
  private Optional<SignalStates> signals = Optional.empty();

  /** True tracks in the place of those measured at {@code timeNs}, and the lights that the drive then knew. */
  private record Moment(long timeNs, Tracks tracks, Optional<SignalStates> signals) {}

  TruthAround(NodeContext context, Predictor predictor) {
    this.predictor = predictor;
    context.observe(Topics.TRUTH_FRAME, (frame, envelope) -> keep(frames, frame, FRAMES));
    context.observe(Topics.SIGNALS, (states, envelope) -> signals = Optional.of(states));
    context.observe(Topics.TRACKS, (tracks, envelope) -> hear(tracks));
  }

  private static <T> void keep(Deque<T> queue, T newest, int most) {
    if (queue.size() == most) {
      queue.removeFirst();
    }
    queue.addLast(newest);
  }

  private void hear(Tracks tracks) {
    Optional<TruthFrame> frame = newestUpTo(tracks.timeNs());
    Optional<ActorTruth> ego = frame.flatMap(TruthFrame::ego);
    if (ego.isPresent()) {
      Tracks truth = perception.tracks(frame.get(), ego.get());
      keep(moments, new Moment(tracks.timeNs(), truth, signals), MOMENTS);
    }
  }

  private Optional<TruthFrame> newestUpTo(long timeNs) {
    Iterator<TruthFrame> newestFirst = frames.descendingIterator();
    while (newestFirst.hasNext()) {
      TruthFrame frame = newestFirst.next();
      if (frame.timeNs() <= timeNs) {
        return Optional.of(frame);
      }
    }
    return Optional.empty();
  }

  /** In the place of the tracks that the planner was given; empty before the first truth. */
  Optional<Tracks> tracks(PlanningInput input) {
    return of(input.tracks().timeNs()).map(Moment::tracks);
  }

  /** In the place of the futures that the planner was given; of the newest tracks where it was given none. */
  Optional<Futures> futures(PlanningInput input) {
    RoadMap map = input.map();
    return of(input.futures().timeNs())
        .or(() -> Optional.ofNullable(moments.peekLast()))
        .map(moment -> predictor.predict(moment.tracks(), moment.signals(), map));
  }

  private Optional<Moment> of(long timeNs) {
    return moments.stream().filter(moment -> moment.timeNs() == timeNs).findFirst();
  }
}
