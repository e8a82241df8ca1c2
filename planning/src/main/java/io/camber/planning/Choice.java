package io.camber.planning;

import io.camber.motion.Plan;
import io.camber.motion.ProposalScore;
import io.camber.planning.proposal.Proposal;
import io.camber.planning.proposal.Situation;
import io.camber.planning.scoring.Judgement;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of one planning cycle.
 *
 * @param judged best first, without those that could not win
 * @param best what is driven
 */
record Choice(
    Situation situation,
    List<Proposal> proposals,
    List<Judgement> judged,
    Judgement best,
    Judgement stop) {
  Plan plan(long timeNs, int tableSize) {
    long startNs = situation.start().timeNs();
    return new Plan(
        timeNs,
        Trajectories.of(best.proposal(), startNs),
        Trajectories.of(stop.proposal(), startNs),
        Reasons.of(situation, best, stop),
        table(tableSize));
  }

  private List<ProposalScore> table(int size) {
    List<ProposalScore> table = new ArrayList<>();
    for (Judgement j : judged.subList(0, Math.min(size, judged.size()))) {
      table.add(new ProposalScore(
          j.proposal().name(), j.score(), j.verdict(), Trajectories.sketch(j.proposal())));
    }
    if (proposals.size() > judged.size()) {
      String name = "others:" + (proposals.size() - judged.size());
      table.add(new ProposalScore(name, 0.0, "bounded below the best", List.of()));
    }
    return table;
  }
}
