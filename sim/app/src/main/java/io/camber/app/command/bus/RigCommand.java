package io.camber.app.command.bus;

import io.camber.app.command.option.BusChoice;
import io.camber.app.command.option.CommandFamily;
import io.camber.app.command.option.ExitCode;
import io.camber.app.rig.WireLog;
import io.camber.app.rig.check.RigCheck;
import io.camber.app.rig.check.RigEcho;
import io.camber.app.rig.check.RigReport;
import io.camber.bus.realtime.RunClock;
import io.camber.bus.transport.ThisHost;
import io.camber.bus.transport.Wire;
import io.camber.diagnostics.InputException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether hosts are fit to share a real-time run. */
@Command(
    name = "rig",
    description = "Measures clocks, timers and the network between hosts before a run shares them.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "On one host, then on the other:",
      "  camber rig echo --bus udp:10.0.0.2:42801,10.0.0.1:42800,key=bus.key",
      "  camber rig check --bus udp:10.0.0.1:42800,10.0.0.2:42801,key=bus.key"
    })
public final class RigCommand extends CommandFamily {
  private static final double PATIENCE_S = 15.0;

  @Command(
      name = "check",
      description = "Asks everybody who answers on the bus and judges what comes back.",
      mixinStandardHelpOptions = true)
  int check(
      @Option(
              names = "--seconds",
              paramLabel = "S",
              defaultValue = "5",
              description = "how long (default: 5)")
          double seconds,
      @Mixin BusChoice bus) {
    if (!(seconds > 0 && seconds <= 3600)) {
      throw new InputException("--seconds " + seconds + " is outside (0, 3600]");
    }
    try (Wire wire = bus.address().open(new WireLog())) {
      RigCheck check = new RigCheck(wire, RunClock::wallNs);
      if (!check.awaitEcho(PATIENCE_S)) {
        throw new InputException("nobody answers on bus " + bus.address().text() + " within "
            + Math.round(PATIENCE_S) + " s; start there: camber rig echo --bus ADDRESS");
      }
      List<RigReport> reports = check.run(seconds);
      if (reports.isEmpty()) {
        throw new InputException(
            "no question was answered on bus " + bus.address().text());
      }
      reports.forEach(this::print);
      boolean isFit = reports.stream().allMatch(report -> report.findings().isEmpty());
      out().flush();
      return isFit ? ExitCode.OK : ExitCode.ERROR;
    }
  }

  private void print(RigReport report) {
    out()
        .printf(
            Locale.ROOT,
            "%s%n"
                + "  answered      %d of %d%n"
                + "  round trip    %.3f ms p50  %.3f p99  %.3f max%n"
                + "  clock there   %+.3f ms against ours, give or take %.3f%n"
                + "  timer here    %.3f ms late p99  %.3f max%n"
                + "  timer there   %.3f ms late p99  %.3f max%n",
            report.side(),
            report.answered(),
            report.asked(),
            report.roundTripP50Ms(),
            report.roundTripP99Ms(),
            report.roundTripMaxMs(),
            report.offsetMs(),
            report.offsetErrorMs(),
            report.timerHere().p99Ms(),
            report.timerHere().maxMs(),
            report.timerThere().p99Ms(),
            report.timerThere().maxMs());
    List<String> findings = report.findings();
    findings.forEach(finding -> out().println("  problem: " + finding));
    if (findings.isEmpty()) {
      out().println("  fit for a real-time run");
    }
  }

  @Command(
      name = "echo",
      description = "Answers checks of other hosts until interrupted.",
      mixinStandardHelpOptions = true)
  int echo(@Mixin BusChoice bus) {
    AtomicBoolean stopped = new AtomicBoolean();
    Thread end = new Thread(() -> stopped.set(true), "camber-end");
    Runtime.getRuntime().addShutdownHook(end);
    try (Wire wire = bus.address().open(new WireLog())) {
      String name =
          "rig-echo-" + ThisHost.name() + "-" + ProcessHandle.current().pid();
      new RigEcho(wire, name, RunClock::wallNs).run(stopped::get);
    }
    return ExitCode.OK;
  }
}
