package io.camber.app.rig;

import io.camber.bus.parameter.ParameterState;
import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.MessageListener;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Values of parameters that nodes have shown, for those that take the place of a node that died. */
final class KnownParameters implements MessageListener {
  private final Map<String, ParameterState> states = new ConcurrentHashMap<>();

  @Override
  public void onMessage(BusMessage<?> message) {
    if (message.value() instanceof ParameterState state) {
      states.put(state.node(), state);
    }
  }

  /** What differs from the defaults of some nodes, by {@code node.name}. */
  SortedMap<String, String> of(List<String> nodes) {
    SortedMap<String, String> values = new TreeMap<>();
    for (String node : nodes) {
      ParameterState state = states.get(node);
      if (state != null) {
        state.entries().stream()
            .filter(entry -> !entry.value().equals(entry.descriptor().initial()))
            .forEach(entry ->
                values.put(node + "." + entry.descriptor().name(), entry.value().text()));
      }
    }
    return values;
  }
}
