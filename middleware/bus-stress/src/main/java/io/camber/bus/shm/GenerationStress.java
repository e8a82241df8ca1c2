package io.camber.bus.shm;

import io.camber.bus.shm.file.Generation;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Two births at once get two numbers. */
@JCStressTest
@Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "two numbers")
@Outcome(expect = Expect.FORBIDDEN, desc = "twins")
@State
public class GenerationStress {
  private static final Generation GENERATION = Generation.open(StressBus.files("generation"));

  private long left;
  private long right;

  @Actor
  public void left() {
    left = GENERATION.next();
  }

  @Actor
  public void right() {
    right = GENERATION.next();
  }

  @Arbiter
  public void judge(Z_Result result) {
    result.r1 = left != right;
  }
}
