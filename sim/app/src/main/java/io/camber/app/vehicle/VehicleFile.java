package io.camber.app.vehicle;

import io.camber.app.yaml.YamlEntry;
import io.camber.diagnostics.InputException;
import io.camber.sim.dynamics.PowertrainConfig;
import io.camber.sim.dynamics.SteeringConfig;
import io.camber.sim.dynamics.doubletrack.AxleConfig;
import io.camber.sim.dynamics.doubletrack.BodyConfig;
import io.camber.sim.dynamics.doubletrack.BrakeConfig;
import io.camber.sim.dynamics.doubletrack.DoubleTrackConfig;
import io.camber.sim.dynamics.doubletrack.TrailerConfig;
import io.camber.sim.dynamics.doubletrack.TyreConfig;
import io.camber.sim.dynamics.doubletrack.TyreCurve;
import io.camber.sim.dynamics.doubletrack.UnitConfig;
import io.camber.sim.dynamics.doubletrack.WheelConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a vehicle; {@code scenarios/vehicles/bmw-320i.yaml} shows every key. Angles are in degrees, as in data sheets. */
public final class VehicleFile {
  private static final double GRAVITY_MPS2 = 9.81;

  private final YamlEntry root;

  private VehicleFile(YamlEntry root) {
    this.root = root;
  }

  /**
   * The vehicle of a file.
   *
   * @throws InputException naming file and line
   */
  public static DoubleTrackConfig read(String file, String text) {
    try {
      YamlEntry root = new YamlEntry(
          file,
          new Compose(LoadSettings.builder().setLabel(file).build())
              .composeString(text)
              .orElseThrow(() -> new InputException(file + ": is empty")));
      try {
        return new VehicleFile(root).vehicle();
      } catch (IllegalArgumentException e) {
        throw new InputException(file + ": " + e.getMessage(), e);
      }
    } catch (YamlEngineException e) {
      throw new InputException(file + ": is not YAML: " + e.getMessage(), e);
    }
  }

  private DoubleTrackConfig vehicle() {
    DoubleTrackConfig vehicle = new DoubleTrackConfig(
        root.text("name"),
        root.number("length_m", 1.0, 30.0),
        root.number("width_m", 0.5, 4.0),
        root.number("height_m", 0.5, 5.0),
        root.number("rear_overhang_m", 0.0, 10.0),
        unit(),
        root.has("trailer") ? Optional.of(trailer(root.entry("trailer"))) : Optional.empty(),
        tyre(root.entry("tyre")),
        wheel(root.entry("wheel")),
        steering(root.entry("steering")),
        powertrain(root.entry("drive"), root.entry("brakes")),
        brakes(root.entry("brakes")),
        body(root.entry("body")),
        root.flag("traction_control", false),
        root.flag("stability_control", false));
    root.finish();
    checkShares(vehicle);
    return vehicle;
  }

  private UnitConfig unit() {
    return new UnitConfig(
        root.number("mass_kg", 100.0, 60_000.0),
        root.number("yaw_inertia_kgm2", 10.0, 1e7),
        root.number("gravity_center_m", 0.0, 4.0),
        List.of(axle(root.entry("front")), axle(root.entry("rear"))));
  }

  private static AxleConfig axle(YamlEntry entry) {
    AxleConfig axle = new AxleConfig(
        entry.number("ahead_m", -20.0, 20.0),
        entry.number("track_m", 0.3, 4.0),
        entry.number("roll_share", 0.0, 1.0),
        entry.number("brake_share", 0.0, 1.0),
        entry.number("drive_share", 0.0, 0.0, 1.0),
        entry.number("compliance", 1.0, 0.1, 1.0));
    entry.finish();
    return axle;
  }

  private static TrailerConfig trailer(YamlEntry entry) {
    List<AxleConfig> axles = new ArrayList<>();
    double[] places = entry.numbers("axles_ahead_m");
    double track = entry.number("track_m", 0.3, 4.0);
    double brakes = entry.number("brake_share", 0.0, 1.0);
    for (double place : places) {
      axles.add(
          new AxleConfig(place, track, 1.0 / places.length, brakes / places.length, 0.0, 1.0));
    }
    TrailerConfig trailer = new TrailerConfig(
        new UnitConfig(
            entry.number("mass_kg", 100.0, 100_000.0),
            entry.number("yaw_inertia_kgm2", 10.0, 1e8),
            entry.number("gravity_center_m", 0.0, 4.0),
            axles),
        entry.number("hitch_behind_m", -5.0, 20.0),
        entry.number("hitch_ahead_m", 0.1, 20.0),
        entry.number("hitch_height_m", 0.0, 3.0),
        entry.number("length_m", 1.0, 30.0),
        entry.number("width_m", 0.5, 4.0),
        entry.number("height_m", 0.5, 5.0));
    entry.finish();
    return trailer;
  }

