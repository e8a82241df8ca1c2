package io.camber.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One hash for a run on sensors, whatever runs it. The scenarios differ in what they load: people and parked cars, lights, a bent road. */
final class DeterminismTest {
  /** Long enough for every node of the stack to have spoken several times and for the stack to drive. */
  private static final double UNTIL_S = 1.2;

  @TempDir
  private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"pedestrian-crossing", "signal-junction", "country-road"})
  void givesOneHashOnOneTwoAndFourThreads(String name) {
    String one = hash(name, 1);

    assertThat(hash(name, 2)).isEqualTo(one);
    assertThat(hash(name, 4)).isEqualTo(one);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pedestrian-crossing", "signal-junction", "country-road"})
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void givesTheSameHashOnAnotherJava(String name) throws Exception {
    Optional<SecondJdk> jdk = SecondJdk.find();
    assumeTrue(jdk.isPresent(), "set CAMBER_SECOND_JDK to run");

    String there = jdk.get().hash(Bundled.scenario(name), UNTIL_S, folder);

    assertThat(there).isEqualTo(hash(name, 2));
  }

  private static String hash(String name, int threads) {
    return Simulation.of(Bundled.scenario(name))
        .threads(threads)
        .until(UNTIL_S)
        .run()
        .hash();
  }
}
