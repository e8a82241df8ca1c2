package io.camber.app.command.bus;

import io.camber.app.command.option.ExitCode;
import io.camber.app.input.Suggestions;
import io.camber.app.rig.BusProbe;
import io.camber.app.rig.BusView;
import io.camber.app.rig.TopicRate;
import io.camber.bus.Topic;
import io.camber.diagnostics.InputException;
import io.camber.messages.MessageText;
import io.camber.messages.Topics;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers of {@code camber topic} from a live bus. */
final class LiveTopics implements TopicAnswers {
  private final TopicSource source;
  private final PrintWriter out;
  private final PrintWriter err;

  LiveTopics(TopicSource source, PrintWriter out, PrintWriter err) {
    this.source = source;
    this.out = out;
    this.err = err;
  }

  @Override
  public int hz(@Nullable String topic, double windowS) throws InterruptedException {
    for (TopicRate rate : rates(topic, windowS)) {
      out.printf(
          Locale.ROOT,
          "%-34s %8.2f Hz  %d lost  (%d messages in %.2f s, publisher counters)%n",
          rate.topic(),
          rate.hz(),
          rate.lost(),
          rate.messages(),
          rate.windowS());
    }
    return done();
  }

  @Override
  public int bw(@Nullable String topic, double windowS) throws InterruptedException {
    for (TopicRate rate : rates(topic, windowS)) {
      out.println(
          TopicAnswers.bandwidth(rate.topic(), rate.bytesPerS(), rate.bytes(), rate.messages()));
    }
    return done();
  }

  private List<TopicRate> rates(@Nullable String topic, double windowS)
      throws InterruptedException {
    try (BusProbe probe = source.join()) {
      BusView view = probe.look();
      if (topic != null) {
        requireTopic(view, topic);
      }
      return probe.rates(topic == null ? view.topics() : List.of(topic), windowS);
    }
  }

  @Override
  public int echo(String topic, int count, double timeoutS) {
    Topic<?> known = known(topic);
    try (BusProbe probe = source.enter()) {
      int seen = probe.listen(known, count, timeoutS, (publisher, header, payload) -> {
        out.printf(
            Locale.ROOT,
            "# %s sequence %d at %.6f s%n",
            publisher,
            header.sequence(),
            header.publishTimeNs() / 1e9);
        out.print(MessageText.of(known.codec().schema(), payload));
        out.println("---");
        out.flush();
      });
      return enough(seen, topic, timeoutS);
    }
  }

  @Override
  public int delay(String topic, int count, double timeoutS) {
    List<Long> delaysNs = new ArrayList<>();
    try (BusProbe probe = source.enter()) {
      probe.listen(
          known(topic),
          count,
          timeoutS,
          (publisher, header, payload) ->
              delaysNs.add(header.publishTimeNs() - header.measurementTimeNs()));
    }
    if (!delaysNs.isEmpty()) {
      Collections.sort(delaysNs);
      out.println(TopicAnswers.delays(topic, delaysNs));
    }
    return enough(delaysNs.size(), topic, timeoutS);
  }

  /** A topic that this build knows, so its messages can be read. */
  static Topic<?> known(String name) {
    return Topics.find(name)
        .orElseThrow(() -> new InputException("there is no topic " + name
            + Suggestions.hint(name, Topics.all().stream().map(Topic::name).toList())));
  }

  static void requireTopic(BusView view, String name) {
    if (!view.topics().contains(name)) {
      throw new InputException("nobody publishes or wants " + name
          + Suggestions.hint(name, view.topics())
          + view.topics().stream().collect(Collectors.joining(", ", "\n  there are: ", "")));
    }
  }

  private int enough(int seen, String topic, double timeoutS) {
    if (seen == 0) {
      err.println("error: nothing came on " + topic + " in " + timeoutS + " s");
      err.flush();
      return ExitCode.ERROR;
    }
    return done();
  }

  private int done() {
    out.flush();
    return ExitCode.OK;
  }
}
