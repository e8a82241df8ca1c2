package io.camber.sim.scenario.entity;

import io.camber.diagnostics.InputException;
import io.camber.sim.scenario.road.RoadNet;
import io.camber.sim.scenario.signal.SignalBoard;
import io.camber.truth.ScenarioEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that exists while a scenario plays: time, roads, entities, signals, values, and the events so far. */
public final class Stage {
  private final RoadNet net;
  private final SignalBoard signals;
  private final Values parameters;
  private final Values variables;
  private final Map<String, Entity> entities = new LinkedHashMap<>();
  private final Map<String, List<Entity>> selections = new LinkedHashMap<>();
  private final List<ScenarioEvent> events = new ArrayList<>();
  private long timeNs;

  public Stage(RoadNet net, SignalBoard signals, Values parameters, Values variables) {
    this.net = net;
    this.signals = signals;
    this.parameters = parameters;
    this.variables = variables;
  }

  public RoadNet net() {
    return net;
  }

  public SignalBoard signals() {
    return signals;
  }

  public Values parameters() {
    return parameters;
  }

  public Values variables() {
    return variables;
  }

  public long timeNs() {
    return timeNs;
  }

  public double timeS() {
    return timeNs * 1e-9;
  }

  public void setTimeNs(long now) {
    timeNs = now;
  }

  public void add(Entity entity) {
    entities.put(entity.name(), entity);
  }

  public void select(String name, List<String> members) {
    List<Entity> chosen = new ArrayList<>();
    members.forEach(member -> chosen.addAll(all(member)));
    selections.put(name, chosen);
  }

  public List<Entity> entities() {
    return List.copyOf(entities.values());
  }

  public Iterable<Entity> everyEntity() {
    return entities.values();
  }

  public Entity entity(String name) {
    Entity entity = entities.get(name);
    if (entity == null) {
      throw new InputException("there is no entity \"" + name + "\" in the scenario");
    }
    return entity;
  }

  /** The entity of that name, or the members of the selection of that name. */
  public List<Entity> all(String name) {
    List<Entity> chosen = selections.get(name);
    return chosen != null ? chosen : List.of(entity(name));
  }

  public void report(String kind, String element, String detail) {
    events.add(new ScenarioEvent(timeNs, kind, element, detail));
  }

  public List<ScenarioEvent> drainEvents() {
    List<ScenarioEvent> drained = List.copyOf(events);
    events.clear();
    return drained;
  }
}
