package io.camber.app.command.option;

import io.camber.app.log.LogSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which messages of a log a command takes. */
public final class LogChoice {
  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      split = ",",
      description = "name or pattern: * within a level, ** across levels (default: all)")
  private List<String> topics = new ArrayList<>();

  @Option(
      names = "--exclude",
      paramLabel = "TOPIC",
      split = ",",
      description = "names or patterns to leave out")
  private List<String> excluded = new ArrayList<>();

  @Option(names = "--from", paramLabel = "S", description = "seconds after the first message")
  private @Nullable Double fromS;

  @Option(
      names = "--to",
      paramLabel = "S",
      description = "seconds after the first message, included")
  private @Nullable Double toS;

  public LogSelection selection() {
    return new LogSelection(topics, excluded, Optional.ofNullable(fromS), Optional.ofNullable(toS));
  }

  public boolean hasBeginning() {
    return fromS != null;
  }

  public boolean hasTimes() {
    return fromS != null || toS != null;
  }

  public boolean hasTopics() {
    return !topics.isEmpty() || !excluded.isEmpty();
  }
}
