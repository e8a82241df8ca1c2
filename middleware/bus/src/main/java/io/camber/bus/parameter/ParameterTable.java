package io.camber.bus.parameter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The parameters of one node with their values. Knows no bus: whoever runs the node brings requests and publishes what
 * comes of them. Owned by one thread at a time.
 */
public final class ParameterTable implements NodeParameters {
  private final String node;
  private final Map<String, String> given;
  private final Map<String, Cell<?>> cells = new LinkedHashMap<>();
  private final List<Binding<?>> bindings = new ArrayList<>();
  private boolean started;

  /**
   * A table without parameters.
   *
   * @param given values for the start by name, as text
   */
  public ParameterTable(String node, Map<String, String> given) {
    this.node = node;
    this.given = new TreeMap<>(given);
  }

  /** A parameter's value, read once when it is set. */
  private static final class Cell<T> implements Supplier<T> {
    private final Parameter<T> parameter;
    private ParameterValue value;
    private T read;

    Cell(Parameter<T> parameter, ParameterValue value) {
      this.parameter = parameter;
      this.value = value;
      this.read = parameter.read(value);
    }

    void set(ParameterValue next) {
      value = next;
      read = parameter.read(next);
    }

    ParameterDescriptor descriptor() {
      return parameter.descriptor();
    }

    @Override
    public T get() {
      return read;
    }
  }

  /** Something that is made of the values. */
  private record Binding<C>(Function<ParameterValues, C> make, Consumer<C> use) {
    Runnable prepare(ParameterValues values) {
      C made = make.apply(values);
      return () -> use.accept(made);
    }
  }

  /** Values as they are, or would be. */
  private record Snapshot(Map<String, ParameterValue> values) implements ParameterValues {
    @Override
    public <T> T of(Parameter<T> parameter) {
      ParameterValue value = values.get(parameter.name());
      if (value == null) {
        throw new IllegalStateException("parameter " + parameter.name() + " is not declared");
      }
      return parameter.read(value);
    }
  }

  @Override
  public <T> Supplier<T> declare(Parameter<T> parameter) {
    if (started) {
      throw new IllegalStateException("node " + node + " declares parameter " + parameter.name()
          + " after its start; declare it in start");
    }
    Cell<T> cell = new Cell<>(parameter, start(parameter.descriptor()));
    if (cells.putIfAbsent(parameter.name(), cell) != null) {
      throw new IllegalStateException(
          "node " + node + " declares parameter " + parameter.name() + " twice");
    }
    return cell;
  }

  private ParameterValue start(ParameterDescriptor descriptor) {
    String text = given.remove(descriptor.name());
    if (text == null) {
      return descriptor.initial();
    }
    String key = node + "." + descriptor.name() + "=" + text + " ";
    ParameterValue value;
    try {
      value = descriptor.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(key + e.getMessage(), e);
    }
    descriptor.findFault(value).ifPresent(fault -> {
      throw new IllegalArgumentException(key + fault);
    });
    return value;
  }

  @Override
  public <C> void bind(Function<ParameterValues, C> make, Consumer<C> use) {
    Binding<C> binding = new Binding<>(make, use);
    try {
      binding.prepare(new Snapshot(values())).run();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "node " + node + " refuses its parameters: " + e.getMessage(), e);
    }
    bindings.add(binding);
  }

  /**
   * Ends the declaration.
   *
   * @throws IllegalArgumentException when a value was given for a parameter that the node does not have
   */
  public void complete() {
    started = true;
    if (!given.isEmpty()) {
      String name = given.keySet().iterator().next();
      throw new IllegalArgumentException(unknown(name));
    }
  }

  private String unknown(String name) {
    return "node " + node + " has no parameter " + name
        + (cells.isEmpty() ? "" : "; it has " + String.join(", ", cells.keySet()));
  }

  public boolean isEmpty() {
    return cells.isEmpty();
  }

  /** Names in the order of declaration. */
  public List<String> names() {
    return List.copyOf(cells.keySet());
  }

  /** Carries a request out, wholly or not at all. */
  public ParameterAnswer apply(ParameterRequest request) {
    Map<String, ParameterValue> wanted = new LinkedHashMap<>();
    for (ParameterRequest.Assignment assignment : request.assignments()) {
      String fault = fault(assignment);
      if (fault.isEmpty() && wanted.put(assignment.name(), assignment.value()) != null) {
        fault = "is given twice";
      }
      if (!fault.isEmpty()) {
        return ParameterAnswer.refused(fault);
      }
    }
    Map<String, ParameterValue> next = values();
    List<String> changed = new ArrayList<>();
    wanted.forEach((name, value) -> {
      if (!value.equals(next.put(name, value))) {
        changed.add(name);
      }
    });
    List<Runnable> uses = new ArrayList<>();
    try {
      bindings.forEach(binding -> uses.add(binding.prepare(new Snapshot(next))));
    } catch (IllegalArgumentException e) {
      return ParameterAnswer.refused("node " + node + " refuses: " + e.getMessage());
    }
    cells.forEach((name, cell) -> cell.set(value(next, name)));
    uses.forEach(Runnable::run);
    return ParameterAnswer.accepted(changed);
  }

  private String fault(ParameterRequest.Assignment assignment) {
    Cell<?> cell = cells.get(assignment.name());
    if (cell == null) {
      return unknown(assignment.name());
    }
    String key = node + "." + assignment.name() + "=" + assignment.value().text() + " ";
    if (cell.descriptor().readOnly()) {
      return key + "is refused: it is read-only, to be given at the start";
    }
    return cell.descriptor()
        .findFault(assignment.value())
        .map(fault -> key + fault)
        .orElse("");
  }

  private Map<String, ParameterValue> values() {
    Map<String, ParameterValue> values = new LinkedHashMap<>();
    cells.forEach((name, cell) -> values.put(name, cell.value));
    return values;
  }

  private static ParameterValue value(Map<String, ParameterValue> values, String name) {
    ParameterValue value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("parameter " + name + " has lost its value");
    }
    return value;
  }

  /** All parameters as they are, in the order of declaration. */
  public ParameterState state(long timeNs, List<String> changed) {
    List<ParameterState.Entry> entries = new ArrayList<>();
    cells
        .values()
        .forEach(cell -> entries.add(new ParameterState.Entry(cell.descriptor(), cell.value)));
    return new ParameterState(timeNs, node, entries, changed);
  }
}
