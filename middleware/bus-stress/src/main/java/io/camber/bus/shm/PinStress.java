package io.camber.bus.shm;

import io.camber.bus.stress.Rotation;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * The reader holds a position, then looks at the intent; the writer raises the intent, then looks at the held positions: a
 * store and a load on either side. Results: the reader takes its message for safe, the writer takes the room for free.
 */
@JCStressTest
@Outcome(
    id = "true, true",
    expect = Expect.FORBIDDEN,
    desc = "read in place while it is overwritten: neither saw the other")
@Outcome(expect = Expect.ACCEPTABLE, desc = "at least one saw the other")
@State
public class PinStress {
  private static final Rotation<PinnedEnds> ENDS = new Rotation<>(PinnedEnds::new);

  private final PinnedEnds ends = ENDS.next();

  /** Starts with nothing held and with an oldest message that the next one overwrites. */
  public PinStress() {
    ends.reset();
  }

  @Actor
  public void pin(ZZ_Result result) {
    result.r1 = ends.holds();
  }

  @Actor
  public void overwrite(ZZ_Result result) {
    result.r2 = ends.claims();
  }
}
