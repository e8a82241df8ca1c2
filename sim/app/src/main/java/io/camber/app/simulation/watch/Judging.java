package io.camber.app.simulation.watch;

import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.MessageListener;
import io.camber.evaluation.Jury;
import io.camber.evaluation.JuryConfig;
import io.camber.evaluation.judgement.Judgement;
import io.camber.evaluation.judgement.Outcome;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.map.RoadMap;
import io.camber.sim.world.World;
import io.camber.truth.ScenarioEvent;
import io.camber.truth.TruthFrame;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Shows the jury everything, and asks for its word at the end. */
public final class Judging implements MessageListener {
  private final Optional<Jury> jury;

  private Judging(Optional<Jury> jury) {
    this.jury = jury;
  }

  /** A jury for the car that the stack drives; none when the storyboard drives all. */
  public static Judging of(World world, RoadMap map) {
    return of(world, map, JuryConfig.DEFAULT);
  }

  /** The same with a jury that knows more. */
  public static Judging of(World world, RoadMap map, JuryConfig config) {
    return new Judging(
        world.vehicle().map(vehicle -> new Jury(map, vehicle, world.mission(), config)));
  }

  @Override
  public void onMessage(BusMessage<?> message) {
    if (jury.isEmpty()) {
      return;
    }
    Object value = message.value();
    if (value instanceof TruthFrame frame) {
      jury.get().onTruth(frame);
    } else if (value instanceof ScenarioEvent event) {
      jury.get().onEvent(event);
    } else {
      jury.get().onMessage(message.envelope(), value);
    }
  }

  public Optional<Jury> jury() {
    return jury;
  }

  Judgement finish(long endNs, boolean interrupted) {
    Judgement judgement = jury.map(it -> it.finish(endNs)).orElseGet(() -> storyboardOnly(endNs));
    return of(judgement, endNs, interrupted);
  }

  /** A drive that was cut short proves no more than its failures. */
  static Judgement of(Judgement judgement, long endNs, boolean interrupted) {
    if (!interrupted || judgement.outcome() == Outcome.FAIL) {
      return judgement;
    }
    return new Judgement(
        Outcome.INVALID,
        String.format(Locale.ROOT, "interrupted at %.1f s", endNs / 1e9),
        judgement.metrics(),
        judgement.events(),
        judgement.series());
  }

  private static Judgement storyboardOnly(long endNs) {
    String reason = String.format(
        Locale.ROOT, "the storyboard played for %.2f s; nobody was judged", endNs / 1e9);
    return new Judgement(Outcome.PASS, reason, List.of(), List.of(), new TimeSeries());
  }
}
