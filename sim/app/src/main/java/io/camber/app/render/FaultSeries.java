package io.camber.app.render;

import io.camber.app.chart.LineChart;
import io.camber.bus.Topic;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.messages.Topics;
import io.camber.scene.SignalColor;
import io.camber.sensing.GnssFix;
import io.camber.sensing.ImuSample;
import io.camber.sensing.SignalPhase;
import io.camber.sensing.SignalPhases;
import io.camber.sensing.UltrasonicEcho;
import io.camber.sensing.WheelSpeeds;
import io.camber.sim.dynamics.manoeuvre.Curve;
import io.camber.sim.dynamics.manoeuvre.Plot;
import io.camber.sim.fault.FaultFamily;
import io.camber.sim.fault.FaultKind;
import io.camber.sim.fault.plant.ActuatorFaults;
import io.camber.sim.fault.stream.Gate;
import io.camber.sim.fault.stream.Gates;
import io.camber.sim.fault.stream.Outlet;
import io.camber.sim.fault.stream.Surroundings;
import io.camber.truth.FaultTruth;
import io.camber.truth.FaultTruths;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

/**
 * What every fault makes of a series: a car at 10 m/s that swerves a little, its messages ten times a second for six seconds,
 * the fault from the second to the fourth.
 */
public final class FaultSeries {
  private static final int COUNT = 60;
  private static final long PERIOD_NS = 100_000_000L;
  private static final long FROM_NS = 2_000_000_000L;
  private static final long TO_NS = 4_000_000_000L;
  private static final double S_PER_NS = 1e-9;
  private static final double SPEED_MPS = 10.0;
  private static final int COLUMNS = 5;

  /** What a flipped bit does may be anything; drawn up to here. */
  private static final double FAR_M = 20.0;

  private final long seed;
  private final List<Plot> plots = new ArrayList<>();

  private FaultSeries(long seed) {
    this.seed = seed;
  }

  /** All of them as one picture. */
  public static String toSvg(long seed) {
    FaultSeries series = new FaultSeries(seed);
    series.fixes();
    series.all(
        FaultFamily.GNSS,
        "gnss",
        Topics.GNSS,
        FaultSeries::fix,
        "left, m",
        fix -> fix.position().y());
    series.all(
        FaultFamily.IMU,
        "imu",
        Topics.IMU,
        FaultSeries::inertial,
        "turn rate + acceleration",
        imu -> imu.angularRateRadps().z() + imu.specificForceMps2().x());
    series.all(
        FaultFamily.WHEELS,
        "wheels",
        Topics.WHEELS,
        FaultSeries::wheels,
        "sum of speeds, m/s",
        each ->
            each.frontLeftMps() + each.frontRightMps() + each.rearLeftMps() + each.rearRightMps());
    series.all(
        FaultFamily.ULTRASONIC,
        "ultrasonic_front",
        Topics.ULTRASONIC_ECHO,
        FaultSeries::echo,
        "range, m",
        each -> each.rangeM().orElse(Double.NaN));
    series.all(
        FaultFamily.V2X,
        "v2x_roof",
        Topics.SIGNAL_PHASES,
        FaultSeries::phases,
        "2 red, 5 green",
        each -> each.phases().get(0).color() == SignalColor.RED ? 2.0 : 5.0);
    series.actuators("brake", FaultFamily.BRAKE);
    series.actuators("steering", FaultFamily.STEERING);
    series.actuators("drive", FaultFamily.DRIVE);
    return LineChart.toSvg(series.plots, COLUMNS);
  }

  private static double swerve(double timeS) {
    return 0.5 * StrictMath.sin(1.5 * timeS);
  }

  private static GnssFix fix(int i) {
    double time = i * PERIOD_NS * S_PER_NS;
    return new GnssFix(
        i * PERIOD_NS,
        new Vec3(SPEED_MPS * time, swerve(time), 0.0),
        new Vec2(SPEED_MPS, 0.0),
        0.0,
        0.05,
        0.03,
        0.003);
  }

  private static ImuSample inertial(int i) {
    double time = i * PERIOD_NS * S_PER_NS;
    return new ImuSample(
        i * PERIOD_NS, new Vec3(swerve(time), 0.0, 9.81), new Vec3(0.0, 0.0, 0.1 * swerve(time)));
  }

  private static WheelSpeeds wheels(int i) {
    double speed = SPEED_MPS + swerve(i * PERIOD_NS * S_PER_NS);
    return new WheelSpeeds(i * PERIOD_NS, speed, speed, speed, speed);
  }

  private static UltrasonicEcho echo(int i) {
    return new UltrasonicEcho(i * PERIOD_NS, "ultrasonic_front", OptionalDouble.of(5.0 - 0.05 * i));
  }

  private static SignalPhases phases(int i) {
    SignalColor color = i < 30 ? SignalColor.RED : SignalColor.GREEN;
    return new SignalPhases(
        i * PERIOD_NS, "v2x_roof", List.of(new SignalPhase("7", color, OptionalDouble.empty())));
  }

  /**
   * Faults of any stream, on fixes: how far the newest one is behind the car. Clocks are drawn as a receiver reckons that trusts
   * the stamps, all others by what the message says.
   */
  private void fixes() {
    for (FaultKind kind : FaultFamily.STREAM.kinds()) {
      boolean isClock = kind.code().equals("F10") || kind.name().equals("stamp_freeze");
      plots.add(new Plot(
          label("gnss", kind),
          "time, s",
          isClock ? "m behind, by its stamp" : "newest fix, m behind",
          List.of(
              Curve.driven("struck", behind(Optional.of(fault("gnss", kind)), isClock)),
              Curve.expected("sound", behind(Optional.empty(), isClock)))));
    }
  }

