package io.camber.app.agreement;

import io.camber.app.input.InputFiles;
import io.camber.sim.scenario.Playback;

/** Plays scenarios beside their recordings. Owned by one thread. */
public final class Agreement {
  private final Playback playback = new Playback(InputFiles::readMap);

  /** Plays one without a driver; throws {@link io.camber.diagnostics.InputException} when scenario or recording cannot be read. */
  public ScenarioAgreement of(Reference reference) {
    Recording recording = Recording.read(reference);
    Performance own = Performance.of(playback, reference);
    HappeningComparison.Result happenings =
        HappeningComparison.of(recording.happenings(), own.happenings(), reference.untilS());
    return new ScenarioAgreement(
        reference,
        MotionComparison.share(recording.motion(), own.motion(), reference.driftM()),
        happenings.compared(),
        happenings.differences());
  }
}
