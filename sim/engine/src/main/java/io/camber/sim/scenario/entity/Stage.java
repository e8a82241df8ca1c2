package io.camber.sim.scenario.entity;

import io.camber.diagnostics.InputException;
import io.camber.sim.fault.Fault;
import io.camber.sim.scenario.road.RoadCursor;
import io.camber.sim.scenario.road.RoadNet;
import io.camber.sim.scenario.signal.SignalBoard;
import io.camber.truth.ScenarioEvent;
import io.camber.truth.Weather;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything that exists while a scenario plays: time, roads, entities, signals, values, and the events so far. */
public final class Stage {
  private final RoadNet net;
  private final SignalBoard signals;
  private final Values parameters;
  private final Values variables;
  private final Map<String, Entity> entities = new LinkedHashMap<>();
  private final Map<String, List<Entity>> selections = new LinkedHashMap<>();
  private final List<ScenarioEvent> events = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final List<Remembered> places = new ArrayList<>();
  private final List<Crowd> crowds = new ArrayList<>();
  private long timeNs;
  private long seed;
  private final Map<String, String> userValues = new LinkedHashMap<>();
  private double timeOfDayS = Double.NaN;
  private double timeOfDaySetS;
  private boolean timeOfDayRuns;
  private Weather weather = Weather.CLEAR;

  private record Remembered(Object place, RoadCursor cursor) {}

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

  /** The seed of everything random. */
  public long seed() {
    return seed;
  }

  public void setSeed(long newSeed) {
    seed = newSeed;
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

  /** Seconds since 1970 at which the scenario plays right now; NaN while no environment has said so. */
  public double timeOfDayS() {
    return timeOfDayRuns ? timeOfDayS + (timeS() - timeOfDaySetS) : timeOfDayS;
  }

  /** Sets the time of day; {@code runs} says whether it goes on. */
  public void setTimeOfDay(double epochS, boolean runs) {
    timeOfDayS = epochS;
    timeOfDayRuns = runs;
    timeOfDaySetS = timeS();
  }

  public Weather weather() {
    return weather;
  }

  public void setWeather(Weather newest) {
    weather = newest;
  }

  /** A value that the program around the scenario has given. */
  public Optional<String> userValue(String name) {
    return Optional.ofNullable(userValues.get(name));
  }

  public void setUserValue(String name, String value) {
    userValues.put(name, value);
  }

  public void add(Entity entity) {
    entities.put(entity.name(), entity);
  }

  /** Takes an entity that nothing refers to off the stage. */
  public void remove(Entity entity) {
    entities.remove(entity.name());
  }

  public void add(Crowd crowd) {
    crowds.add(crowd);
  }

  public List<Crowd> crowds() {
    return crowds;
  }

  /** Names entities together; members may be selections that are named later. */
  public void select(Map<String, List<String>> membersByName) {
    membersByName.keySet().forEach(name -> selections.put(name, resolve(name, membersByName)));
  }

  private List<Entity> resolve(String name, Map<String, List<String>> membersByName) {
    List<String> members = membersByName.get(name);
    if (members == null) {
      return List.of(entity(name));
    }
    List<Entity> chosen = new ArrayList<>();
    members.forEach(member -> chosen.addAll(resolve(member, membersByName)));
    return chosen;
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
    if (chosen == null) {
      chosen = List.of(entity(name));
      selections.put(name, chosen);
    }
    return chosen;
  }

  /** A place that does not change, worked out when it is first asked for; {@code place} counts by identity. */
  public RoadCursor remembered(Object place, Supplier<RoadCursor> found) {
    for (int i = 0; i < places.size(); i++) {
      if (places.get(i).place() == place) {
        return places.get(i).cursor();
      }
    }
    RoadCursor cursor = found.get();
    places.add(new Remembered(place, cursor));
    return cursor;
  }

  public void report(String kind, String element, String detail) {
    events.add(new ScenarioEvent(timeNs, kind, element, detail));
  }

  /** Breaks something; the fault's window counts from now. */
  public void announce(Fault fault) {
    faults.add(fault);
  }

  /** Faults announced since the last call. */
  public List<Fault> drainFaults() {
    List<Fault> drained = List.copyOf(faults);
    faults.clear();
    return drained;
  }

  public List<ScenarioEvent> drainEvents() {
    List<ScenarioEvent> drained = List.copyOf(events);
    events.clear();
    return drained;
  }
}
