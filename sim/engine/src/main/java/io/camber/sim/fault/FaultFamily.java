package io.camber.sim.fault;

import static io.camber.sim.fault.FaultKind.between;
import static io.camber.sim.fault.FaultKind.plain;
import static io.camber.sim.fault.FaultKind.share;
import static io.camber.sim.fault.FaultKind.signed;

import java.util.List;
import java.util.Optional;

/** What can be struck, and the faults that each of them knows. */
public enum FaultFamily {
  /** Anything that is sent: losses, clocks, the bus. */
  STREAM(
      share("dropout", "F01", 1.0),
      plain("freeze", "F02"),
      plain("stamp_freeze", "F03"),
      between("delay", "F03", "s", 0.2, 0.0, 5.0),
      signed("clock_step", "F10", "s", 0.05, 10.0),
      signed("clock_drift", "F10", "ppm", 100.0, 1e6),
      plain("clock_backwards", "F10"),
      share("loss", "F15", 0.05),
      between("burst", "F15", "s of every second", 0.1, 0.0, 1.0),
      share("reorder", "F16", 0.05),
      share("duplicate", "F16", 0.05),
      share("corrupt", "F16", 0.05)),
  LIDAR(
      between("noise", "F04", "times", 5.0, 1.0, 100.0),
      share("dead_rings", "F04", 0.25),
      share("points_lost", "F04", 0.3),
      signed("shift", "F05", "m to the left", 0.1, 5.0),
      signed("tilt", "F05", "rad nose down", 0.0349, 0.6),
      signed("turn", "F05", "rad to the left", 0.0349, 0.6),
      share("blocked", "F06", 0.3)),
  CAMERA(
      between("noise", "F04", "times", 5.0, 1.0, 100.0),
      signed("tilt", "F05", "rad nose down", 0.0349, 0.6),
      signed("turn", "F05", "rad to the left", 0.0349, 0.6),
      share("blocked", "F06", 0.3),
      plain("swapped", "F05")),
  RADAR(
      share("points_lost", "F04", 0.3),
      signed("turn", "F05", "rad to the left", 0.0349, 0.6),
      share("blocked", "F06", 0.3)),
  ULTRASONIC(plain("blocked", "F06")),
  /** Lights on the air that say what is not so. */
  V2X(plain("flip", "F23")),
  GNSS(
      between("noise", "F04", "times", 5.0, 1.0, 1000.0),
      signed("jump", "F08", "m", 3.0, 1e5),
      signed("drift", "F08", "m/s", 0.2, 100.0),
      signed("spoof", "F08", "m/s", 0.5, 100.0)),
  IMU(
      between("noise", "F04", "times", 5.0, 1.0, 1000.0),
      signed("scale", "F09", "relative", 0.05, 10.0),
      signed("accel_bias", "F09", "m/s2", 0.5, 100.0),
      signed("gyro_bias", "F09", "rad/s", 0.02, 10.0)),
  WHEELS(signed("scale", "F09", "relative", 0.05, 10.0), plain("silent_wheel", "F09")),
  OBJECTS(
      signed("ghost", "F23", "m ahead", 20.0, 200.0),
      share("miss", "F23", 0.5),
      share("class_flip", "F23", 0.5),
      share("split", "F23", 0.5),
      between("merge", "F23", "m", 5.0, 0.0, 50.0),
      plain("blackout", "F23")),
  LIGHTS(share("flip", "F23", 1.0), plain("blackout", "F23")),
  PLAN(
      plain("nan", "F24"),
      between("past", "F24", "s", 1.0, 0.0, 60.0),
      signed("jump", "F24", "m to the left", 2.0, 1000.0),
      plain("backwards", "F24"),
      plain("empty", "F24")),
  COMMAND(plain("nan", "F24")),
  NODE(
      plain("partition", "F17"),
      plain("partition_in", "F17"),
      plain("partition_out", "F17"),
      plain("crash", "F11"),
      plain("out_of_memory", "F20")),
  MAP(
      signed("lane_shift", "F21", "m to the left", 0.5, 5.0),
      plain("lanes_missing", "F21"),
      between("speed_limit", "F21", "times", 2.0, 0.01, 100.0),
      plain("signals_missing", "F21")),
  DESCRIPTION(
      between("wheelbase", "F25", "times", 0.8, 0.1, 10.0),
      between("steering_limit", "F25", "times", 0.5, 0.01, 10.0),
      between("brake_limit", "F25", "times", 2.0, 0.01, 10.0),
      plain("feet", "F25")),
  WEATHER(
      between("fog", "F07", "m of visibility", 60.0, 5.0, 1e4),
      between("smoke", "F07", "m of visibility", 30.0, 3.0, 1e4),
      between("rain", "F07", "mm/h", 30.0, 0.0, 300.0),
      between("snow", "F07", "mm/h of water", 3.0, 0.0, 100.0)),
  BRAKE(share("weak", "F22", 0.3), between("delay", "F22", "s", 0.2, 0.0, 2.0)),
  STEERING(
      plain("stuck", "F22"),
      signed("offset", "F22", "rad to the left", 0.0349, 0.6),
      between("delay", "F22", "s", 0.2, 0.0, 2.0)),
  DRIVE(
      between("stuck", "F22", "m/s2 at least", 1.0, 0.0, 5.0),
      between("delay", "F22", "s", 0.2, 0.0, 2.0));

  // An unmodifiable list of records, which the checker of enums cannot know.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<FaultKind> kinds;

  FaultFamily(FaultKind... kinds) {
    this.kinds = List.of(kinds);
  }

  public List<FaultKind> kinds() {
    return kinds;
  }

  Optional<FaultKind> find(String kind) {
    return kinds.stream().filter(each -> each.name().equals(kind)).findFirst();
  }

  /** True for what is handed out or plugged in once, as the run begins. */
  public boolean isOnceAtStart(FaultKind kind) {
    return this == MAP || this == DESCRIPTION || (this == CAMERA && kind.name().equals("swapped"));
  }
}
