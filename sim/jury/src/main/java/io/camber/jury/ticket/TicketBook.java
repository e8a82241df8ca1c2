package io.camber.jury.ticket;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All tickets, and which drives they were looked for in by which checks. Asking the same checks of the same drive again changes
 * nothing; checks that were not asked of it before are.
 */
public final class TicketBook {
  private final SortedMap<String, TicketEntry> entries = new TreeMap<>();
  private final SortedMap<String, SortedSet<String>> asked = new TreeMap<>();

  /** An empty book. */
  public TicketBook() {}

  TicketBook(List<TicketEntry> entries, Map<String, ? extends Collection<String>> asked) {
    entries.forEach(entry -> this.entries.put(entry.key(), entry));
    asked.forEach((run, labels) -> this.asked.put(run, new TreeSet<>(labels)));
  }

  /** Takes in a drive; false when all that was asked of it is in the book already. */
  public boolean add(ScannedRun run) {
    SortedSet<String> before = asked.computeIfAbsent(key(run), key -> new TreeSet<>());
    Map<String, Asked> fresh = new TreeMap<>(run.asked());
    fresh.entrySet().removeIf(one -> before.contains(one.getValue().label(one.getKey())));
    if (fresh.isEmpty() && !run.asked().isEmpty()) {
      return false;
    }
    SortedSet<String> seen = new TreeSet<>();
    for (Finding finding : run.findings()) {
      if (fresh.containsKey(finding.check())) {
        String key = TicketEntry.key(finding, run.drive());
        seen.add(key);
        TicketEntry known = entries.get(key);
        entries.put(
            key,
            known == null
                ? TicketEntry.opened(finding, run)
                : known.seenAgain(finding, run, isCounted(before, finding.check())));
      }
    }
    for (TicketEntry entry : new ArrayList<>(entries.values())) {
      Asked now = fresh.get(entry.check());
      boolean isDrive = entry.scenario().equals(run.drive().scenario())
          && entry.setup().equals(run.drive().setup());
      if (now != null && isDrive && !seen.contains(entry.key())) {
        entries.put(entry.key(), entry.notSeen(run, now, isCounted(before, entry.check())));
      }
    }
    fresh.forEach((check, one) -> before.add(one.label(check)));
    return true;
  }

  private static String key(ScannedRun run) {
    return run.drive().variant() + " " + run.drive().seed() + " " + run.hash();
  }

  /** Whether an earlier version of the check was asked of the very run. */
  private static boolean isCounted(SortedSet<String> before, String check) {
    return before.stream().anyMatch(label -> label.startsWith(check + "@"));
  }

  /** What came back first, then what is open, the severest first, then what is fixed. */
  public List<TicketEntry> entries() {
    return entries.values().stream()
        .sorted(Comparator.comparingInt((TicketEntry one) -> rank(one.state()))
            .thenComparing(
                Comparator.comparingDouble((TicketEntry one) -> -one.worst().severity()))
            .thenComparing(Comparator.comparingInt(TicketEntry::count).reversed())
            .thenComparing(one -> one.key()))
        .toList();
  }

  public Optional<TicketEntry> find(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** Drives in the book by variant, seed and hash, each with the checks that were asked of it. */
  public SortedMap<String, SortedSet<String>> asked() {
    return Collections.unmodifiableSortedMap(asked);
  }

  private static int rank(TicketState state) {
    return switch (state) {
      case REGRESSED -> 0;
      case OPEN -> 1;
      case FIXED -> 2;
    };
  }
}
