package io.camber.bus.shm;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;

/**
 * The bare protocol of {@link Door}: an owner that is known goes in, without a fence; a closer raises the flag, has all threads
 * stopped and looks at the count, with nothing in between. Result: whether the owner is in, and the count.
 */
@JCStressTest
@Outcome(id = "true, 1", expect = Expect.ACCEPTABLE, desc = "in before, and seen")
@Outcome(id = "false, 0", expect = Expect.ACCEPTABLE, desc = "came later and has seen the flag")
@Outcome(id = "false, 1", expect = Expect.ACCEPTABLE, desc = "has seen the flag, on its way out")
@Outcome(id = "true, 0", expect = Expect.FORBIDDEN, desc = "in, and nobody knows")
@State
public class DoorProtocolStress {
  private final Door door = new Door(() -> {});

  @Actor
  public void own(ZI_Result result) {
    if (door.enter()) {
      door.leave(); // from here on without the fence of an owner that is new
    }
    result.r1 = door.enter();
  }

  @Actor
  public void close(ZI_Result result) {
    door.shut();
    Door.stopAll();
    result.r2 = door.inside();
  }
}
