package io.camber.app.campaign;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.camber.jury.statistics.EventRate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a campaign counted.
 *
 * @param stackMeters way that the stack drove itself
 * @param driverMeters way that the safety driver drove
 * @param isComplete false when the limit of take-overs was reached first
 */
public record CampaignResult(
    List<TakeOver> takeOvers, double stackMeters, double driverMeters, boolean isComplete) {
  private static final double M_PER_MILE = 1609.344;
  private static final double NS = 1e-9;

  public CampaignResult {
    takeOvers = List.copyOf(takeOvers);
  }

  /** Take-overs by the miles that the stack drove. */
  public EventRate rate() {
    return EventRate.of(takeOvers.size(), stackMeters / M_PER_MILE);
  }

  /** For people: each take-over, then miles per intervention, of the whole and by trigger; who is to blame, camber blame tells. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (TakeOver one : takeOvers) {
      text.append(line(one)).append('\n');
    }
    text.append(String.format(
        Locale.ROOT,
        "%d interventions; the stack drove %.3f miles, the safety driver %.3f%n",
        takeOvers.size(),
        stackMeters / M_PER_MILE,
        driverMeters / M_PER_MILE));
    text.append(perIntervention("all", rate()));
    byTrigger()
        .forEach((trigger, count) ->
            text.append(perIntervention(trigger, EventRate.of(count, stackMeters / M_PER_MILE))));
    if (!isComplete) {
      text.append("there were more: raise --limit\n");
    }
    return text.toString().replace("\r\n", "\n");
  }

  /** One take-over in a line. */
  public static String line(TakeOver one) {
    String back = one.backNs() == Long.MAX_VALUE
        ? "never handed back"
        : String.format(Locale.ROOT, "handed back at %.2f s", one.backNs() * NS);
    return String.format(
        Locale.ROOT,
        "%s at %.2f s, %s, %s: %s",
        one.trigger(),
        one.atNs() * NS,
        back,
        one.owner().label(),
        one.detail());
  }

  private static String perIntervention(String name, EventRate rate) {
    return rate.events() == 0.0
        ? String.format(
            Locale.ROOT,
            "miles per intervention, %s: more than %.3f (95 %%)%n",
            name,
            rate.betweenMin())
        : String.format(
            Locale.ROOT,
            "miles per intervention, %s: %.3f (95 %%: %.3f to %.3f)%n",
            name,
            rate.between(),
            rate.betweenMin(),
            rate.betweenMax());
  }

  private Map<String, Integer> byTrigger() {
    Map<String, Integer> counts = new TreeMap<>();
    takeOvers.forEach(one -> counts.merge(one.trigger(), 1, Integer::sum));
    return counts;
  }

  /** The same for programs. */
  public String toJson() {
    JsonArray list = new JsonArray();
    for (TakeOver one : takeOvers) {
      JsonObject json = new JsonObject();
      json.addProperty("trigger", one.trigger());
      json.addProperty("owner", one.owner().label());
      json.addProperty("at_s", one.atNs() * NS);
      if (one.backNs() < Long.MAX_VALUE) {
        json.addProperty("back_s", one.backNs() * NS);
      }
      json.addProperty("detail", one.detail());
      list.add(json);
    }
    JsonObject json = new JsonObject();
    json.add("interventions", list);
    json.addProperty("stack_m", stackMeters);
    json.addProperty("safety_driver_m", driverMeters);
    json.addProperty("complete", isComplete);
    return new GsonBuilder().setPrettyPrinting().create().toJson(json) + "\n";
  }
}
