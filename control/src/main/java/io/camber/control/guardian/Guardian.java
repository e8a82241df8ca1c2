package io.camber.control.guardian;

import io.camber.pose.EgoPose;
import io.camber.pose.PoseStatus;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;
import io.camber.vehicle.VehicleDescription;
import io.camber.vehicle.VehicleReport;
import java.util.Optional;
import java.util.Set;

/**
 * Lets commands through to the actuators, cut to the limits, and takes over when commands, poses or plans fall silent, until
 * the car stands and what was silent has been heard again for a while; a safe stop that did not end keeps it for good. Before the first usable command it says nothing. All times are arrival times on the run's clock. Owned by one
 * thread.
 */
public final class Guardian {
  private static final double STANDSTILL_MPS = 0.05;

  /** A lost pose may come back within this time; one bad sample does not end a drive. */
  private static final long LOST_NS_MAX = 300_000_000L;

  private final GuardianConfig config;
  private final CommandGate gate;
  private Optional<ControlCommand> last = Optional.empty();
  private Optional<MinimalRiskManoeuvre> manoeuvre = Optional.empty();
  private long engagedNs;
  private long commandNs;
  private long poseNs = Long.MIN_VALUE;
  private long trustedNs = Long.MIN_VALUE;
  private long planNs = Long.MIN_VALUE;
  private long safeStopNs = Long.MIN_VALUE;
  private long silentNs;
  private boolean isFinal;
  private double speed;

  public Guardian(VehicleDescription vehicle, GuardianConfig config) {
    this.config = config;
    this.gate = new CommandGate(vehicle, config);
  }

  public boolean isMinimalRisk() {
    return manoeuvre.isPresent();
  }

  public void report(VehicleReport report) {
    if (Double.isFinite(report.speedMps())) {
      speed = report.speedMps();
    }
  }

  public void pose(long timeNs, EgoPose pose) {
    if (!Double.isFinite(pose.twist().forwardMps())) {
      return;
    }
    poseNs = timeNs;
    if (pose.status() != PoseStatus.LOST) {
      trustedNs = timeNs;
    }
  }

  public void plan(long timeNs) {
    planNs = timeNs;
  }

  /** Judges a command that just arrived; the verdict carries what the actuators get. */
  public Verdict command(long timeNs, ControlCommand command) {
    if (manoeuvre.isPresent()) {
      hearAgain(timeNs, command);
      return Verdict.SILENT;
    }
    Set<Finding> findings = CommandGate.noFindings();
    if (!command.isFinite()) {
      findings.add(Finding.COMMAND_NOT_FINITE);
      return new Verdict(Optional.empty(), findings);
    }
    if (last.isEmpty()) {
      engagedNs = timeNs;
    }
    commandNs = timeNs;
    noteMode(timeNs, command.mode());
    ControlCommand passed = gate.pass(timeNs, command, speed, findings);
    last = Optional.of(passed);
    return new Verdict(last, findings);
  }

  /** Looks at the silence around it; during the minimal risk manoeuvre this is what drives. */
  public Verdict tick(long timeNs) {
    if (last.isEmpty()) {
      return Verdict.SILENT;
    }
    if (manoeuvre.isPresent()) {
      if (mayGoOn(timeNs)) {
        goOn(timeNs);
        return Verdict.SILENT;
      }
      ControlCommand command = manoeuvre.get().step(timeNs, speed);
      return new Verdict(Optional.of(command), Set.of());
    }
    Set<Finding> findings = CommandGate.noFindings();
    findSilence(timeNs, findings);
    if (findings.isEmpty()) {
      return Verdict.SILENT;
    }
    ControlCommand begin = last.get();
    MinimalRiskManoeuvre begun =
        new MinimalRiskManoeuvre(config, timeNs, begin.steeringAngle(), begin.accelMps2());
    manoeuvre = Optional.of(begun);
    isFinal = findings.contains(Finding.SAFE_STOP_ENDLESS);
    silentNs = timeNs;
    return new Verdict(Optional.of(begun.step(timeNs, speed)), findings);
  }

  private void findSilence(long timeNs, Set<Finding> findings) {
    if (timeNs - commandNs > config.commandAgeNsMax()) {
      findings.add(Finding.COMMAND_SILENT);
    }
    if (timeNs - Math.max(engagedNs, poseNs) > config.poseAgeNsMax()) {
      findings.add(Finding.POSE_SILENT);
    } else if (timeNs - Math.max(engagedNs, trustedNs) > LOST_NS_MAX) {
      findings.add(Finding.POSE_LOST);
    }
    boolean nominal = safeStopNs == Long.MIN_VALUE;
    if (nominal && timeNs - Math.max(engagedNs, planNs) > config.planAgeNsMax()) {
      findings.add(Finding.PLAN_SILENT);
    }
    if (!nominal
        && Math.abs(speed) > STANDSTILL_MPS
        && timeNs - safeStopNs > config.safeStopNsMax()) {
      findings.add(Finding.SAFE_STOP_ENDLESS);
    }
  }

  private void hearAgain(long timeNs, ControlCommand command) {
    if (command.isFinite()) {
      commandNs = timeNs;
      noteMode(timeNs, command.mode());
    }
  }

  /** Only from standstill, and only when everything has been heard and trusted for a while without a gap. */
  private boolean mayGoOn(long timeNs) {
    Set<Finding> findings = CommandGate.noFindings();
    findSilence(timeNs, findings);
    boolean moves = Math.abs(speed) > STANDSTILL_MPS;
    if (moves || !findings.isEmpty() || safeStopNs != Long.MIN_VALUE) {
      silentNs = timeNs;
    }
    return !isFinal && timeNs - silentNs >= config.healedNsMin();
  }

  private void goOn(long timeNs) {
    manoeuvre = Optional.empty();
    engagedNs = timeNs;
  }

  private void noteMode(long timeNs, DriveMode mode) {
    if (mode == DriveMode.NOMINAL) {
      safeStopNs = Long.MIN_VALUE;
    } else if (safeStopNs == Long.MIN_VALUE) {
      safeStopNs = timeNs;
    }
  }
}
