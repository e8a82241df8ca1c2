package io.camber.app.log;

import io.camber.app.input.Suggestions;
import io.camber.diagnostics.InputException;
import io.camber.mcap.McapFile;
import io.camber.mcap.McapRecord;
import io.camber.mcap.MessageSelection;
import java.util.List;
import java.util.Locale;
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

  /** The end of a log is told in milliseconds, and may be typed so. */
  private static final double ROUNDED_S = 1e-3;

  /** Everything. */
  public static final LogSelection ALL =
      new LogSelection(List.of(), List.of(), Optional.empty(), Optional.empty());

  public LogSelection {
    double begin = fromS.orElse(0.0);
    double end = toS.orElse(Double.MAX_VALUE);
    if (!(begin >= 0.0) || !(end >= begin) || Double.isInfinite(end)) {
      throw new InputException((fromS.map(from -> "--from " + from + " ").orElse("")
              + toS.map(to -> "--to " + to + " ").orElse(""))
          + "is no stretch of time; both are seconds after the first message");
    }
  }

  /** The selection in terms of the log; refuses patterns that meet no topic of it, and times behind its end. */
  public MessageSelection in(McapFile log) {
    SortedSet<String> names = new TreeSet<>();
    log.summary().channels().values().forEach(channel -> names.add(channel.topic()));
    SortedSet<String> wanted = topics.isEmpty() ? new TreeSet<>(names) : matching(topics, names);
    wanted.removeAll(excluded.isEmpty() ? List.of() : matching(excluded, names));
    if (wanted.isEmpty() && !names.isEmpty()) {
      throw new InputException("no topic is left; the log has " + names);
    }
    Optional<McapRecord.Statistics> statistics = log.summary().statistics();
    long startNs = statistics.map(McapRecord.Statistics::startNs).orElse(0L);
    long spanNs = statistics.map(found -> found.endNs() - startNs).orElse(Long.MAX_VALUE);
    fromS.ifPresent(from -> requireWithin(from, spanNs));
    return new MessageSelection(
        wanted,
        fromS.map(from -> startNs + Math.round(from / NS)).orElse(0L),
        toS.filter(to -> to < spanNs * NS)
            .map(to -> startNs + Math.round(to / NS))
            .orElse(-1L));
  }

  /** Refuses a beginning behind the end of a log that spans so much. */
  public static void requireWithin(double fromS, long spanNs) {
    if (fromS > spanNs * NS + ROUNDED_S) {
      throw new InputException(String.format(
          Locale.ROOT,
          "--from %s is behind the end of the log, which is %.3f s long",
          fromS,
          spanNs * NS));
    }
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
