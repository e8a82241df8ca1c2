package io.camber.bus.parameter;

import java.util.List;

/**
 * What a node says to a {@link ParameterRequest}.
 *
 * @param reason why it refuses; empty when it accepts
 * @param changed names of the parameters that have another value now
 */
public record ParameterAnswer(boolean accepted, String reason, List<String> changed) {
  public ParameterAnswer {
    changed = List.copyOf(changed);
    if (accepted != reason.isEmpty() || (!accepted && !changed.isEmpty())) {
      throw new IllegalArgumentException(
          "accepted=" + accepted + ", reason=" + reason + ", changed=" + changed);
    }
  }

  static ParameterAnswer accepted(List<String> changed) {
    return new ParameterAnswer(true, "", changed);
  }

  static ParameterAnswer refused(String reason) {
    return new ParameterAnswer(false, reason, List.of());
  }
}
