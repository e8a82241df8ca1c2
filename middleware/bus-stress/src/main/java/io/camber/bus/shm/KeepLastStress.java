package io.camber.bus.shm;

import io.camber.bus.Qos;
import io.camber.bus.stress.Rotation;
import io.camber.bus.transport.Waiting;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A copy of a message that is being overwritten, checked against the writer's intent: torn, missing in the count. */
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "whole, or counted as lost")
@Outcome(expect = Expect.FORBIDDEN, desc = "torn, or lost without a count")
@State
public class KeepLastStress {
  private static final int DEPTH = 4;
  private static final int BURST = 5;
  private static final Rotation<Pair> PAIRS = new Rotation<>(i -> new Pair(
      StressBus.topic("/last" + i, Qos.Reliability.BEST_EFFORT, DEPTH),
      "last" + i,
      2304,
      Waiting.SPIN));

  private final Pair pair = PAIRS.next();

  /** Starts with a backlog whose oldest part the next messages overwrite. */
  public KeepLastStress() {
    pair.drain();
    pair.sendAll(DEPTH);
    pair.torn = 0;
  }

  @Actor
  public void overwrite() {
    pair.sendAll(BURST);
  }

  @Actor
  public void poll() {
    pair.poll(DEPTH);
  }

  @Arbiter
  public void judge(II_Result result) {
    pair.drain();
    result.r1 = (int) pair.torn;
    result.r2 = (int) (pair.sent() - pair.received - pair.reader.counters().lost());
  }
}
