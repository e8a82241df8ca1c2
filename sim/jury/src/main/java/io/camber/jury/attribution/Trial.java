package io.camber.jury.attribution;

import java.util.Set;

/** Makes a drive again. */
@FunctionalInterface
public interface Trial {
  /**
   * Whether the event still happens.
   *
   * @param ideal components replaced by their twins
   * @param fromNs from when on
   */
  boolean remains(Set<Component> ideal, long fromNs);
}
