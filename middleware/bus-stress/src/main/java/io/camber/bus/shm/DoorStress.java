package io.camber.bus.shm;

import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/**
 * The owner of an end goes in, looks whether it was shut and touches memory; another thread shuts the end, looks whether
 * somebody is inside and takes the memory away: a store and a load on either side. Result: touched what was gone.
 */
@JCStressTest
@Outcome(id = "false", expect = Expect.ACCEPTABLE, desc = "nothing went while it was used")
@Outcome(id = "true", expect = Expect.FORBIDDEN, desc = "memory was used that was gone")
@State
public class DoorStress {
  /** So many that the other thread comes in the middle of one. */
  private static final int CALLS = 20;

  /** Longer than a closer takes from shutting to closing. */
  private static final int TOUCHES = 400;

  private volatile boolean isGone;
  private final Door door = new Door(() -> isGone = true);

  @Actor
  public void use(Z_Result result) {
    boolean isTouched = false;
    for (int i = 0; i < CALLS && door.enter(); i++) {
      for (int k = 0; k < TOUCHES; k++) {
        isTouched |= isGone;
      }
      door.leave();
    }
    result.r1 = isTouched;
  }

  @Actor
  public void close() {
    Doors.close(List.of(door));
  }
}
