package io.camber.drives;

import io.camber.drives.log.TopicCount;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of an import.
 *
 * @param format in the words of the command line
 * @param about what the source is
 * @param file the log
 * @param topics what is in it, in order of first appearance
 * @param skipped what was left out, with counts
 * @param remarks what was assumed
 * @param missing what our nodes need and the log does not have
 */
public record ImportReport(
    String format,
    String about,
    Path file,
    List<TopicCount> topics,
    SortedMap<String, Long> skipped,
    List<String> remarks,
    List<String> missing) {
  public ImportReport {
    topics = List.copyOf(topics);
    skipped = Collections.unmodifiableSortedMap(new TreeMap<>(skipped));
    remarks = List.copyOf(remarks);
    missing = List.copyOf(missing);
  }

  public long messages() {
    return topics.stream().mapToLong(TopicCount::count).sum();
  }

  /** Messages on a topic. */
  public long count(String topic) {
    return topics.stream()
        .filter(one -> one.topic().equals(topic))
        .mapToLong(TopicCount::count)
        .sum();
  }

  /** From the first message to the last. */
  public double spanS() {
    long first = topics.stream().mapToLong(TopicCount::firstNs).min().orElse(0L);
    long last = topics.stream().mapToLong(TopicCount::lastNs).max().orElse(0L);
    return (last - first) * 1e-9;
  }
}
