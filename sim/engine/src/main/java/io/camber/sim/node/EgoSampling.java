package io.camber.sim.node;

import io.camber.bus.NodeContext;
import io.camber.messages.Topics;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;

/** Calls a sensor of the ego at its own rate, a multiple of the world's step, with the truth of that moment. */
final class EgoSampling {
  /** What a sensor does with the truth. */
  @FunctionalInterface
  interface Sampler {
    void sample(TruthFrame frame, ActorTruth ego);
  }

  private EgoSampling() {}

  static void every(long periodNs, NodeContext context, Sampler sampler) {
    context.subscribe(Topics.TRUTH_FRAME, (frame, envelope) -> {
      if (frame.timeNs() % periodNs == 0) {
        frame.ego().ifPresent(ego -> sampler.sample(frame, ego));
      }
    });
  }
}
