package io.camber.jury.ticket;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All scanned runs, and the tickets that follow from them. Which run was scanned first does not matter, only which was made first. Asking
 * the same checks of the same drive again changes nothing; checks that were not asked of it before are.
 */
public final class TicketBook {
  private final SortedMap<String, BookRun> runs = new TreeMap<>();
  private @Nullable List<TicketEntry> told;

  /** An empty book. */
  public TicketBook() {}

  TicketBook(Collection<BookRun> runs) {
    runs.forEach(run -> this.runs.put(run.key(), run));
  }

  /** Takes in a drive; false when all that was asked of it, and how it came out, is in the book already. */
  public boolean add(ScannedRun scanned) {
    BookRun run = BookRun.of(scanned);
    boolean isKnown = runs.values().stream()
        .anyMatch(one ->
            one.lane().equals(run.lane()) && one.hash().equals(run.hash()) && one.hasAnswers(run));
    runs.merge(run.key(), run, BookRun::plus);
    told = null;
    return !isKnown;
  }

  /** What came back first, then what is open, the severest first, then what is fixed. */
  public List<TicketEntry> entries() {
    List<TicketEntry> entries = told;
    if (entries == null) {
      entries = TicketStory.of(runs.values()).stream()
          .sorted(Comparator.comparingInt((TicketEntry one) -> rank(one.state()))
              .thenComparing(
                  Comparator.comparingDouble((TicketEntry one) -> -one.worst().severity()))
              .thenComparing(Comparator.comparingInt(TicketEntry::count).reversed())
              .thenComparing(one -> one.key()))
          .toList();
      told = entries;
    }
    return entries;
  }

  public Optional<TicketEntry> find(String key) {
    return entries().stream().filter(one -> one.key().equals(key)).findFirst();
  }

  /** All runs, the oldest first. */
  Collection<BookRun> runs() {
    return List.copyOf(runs.values());
  }

  private static int rank(TicketState state) {
    return switch (state) {
      case REGRESSED -> 0;
      case OPEN -> 1;
      case FIXED -> 2;
    };
  }
}
