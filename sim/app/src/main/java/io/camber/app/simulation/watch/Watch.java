package io.camber.app.simulation.watch;

import io.camber.bus.transport.MessageListener;
import io.camber.evaluation.Jury;
import io.camber.evaluation.judgement.Judgement;
import io.camber.evaluation.report.DriveAlbum;
import io.camber.jury.ticket.Scan;
import java.util.List;
import java.util.Optional;

/** Sees a drive for the jury, the report and the checks that need no truth: while it goes on, or afterwards in its log. */
public interface Watch {
  /**
   * What was seen.
   *
   * @param judgement the jury's word
   * @param jury the jury itself; none when the storyboard drove all
   * @param scan the checks; none when there is nowhere to keep what they find
   */
  record Seen(Judgement judgement, Optional<Jury> jury, DriveAlbum album, Optional<Scan> scan) {}

  /** Who has to hear every message while the drive goes on. */
  List<MessageListener> listeners();

  /**
   * Asks for the jury's word, once, when the drive has ended and its log is closed.
   *
   * @param endNs of the run's clock
   * @param failure what ended the drive before its time
   * @param interrupted whether somebody cut it short
   */
  Seen finish(long endNs, Optional<String> failure, boolean interrupted);
}
