package io.camber.app.command.bus;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.camber.bus.parameter.ParameterDescriptor;
import io.camber.bus.parameter.ParameterState;
import io.camber.bus.parameter.ParameterValue;
import java.util.List;

/** Parameters for other programs: JSON, and the YAML of launch files. */
final class ParameterText {
  private ParameterText() {}

  static String json(List<ParameterState> states) {
    JsonObject nodes = new JsonObject();
    for (ParameterState state : states) {
      JsonObject node = new JsonObject();
      for (ParameterState.Entry entry : state.entries()) {
        node.add(entry.descriptor().name(), json(entry));
      }
      nodes.add(state.node(), node);
    }
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(nodes);
  }

  private static JsonObject json(ParameterState.Entry entry) {
    ParameterDescriptor descriptor = entry.descriptor();
    JsonObject json = new JsonObject();
    json.add("value", json(entry.value()));
    json.addProperty("type", descriptor.type().text());
    json.add("default", json(descriptor.initial()));
    json.addProperty("unit", descriptor.unit());
    json.addProperty("description", descriptor.description());
    descriptor.range().ifPresent(range -> {
      json.addProperty("min", range.min());
      json.addProperty("max", range.max());
    });
    if (!descriptor.choices().isEmpty()) {
      JsonArray choices = new JsonArray();
      descriptor.choices().forEach(choices::add);
      json.add("choices", choices);
    }
    json.addProperty("readOnly", descriptor.readOnly());
    return json;
  }

  private static JsonPrimitive json(ParameterValue value) {
    if (value instanceof ParameterValue.Bool bool) {
      return new JsonPrimitive(bool.value());
    }
    if (value instanceof ParameterValue.Whole whole) {
      return new JsonPrimitive(whole.value());
    }
    if (value instanceof ParameterValue.Real real) {
      return new JsonPrimitive(real.value());
    }
    return new JsonPrimitive(value.text());
  }

  /** A text in JSON's quotes is one in YAML's, too. */
  static String yaml(ParameterState state) {
    StringBuilder yaml =
        new StringBuilder("parameters:\n  ").append(state.node()).append(":\n");
    for (ParameterState.Entry entry : state.entries()) {
      yaml.append("    ").append(entry.descriptor().name()).append(": ");
      yaml.append(new Gson().toJson(json(entry.value()))).append('\n');
    }
    return yaml.toString();
  }
}
