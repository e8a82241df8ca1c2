package io.camber.app.command.bus;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@code camber topic} tells of a live bus as well as of a log; each answers with an exit code. */
interface TopicAnswers {
  /** Rates over a window of a bus, or over a whole log; of one topic or of all. */
  int hz(@Nullable String topic, double windowS) throws InterruptedException, IOException;

  /** Bytes a second, likewise. */
  int bw(@Nullable String topic, double windowS) throws InterruptedException, IOException;

  /** Messages as text; on a bus as long as somebody is patient. */
  int echo(String topic, int count, double timeoutS) throws IOException;

  /** Time from measurement to publication. */
  int delay(String topic, int count, double timeoutS) throws IOException;

  static String bandwidth(String topic, double bytesPerS, long bytes, long messages) {
    return String.format(
        Locale.ROOT,
        "%-34s %10.1f kB/s  %.1f kB a message",
        topic,
        bytesPerS / 1e3,
        messages == 0 ? 0.0 : bytes / 1e3 / messages);
  }

  /** Of at least one delay, in ascending order. */
  static String delays(String topic, List<Long> delaysNs) {
    return String.format(
        Locale.ROOT,
        "%s  median %.2f ms  max %.2f ms  over %d messages",
        topic,
        delaysNs.get(delaysNs.size() / 2) / 1e6,
        delaysNs.get(delaysNs.size() - 1) / 1e6,
        delaysNs.size());
  }
}
