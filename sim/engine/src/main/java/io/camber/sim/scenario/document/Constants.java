package io.camber.sim.scenario.document;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Constants of an enum as the standard writes them: {@code greaterThan} is GREATER_THAN. */
final class Constants {
  private Constants() {}

  /** Compared without case and underscores. */
  static <E extends Enum<E>> Optional<E> find(String text, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().replace("_", "").equalsIgnoreCase(text.strip())) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }

  /** All of them, as they are written. */
  static <E extends Enum<E>> List<String> names(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> camel(constant.name()))
        .toList();
  }

  private static String camel(String constant) {
    StringBuilder camel = new StringBuilder();
    for (int i = 0; i < constant.length(); i++) {
      char c = constant.charAt(i);
      boolean wordStart = i > 0 && constant.charAt(i - 1) == '_';
      if (c != '_') {
        camel.append(wordStart ? c : Character.toLowerCase(c));
      }
    }
    return camel.toString();
  }
}
