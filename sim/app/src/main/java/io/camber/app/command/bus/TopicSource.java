package io.camber.app.command.bus;

import io.camber.app.log.LogSelection;
import io.camber.app.log.Logs;
import io.camber.app.rig.BusAddress;
import io.camber.app.rig.BusProbe;
import io.camber.diagnostics.InputException;
import io.camber.mcap.McapFile;
import io.camber.mcap.MessageSelection;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command looks at topics: a live bus or a log. */
final class TopicSource {
  private static final String WHERE = "say where to look: --bus ADDRESS or --log LOG";

  @Option(
      names = "--bus",
      paramLabel = "ADDRESS",
      description = "a live bus, such as shm:NAME; a run with --processes prints its own")
  private @Nullable String bus;

  @Option(names = "--log", paramLabel = "LOG", description = "a log instead: file or run folder")
  private @Nullable Path log;

  /** What it says, of the one place that is named. */
  TopicAnswers answers(PrintWriter out, PrintWriter err) {
    if ((bus == null) == (log == null)) {
      throw new InputException(WHERE);
    }
    return log != null ? new LogTopics(this, out, err) : new LiveTopics(this, out, err);
  }

  /** Looks at a bus on which somebody is. */
  BusProbe join() {
    address().requireSomebody();
    return enter();
  }

  /** Waits on a bus, also as the first. */
  BusProbe enter() {
    return BusProbe.join(address());
  }

  private BusAddress address() {
    if (bus == null) {
      throw new InputException(WHERE);
    }
    return BusAddress.parse(bus);
  }

  McapFile open() throws IOException {
    if (log == null) {
      throw new InputException(WHERE);
    }
    return Logs.open(log);
  }

  /** The messages of one topic of the log, or of all. */
  static MessageSelection selection(McapFile log, @Nullable String topic) {
    List<String> topics = topic == null ? List.of() : List.of(topic);
    return new LogSelection(topics, List.of(), Optional.empty(), Optional.empty()).in(log);
  }
}
