package io.camber.app.command.bus;

import io.camber.app.command.option.ExitCode;
import io.camber.app.log.LogPrinter;
import io.camber.app.log.TopicDelays;
import io.camber.app.log.TopicFigures;
import io.camber.mcap.McapFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Answers of {@code camber topic} from a log, which is read to its end: windows and patience are for a live bus. */
final class LogTopics implements TopicAnswers {
  private final TopicSource source;
  private final PrintWriter out;
  private final PrintWriter err;

  LogTopics(TopicSource source, PrintWriter out, PrintWriter err) {
    this.source = source;
    this.out = out;
    this.err = err;
  }

  @Override
  public int hz(@Nullable String topic, double windowS) throws IOException {
    for (TopicFigures each : figures(topic)) {
      out.printf(
          Locale.ROOT,
          "%-34s %8.2f Hz  %d lost  longest gap %.3f s  (%d messages in %.2f s)%n",
          each.topic(),
          each.hz(),
          each.lost(),
          each.gapSMax(),
          each.messages(),
          each.spanS());
    }
    return done();
  }

  @Override
  public int bw(@Nullable String topic, double windowS) throws IOException {
    for (TopicFigures each : figures(topic)) {
      out.println(
          TopicAnswers.bandwidth(each.topic(), each.bytesPerS(), each.bytes(), each.messages()));
    }
    return done();
  }

  private Collection<TopicFigures> figures(@Nullable String topic) throws IOException {
    try (McapFile log = source.open()) {
      return TopicFigures.of(log, TopicSource.selection(log, topic), err::println);
    }
  }

  @Override
  public int echo(String topic, int count, double timeoutS) throws IOException {
    try (McapFile log = source.open()) {
      new LogPrinter(log, out, false).print(TopicSource.selection(log, topic), count, err::println);
    }
    return done();
  }

  @Override
  public int delay(String topic, int count, double timeoutS) throws IOException {
    try (McapFile log = source.open()) {
      TopicSource.selection(log, topic);
      List<Long> delaysNs = TopicDelays.ofNs(log, topic, err::println);
      if (!delaysNs.isEmpty()) {
        out.println(TopicAnswers.delays(topic, delaysNs));
      }
    }
    return done();
  }

  private int done() {
    out.flush();
    return ExitCode.OK;
  }
}
