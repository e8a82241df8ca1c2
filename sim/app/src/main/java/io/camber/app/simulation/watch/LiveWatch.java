package io.camber.app.simulation.watch;

import io.camber.bus.transport.MessageListener;
import io.camber.evaluation.JuryConfig;
import io.camber.evaluation.judgement.Judgement;
import io.camber.map.RoadMap;
import io.camber.sim.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Watches while the drive goes on. */
public final class LiveWatch implements Watch {
  private final Judging judging;
  private final Album album = new Album();
  private final Optional<TicketWatch> tickets;

  public LiveWatch(World world, RoadMap map, JuryConfig config, boolean withTickets) {
    judging = Judging.of(world, map, config);
    tickets = withTickets ? Optional.of(new TicketWatch(map)) : Optional.empty();
  }

  @Override
  public List<MessageListener> listeners() {
    List<MessageListener> listeners = new ArrayList<>(List.of(judging, album));
    tickets.ifPresent(listeners::add);
    return listeners;
  }

  @Override
  public Seen finish(long endNs, Optional<String> failure, boolean interrupted) {
    Judgement judgement =
        failure.map(Judgement::error).orElseGet(() -> judging.finish(endNs, interrupted));
    return new Seen(judgement, judging.jury(), album.pictures(), tickets.map(TicketWatch::scan));
  }
}
