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
import org.openjdk.jcstress.infra.results.III_Result;

/** Claim, fill, commit against a reader that holds its writer back: seen at the first poll, torn, seen in the end. */
@JCStressTest
@Outcome(id = "0, 0, 1", expect = Expect.ACCEPTABLE, desc = "not there yet, then whole")
@Outcome(id = "1, 0, 1", expect = Expect.ACCEPTABLE, desc = "whole at once")
@Outcome(expect = Expect.FORBIDDEN, desc = "torn, lost or doubled")
@State
public class CommitStress {
  private static final Rotation<Pair> PAIRS = new Rotation<>(i -> new Pair(
      StressBus.topic("/commit" + i, Qos.Reliability.RELIABLE, 4), "commit" + i, 48, Waiting.SPIN));

  private final Pair pair = PAIRS.next();
  private final long before;

  /** Starts with nothing on its way. */
  public CommitStress() {
    pair.drain();
    pair.torn = 0;
    before = pair.received;
  }

  @Actor
  public void send() {
    pair.send();
  }

  @Actor
  public void poll(III_Result result) {
    result.r1 = pair.poll(2);
  }

  @Arbiter
  public void judge(III_Result result) {
    pair.drain();
    result.r2 = (int) pair.torn;
    result.r3 = (int) (pair.received - before);
  }
}
