package io.camber.evaluation.accuracy;

import io.camber.pose.EgoPose;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.Optional;

/** An estimate beside the ego as it truly was in the frame nearest to it, and how far off it is. */
public record PoseComparison(EgoPose pose, ActorTruth ego, PoseError error) {
  /** Empty when truth of its time is not at hand. */
  public static Optional<PoseComparison> of(EgoPose pose, TruthHistory truth) {
    TruthFrame frame = truth.at(pose.timeNs()).orElse(null);
    ActorTruth ego = frame == null ? null : frame.ego().orElse(null);
    return frame == null || ego == null
        ? Optional.empty()
        : Optional.of(
            new PoseComparison(pose, ego, LocalizationMeasure.error(pose, ego, frame.timeNs())));
  }
}
