package io.camber.drives.log;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an import could not take along, and what it had to assume. */
public final class ImportNotes {
  private static final int REMARKS_MAX = 100;

  private final SortedMap<String, Long> skipped = new TreeMap<>();
  private final List<String> remarks = new ArrayList<>();

  /** Counts one thing that was left out; {@code what} says the name, the type and why. */
  public void skip(String what) {
    skipped.merge(what, 1L, Long::sum);
  }

  public void skip(String what, long count) {
    skipped.merge(what, count, Long::sum);
  }

  /** Says once what was assumed or is missing. */
  public void remark(String remark) {
    if (!remarks.contains(remark) && remarks.size() < REMARKS_MAX) {
      remarks.add(remark);
    }
  }

  /** What was left out, with counts, in order of name. */
  public SortedMap<String, Long> skipped() {
    return new TreeMap<>(skipped);
  }

  public List<String> remarks() {
    return List.copyOf(remarks);
  }
}
