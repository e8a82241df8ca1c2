package io.camber.jury.ticket;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** All tickets, and which drives they were looked for in. Scanning the same drive again changes nothing. */
public final class TicketBook {
  private final SortedMap<String, TicketEntry> entries = new TreeMap<>();
  private final SortedSet<String> scanned = new TreeSet<>();

  /** An empty book. */
  public TicketBook() {}

  TicketBook(List<TicketEntry> entries, List<String> scanned) {
    entries.forEach(entry -> this.entries.put(entry.key(), entry));
    this.scanned.addAll(scanned);
  }

  /** Takes in a drive; false when it was in the book already. */
  public boolean add(ScannedRun run) {
    if (!scanned.add(run.scenario() + " " + run.seed() + " " + run.hash())) {
      return false;
    }
    SortedSet<String> seen = new TreeSet<>();
    for (Finding finding : run.findings()) {
      String key = TicketEntry.key(finding, run.scenario());
      seen.add(key);
      TicketEntry known = entries.get(key);
      entries.put(
          key, known == null ? TicketEntry.opened(finding, run) : known.seenAgain(finding, run));
    }
    for (TicketEntry entry : new ArrayList<>(entries.values())) {
      if (entry.scenario().equals(run.scenario()) && !seen.contains(entry.key())) {
        entries.put(entry.key(), entry.notSeen(run));
      }
    }
    return true;
  }

  /** What came back first, then what is open, the severest first, then what is fixed. */
  public List<TicketEntry> entries() {
    return entries.values().stream()
        .sorted(Comparator.comparingInt((TicketEntry one) -> rank(one.state()))
            .thenComparing(Comparator.comparingDouble(TicketEntry::severity).reversed())
            .thenComparing(Comparator.comparingInt(TicketEntry::count).reversed())
            .thenComparing(one -> one.key()))
        .toList();
  }

  public Optional<TicketEntry> find(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** Drives in the book. */
  public List<String> scanned() {
    return List.copyOf(scanned);
  }

  private static int rank(TicketState state) {
    return switch (state) {
      case REGRESSED -> 0;
      case OPEN -> 1;
      case FIXED -> 2;
    };
  }
}
