package io.camber.app.command.bus;

import static io.camber.app.command.bus.LiveTopics.known;

import io.camber.app.command.option.BusChoice;
import io.camber.app.command.option.CommandFamily;
import io.camber.app.command.option.ExitCode;
import io.camber.app.metrics.BusMetrics;
import io.camber.app.rig.BusProbe;
import io.camber.app.rig.BusView;
import io.camber.bus.MalformedMessageException;
import io.camber.bus.Topic;
import io.camber.bus.transport.Endpoint;
import io.camber.bus.transport.Endpoint.Direction;
import io.camber.diagnostics.InputException;
import io.camber.messages.MessageText;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
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
      LiveTopics.requireTopic(view, name);
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
    return source.answers(out(), err()).hz(name, windowS);
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
    return source.answers(out(), err()).bw(name, windowS);
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
    return source.answers(out(), err()).echo(name, count, timeoutS);
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
    return source.answers(out(), err()).delay(name, count, timeoutS);
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
}
