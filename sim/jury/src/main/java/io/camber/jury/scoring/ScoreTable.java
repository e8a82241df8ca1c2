package io.camber.jury.scoring;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Precision by check and recall by fault, over many drives. */
public final class ScoreTable {
  private static final double HOUR_S = 3600.0;
  private static final double NS = 1e-9;

  private final List<DriveScore> drives = new ArrayList<>();
  private final Set<String> tickets = new TreeSet<>();
  private int findings;

  /** Counts of one check. */
  private static final class Count {
    private final Map<Word, Integer> words = new EnumMap<>(Word.class);

    void add(Word word) {
      words.merge(word, 1, Integer::sum);
    }

    int of(Word word) {
      return words.getOrDefault(word, 0);
    }

    String precision() {
      int judged = of(Word.RIGHT) + of(Word.WRONG);
      return judged == 0
          ? "-"
          : String.format(Locale.ROOT, "%.2f", of(Word.RIGHT) / (double) judged);
    }
  }

  /**
   * Adds a drive.
   *
   * @param variant of the drive but for its seed: what is found again in another run of it is the same ticket
   */
  public void add(String variant, DriveScore drive) {
    drives.add(drive);
    findings += drive.findings().size();
    drive.findings().forEach(one -> tickets.add(one.check() + " " + one.kind() + " " + variant));
  }

  /** A line for every sighting of a drive. */
  public static String each(String run, DriveScore drive) {
    StringBuilder text = new StringBuilder(run).append('\n');
    for (DriveScore.Judged one : drive.sightings()) {
      text.append(String.format(
          Locale.ROOT,
          "  %-3s %-8s %7.2f s  %s: %s%n",
          one.alarm().check(),
          one.word().name().toLowerCase(Locale.ROOT),
          one.alarm().timeNs() * NS,
          one.alarm().subject(),
          one.alarm().detail()));
    }
    return text.toString().replace("\r\n", "\n");
  }

  /** Both tables and a line of totals. */
  public String text() {
    Map<String, Count> byCheck = new TreeMap<>((a, b) ->
        Integer.compare(Integer.parseInt(a.substring(1)), Integer.parseInt(b.substring(1))));
    Count all = new Count();
    for (DriveScore drive : drives) {
      for (DriveScore.Judged one : drive.sightings()) {
        byCheck.computeIfAbsent(one.alarm().check(), check -> new Count()).add(one.word());
        all.add(one.word());
      }
    }
    StringBuilder text = new StringBuilder(line("check", "right", "wrong", "unknown", "precision"));
    byCheck.forEach((check, count) -> text.append(row(check, count)));
    text.append(row("all", all)).append(faults()).append(totals(all));
    return text.toString();
  }

  private static String row(String name, Count count) {
    return line(
        name,
        Integer.toString(count.of(Word.RIGHT)),
        Integer.toString(count.of(Word.WRONG)),
        Integer.toString(count.of(Word.UNKNOWN)),
        count.precision());
  }

  private static String line(String... cells) {
    return String.format(Locale.ROOT, "%-28s %6s %6s %8s %10s%n", (Object[]) cells)
        .replace("\r\n", "\n");
  }

  private String faults() {
    Map<String, int[]> byFault = new TreeMap<>();
    for (DriveScore drive : drives) {
      for (DriveScore.Sought fault : drive.faults()) {
        int[] counts = byFault.computeIfAbsent(fault.name(), name -> new int[3]);
        counts[0]++;
        counts[1] += fault.isSeen() ? 1 : 0;
        counts[2] += fault.isOwned() ? 1 : 0;
      }
    }
    if (byFault.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder(
        String.format(Locale.ROOT, "%n%-28s %6s %6s %8s%n", "fault", "drives", "seen", "by owner"));
    byFault.forEach((name, counts) -> text.append(
        String.format(Locale.ROOT, "%-28s %6d %6d %8d%n", name, counts[0], counts[1], counts[2])));
    return text.toString().replace("\r\n", "\n");
  }

  private String totals(Count all) {
    double hours = drives.stream().mapToDouble(DriveScore::seconds).sum() / HOUR_S;
    double miles = drives.stream().mapToDouble(DriveScore::miles).sum();
    long quiet = drives.stream().filter(drive -> drive.faults().isEmpty()).count();
    return String.format(
            Locale.ROOT,
            "%n%d drives (%d without a fault), %.2f miles, %.1f min: %d findings, which are %d tickets, %.1f an hour; precision of sightings %s%n",
            drives.size(),
            quiet,
            miles,
            hours * 60.0,
            findings,
            tickets.size(),
            hours > 0.0 ? tickets.size() / hours : 0.0,
            all.precision())
        .replace("\r\n", "\n");
  }
}
