package io.camber.bus.shm;

import io.camber.bus.Qos;
import io.camber.bus.stress.Rotation;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * A reader goes to sleep while a message is sent: it raises its sleep count, then looks for messages; the writer publishes,
 * then looks at the count. The FIFO is a stand-in that notes what happens to it: the reader slept, the writer rang.
 */
@JCStressTest
@Outcome(
    id = "true, false",
    expect = Expect.FORBIDDEN,
    desc = "asleep with a message, and nobody rang")
@Outcome(expect = Expect.ACCEPTABLE, desc = "the reader saw the message or the writer the sleeper")
@State
public class SleepStress {
  private static final Rotation<SleepyPair> PAIRS = new Rotation<>(
      i -> new SleepyPair(StressBus.topic("/sleep" + i, Qos.Reliability.RELIABLE, 4), "sleep" + i));

  private final SleepyPair pair = PAIRS.next();

  /** Starts awake, with nothing on its way. */
  public SleepStress() {
    pair.reset();
  }

  @Actor
  public void sleep() {
    pair.await();
  }

  @Actor
  public void send(ZZ_Result result) {
    pair.send();
    result.r2 = pair.hasRung();
    pair.end();
  }

  /** Tells what the reader did; an arbiter, since the reader's actor must do nothing but sleep. */
  @org.openjdk.jcstress.annotations.Arbiter
  public void judge(ZZ_Result result) {
    result.r1 = pair.hasSlept();
  }
}
