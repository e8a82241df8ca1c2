package io.camber.planning.fallback;

import io.camber.planning.proposal.LateralPath;
import io.camber.planning.proposal.Proposal;
import io.camber.planning.proposal.ProposalGenerator;
import io.camber.planning.proposal.Situation;
import io.camber.planning.scoring.Judgement;
import io.camber.planning.scoring.ProposalScorer;
import java.util.List;

/**
 * Finds the gentlest stop on a path that meets nobody. The first rates stay within the 4 m/s2 that UN R157 allows a minimal
 * risk manoeuvre; harder ones follow only because nothing gentler is clear.
 */
public final class SafeStop {
  private static final List<Double> DECELS = List.of(2.0, 3.0, 4.0, 6.0);
  private static final double JERK_MPS3 = 8.0;

  private final ProposalGenerator generator;
  private final ProposalScorer scorer;

  public SafeStop(ProposalGenerator generator, ProposalScorer scorer) {
    this.generator = generator;
    this.scorer = scorer;
  }

  /** A stop that was checked against every mode; emergency braking when none is clear. */
  public Judgement find(Situation situation, LateralPath path) {
    for (double decel : DECELS) {
      Proposal stop = generator.brake(situation, path, decel, JERK_MPS3);
      if (stop.profile().lastSpeedMps() > 0.05) {
        continue;
      }
      Judgement judgement = scorer.verify(stop, situation);
      if (judgement.safe()) {
        return judgement;
      }
    }
    return scorer.verify(generator.emergency(situation, path), situation);
  }
}
