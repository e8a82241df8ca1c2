package io.camber.app.agreement;

import java.nio.file.Path;
import java.util.Map;

/**
 * A scenario that another engine has played.
 *
 * @param id names it in its set
 * @param file the scenario
 * @param parameters the values that it was played with, by name; empty for those it declares
 * @param motion the engine's trajectories ({@code .csv.gz})
 * @param events its log of storyboard and contacts ({@code .events.gz})
 * @param quality how far the recording binds: {@code exact...} when everything that moves does so by the standard
 * @param driftM what halving the engine's own step moves entities
 * @param untilS how long it was played
 */
public record Reference(
    String id,
    String suite,
    Path file,
    Map<String, String> parameters,
    Path motion,
    Path events,
    String quality,
    double driftM,
    double untilS) {
  /** Whether the standard alone says what moves. */
  public boolean isExact() {
    return quality.startsWith("exact");
  }
}
