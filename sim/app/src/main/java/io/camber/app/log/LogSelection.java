package io.camber.app.log;

import io.camber.app.input.Suggestions;
import io.camber.diagnostics.InputException;
import io.camber.mcap.McapFile;
import io.camber.mcap.McapRecord;
import io.camber.mcap.MessageSelection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which messages of a log somebody wants, in people's terms.
 *
 * @param topics names or patterns; {@code *} stands for anything within a level, {@code **} across levels; empty means all
 * @param excluded the same, taken away again
 * @param fromS seconds after the first message
 * @param toS seconds after the first message, included
 */
public record LogSelection(
    List<String> topics, List<String> excluded, Optional<Double> fromS, Optional<Double> toS) {
  private static final double NS = 1e-9;

  /** Everything. */
  public static final LogSelection ALL =
      new LogSelection(List.of(), List.of(), Optional.empty(), Optional.empty());

  /** The selection in terms of the log; refuses patterns that meet no topic of it. */
  public MessageSelection in(McapFile log) {
    SortedSet<String> names = new TreeSet<>();
    log.summary().channels().values().forEach(channel -> names.add(channel.topic()));
    SortedSet<String> wanted = topics.isEmpty() ? new TreeSet<>(names) : matching(topics, names);
    wanted.removeAll(excluded.isEmpty() ? List.of() : matching(excluded, names));
    if (wanted.isEmpty() && !names.isEmpty()) {
      throw new InputException("no topic is left; the log has " + names);
    }
    long startNs =
        log.summary().statistics().map(McapRecord.Statistics::startNs).orElse(0L);
    return new MessageSelection(
        wanted,
        fromS.map(from -> startNs + Math.round(from / NS)).orElse(0L),
        toS.map(to -> startNs + Math.round(to / NS)).orElse(-1L));
  }

  private static SortedSet<String> matching(List<String> patterns, SortedSet<String> names) {
    SortedSet<String> found = new TreeSet<>();
    for (String pattern : patterns) {
      Pattern regex = regex(pattern);
      List<String> met =
          names.stream().filter(name -> regex.matcher(name).matches()).toList();
      if (met.isEmpty()) {
        throw new InputException("no topic " + pattern + " in the log"
            + Suggestions.hint(pattern, List.copyOf(names)) + "\n  there are: "
            + String.join(", ", names));
      }
      found.addAll(met);
    }
    return found;
  }

  private static Pattern regex(String pattern) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c != '*') {
        regex.append(Pattern.quote(String.valueOf(c)));
      } else if (i + 1 < pattern.length() && pattern.charAt(i + 1) == '*') {
        regex.append(".*");
        i++;
      } else {
        regex.append("[^/]*");
      }
    }
    return Pattern.compile(regex.toString());
  }
}
