package io.camber.app.control;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.camber.app.chart.LineChart;
import io.camber.geometry.Vec2;
import io.camber.sim.dynamics.manoeuvre.Curve;
import io.camber.sim.dynamics.manoeuvre.Plot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Gain and phase margins of the controller's loops on one car: a table, Bode plots, JSON, CSV. */
public record MarginSheet(String car, List<MarginRun> runs) {
  /** Speeds that a loop can be asked for, km/h. */
  public static final double SPEED_KMPH_MIN = 5.0;

  public static final double SPEED_KMPH_MAX = 200.0;

  private static final String FREQUENCY = "log10 of frequency in Hz";

  public MarginSheet {
    runs = List.copyOf(runs);
  }

  /** Measures the loops of steering and acceleration at these speeds. */
  public static MarginSheet measure(TestCar car, List<Double> speedsKmph) {
    return new MarginSheet(car.description().name(), MarginRun.of(car, speedsKmph));
  }

  /** True when in every loop a push dies away. */
  public boolean holds() {
    return runs.stream().allMatch(MarginRun::isStable);
  }

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(String.format(
        "%-14s %5s %13s %10s %9s %8s %6s %8s %8s  %s",
        "command",
        "km/h",
        "crossover Hz",
        "phase deg",
        "delay ms",
        "rise dB",
        "at Hz",
        "fall dB",
        "from -1",
        "swing"));
    for (MarginRun run : runs) {
      LoopMargins margins = run.margins();
      lines.add(String.format(
          Locale.ROOT,
          "%-14s %5.0f %13s %10s %9s %8s %6s %8s %8s  %s%s",
          run.signal().label(),
          run.speedKmph(),
          number("%.2f", margins.crossoverHz()),
          number("%.1f", Math.toDegrees(margins.phaseMargin())),
          number("%.0f", 1e3 * margins.delayMarginS()),
          number("%.1f", margins.gainMarginDb()),
          number("%.2f", margins.phaseCrossingHz()),
          number("%.1f", margins.fallMarginDb()),
          number("%.2f", margins.distance()),
          swing(run),
          run.isStable() ? "" : "  UNSTABLE"));
    }
    return lines;
  }

  private static String swing(MarginRun run) {
    return switch (run.signal()) {
      case STEERING -> String.format(Locale.ROOT, "%.3f deg", Math.toDegrees(run.swing()));
      case ACCEL -> String.format(Locale.ROOT, "%.3f m/s2", run.swing());
    };
  }

  /** A row a measured frequency. */
  public String toCsv() {
    StringBuilder text = new StringBuilder("command,speed_kmph,frequency_hz,gain_db,phase_deg\n");
    for (MarginRun run : runs) {
      double[] phases = LoopMargins.unwrapped(run.points());
      for (int i = 0; i < phases.length; i++) {
        text.append(String.format(
            Locale.ROOT,
            "%s,%.0f,%.5f,%.3f,%.2f\n",
            run.signal().label(),
            run.speedKmph(),
            run.points().get(i).frequencyHz(),
            run.points().get(i).gainDb(),
            Math.toDegrees(phases[i])));
      }
    }
    return text.toString();
  }

  /** Gain and phase over frequency, a pair of plots a command. */
  public String toSvg() {
    List<Plot> plots = new ArrayList<>();
    for (CarLoop.Signal signal : CarLoop.Signal.values()) {
      List<Curve> gains = new ArrayList<>();
      List<Curve> phases = new ArrayList<>();
      for (MarginRun run : runs) {
        if (run.signal() == signal && run.isStable()) {
          String name = String.format(Locale.ROOT, "%.0f km/h", run.speedKmph());
          gains.add(Curve.driven(name, gain(run)));
          phases.add(Curve.driven(name, phase(run)));
        }
      }
      gains.add(level("gain of one", 0.0));
      phases.add(level("half a turn", -180.0));
      plots.add(new Plot(signal.label() + ": open loop", FREQUENCY, "gain, dB", gains));
      plots.add(new Plot(signal.label() + ": open loop", FREQUENCY, "phase, degrees", phases));
    }
    return LineChart.toSvg(plots, 2);
  }

  public String toJson() {
    JsonArray all = new JsonArray();
    for (MarginRun run : runs) {
      JsonObject json = new JsonObject();
      json.addProperty("command", run.signal().label());
      json.addProperty("speed_kmph", run.speedKmph());
      json.addProperty("stable", run.isStable());
      json.addProperty(
          run.signal() == CarLoop.Signal.STEERING ? "swing_rad" : "swing_mps2", run.swing());
      add(json, "crossover_hz", run.margins().crossoverHz());
      add(json, "phase_margin_rad", run.margins().phaseMargin());
      add(json, "delay_margin_s", run.margins().delayMarginS());
      add(json, "gain_margin_db", run.margins().gainMarginDb());
      add(json, "phase_crossing_hz", run.margins().phaseCrossingHz());
      add(json, "gain_fall_margin_db", run.margins().fallMarginDb());
      add(json, "distance_from_minus_one", run.margins().distance());
      all.add(json);
    }
    JsonObject json = new JsonObject();
    json.addProperty("car", car);
    json.add("loops", all);
    return new GsonBuilder().setPrettyPrinting().create().toJson(json) + "\n";
  }

  private static void add(JsonObject json, String name, double value) {
    if (Double.isFinite(value)) {
      json.addProperty(name, value);
    }
  }

  private static List<Vec2> gain(MarginRun run) {
    return run.points().stream()
        .map(point -> new Vec2(StrictMath.log10(point.frequencyHz()), point.gainDb()))
        .toList();
  }

  private static List<Vec2> phase(MarginRun run) {
    double[] phases = LoopMargins.unwrapped(run.points());
    List<Vec2> points = new ArrayList<>();
    for (int i = 0; i < phases.length; i++) {
      points.add(
          new Vec2(StrictMath.log10(run.points().get(i).frequencyHz()), Math.toDegrees(phases[i])));
    }
    return points;
  }

  private static Curve level(String name, double value) {
    return Curve.expected(
        name,
        List.of(
            new Vec2(StrictMath.log10(MarginRun.FROM_HZ), value),
            new Vec2(StrictMath.log10(MarginRun.TO_HZ), value)));
  }

  private static String number(String format, double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "-";
  }
}
