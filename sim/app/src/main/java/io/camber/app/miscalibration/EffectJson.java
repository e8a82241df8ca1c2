package io.camber.app.miscalibration;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.camber.app.miscalibration.MiscalibrationEffect.Witness;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The effect for programs; sizes in degrees and metres as asked for, what was not measured is left out. */
public final class EffectJson {
  private EffectJson() {}

  public static String of(MiscalibrationEffect effect) {
    StudyPlan plan = effect.plan();
    JsonObject root = new JsonObject();
    root.addProperty("sensor", plan.sensor());
    root.addProperty("untilS", plan.untilS());
    root.addProperty("drives", plan.drives());
    JsonObject sound = new JsonObject();
    for (Figure figure : Figure.values()) {
      add(sound, figure.metric(), effect.sound(figure));
    }
    root.add("sound", sound);
    JsonArray axes = new JsonArray();
    plan.axes().forEach(axis -> axes.add(axis(effect, axis)));
    root.add("axes", axes);
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(root) + "\n";
  }

  private static JsonObject axis(MiscalibrationEffect effect, Axis axis) {
    JsonObject json = new JsonObject();
    json.addProperty("kind", axis.kind());
    json.addProperty("unit", axis.unit());
    JsonArray sizes = new JsonArray();
    for (Miscalibration one : effect.plan().miscalibrations()) {
      if (one.axis() == axis) {
        sizes.add(size(effect, one));
      }
    }
    json.add("sizes", sizes);
    JsonObject slopes = new JsonObject();
    for (Figure figure : Figure.values()) {
      effect.slope(axis, figure).ifPresent(slope -> {
        JsonObject line = new JsonObject();
        line.addProperty("perUnit", slope.perUnit());
        line.addProperty("perStep", axis.step() * slope.perUnit());
        add(line, "residual", slope.residual());
        slopes.add(figure.metric(), line);
      });
    }
    json.addProperty("step", axis.step());
    json.add("slopes", slopes);
    JsonObject noticed = new JsonObject();
    for (Witness witness : Witness.values()) {
      add(noticed, name(witness), effect.noticedFrom(axis, witness));
    }
    json.add("noticedFrom", noticed);
    return json;
  }

  private static JsonObject size(MiscalibrationEffect effect, Miscalibration one) {
    JsonObject json = new JsonObject();
    json.addProperty("size", one.size());
    JsonObject changes = new JsonObject();
    for (Figure figure : Figure.values()) {
      add(changes, figure.metric(), effect.change(one, figure));
    }
    json.add("changes", changes);
    for (Witness witness : Witness.values()) {
      JsonObject said = new JsonObject();
      said.addProperty("drives", effect.noticed(one, witness));
      said.add("says", array(effect.said(one, witness)));
      json.add(name(witness), said);
    }
    return json;
  }

  private static String name(Witness witness) {
    return witness.name().toLowerCase(Locale.ROOT);
  }

  private static void add(JsonObject json, String name, OptionalDouble value) {
    value.ifPresent(number -> json.addProperty(name, number));
  }

  private static JsonArray array(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }
}
