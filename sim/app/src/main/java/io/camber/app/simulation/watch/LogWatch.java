package io.camber.app.simulation.watch;

import io.camber.app.recorded.LoggedDrive;
import io.camber.app.recorded.LoggedScan;
import io.camber.bus.transport.MessageListener;
import io.camber.evaluation.Jury;
import io.camber.evaluation.judgement.Judgement;
import io.camber.map.RoadMap;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Looks into the log when the drive is over. On the wall clock everybody who watches takes time from the car, and what they
 * keep makes the world stand still while memory is tidied up.
 */
public final class LogWatch implements Watch {
  private final Path log;
  private final Jury jury;
  private final RoadMap map;

  public LogWatch(Path log, Jury jury, RoadMap map) {
    this.log = log;
    this.jury = jury;
    this.map = map;
  }

  @Override
  public List<MessageListener> listeners() {
    return List.of();
  }

  @Override
  public Seen finish(long endNs, Optional<String> failure, boolean interrupted) {
    LoggedDrive.Seen seen = LoggedDrive.show(log, jury, map);
    Judgement judgement = failure
        .map(Judgement::error)
        .orElseGet(() -> Judging.of(jury.finish(endNs), endNs, interrupted));
    return new Seen(judgement, Optional.of(jury), seen.album(), Optional.of(LoggedScan.of(log)));
  }
}
