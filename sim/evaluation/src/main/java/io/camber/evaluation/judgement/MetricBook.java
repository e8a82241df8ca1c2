package io.camber.evaluation.judgement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What is known of every metric beforehand: unit, owner, direction, definition and how it is validated. */
public final class MetricBook {
  private static final String FILE = "metrics.tsv";
  private static final List<Entry> ENTRIES = load();

  /**
   * One metric, or a family of them.
   *
   * @param pattern the name; a star at the end stands for class, sensor, horizon or statistic
   * @param least differences smaller than this are of no interest
   * @param definition where the definition comes from
   * @param oracle what the implementation is held to
   * @param tests names of the test classes that do
   */
  public record Entry(
      String pattern,
      String unit,
      Owner owner,
      Metric.Better better,
      double least,
      String definition,
      String oracle,
      List<String> tests) {
    boolean matches(String name) {
      int star = pattern.indexOf('*');
      return star < 0 ? pattern.equals(name) : name.startsWith(pattern.substring(0, star));
    }
  }

  private MetricBook() {}

  public static List<Entry> entries() {
    return ENTRIES;
  }

  /** The entry of a metric; a name of its own goes before a family, the longer family before the shorter. */
  public static Optional<Entry> find(String name) {
    Entry best = null;
    for (Entry entry : ENTRIES) {
      if (entry.matches(name)
          && (best == null
              || entry.pattern().equals(name)
              || (!best.pattern().equals(name)
                  && entry.pattern().length() > best.pattern().length()))) {
        best = entry;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Names that begin alike, for people who mistyped one; empty when there are none. */
  public static String hint(String name) {
    String family = name.contains(".") ? name.substring(0, name.indexOf('.') + 1) : name;
    List<String> alike = ENTRIES.stream()
        .map(Entry::pattern)
        .filter(pattern -> pattern.startsWith(family))
        .limit(6)
        .toList();
    return alike.isEmpty()
        ? "; docs/metrics.md lists them all"
        : "; there are " + String.join(", ", alike);
  }

  private static List<Entry> load() {
    List<Entry> entries = new ArrayList<>();
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(
        Objects.requireNonNull(MetricBook.class.getResourceAsStream(FILE)),
        StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#") && !line.isBlank()) {
          entries.add(entry(List.of(line.split("\t", -1))));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
    return List.copyOf(entries);
  }

  private static Entry entry(List<String> cells) {
    return new Entry(
        cells.get(0),
        cells.get(1),
        Owner.valueOf(cells.get(2).toUpperCase(Locale.ROOT)),
        Metric.Better.valueOf(cells.get(3).toUpperCase(Locale.ROOT)),
        Double.parseDouble(cells.get(4)),
        cells.get(5),
        cells.get(6),
        List.of(cells.get(7).split(", ", -1)));
  }
}
