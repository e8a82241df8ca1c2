package io.camber.bus.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Test plan SHM-11. {@code -Dcamber.stress="-m quick"} (or any other options of jcstress) runs longer than the few seconds
 * per test of the default.
 */
@Tag("stress")
final class StressTest {
  private static final Logger LOG = LoggerFactory.getLogger(StressTest.class);
  private static final String SHORT = "-m sanity -f 1 -iters 1 -time 300 -sc false";
  private static final String MUTANT = "-f 1 -iters 5 -time 300 -sc false -jvmArgs -Xmx512m";

  private final StressRun run = new StressRun(Path.of("target", "stress").toAbsolutePath());

  @Test
  void nothingForbiddenIsEverSeen() throws Exception {
    List<String> options = options("camber.stress", SHORT);

    List<Observation> seen = run.run("io\\.camber\\.bus\\..*", null, options);

    seen.forEach(each -> LOG.info("SHM-11 {}: {}", Runtime.version().feature(), each));
    assertThat(seen).hasSize(11);
    assertThat(seen).allMatch(each -> each.forbidden() == 0 && each.errors() == 0);
    assertThat(seen).allMatch(each -> each.samples() > 1000);
  }

  @ParameterizedTest
  @EnumSource(Mutant.class)
  void isCaught(Mutant mutant) throws IOException, InterruptedException {
    List<String> options = options("camber.stress.mutant", MUTANT);

    List<Observation> seen = run.run(mutant.test(), mutant, options);

    LOG.info("SHM-11 {}: {} {}", Runtime.version().feature(), mutant, seen);
    assertThat(seen).anyMatch(each -> each.forbidden() > 0);
  }

  private static List<String> options(String property, String otherwise) {
    return List.of(System.getProperty(property, otherwise).split(" "));
  }
}
