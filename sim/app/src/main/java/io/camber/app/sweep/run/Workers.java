package io.camber.app.sweep.run;

import io.camber.app.sweep.plan.SweepCase;
import io.camber.diagnostics.InputException;
import io.camber.evaluation.judgement.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Threads that make runs, each run alone: what one throws, a stack or memory overflow included, is its own ERROR. A run that
 * takes longer than allowed is told so; if it does not end then either, its thread is left to itself and another takes its
 * place. What is under way when the stop comes has no result, neither good nor ERROR: it is made again another time. Owned by
 * the thread that calls {@link #run}; results arrive on that thread.
 */
public final class Workers {
  private static final long GLANCE_MS = 50;
  private static final double S = 1e-9;

  /** Threads that hang keep their cores busy: with this many a job, nothing else would come to its end. */
  private static final int LEFT_PER_JOB_MAX = 8;

  /** What a worker is at, and since when. */
  private record Current(long index, long sinceNs) {}

  private final CaseRunner runner;
  private final int jobs;
  private final double timeoutS;
  private final BooleanSupplier stopped;
  private final BlockingQueue<CaseResult> done;
  private final List<Worker> workers = new ArrayList<>();
  private int left;

  /**
   * Workers that have nothing to do yet.
   *
   * @param timeoutS wall time that a run may take
   * @param stopped turns true when no further run is wanted
   */
  public Workers(CaseRunner runner, int jobs, double timeoutS, BooleanSupplier stopped) {
    this.runner = runner;
    this.jobs = jobs;
    this.timeoutS = timeoutS;
    this.stopped = stopped;
    this.done = new ArrayBlockingQueue<>(jobs * (LEFT_PER_JOB_MAX + 2));
  }

  /**
   * Makes the runs of those numbers.
   *
   * @param results gets every result, in the order in which they are ready
   * @param glance called about 20 times a second
   */
  public void run(
      List<Long> indices,
      LongFunction<SweepCase> cases,
      Consumer<CaseResult> results,
      Runnable glance) {
    int missing = indices.size();
    int hands = Math.min(jobs, missing);
    Backlog backlog = new Backlog(indices, hands, cases);
    try {
      for (int i = 0; i < hands; i++) {
        begin(backlog, i);
      }
      while (missing > 0 && !stopped.getAsBoolean()) {
        CaseResult finished = poll();
        if (finished != null && finished.outcome() == Outcome.ERROR && stopped.getAsBoolean()) {
          break; // as likely the end's doing as the run's
        }
        if (finished != null) {
          results.accept(finished);
          missing--;
        }
        if (finished == null && !stopped.getAsBoolean()) {
          for (Worker worker : List.copyOf(workers)) {
            Optional<Long> late = worker.claimIfLate();
            if (late.isPresent()) {
              results.accept(CaseResult.error(
                  late.get(), "no end after " + timeoutS + " s of wall time (--timeout)"));
              missing--;
              leave(worker);
              begin(backlog, worker.number);
            }
          }
        }
        glance.run();
      }
    } finally {
      workers.forEach(Worker::dismiss);
    }
  }

  private @Nullable CaseResult poll() {
    try {
      return done.poll(GLANCE_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while runs were going on", e);
    }
  }

  private void begin(Backlog backlog, int number) {
    Worker worker = new Worker(backlog, number);
    workers.add(worker);
    worker.start();
  }

  private void leave(Worker late) {
    workers.remove(late);
    late.dismiss();
    left++;
    if (left >= LEFT_PER_JOB_MAX * jobs) {
      throw new IllegalStateException(left + " runs took longer than " + timeoutS
          + " s; give --timeout more, or mend the scenarios: what was done so far is kept");
    }
  }

  /** A thread that makes one run after the other. */
  private final class Worker extends Thread {
    private final Backlog backlog;
    private final int number;
    private final CaseRunner own = runner.ofOneThread();
    private final AtomicReference<@Nullable Current> current = new AtomicReference<>();
    private volatile boolean dismissed;

    Worker(Backlog backlog, int number) {
      super("camber-sweep");
      this.backlog = backlog;
      this.number = number;
      setDaemon(true);
    }

    /** The number of its run when that takes too long; then its result will not come any more. */
    Optional<Long> claimIfLate() {
      Current run = current.get();
      if (run == null || (System.nanoTime() - run.sinceNs()) * S <= timeoutS) {
        return Optional.empty();
      }
      return current.compareAndSet(run, null) ? Optional.of(run.index()) : Optional.empty();
    }

    void dismiss() {
      dismissed = true;
      interrupt();
    }

    @Override
    public void run() {
      try {
        for (SweepCase run = backlog.next(number);
            run != null && !dismissed;
            run = backlog.next(number)) {
          Current mark = new Current(run.index(), System.nanoTime());
          current.set(mark);
          CaseResult result = attempt(run);
          if (result != null && !dismissed && current.compareAndSet(mark, null)) {
            done.put(result);
          }
        }
      } catch (InterruptedException e) {
        // dismissed: the only one who interrupts
        Thread.currentThread().interrupt();
      }
    }

    /** Nothing when the run was given up. */
    private @Nullable CaseResult attempt(SweepCase run) {
      try {
        return own.run(run, () -> dismissed);
      } catch (GivenUpException e) {
        return null;
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
        return CaseResult.error(run.index(), describe(e));
      }
    }
  }

  /** What was thrown and where, short enough for a cell of a table. */
  private static String describe(Throwable thrown) {
    if (thrown instanceof InputException) {
      return String.valueOf(thrown.getMessage());
    }
    StackTraceElement[] trace = thrown.getStackTrace();
    String where =
        trace.length == 0 ? "" : " at " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
    return thrown + where;
  }
}
