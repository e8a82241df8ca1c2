package io.camber.app.traffic;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.camber.sim.traffic.Traffic;
import io.camber.sim.traffic.statistics.Histogram;
import io.camber.sim.traffic.statistics.TrafficWatch;
import java.util.List;
import java.util.Locale;

/**
 * How traffic on a map went.
 *
 * @param placed vehicles that found room at the start
 * @param laneChangesPerKm of vehicle travel
 * @param walkersCrossed people who came to the other side of a crosswalk
 * @param stuckMost most vehicles that stood for more than two minutes at once
 * @param workS time the steps took
 */
public record TrafficReport(
    String map,
    double durationS,
    long seed,
    int placed,
    int vehicles,
    Histogram speedMps,
    Histogram headwayS,
    Histogram standingM,
    double movingShare,
    double distanceKm,
    double laneChangesPerKm,
    long arrivals,
    long walkersCrossed,
    List<String> collisions,
    long redRuns,
    long linesRun,
    double longestStandS,
    int stuckMost,
    long hardBrakings,
    long vehicleSteps,
    double workS) {
  private static final Gson JSON = new GsonBuilder().setPrettyPrinting().create();
  private static final int PLACES_SHOWN = 5;

  static TrafficReport of(
      String map,
      double durationS,
      long seed,
      int placed,
      Traffic traffic,
      TrafficWatch watch,
      long walkersCrossed,
      double workS) {
    return new TrafficReport(
        map,
        durationS,
        seed,
        placed,
        traffic.vehicles(),
        watch.speedMps(),
        watch.headwayS(),
        watch.standingM(),
        watch.movingShare(),
        watch.distanceKm(),
        watch.laneChangesPerKm(),
        traffic.arrivals(),
        walkersCrossed,
        watch.collisions(),
        traffic.redRuns(),
        traffic.linesRun(),
        watch.longestStandS(),
        watch.stuckMost(),
        watch.hardBrakings(),
        watch.vehicleSteps(),
        workS);
  }

  /** Whether nobody collided, ran a red light or got stuck. */
  public boolean isSound() {
    return collisions.isEmpty() && redRuns == 0 && stuckMost == 0;
  }

  /** For people at a terminal. */
  public String text() {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "%s: %d of %d vehicles placed, %.0f s, seed %d",
        map,
        placed,
        vehicles,
        durationS,
        seed);
    line(
        text,
        "  travelled       %.1f km, in motion %.0f %% of the time",
        distanceKm,
        100.0 * movingShare);
    spread(text, "speed", speedMps, "m/s");
    spread(text, "headway", headwayS, "s");
    spread(text, "gap standing", standingM, "m");
    line(text, "  lane changes    %.2f a km", laneChangesPerKm);
    line(text, "  walkers         %d crossed", walkersCrossed);
    line(text, "  collisions      %d", collisions.size());
    collisions.stream().limit(PLACES_SHOWN).forEach(place -> line(text, "    %s", place));
    line(text, "  red lights run  %d, lines crossed without leave %d", redRuns, linesRun);
    line(text, "  braked hard     %d times (beyond 5 m/s²)", hardBrakings);
    line(
        text,
        "  gridlock        %s (longest stand %.0f s, at most %d vehicles beyond 120 s)",
        stuckMost == 0 ? "none" : "YES",
        longestStandS,
        stuckMost);
    text.append(String.format(
        Locale.ROOT, "  computed        %.2f million vehicle-steps/s", vehicleSteps / workS / 1e6));
    return text.toString();
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static void spread(StringBuilder text, String name, Histogram h, String unit) {
    if (h.total() == 0) {
      line(text, "  %-15s no samples", name);
      return;
    }
    line(
        text,
        "  %-15s 10 %% %.1f, median %.1f, 90 %% %.1f, mean %.1f %s (%d samples)",
        name,
        h.quantile(0.1),
        h.quantile(0.5),
        h.quantile(0.9),
        h.mean(),
        unit,
        h.total());
  }

  /** The same as JSON, distributions in full. */
  public String json() {
    JsonObject root = new JsonObject();
    root.addProperty("map", map);
    root.addProperty("durationS", durationS);
    root.addProperty("seed", seed);
    root.addProperty("vehicles", vehicles);
    root.addProperty("placed", placed);
    root.addProperty("distanceKm", distanceKm);
    root.addProperty("movingShare", movingShare);
    root.addProperty("laneChangesPerKm", laneChangesPerKm);
    root.addProperty("arrivals", arrivals);
    root.addProperty("walkersCrossed", walkersCrossed);
    root.add("speedMps", json(speedMps));
    root.add("headwayS", json(headwayS));
    root.add("standingM", json(standingM));
    JsonArray places = new JsonArray();
    collisions.forEach(places::add);
    root.add("collisions", places);
    root.addProperty("redRuns", redRuns);
    root.addProperty("linesRun", linesRun);
    root.addProperty("longestStandS", longestStandS);
    root.addProperty("stuckMost", stuckMost);
    root.addProperty("hardBrakings", hardBrakings);
    root.addProperty("vehicleSteps", vehicleSteps);
    root.addProperty("vehicleStepsPerS", vehicleSteps / workS);
    return JSON.toJson(root);
  }

  private static JsonObject json(Histogram h) {
    JsonObject object = new JsonObject();
    object.addProperty("samples", h.total());
    if (h.total() > 0) {
      object.addProperty("mean", h.mean());
      object.addProperty("p10", h.quantile(0.1));
      object.addProperty("p50", h.quantile(0.5));
      object.addProperty("p90", h.quantile(0.9));
    }
    object.addProperty("binWidth", h.binWidth());
    JsonArray shares = new JsonArray();
    for (int i = 0; i < h.bins(); i++) {
      shares.add(h.share(i));
    }
    object.add("shares", shares);
    return object;
  }
}
