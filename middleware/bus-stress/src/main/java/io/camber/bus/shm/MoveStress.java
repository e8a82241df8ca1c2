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

/** The writer moves to a larger segment while the reader reads: messages read in the end, torn, counted as lost. */
@JCStressTest
@Outcome(id = "2, 0, 0", expect = Expect.ACCEPTABLE, desc = "everything, in order")
@Outcome(expect = Expect.FORBIDDEN, desc = "lost, doubled, torn, or a loss that was none")
@State
public class MoveStress {
  private static final int SMALL = 48;
  private static final int LARGE = 4096;
  private static final Rotation<Pair> PAIRS = new Rotation<>(i -> new Pair(
      StressBus.topic("/move" + i, Qos.Reliability.RELIABLE, 4), "move" + i, LARGE, Waiting.SPIN));

  private final Pair pair = PAIRS.next();
  private final long before;
  private final long lostBefore;

  /** Starts with a fresh small segment. */
  public MoveStress() {
    pair.reopenWriter();
    pair.send(SMALL);
    pair.drain();
    pair.torn = 0;
    before = pair.received;
    lostBefore = pair.reader.counters().lost();
  }

  @Actor
  public void move() {
    pair.send(SMALL);
    pair.send(LARGE);
  }

  @Actor
  public void poll() {
    for (int i = 0; i < 100 && pair.received - before < 2; i++) {
      pair.poll(1);
    }
  }

  @Arbiter
  public void judge(III_Result result) {
    pair.drain();
    result.r1 = (int) (pair.received - before);
    result.r2 = (int) pair.torn;
    result.r3 = (int) (pair.reader.counters().lost() - lostBefore);
  }
}
