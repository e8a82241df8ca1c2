package io.camber.map.road;

import java.util.List;
import java.util.Optional;

/**
 * What a lane is made of from road station {@code s} on.
 *
 * @param frictionCoefficient 1 is dry asphalt
 * @param roughnessM 0 when the file is silent
 */
public record LaneMaterial(
    double s, String surface, double frictionCoefficient, double roughnessM) {

  /** The material in force; the first in order of station when none begins before {@code s}. */
  static Optional<LaneMaterial> at(List<LaneMaterial> materials, double s) {
    Optional<LaneMaterial> found = materials.stream().findFirst();
    for (LaneMaterial material : materials) {
      if (material.s <= s + 1e-9) {
        found = Optional.of(material);
      }
    }
    return found;
  }
}
