package io.camber.evaluation.report;

import io.camber.evaluation.judgement.Judgement;
import io.camber.evaluation.judgement.KeyEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A moment that the report shows close up.
 *
 * @param number counts from 1 in order of time
 * @param snapshot where everyone stood, if kept
 */
record Moment(int number, KeyEvent event, Optional<Snapshot> snapshot) {
  private static final int COUNT_MAX = 6;

  /** Nearer than this two events are one moment. */
  private static final long APART_NS = 400_000_000L;

  long timeNs() {
    return event.timeNs();
  }

  String style() {
    return event.severity().name().toLowerCase(Locale.ROOT);
  }

  String title() {
    return String.format(
        Locale.ROOT, "%.2f s – %s: %s", event.timeNs() * 1e-9, event.kind(), event.detail());
  }

  /**
   * A time as the report shows it. The page needs no server, so it cannot link to one; {@code camber view} makes links of
   * these marks when it serves the page.
   *
   * @param format of the seconds
   */
  static String mark(long timeNs, String format) {
    double timeS = timeNs * 1e-9;
    return String.format(Locale.ROOT, "<span class=\"moment\" data-at=\"%.2f\">", timeS)
        + String.format(Locale.ROOT, format, timeS) + "</span>";
  }

  /** The worst events first, then filled up with the start and the end of the drive; by time. */
  static List<Moment> of(Judgement judgement, DriveAlbum album) {
    List<KeyEvent> candidates = new ArrayList<>(judgement.events());
    candidates.removeIf(event -> event.kind().equals("scenario"));
    candidates.sort(
        Comparator.comparing(KeyEvent::severity).reversed().thenComparingLong(KeyEvent::timeNs));
    int rows = judgement.series().size();
    if (rows > 0) {
      candidates.add(info(judgement.series().timeNs(rows - 1), "end", "end of the drive"));
      candidates.add(info(judgement.series().timeNs(0), "start", "start of the drive"));
      candidates.add(info(judgement.series().timeNs(rows / 2), "half", "half-way"));
    }
    List<KeyEvent> chosen = new ArrayList<>();
    for (KeyEvent event : candidates) {
      boolean isNew =
          chosen.stream().allMatch(other -> Math.abs(other.timeNs() - event.timeNs()) >= APART_NS);
      if (isNew && chosen.size() < COUNT_MAX) {
        chosen.add(event);
      }
    }
    chosen.sort(Comparator.comparingLong(KeyEvent::timeNs));
    List<Moment> moments = new ArrayList<>();
    for (KeyEvent event : chosen) {
      moments.add(new Moment(moments.size() + 1, event, album.snapshot(event.timeNs())));
    }
    return moments;
  }

  private static KeyEvent info(long timeNs, String kind, String detail) {
    return new KeyEvent(timeNs, KeyEvent.Severity.INFO, kind, detail);
  }
}
