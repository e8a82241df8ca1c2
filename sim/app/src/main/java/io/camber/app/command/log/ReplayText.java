package io.camber.app.command.log;

import io.camber.app.replay.Replay;
import io.camber.app.replay.ReplayResult;
import io.camber.app.replay.TopicComparison;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What came of a replay, for people. */
final class ReplayText {
  private final StringBuilder text = new StringBuilder();

  private ReplayText() {}

  /**
   * Several lines, the last one ended.
   *
   * @param whole the log, if it was replayed from its beginning to its end: the hash of its run is looked up
   */
  static String of(ReplayResult result, Optional<Path> whole) {
    ReplayText text = new ReplayText();
    text.inputs(result);
    text.line(String.format(
        Locale.ROOT,
        "replayed %.2f s in %.2f s (%.1fx), %d messages",
        result.simulatedS(),
        result.wallS(),
        result.simulatedS() / result.wallS(),
        result.messages()));
    result.topics().forEach(text::topic);
    text.verdict(result, whole);
    return text.text.toString();
  }

  private void inputs(ReplayResult result) {
    result.damage().forEach(damage -> line("damage: " + damage));
    result
        .skipped()
        .forEach((topic, count) ->
            line("skipped: " + topic + ", " + count + " messages of a type that no node reads"));
    result
        .missing()
        .forEach((node, topics) -> line("missing: " + node + " listens to "
            + String.join(", ", topics) + "; the log has none"));
    result.failures().forEach(failure -> line("failed: " + failure));
  }

  private void topic(TopicComparison topic) {
    line(String.format(
        Locale.ROOT,
        "  %-13s %-30s %6d same%s%s%s",
        topic.node(),
        topic.topic(),
        topic.same(),
        count(topic.changed(), "changed"),
        count(topic.gone(), "gone"),
        count(topic.added(), "new")));
    topic.changes().forEach(change -> line("      " + change));
  }

  private static String count(long number, String what) {
    return number == 0 ? "" : ", " + number + " " + what;
  }

  private void verdict(ReplayResult result, Optional<Path> whole) {
    if (!result.exact()) {
      line("the log lacks envelopes: contents are compared, times and origins are not");
    } else if (whole.isPresent()) {
      line("hash " + result.hash());
      Replay.recordedHash(whole.get())
          .ifPresent(recorded -> line(
              recorded.equals(result.hash())
                  ? "the recorded run, bit by bit"
                  : "the recorded run has " + recorded));
    }
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
