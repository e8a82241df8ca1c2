package io.camber.messages;

import io.camber.bus.HealthReport;
import io.camber.bus.Node;
import io.camber.bus.Topic;
import io.camber.bus.action.Action;
import io.camber.bus.action.ActionServer;
import io.camber.bus.action.ActionTask;
import io.camber.bus.action.ActionWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An action that counts up to what the goal's detail says, one every 10 ms, and a node that serves it. */
final class Counting {
  static final long MS = 1_000_000L;
  static final Action<HealthReport, HealthReport, HealthReport> ACTION = Actions.of(
      "counting",
      DiagnosticCodec.DIAGNOSTIC,
      DiagnosticCodec.DIAGNOSTIC,
      DiagnosticCodec.DIAGNOSTIC);

  private Counting() {}

  static HealthReport number(long number) {
    return new HealthReport(0, "", HealthReport.Level.OK, "count", Long.toString(number));
  }

  static Topic<?> find(String name) {
    return Stream.<Topic<?>>of(
            ACTION.goals(), ACTION.queries(), ACTION.answers(), ACTION.feedback(), ACTION.states())
        .filter(topic -> topic.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Refuses goals below 1, aborts at 13, and gives up at 99 by throwing. */
  static Node server() {
    return context -> {
      List<ActionTask<HealthReport, HealthReport, HealthReport>> open = new ArrayList<>();
      ActionServer.open(context, ACTION, new Work(open));
      long[] counted = {0};
      context.timer(10 * MS, 0, timeNs -> {
        counted[0] = open.isEmpty() ? 0 : counted[0] + 1;
        open.removeIf(task -> step(task, counted[0]));
      });
    };
  }

  private static boolean step(
      ActionTask<HealthReport, HealthReport, HealthReport> task, long count) {
    long goal = Long.parseLong(task.goal().detail());
    if (count == 13) {
      task.abort("13 is not counted");
    } else if (count == 5 && goal == 99) {
      throw new IllegalStateException("broken on purpose");
    } else if (task.state() == io.camber.bus.action.GoalState.CANCELING) {
      task.cancel(number(count));
    } else if (count >= goal) {
      task.succeed(number(count));
    } else {
      task.feedback(number(count));
    }
    return task.state().isFinal();
  }

  private record Work(List<ActionTask<HealthReport, HealthReport, HealthReport>> open)
      implements ActionWork<HealthReport, HealthReport, HealthReport> {
    @Override
    public Optional<String> findFault(HealthReport goal) {
      return Long.parseLong(goal.detail()) < 1 ? Optional.of("nothing to count") : Optional.empty();
    }

    @Override
    public void begin(ActionTask<HealthReport, HealthReport, HealthReport> task) {
      open.add(task);
    }

    @Override
    public Optional<String> cancel(ActionTask<HealthReport, HealthReport, HealthReport> task) {
      return task.goal().detail().equals("7")
          ? Optional.of("7 is always counted")
          : Optional.empty();
    }
  }
}
