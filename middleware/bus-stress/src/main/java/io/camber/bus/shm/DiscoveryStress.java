package io.camber.bus.shm;

import io.camber.bus.stress.Rotation;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/** A file is added while another process reads the directory: afterwards it knows the file, or knows that it must look again. */
@JCStressTest
@Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "found")
@Outcome(expect = Expect.FORBIDDEN, desc = "overlooked for good")
@State
public class DiscoveryStress {
  private static final Rotation<SmallBus> BUSES = new Rotation<>(SmallBus::new);

  private final SmallBus bus = BUSES.next();

  /** Starts without ends. */
  public DiscoveryStress() {
    bus.reset();
  }

  @Actor
  public void join() {
    bus.join();
  }

  @Actor
  public void look() {
    bus.look();
  }

  @Arbiter
  public void judge(Z_Result result) {
    result.r1 = bus.knowsWhoJoined();
  }
}
