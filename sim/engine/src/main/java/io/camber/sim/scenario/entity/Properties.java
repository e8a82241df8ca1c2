package io.camber.sim.scenario.entity;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The Property elements of a vehicle or controller: names and values whose meaning is for the simulator to know. */
@Plays(
    value = {"Properties", "Property"},
    support = Support.PARTLY,
    note =
        "read: refpoint_x_offset, ignoreHeadingForTrajMotion, plineInterpolation and what controllers ask for")
@Plays(
    value = {"File", "CustomContent"},
    support = Support.PARTLY,
    note = "read, without effect")
public record Properties(Map<String, String> values) {
  /** No properties. */
  public static final Properties NONE = new Properties(Map.of());

  public Properties {
    values = new LinkedHashMap<>(values);
  }

  /** Reads the Properties child of an element; files and custom content in it have no effect here. */
  public static Properties read(Node holder) {
    return holder.find("Properties").map(Properties::of).orElse(NONE);
  }

  private static Properties of(Node node) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Node property : node.all("Property")) {
      values.put(property.text("name"), property.text("value"));
    }
    node.ignore("File", "CustomContent");
    return new Properties(values);
  }

  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The number of that name; {@code otherwise} when there is none or it is no number. */
  public double number(String name, double otherwise) {
    try {
      return find(name).map(text -> Double.parseDouble(text.strip())).orElse(otherwise);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  public boolean isTrue(String name) {
    return find(name).filter(text -> text.strip().equals("true")).isPresent();
  }
}
