package io.camber.bus.action;

/**
 * Names one goal among all of a run: no two goals have the same id, not even when their client's process was started again.
 *
 * @param client the node that wants it
 * @param sinceNs when that node opened its client, in the run's time
 * @param number counts the client's goals from 0
 */
public record GoalId(String client, long sinceNs, long number) {
  @Override
  public String toString() {
    return client + "/" + sinceNs + "/" + number;
  }
}