  private static TyreConfig tyre(YamlEntry entry) {
    TyreConfig tyre = new TyreConfig(
        curve(entry.entry("along")),
        curve(entry.entry("across")),
        entry.number("nominal_load_n", 100.0, 1e5),
        entry.number("load_sensitivity", 0.0, 0.0, 0.4),
        entry.number("stiffest_load", 1e6, 1.0, 1e6),
        entry.number("relaxation_m", 0.4, 0.01, 3.0));
    entry.finish();
    return tyre;
  }

  private static TyreCurve curve(YamlEntry entry) {
    TyreCurve curve = new TyreCurve(
        entry.number("shape", 1.0, 2.0),
        entry.number("peak", 0.1, 3.0),
        entry.number("curvature", -10.0, 0.99),
        entry.number("stiffness", 1.0, 100.0));
    entry.finish();
    return curve;
  }

  private static WheelConfig wheel(YamlEntry entry) {
    WheelConfig wheel = new WheelConfig(
        entry.number("radius_m", 0.1, 1.0), entry.number("inertia_kgm2", 0.05, 100.0));
    entry.finish();
    return wheel;
  }

  private static SteeringConfig steering(YamlEntry entry) {
    SteeringConfig steering = new SteeringConfig(
        Math.toRadians(entry.number("angle_max_deg", 1.0, 80.0)),
        Math.toRadians(entry.number("rate_max_degps", 1.0, 1000.0)),
        entry.number("dead_time_s", 0.0, 0.0, 1.0),
        entry.number("lag_s", 0.0, 0.0, 2.0),
        Math.toRadians(entry.number("play_deg", 0.0, 0.0, 5.0)));
    entry.finish();
    return steering;
  }

  private PowertrainConfig powertrain(YamlEntry drive, YamlEntry brakes) {
    double mass = root.number("mass_kg", 100.0, 60_000.0)
        + (root.has("trailer") ? root.entry("trailer").number("mass_kg", 100.0, 100_000.0) : 0.0);
    PowertrainConfig powertrain = new PowertrainConfig(
        drive.number("accel_max_mps2", 0.1, 20.0),
        drive.number("power_kw", 1.0, 2000.0) * 1e3 / mass,
        brakes.number("decel_max_mps2", 0.5, 20.0),
        drive.number("lag_s", 0.0, 0.0, 5.0),
        brakes.number("lag_s", 0.0, 0.0, 5.0));
    drive.finish();
    return powertrain;
  }

  private static BrakeConfig brakes(YamlEntry entry) {
    BrakeConfig brakes = new BrakeConfig(
        entry.flag("antilock", true),
        entry.number("heat_kjpk", 1.0, 1e4) * 1e3,
        entry.number("cooling_wpk", 0.1, 1e5),
        entry.number("fade_start_c", 20.0, 1000.0),
        entry.number("fade_end_c", 21.0, 2000.0),
        entry.number("faded_share", 0.0, 1.0));
    // Read with the drive.
    entry.number("decel_max_mps2", 0.5, 20.0);
    entry.number("lag_s", 0.0, 0.0, 5.0);
    entry.finish();
    return brakes;
  }

  private static BodyConfig body(YamlEntry entry) {
    BodyConfig body = new BodyConfig(
        entry.number("drag_area_m2", 0.0, 20.0),
        entry.number("rolling", 0.0, 0.1),
        Math.toRadians(entry.number("roll_deg_per_g", 0.0, 20.0)) / GRAVITY_MPS2,
        Math.toRadians(entry.number("pitch_deg_per_g", 0.0, 20.0)) / GRAVITY_MPS2,
        entry.number("lag_s", 0.01, 2.0));
    entry.finish();
    return body;
  }

  /** Shares that do not add up would drive and brake with the wrong force without a word. */
  private void checkShares(DoubleTrackConfig vehicle) {
    double brakes = sum(vehicle.unit(), true)
        + vehicle.trailer().map(each -> sum(each.unit(), true)).orElse(0.0);
    if (Math.abs(brakes - 1.0) > 1e-6) {
      throw root.wrong(
          "brake_share: those of all axles and the trailer add up to " + brakes + ", not to 1");
    }
    double drive = sum(vehicle.unit(), false);
    if (Math.abs(drive - 1.0) > 1e-6) {
      throw root.wrong("drive_share: those of both axles add up to " + drive + ", not to 1");
    }
  }

  private static double sum(UnitConfig unit, boolean brakes) {
    return unit.axles().stream()
        .mapToDouble(axle -> brakes ? axle.brakeShare() : axle.driveShare())
        .sum();
  }
}
