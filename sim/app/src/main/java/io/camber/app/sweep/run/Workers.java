package io.camber.app.sweep.run;

import io.camber.app.sweep.plan.SweepCase;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Threads that make runs, each run alone: what one throws, a stack or memory overflow included, is its own ERROR. A run that
 * takes longer than allowed is told so; if it does not end then either, its thread is left to itself and another takes its
 * place. Owned by the thread that calls {@link #run}; results arrive on that thread.
 */
public final class Workers {
  private static final long GLANCE_MS = 50;
  private static final double S = 1e-9;

  /** Threads that hang keep their cores busy: with this many a job, nothing else would come to its end. */
  private static final int LEFT_PER_JOB_MAX = 8;

  /** A finished run, or the lack of one when it was given up. */
  private record Done(Worker worker, CaseResult result) {}

  private final CaseRunner runner;
  private final int jobs;
  private final double timeoutS;
  private final BooleanSupplier stopped;
  private final BlockingQueue<Done> done;
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
    Iterator<Long> next = indices.iterator();
    try {
      for (int i = 0; i < jobs && next.hasNext(); i++) {
        begin(cases.apply(next.next()));
      }
      while (!workers.isEmpty() && !stopped.getAsBoolean()) {
        Done finished = poll();
        if (finished != null && workers.contains(finished.worker())) {
          results.accept(finished.result());
          if (next.hasNext()) {
            finished.worker().give(cases.apply(next.next()));
          } else {
            workers.remove(finished.worker());
            finished.worker().dismiss();
          }
        }
        for (Worker late : late()) {
          results.accept(CaseResult.error(
              late.index(),
              String.format(
                  Locale.ROOT, "no end after %.3g s of wall time (--timeout)", timeoutS)));
          leave(late);
          if (next.hasNext()) {
            begin(cases.apply(next.next()));
          }
        }
        glance.run();
      }
    } finally {
      workers.forEach(Worker::dismiss);
    }
  }

  private @Nullable Done poll() {
    try {
      return done.poll(GLANCE_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while runs were going on", e);
    }
  }

  private void begin(SweepCase first) {
    Worker worker = new Worker();
    workers.add(worker);
    worker.give(first);
    worker.start();
  }

  private List<Worker> late() {
    long now = System.nanoTime();
    return workers.stream().filter(worker -> worker.ageS(now) > timeoutS).toList();
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

  /** A thread with a place for the next run. */
  private final class Worker extends Thread {
    private final BlockingQueue<SweepCase> inbox = new ArrayBlockingQueue<>(1);
    private volatile boolean dismissed;
    private volatile long sinceNs;
    private volatile long index;

    Worker() {
      super("camber-sweep");
      setDaemon(true);
    }

    long index() {
      return index;
    }

    double ageS(long nowNs) {
      return (nowNs - sinceNs) * S;
    }

    void give(SweepCase run) {
      index = run.index();
      sinceNs = System.nanoTime();
      inbox.add(run);
    }

    void dismiss() {
      dismissed = true;
      interrupt();
    }

    @Override
    public void run() {
      try {
        while (!dismissed) {
          SweepCase run = inbox.take();
          CaseResult result = attempt(run);
          if (!dismissed) {
            done.put(new Done(this, result));
          }
        }
      } catch (InterruptedException e) {
        // dismissed: the only one who interrupts
        Thread.currentThread().interrupt();
      }
    }

    private CaseResult attempt(SweepCase run) {
      try {
        return runner.run(run, () -> dismissed);
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
        return CaseResult.error(run.index(), describe(e));
      }
    }
  }

  /** What was thrown and where, short enough for a cell of a table. */
  private static String describe(Throwable thrown) {
    if (thrown instanceof io.camber.diagnostics.InputException) {
      return String.valueOf(thrown.getMessage());
    }
    StackTraceElement[] trace = thrown.getStackTrace();
    String where =
        trace.length == 0 ? "" : " at " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
    return thrown + where;
  }
}
