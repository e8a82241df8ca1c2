package io.camber.app.replay;

import io.camber.bus.Envelope;
import io.camber.bus.MalformedMessageException;
import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.MessageListener;
import io.camber.bus.transport.Payload;
import io.camber.messages.MessageFields;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Holds what the chosen nodes publish against what they published in the log, message by message. */
final class Comparison implements MessageListener {
  private final Map<Key, Row> rows = new TreeMap<>();
  private final SortedSet<String> chosen;
  private final SortedSet<String> heard = new TreeSet<>();
  private final boolean exact;
  private final int changesMax;

  private record Key(String node, String topic) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byNode = node.compareTo(other.node);
      return byNode != 0 ? byNode : topic.compareTo(other.topic);
    }
  }

  private static final class Row {
    final Deque<Recorded> expected = new ArrayDeque<>();
    final List<String> changes = new ArrayList<>();
    long same;
    long changed;
    long added;
  }

  /** {@code exact}: the log has envelopes, so times and origins are compared too. */
  Comparison(List<Recorded> expected, SortedSet<String> chosen, boolean exact, int changesMax) {
    this.chosen = chosen;
    this.exact = exact;
    this.changesMax = changesMax;
    expected.forEach(recorded -> row(recorded.envelope()).expected.add(recorded));
  }

  private Row row(Envelope of) {
    return rows.computeIfAbsent(new Key(of.publisher(), of.topic()), key -> new Row());
  }

  /** Topics on which anybody spoke. */
  SortedSet<String> heard() {
    return heard;
  }

  @Override
  public void onMessage(BusMessage<?> message) {
    Envelope envelope = message.envelope();
    heard.add(envelope.topic());
    if (!chosen.contains(envelope.publisher())) {
      return;
    }
    Row row = row(envelope);
    Recorded expected = row.expected.poll();
    if (expected == null) {
      row.added++;
      note(row, envelope, "is new");
      return;
    }
    Optional<String> difference = difference(expected, message);
    if (difference.isEmpty()) {
      row.same++;
    } else {
      row.changed++;
      note(row, envelope, difference.get());
    }
  }

  private void note(Row row, Envelope envelope, String what) {
    if (row.changes.size() < changesMax) {
      row.changes.add(String.format(
          Locale.ROOT,
          "sequence %d at %.6f s: %s",
          envelope.sequence(),
          envelope.publishTimeNs() / 1e9,
          what));
    }
  }

  private Optional<String> difference(Recorded expected, BusMessage<?> message) {
    Envelope then = expected.envelope();
    Envelope now = message.envelope();
    Payload payload = message.payload().orElseThrow();
    if (expected.bytes().mismatch(payload.view()) >= 0) {
      return Optional.of(field(expected, message));
    }
    if (!exact) {
      return Optional.empty();
    }
    if (then.publishTimeNs() != now.publishTimeNs()) {
      return Optional.of(String.format(
          Locale.ROOT, "was published at %.6f s in the log", then.publishTimeNs() / 1e9));
    }
    return then.equals(now)
        ? Optional.empty()
        : Optional.of("the envelope differs: " + then + " in the log, " + now + " now");
  }

  private static String field(Recorded expected, BusMessage<?> message) {
    try {
      return MessageFields.firstDifference(
              message.topic().codec().schema(),
              expected.bytes(),
              message.payload().orElseThrow().view())
          .map(text -> text.replace(" here, ", " in the log, ").replace(" there", " now"))
          .orElse("the same fields in another encoding");
    } catch (MalformedMessageException e) {
      return "cannot be read: " + e.getMessage();
    }
  }

  List<TopicComparison> result() {
    List<TopicComparison> result = new ArrayList<>();
    rows.forEach((key, row) -> result.add(new TopicComparison(
        key.topic(),
        key.node(),
        row.same,
        row.changed,
        row.expected.size(),
        row.added,
        row.changes)));
    return result;
  }
}
