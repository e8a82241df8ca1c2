package io.camber.app.sweep.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.app.sweep.plan.SweepCase;
import io.camber.evaluation.judgement.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkersTest {
  private static CaseResult pass(long index) {
    return new CaseResult(index, Outcome.PASS, "fine", "", new TreeMap<>());
  }

  private static Map<Long, CaseResult> run(
      CaseRunner runner, int jobs, double timeoutS, int count) {
    Map<Long, CaseResult> results = new TreeMap<>();
    new Workers(runner, jobs, timeoutS, () -> false)
        .run(
            LongStream.range(0, count).boxed().toList(),
            index -> new SweepCase(index, Path.of("s.xosc"), Map.of(), 1),
            result -> assertThat(results.put(result.index(), result)).isNull(),
            () -> {});
    return results;
  }

  @Test
  void makesEveryRunOnce() {
    AtomicInteger calls = new AtomicInteger();

    Map<Long, CaseResult> results = run(
        (run, givenUp) -> {
          calls.incrementAndGet();
          return pass(run.index());
        },
        3,
        60.0,
        200);

    assertThat(results).hasSize(200);
    assertThat(calls).hasValue(200);
  }

  /** Notes the threads that call it. */
  private static final class Seat implements CaseRunner {
    private final Set<Thread> callers = ConcurrentHashMap.newKeySet();

    @Override
    public CaseResult run(SweepCase run, BooleanSupplier givenUp) {
      callers.add(Thread.currentThread());
      return pass(run.index());
    }
  }

  @Test
  void givesEveryWorkerARunnerOfItsOwn() {
    List<Seat> seats = new CopyOnWriteArrayList<>();
    CaseRunner runner = new CaseRunner() {
      @Override
      public CaseResult run(SweepCase run, BooleanSupplier givenUp) {
        throw new IllegalStateException("nobody's runner");
      }

      @Override
      public CaseRunner ofOneThread() {
        Seat seat = new Seat();
        seats.add(seat);
        return seat;
      }
    };

    Map<Long, CaseResult> results = run(runner, 3, 60.0, 200);

    assertThat(results.values()).hasSize(200).allMatch(each -> each.outcome() == Outcome.PASS);
    assertThat(seats).hasSize(3).allSatisfy(seat -> assertThat(seat.callers).hasSizeLessThan(2));
  }

  private static CaseResult of(Map<Long, CaseResult> results, long index) {
    return results.getOrDefault(index, CaseResult.error(-1, "missing"));
  }

  private static long overflow(long depth) {
    return depth == Long.MAX_VALUE ? 0 : 1 + overflow(depth + 1);
  }

  @Test
  void whateverARunThrowsIsItsOwnError() {
    Map<Long, CaseResult> results = run(
        (run, givenUp) -> switch ((int) run.index()) {
          case 2 -> throw new IllegalStateException("no road under the car");
          case 3 -> new CaseResult(overflow(0), Outcome.PASS, "", "", new TreeMap<>());
          case 4 -> throw new OutOfMemoryError("a wish for too much");
          default -> pass(run.index());
        },
        2,
        60.0,
        8);

    assertThat(results.values())
        .extracting(CaseResult::outcome)
        .containsExactly(
            Outcome.PASS,
            Outcome.PASS,
            Outcome.ERROR,
            Outcome.ERROR,
            Outcome.ERROR,
            Outcome.PASS,
            Outcome.PASS,
            Outcome.PASS);
    assertThat(of(results, 2).reason()).contains("no road under the car", "WorkersTest.java:");
    assertThat(of(results, 3).reason()).contains("StackOverflowError");
  }

  @Test
  void aRunThatHangsIsAnErrorAndTheOthersGoOn() {
    CountDownLatch never = new CountDownLatch(1);

    Map<Long, CaseResult> results = run(
        (run, givenUp) -> {
          while (run.index() == 1 && never.getCount() > 0) {
            // deaf to interruption, as a loop that never ends is
            Thread.onSpinWait();
          }
          return pass(run.index());
        },
        1,
        0.3,
        5);
    never.countDown();

    assertThat(results).hasSize(5);
    assertThat(of(results, 1).outcome()).isEqualTo(Outcome.ERROR);
    assertThat(of(results, 1).reason()).contains("no end after 0.3 s").contains("--timeout");
    results.remove(1L);
    assertThat(results.values()).allMatch(result -> result.outcome() == Outcome.PASS);
  }

  @Test
  void aLateRunIsToldToEnd() {
    AtomicInteger ended = new AtomicInteger();

    run(
        (run, givenUp) -> {
          while (!givenUp.getAsBoolean()) {
            Thread.onSpinWait();
          }
          ended.incrementAndGet();
          throw new GivenUpException();
        },
        2,
        0.2,
        2);

    // both have been told; they end within the next moments
    while (ended.get() < 2) {
      Thread.onSpinWait();
    }
    assertThat(ended).hasValue(2);
  }

  @Test
  void givesUpWhenNothingButHangingRunsIsLeft() {
    CountDownLatch never = new CountDownLatch(1);

    assertThatThrownBy(() -> run(
            (run, givenUp) -> {
              while (never.getCount() > 0 && !givenUp.getAsBoolean()) {
                Thread.onSpinWait();
              }
              return pass(run.index());
            },
            1,
            0.05,
            100))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("8 runs took longer than 0.05 s");
    never.countDown();
  }

  @Test
  void stopsWhenAskedTo() {
    List<Long> done = new ArrayList<>();

    new Workers((run, givenUp) -> pass(run.index()), 2, 60.0, () -> done.size() >= 3)
        .run(
            LongStream.range(0, 1000).boxed().toList(),
            index -> new SweepCase(index, Path.of("s.xosc"), Map.of(), 1),
            result -> done.add(result.index()),
            () -> {});

    assertThat(done).hasSize(3);
  }

  private static List<Long> booked(CaseRunner runner, AtomicBoolean ending, int enough) {
    List<Long> booked = new ArrayList<>();
    new Workers(runner, 1, 60.0, ending::get)
        .run(
            LongStream.range(0, 6).boxed().toList(),
            index -> new SweepCase(index, Path.of("s.xosc"), Map.of(), 1),
            result -> booked.add(result.index()),
            () -> ending.compareAndSet(false, booked.size() == enough));
    return booked;
  }

  @Test
  void aRunThatIsGivenUpHasNoResult() {
    AtomicBoolean ending = new AtomicBoolean();

    List<Long> booked = booked(
        (run, givenUp) -> {
          if (run.index() == 3) {
            // a run may notice Ctrl-C before the sweep does
            throw new GivenUpException();
          }
          return pass(run.index());
        },
        ending,
        5);

    assertThat(booked).containsExactly(0L, 1L, 2L, 4L, 5L);
  }

  @Test
  void whatBreaksWhileTheSweepIsStoppedIsNoError() {
    AtomicBoolean ending = new AtomicBoolean();

    List<Long> booked = booked(
        (run, givenUp) -> {
          if (run.index() == 2) {
            ending.set(true);
            throw new IllegalStateException("Shutdown in progress");
          }
          return pass(run.index());
        },
        ending,
        6);

    assertThat(booked).doesNotContain(2L).hasSizeLessThanOrEqualTo(2);
  }
}
