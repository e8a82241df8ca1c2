package io.camber.evaluation.forecast;

import io.camber.geometry.Vec2;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One possible future: where somebody would be at each of the times asked about, and perhaps at later ones. */
public record Mode(double probability, List<Vec2> positions) {
  public Mode {
    positions = List.copyOf(positions);
  }

  /** The same modes, the likeliest first, of equally likely ones the first. */
  public static List<Mode> likeliestFirst(List<Mode> modes) {
    List<Mode> sorted = new ArrayList<>(modes);
    sorted.sort(Comparator.comparingDouble(Mode::probability).reversed());
    return sorted;
  }
}
