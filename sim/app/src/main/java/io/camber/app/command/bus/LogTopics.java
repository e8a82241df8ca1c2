package io.camber.app.command.bus;

import io.camber.app.log.LogPrinter;
import io.camber.app.log.TopicDelays;
import io.camber.app.log.TopicFigures;
import io.camber.mcap.McapFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Answers of {@code camber topic} from a log. */
final class LogTopics {
  private final TopicSource source;
  private final PrintWriter out;
  private final PrintWriter err;

  LogTopics(TopicSource source, PrintWriter out, PrintWriter err) {
    this.source = source;
    this.out = out;
    this.err = err;
  }

  void hz(@Nullable String name) throws IOException {
    try (McapFile log = source.open()) {
      for (TopicFigures topic :
          TopicFigures.of(log, TopicSource.selection(log, name), err::println)) {
        out.printf(
            Locale.ROOT,
            "%-34s %8.2f Hz  %d lost  longest gap %.3f s  (%d messages in %.2f s)%n",
            topic.topic(),
            topic.hz(),
            topic.lost(),
            topic.gapSMax(),
            topic.messages(),
            topic.spanS());
      }
    }
    out.flush();
  }

  void bw(@Nullable String name) throws IOException {
    try (McapFile log = source.open()) {
      for (TopicFigures topic :
          TopicFigures.of(log, TopicSource.selection(log, name), err::println)) {
        out.printf(
            Locale.ROOT,
            "%-34s %10.1f kB/s  %.1f kB a message%n",
            topic.topic(),
            topic.bytesPerS() / 1e3,
            topic.bytes() / 1e3 / topic.messages());
      }
    }
    out.flush();
  }

  void echo(String name, int count) throws IOException {
    try (McapFile log = source.open()) {
      new LogPrinter(log, out, false).print(TopicSource.selection(log, name), count, err::println);
    }
  }

  void delay(String name) throws IOException {
    try (McapFile log = source.open()) {
      TopicSource.selection(log, name);
      List<Long> delays = TopicDelays.ofNs(log, name, err::println);
      if (!delays.isEmpty()) {
        out.printf(
            Locale.ROOT,
            "%s  median %.2f ms  max %.2f ms  over %d messages%n",
            name,
            delays.get(delays.size() / 2) / 1e6,
            delays.get(delays.size() - 1) / 1e6,
            delays.size());
      }
    }
    out.flush();
  }
}
