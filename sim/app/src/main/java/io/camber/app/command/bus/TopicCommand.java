package io.camber.app.command.bus;

import io.camber.app.command.option.BusChoice;
import io.camber.app.command.option.CommandFamily;
import io.camber.app.command.option.ExitCode;
import io.camber.app.input.Suggestions;
import io.camber.app.metrics.BusMetrics;
import io.camber.app.rig.BusProbe;
import io.camber.app.rig.BusView;
import io.camber.app.rig.TopicRate;
import io.camber.bus.MalformedMessageException;
import io.camber.bus.Topic;
import io.camber.bus.transport.Endpoint;
import io.camber.bus.transport.Endpoint.Direction;
import io.camber.diagnostics.InputException;
import io.camber.messages.MessageText;
import io.camber.messages.Topics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Topics of a live bus, some of it also of a log. */
@Command(
    name = "topic",
    description = "Topics of a live bus; echo, hz, bw and delay also of a log.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class TopicCommand extends CommandFamily {
  private static final String WINDOW = "2";

  @Command(
      name = "list",
      description = "Every topic with its type, publishers and subscribers.",
      mixinStandardHelpOptions = true)
  int list(@Mixin BusChoice bus) {
    try (BusProbe probe = bus.join()) {
      BusView view = probe.look();
      for (String topic : view.topics()) {
        List<Endpoint> from = view.ofTopic(topic, Direction.PUBLISHES);
        List<Endpoint> to = view.ofTopic(topic, Direction.SUBSCRIBES);
        Endpoint any = from.isEmpty() ? to.get(0) : from.get(0);
        out()
            .printf(
                Locale.ROOT,
                "%-34s %-28s %d publisher%s %d subscriber%s%n",
                topic,
                any.topic().schemaName(),
                from.size(),
                from.size() == 1 ? " " : "s",
                to.size(),
                to.size() == 1 ? "" : "s");
      }
    }
    return done();
  }

  @Command(
      name = "info",
      description = "Who publishes and who wants a topic, with QoS and counters.",
      mixinStandardHelpOptions = true)
  int info(@Parameters(index = "0", paramLabel = "TOPIC") String name, @Mixin BusChoice bus) {
    try (BusProbe probe = bus.join()) {
      BusView view = probe.look();
      requireTopic(view, name);
      for (Direction direction : Direction.values()) {
        for (Endpoint end : view.ofTopic(name, direction)) {
          out().println(line(end));
        }
      }
    }
    return done();
  }

  private static String line(Endpoint end) {
    var qos = end.topic().qos();
    var counters = end.counters();
    return String.format(
        Locale.ROOT,
        "%-10s %-18s pid %-7d %s %s depth %d  schema %s %016x  %d messages %d bytes %d lost %d refused",
        end.direction().name().toLowerCase(Locale.ROOT),
        end.node(),
        end.pid(),
        qos.reliability().name().toLowerCase(Locale.ROOT),
        qos.durability().name().toLowerCase(Locale.ROOT),
        qos.depth(),
        end.topic().schemaName(),
        end.topic().schemaHash(),
        counters.messages(),
        counters.bytes(),
        counters.lost(),
        counters.refused());
  }

  @Command(
      name = "hz",
      description = "Rates, read from the publishers' counters without subscribing.",
      mixinStandardHelpOptions = true)
  int hz(
      @Parameters(index = "0", arity = "0..1", paramLabel = "TOPIC", description = "default: all")
          @Nullable
          String name,
      @Option(names = "--window", paramLabel = "S", defaultValue = WINDOW) double windowS,
      @Mixin TopicSource source)
      throws InterruptedException, IOException {
    if (source.isLog()) {
      log(source).hz(name);
      return done();
    }
    for (TopicRate rate : rates(source, name, windowS)) {
      out()
          .printf(
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

  @Command(
      name = "bw",
      description = "Bytes per second, read from the publishers' counters.",
      mixinStandardHelpOptions = true)
  int bw(
      @Parameters(index = "0", arity = "0..1", paramLabel = "TOPIC", description = "default: all")
          @Nullable
          String name,
      @Option(names = "--window", paramLabel = "S", defaultValue = WINDOW) double windowS,
      @Mixin TopicSource source)
      throws InterruptedException, IOException {
    if (source.isLog()) {
      log(source).bw(name);
      return done();
    }
    for (TopicRate rate : rates(source, name, windowS)) {
      out()
          .printf(
              Locale.ROOT,
              "%-34s %10.1f kB/s  %.1f kB a message%n",
              rate.topic(),
              rate.bytesPerS() / 1e3,
              rate.messages() == 0 ? 0.0 : rate.bytes() / 1e3 / rate.messages());
    }
    return done();
  }

  private List<TopicRate> rates(TopicSource bus, @Nullable String name, double windowS)
      throws InterruptedException {
    try (BusProbe probe = bus.join()) {
      BusView view = probe.look();
      if (name != null) {
        requireTopic(view, name);
      }
      return probe.rates(name == null ? view.topics() : List.of(name), windowS);
    }
  }

  @Command(
      name = "metrics",
      description = "Every end's counters in the format of OpenMetrics, once.",
      mixinStandardHelpOptions = true)
  int metrics(@Mixin BusChoice bus) {
    try (BusMetrics metrics = new BusMetrics(bus.join())) {
      out().print(metrics.scrape(BusMetrics.OPEN_METRICS));
    }
    return done();
  }

  @Command(
      name = "echo",
      description = "Prints messages as they come; bulk bytes by their size.",
      mixinStandardHelpOptions = true)
  int echo(
      @Parameters(index = "0", paramLabel = "TOPIC") String name,
      @Option(names = "--count", paramLabel = "N", defaultValue = "1") int count,
      @Option(names = "--timeout", paramLabel = "S", defaultValue = "10") double timeoutS,
      @Mixin TopicSource source)
      throws IOException {
    if (source.isLog()) {
      log(source).echo(name, count);
      return done();
    }
    Topic<?> topic = known(name);
    try (BusProbe probe = source.enter()) {
      int seen = probe.listen(topic, count, timeoutS, (publisher, header, payload) -> {
        out()
            .printf(
                Locale.ROOT,
                "# %s sequence %d at %.6f s%n",
                publisher,
                header.sequence(),
                header.publishTimeNs() / 1e9);
        out().print(MessageText.of(topic.codec().schema(), payload));
        out().println("---");
        out().flush();
      });
      return enough(seen, name, timeoutS);
    }
  }

  @Command(
      name = "delay",
      description = "Time from measurement to publication, over some messages.",
      mixinStandardHelpOptions = true)
  int delay(
      @Parameters(index = "0", paramLabel = "TOPIC") String name,
      @Option(names = "--count", paramLabel = "N", defaultValue = "50") int count,
      @Option(names = "--timeout", paramLabel = "S", defaultValue = "10") double timeoutS,
      @Mixin TopicSource source)
      throws IOException {
    if (source.isLog()) {
      log(source).delay(name);
      return done();
    }
    List<Long> delays = new ArrayList<>();
    try (BusProbe probe = source.enter()) {
      probe.listen(
          known(name),
          count,
          timeoutS,
          (publisher, header, payload) ->
              delays.add(header.publishTimeNs() - header.measurementTimeNs()));
    }
    if (!delays.isEmpty()) {
      Collections.sort(delays);
      out()
          .printf(
              Locale.ROOT,
              "%s  median %.2f ms  max %.2f ms  over %d messages%n",
              name,
              delays.get(delays.size() / 2) / 1e6,
              delays.get(delays.size() - 1) / 1e6,
              delays.size());
    }
    return enough(delays.size(), name, timeoutS);
  }

  @Command(
      name = "pub",
      description = "Publishes a message given in protobuf's text format.",
      mixinStandardHelpOptions = true)
  int pub(
      @Parameters(index = "0", paramLabel = "TOPIC") String name,
      @Parameters(index = "1", paramLabel = "MESSAGE", description = "such as 'speed_mps: 3.5'")
          String text,
      @Option(names = "--count", paramLabel = "N", defaultValue = "1") int count,
      @Option(names = "--hz", paramLabel = "RATE", defaultValue = "10") double hz,
      @Mixin BusChoice bus)
      throws InterruptedException {
    Topic<?> topic = known(name);
    if (count < 1 || !(hz > 0.0) || hz > 1e3) {
      throw new InputException(
          "--count=" + count + " --hz=" + hz + ": at least one message, at up to 1000 Hz");
    }
    byte[] payload;
    try {
      payload = MessageText.parse(topic.codec().schema(), text);
    } catch (MalformedMessageException e) {
      throw new InputException(String.valueOf(e.getMessage()), e);
    }
    try (BusProbe probe = bus.enter()) {
      int taken = probe.publish(topic, payload, count, hz);
      if (taken < count) {
        err()
            .println("error: " + (count - taken) + " of " + count + " messages on " + name
                + " were refused: a reader is too slow");
        err().flush();
        return ExitCode.ERROR;
      }
    }
    return done();
  }

  private LogTopics log(TopicSource source) {
    return new LogTopics(source, out(), err());
  }

  private static Topic<?> known(String name) {
    return Topics.find(name)
        .orElseThrow(() -> new InputException("there is no topic " + name
            + Suggestions.hint(name, Topics.all().stream().map(Topic::name).toList())));
  }

  private static void requireTopic(BusView view, String name) {
    if (!view.topics().contains(name)) {
      throw new InputException("nobody publishes or wants " + name
          + Suggestions.hint(name, view.topics())
          + view.topics().stream().collect(Collectors.joining(", ", "\n  there are: ", "")));
    }
  }

  private int enough(int seen, String name, double timeoutS) {
    if (seen == 0) {
      commandLine().getErr().println("error: nothing came on " + name + " in " + timeoutS + " s");
      err().flush();
      return ExitCode.ERROR;
    }
    return done();
  }

  private int done() {
    out().flush();
    return ExitCode.OK;
  }
}
