package io.camber.app.sweep.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.app.sweep.plan.SweepCase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BacklogTest {
  private static Backlog of(int runs, int workers) {
    return new Backlog(
        LongStream.range(0, runs).boxed().toList(),
        workers,
        index -> new SweepCase(index, Path.of("s.xosc"), Map.of(), 1));
  }

  private static long next(Backlog backlog, int worker) {
    SweepCase run = backlog.next(worker);
    return run == null ? -1 : run.index();
  }

  @Test
  void everybodyBeginsWithAStretchOfTheirOwn() {
    Backlog backlog = of(10, 2);

    assertThat(next(backlog, 0)).isZero();
    assertThat(next(backlog, 1)).isEqualTo(5);
    assertThat(next(backlog, 0)).isEqualTo(1);
    assertThat(next(backlog, 1)).isEqualTo(6);
  }

  @Test
  void whoIsThroughHelpsFromTheEndOfTheLongestLeft() {
    Backlog backlog = of(9, 3);
    for (int i = 0; i < 3; i++) {
      next(backlog, 0);
    }
    next(backlog, 1);

    assertThat(next(backlog, 0)).isEqualTo(8);
  }

  @Test
  void everyRunIsGivenOutOnce() {
    Backlog backlog = of(7, 3);
    List<Long> given = new ArrayList<>();
    for (long run = next(backlog, 2); run >= 0; run = next(backlog, 2)) {
      given.add(run);
    }

    assertThat(given).containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(next(backlog, 0)).isEqualTo(-1);
  }
}
