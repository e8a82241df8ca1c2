package io.camber.app.command.option;

import io.camber.app.input.InputFiles;
import io.camber.app.sweep.Sweep;
import io.camber.app.sweep.SweepCount;
import io.camber.app.sweep.SweepProgress;
import io.camber.app.sweep.SweepSummary;
import io.camber.app.sweep.plan.SweepCase;
import io.camber.app.sweep.plan.SweepPlan;
import io.camber.app.sweep.run.CaseResult;
import io.camber.evaluation.judgement.Outcome;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A sweep on a terminal: a bar with the time left, a line for each of the first runs that go wrong; plain lines elsewhere. */
public final class ConsoleSweep implements SweepProgress {
  private static final double LOG_PERIOD_S = 5.0;
  private static final double BAR_PERIOD_S = 0.2;
  private static final int BAR = 20;
  private static final int FAILURES_MAX = 20;

  private final PrintWriter err;
  private final PrintWriter out;
  private final boolean shown;
  /** The launcher looks: Java cannot tell reliably. */
  private final boolean isTerminal = Boolean.getBoolean("camber.terminal");

  private double loggedS;
  private int failures;
  private final List<String> findings = new ArrayList<>();

  public ConsoleSweep(PrintWriter err, PrintWriter out, boolean shown) {
    this.err = err;
    this.out = out;
    this.shown = shown;
  }

  public void begin(Sweep sweep) {
    SweepPlan plan = sweep.plan();
    line((sweep.isSearch() ? "at most " : "") + sweep.total() + " runs of " + plan.countOfAll()
        + ", " + plan.sources().size() + (plan.sources().size() == 1 ? " file" : " files"));
    if (sweep.leftOut() > 0) {
      line("  " + sweep.leftOut() + " distributions are left out; --variations runs them");
    }
  }

  @Override
  public void note(String what) {
    line("  " + what);
  }

  @Override
  public void found(List<String> lines) {
    findings.addAll(lines);
  }

  @Override
  public void done(SweepCase run, CaseResult result) {
    if (result.outcome() == Outcome.PASS || result.outcome() == Outcome.INVALID) {
      return;
    }
    failures++;
    if (failures <= FAILURES_MAX) {
      line(String.format(
          Locale.ROOT,
          "%-5s %s run %d seed %d %s: %s",
          result.outcome(),
          InputFiles.stem(run.scenario()),
          run.index(),
          run.seed(),
          run.parameters(),
          result.reason()));
    } else if (failures == FAILURES_MAX + 1) {
      line("      (further ones are in the table)");
    }
  }

  @Override
  public void at(SweepCount count) {
    double period = isTerminal ? BAR_PERIOD_S : LOG_PERIOD_S;
    if (shown && count.wallS() - loggedS >= period) {
      loggedS = count.wallS();
      err.print((isTerminal ? "\r" + bar(count) + "\033[K" : bar(count) + "\n"));
      err.flush();
    }
  }

  private static String bar(SweepCount count) {
    int filled = (int) ((long) BAR * count.done() / Math.max(1, count.total()));
    return String.format(
        Locale.ROOT,
        "[%s%s] %d/%d  %d pass %d fail %d error %d left out  %.1f runs/s  eta %s",
        "#".repeat(filled),
        "-".repeat(BAR - filled),
        count.done(),
        count.total(),
        count.pass(),
        count.fail(),
        count.error(),
        count.invalid(),
        count.perS(),
        duration(count.leftS()));
  }

  private static String duration(double seconds) {
    if (Double.isNaN(seconds)) {
      return "?";
    }
    long whole = Math.round(seconds);
    return whole < 60
        ? whole + "s"
        : whole < 3600
            ? String.format(Locale.ROOT, "%dm%02ds", whole / 60, whole % 60)
            : String.format(Locale.ROOT, "%dh%02dm", whole / 3600, whole / 60 % 60);
  }

  private void line(String text) {
    if (shown) {
      err.print((isTerminal ? "\r\033[K" : "") + text + "\n");
      err.flush();
    }
  }

  @Override
  public void end(SweepSummary summary) {
    SweepCount count = summary.count();
    if (shown && isTerminal) {
      err.print("\r\033[K");
      err.flush();
    }
    out.printf(
        Locale.ROOT,
        "%d of %d runs: %d pass, %d fail, %d error, %d left out   %.1f s, %.1f runs/s%n",
        count.done(),
        count.total(),
        count.pass(),
        count.fail(),
        count.error(),
        count.invalid(),
        count.wallS(),
        count.perS());
    findings.forEach(finding -> out.println("  " + finding));
    out.println(
        summary.interrupted()
            ? "  interrupted; go on with: camber sweep --resume " + summary.folder()
            : "  " + summary.page());
    out.flush();
  }
}
