package io.camber.jury.ticket;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What became of the tickets of all runs of a book, told check by check from the oldest version of the check and the oldest run on. The
 * same runs tell the same story in whatever order they were scanned.
 */
final class TicketStory {
  private final SortedMap<String, TicketEntry> entries = new TreeMap<>();
  private final SortedMap<String, Double> miles = new TreeMap<>();
  private final SortedSet<String> counted = new TreeSet<>();
  private final Map<String, String> outcomes = new TreeMap<>();

  private TicketStory() {}

  /** One answer of a check about one run. */
  private record Step(BookRun run, BookRun.Answer answer) {
    String check() {
      return answer.check();
    }

    int version() {
      return answer.asked().version();
    }

    String subject() {
      return check() + " " + run.drive().variant();
    }

    /** Runs that should come out the same, asked the same. */
    String lane() {
      return answer.label() + " " + run.lane();
    }
  }

  static List<TicketEntry> of(Collection<BookRun> runs) {
    List<Step> steps = new ArrayList<>();
    runs.forEach(run -> run.answers().values().forEach(one -> steps.add(new Step(run, one))));
    steps.sort(Comparator.comparing(Step::check)
        .thenComparingInt(Step::version)
        .thenComparing(step -> step.run().key())
        .thenComparing(step -> step.answer().label()));
    TicketStory story = new TicketStory();
    steps.forEach(story::tell);
    return story.entries.values().stream()
        .map(entry -> entry.withMiles(story.miles.getOrDefault(
            entry.check() + " " + new DriveId(entry.scenario(), entry.setup(), 0).variant(), 0.0)))
        .toList();
  }

  /** A run that comes out as the one before it adds nothing. */
  private void tell(Step step) {
    String before = outcomes.put(step.lane(), step.run().hash());
    if (Objects.equals(before, step.run().hash())) {
      return;
    }
    ScannedRun run = step.run().asked(step.answer());
    boolean isCounted = !counted.add(step.check() + " " + step.run().key());
    if (!isCounted) {
      miles.merge(step.subject(), run.miles(), Double::sum);
    }
    SortedSet<String> seen = new TreeSet<>();
    for (Finding finding : run.findings()) {
      String key = TicketEntry.key(finding, run.drive());
      seen.add(key);
      TicketEntry known = entries.get(key);
      entries.put(
          key,
          known == null
              ? TicketEntry.opened(finding, run)
              : known.seenAgain(finding, run, isCounted));
    }
    entries.replaceAll((key, entry) -> seen.contains(key) || !isAbout(entry, step)
        ? entry
        : entry.notSeen(run, step.answer().asked()));
  }

  private static boolean isAbout(TicketEntry entry, Step step) {
    return entry.check().equals(step.check())
        && entry.scenario().equals(step.run().drive().scenario())
        && entry.setup().equals(step.run().drive().setup());
  }
}
