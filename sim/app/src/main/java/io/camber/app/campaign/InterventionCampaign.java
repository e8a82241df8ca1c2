package io.camber.app.campaign;

import io.camber.app.oracle.Hindsight;
import io.camber.app.simulation.NodeNames;
import io.camber.app.simulation.Simulation;
import io.camber.app.simulation.SimulationResult;
import io.camber.app.twin.TwinNode;
import io.camber.evaluation.intervention.TakeOverRule;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.evaluation.judgement.MetricBook;
import io.camber.evaluation.judgement.Outcome;
import io.camber.evaluation.judgement.Owner;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Counts interventions as on a test drive that goes on after each: a virtual safety driver takes over at the trigger, brings the car
 * back and hands over. He knows the truth, and drives with shipped nodes; nothing that was broken on purpose strikes him. Triggers
 * are judged with the real futures of a drive, so the drive is made again for each: runs repeat to the bit, and up to the take-over
 * it is the same drive.
 */
public final class InterventionCampaign {
  private final Supplier<Simulation> drives;
  private final Consumer<TakeOver> progress;
  private final int limit;

  /**
   * A campaign.
   *
   * @param drives makes the drive anew each time it is asked, not run yet
   * @param progress hears of each take-over
   * @param limit after so many take-overs nobody takes over any more, and the count ends at the next event
   */
  public InterventionCampaign(Supplier<Simulation> drives, Consumer<TakeOver> progress, int limit) {
    this.drives = drives;
    this.progress = progress;
    this.limit = limit;
  }

  /** What came of a drive, with who drove where. */
  private record Driven(SimulationResult result, HandBack handBack) {}

  /** Drives until nothing is left that would make him take over. */
  public CampaignResult run() {
    TakeOvers takeOvers = new TakeOvers(List.of());
    while (true) {
      Driven driven = drive(takeOvers, drives.get());
      if (driven.result().outcome() == Outcome.ERROR) {
        throw new IllegalStateException(
            "the drive broke: " + driven.result().judgement().reason());
      }
      if (takeOvers.isOpen() && driven.handBack().backNs() < Long.MAX_VALUE) {
        takeOvers = takeOvers.closedAt(driven.handBack().backNs());
        progress.accept(takeOvers.list().get(takeOvers.list().size() - 1));
        continue;
      }
      Optional<TakeOver> next = takeOvers.isOpen()
          ? Optional.empty()
          : next(driven.result().judgement().events(), takeOvers.lookedUntilNs());
      if (next.isEmpty() || takeOvers.list().size() == limit) {
        long untilNs = next.map(TakeOver::atNs).orElse(Long.MAX_VALUE);
        return new CampaignResult(
            takeOvers.list(),
            driven.handBack().stackMeters(untilNs),
            driven.handBack().driverMeters(),
            next.isEmpty());
      }
      takeOvers = takeOvers.with(next.get());
    }
  }

  private Driven drive(TakeOvers takeOvers, Simulation simulation) {
    HandBack handBack = new HandBack(takeOvers);
    simulation.progress(handBack);
    if (!takeOvers.list().isEmpty()) {
      List<String> nodes = simulation.stackNodes();
      nodes.stream()
          .filter(node -> !node.equals(NodeNames.GUARDIAN))
          .forEach(node -> simulation.substitute(
              node,
              (actual, shipped) ->
                  context -> new TwinNode(actual, shipped, new Hindsight(), takeOvers::isOnDuty)));
      List<String> struck = drives.get().faultTargets();
      takeOvers
          .list()
          .forEach(one ->
              struck.forEach(target -> simulation.liftFaults(target, one.atNs(), one.backNs())));
    }
    return new Driven(simulation.run(), handBack);
  }

  /** The first hard event after a time, as a trigger. Standing still is a matter of the mission and no take-over. */
  private static Optional<TakeOver> next(List<KeyEvent> events, long afterNs) {
    return events.stream()
        .filter(event -> event.timeNs() >= afterNs && TakeOverRule.takesOver(event))
        .min(Comparator.comparingLong(KeyEvent::timeNs))
        .map(event -> {
          String code = TakeOverRule.trigger(event.kind());
          return new TakeOver(code, owner(code), event.detail(), event.timeNs(), Long.MAX_VALUE);
        });
  }

  private static Owner owner(String code) {
    return MetricBook.entries().stream()
        .filter(entry -> entry.pattern().startsWith("intervention." + code + "."))
        .map(MetricBook.Entry::owner)
        .findFirst()
        .orElse(Owner.SYSTEM);
  }
}