  private static List<Vec2> behind(Optional<FaultTruth> fault, boolean isClock) {
    List<Arrival> arrivals = new ArrayList<>();
    Optional<Gate<GnssFix>> gate =
        fault.flatMap(each -> Gates.of(Topics.GNSS, each, new Surroundings()));
    for (int i = 0; i < COUNT; i++) {
      long nowNs = i * PERIOD_NS;
      if (gate.isPresent() && fault.get().isActive(nowNs)) {
        gate.get().pass(fix(i), nowNs, nowNs, new Arrivals(arrivals, nowNs));
      } else {
        arrivals.add(new Arrival(nowNs, fix(i)));
      }
    }
    arrivals.sort((a, b) -> Long.compare(a.atNs(), b.atNs()));
    List<Vec2> line = new ArrayList<>();
    Optional<GnssFix> newest = Optional.empty();
    for (Arrival arrival : arrivals) {
      // Just before it arrives the last one is at its oldest.
      newest.ifPresent(fix -> line.add(behind(arrival.atNs(), fix, isClock)));
      newest = Optional.of(arrival.fix());
      line.add(behind(arrival.atNs(), arrival.fix(), isClock));
    }
    return line;
  }

  private static Vec2 behind(long nowNs, GnssFix fix, boolean isClock) {
    double time = nowNs * S_PER_NS;
    double since = isClock ? time - fix.timeNs() * S_PER_NS : 0.0;
    double behind = SPEED_MPS * (time - since) - fix.position().x();
    return new Vec2(time, Math.max(-FAR_M, Math.min(FAR_M, behind)));
  }

  /** A fix and when it came. */
  private record Arrival(long atNs, GnssFix fix) {}

  /** Keeps what a gate lets through. */
  private record Arrivals(List<Arrival> arrivals, long nowNs) implements Outlet<GnssFix> {
    @Override
    public void send(GnssFix fix, long stampNs) {
      arrivals.add(new Arrival(nowNs, fix));
    }

    @Override
    public void sendLater(long delayNs, GnssFix fix, long stampNs) {
      arrivals.add(new Arrival(nowNs + delayNs, fix));
    }
  }

  /** Draws all faults of a family. */
  private <T> void all(
      FaultFamily family,
      String target,
      Topic<T> topic,
      IntFunction<T> sound,
      String unit,
      ToDoubleFunction<T> value) {
    for (FaultKind kind : family.kinds()) {
      FaultTruth fault = fault(target, kind);
      List<Vec2> before = new ArrayList<>();
      List<Vec2> after = new ArrayList<>();
      Optional<Gate<T>> gate = Gates.of(topic, fault, new Surroundings());
      for (int i = 0; i < COUNT; i++) {
        long nowNs = i * PERIOD_NS;
        T message = sound.apply(i);
        before.add(point(nowNs, message, value));
        if (fault.isActive(nowNs) && gate.isPresent()) {
          gate.get().pass(message, nowNs, nowNs, new Drawn<>(after, nowNs, value));
        } else {
          after.add(point(nowNs, message, value));
        }
      }
      after.sort((a, b) -> Double.compare(a.x(), b.x()));
      plots.add(new Plot(
          label(target, kind),
          "time of arrival, s",
          unit,
          List.of(Curve.driven("struck", after), Curve.expected("sound", before))));
    }
  }

  private static <T> Vec2 point(long nowNs, T message, ToDoubleFunction<T> value) {
    return new Vec2(nowNs * S_PER_NS, value.applyAsDouble(message));
  }

  private FaultTruth fault(String target, FaultKind kind) {
    double severity = kind.unit().equals("share") && kind.severity() < 0.3 ? 0.3 : kind.severity();
    return new FaultTruth(target, kind.name(), kind.code(), severity, FROM_NS, TO_NS, seed);
  }

  private static String label(String target, FaultKind kind) {
    return kind.code() + "  " + target + ":" + kind.name();
  }

  /** What an actuator is told and what it obeys: braking, driving and steering as a sine of 2 m/s2 and a tenth of a radian. */
  private void actuators(String target, FaultFamily family) {
    for (FaultKind kind : family.kinds()) {
      ActuatorFaults actuators = new ActuatorFaults();
      FaultTruths known = new FaultTruths(0, List.of(fault(target, kind)));
      List<Vec2> before = new ArrayList<>();
      List<Vec2> after = new ArrayList<>();
      for (int i = 0; i < COUNT; i++) {
        long nowNs = i * PERIOD_NS;
        double time = nowNs * S_PER_NS;
        ControlCommand told =
            new ControlCommand(nowNs, 0.2 * swerve(time), 4.0 * swerve(time), DriveMode.NOMINAL);
        ControlCommand obeyed =
            actuators.obeyed(nowNs, Optional.of(told), known).orElseThrow();
        boolean isSteering = family == FaultFamily.STEERING;
        before.add(new Vec2(time, isSteering ? told.steeringAngle() : told.accelMps2()));
        after.add(new Vec2(time, isSteering ? obeyed.steeringAngle() : obeyed.accelMps2()));
      }
      plots.add(new Plot(
          label(target, kind),
          "time, s",
          family == FaultFamily.STEERING ? "road-wheel angle, rad" : "acceleration, m/s²",
          List.of(Curve.driven("struck", after), Curve.expected("sound", before))));
    }
  }

  /** Keeps what a gate lets through at the time it arrives. */
  private record Drawn<T>(List<Vec2> points, long nowNs, ToDoubleFunction<T> value)
      implements Outlet<T> {
    @Override
    public void send(T message, long stampNs) {
      points.add(point(nowNs, message, value));
    }

    @Override
    public void sendLater(long delayNs, T message, long stampNs) {
      points.add(point(nowNs + delayNs, message, value));
    }
  }
}
