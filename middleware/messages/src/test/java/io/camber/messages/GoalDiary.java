package io.camber.messages;

import io.camber.bus.HealthReport;
import io.camber.bus.Node;
import io.camber.bus.action.ActionClient;
import io.camber.bus.action.ActionStatus;
import io.camber.bus.action.GoalListener;
import io.camber.bus.action.SentGoal;
import java.util.Queue;

/** Writes down what a client hears of its goals. */
final class GoalDiary implements GoalListener<HealthReport, HealthReport> {
  private final Queue<String> lines;

  GoalDiary(Queue<String> lines) {
    this.lines = lines;
  }

  /** A node that sends one goal when the clock shows 20 ms, and cancels it after a while unless that is 0. */
  static Node client(Queue<String> lines, long goal, long timeoutMs, long cancelAfterMs) {
    return context -> {
      var client = ActionClient.open(context, Counting.ACTION);
      context.timer(3_600_000 * Counting.MS, 20 * Counting.MS, timeNs -> {
        SentGoal<?, ?, ?> sent =
            client.send(Counting.number(goal), timeoutMs * Counting.MS, new GoalDiary(lines));
        if (cancelAfterMs > 0) {
          context.after(cancelAfterMs * Counting.MS, sent::cancel);
        }
      });
    };
  }

  @Override
  public void onAccepted() {
    lines.add("accepted");
  }

  @Override
  public void onFeedback(HealthReport feedback) {
    lines.add(feedback.detail());
  }

  @Override
  public void onCancelRefused(String reason) {
    lines.add("not cancelled: " + reason);
  }

  @Override
  public void onEnd(ActionStatus<HealthReport> status) {
    lines.add(
        status.state() + " " + status.result().map(HealthReport::detail).orElse(status.reason()));
  }

  @Override
  public void onLost(String reason) {
    lines.add("lost: " + reason);
  }
}
