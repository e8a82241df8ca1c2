package io.camber.jury.check;

import io.camber.geometry.Vec2;
import io.camber.scene.Track;
import java.util.List;

/** Who stands behind whom, seen from the ego. */
final class Sightlines {
  /** As far as a track may lie beside the line of sight to another and still hide it. */
  private static final double SHADOW_M = 1.5;

  private Sightlines() {}

  /** Whether one of the others stands between the eye and a track. */
  static boolean isHidden(Vec2 eye, Track track, List<Track> tracks) {
    Vec2 sight = track.center().position().minus(eye);
    double length = sight.length();
    for (Track other : tracks) {
      Vec2 offset = other.center().position().minus(eye);
      double along = length > 0.0 ? offset.dot(sight) / length : 0.0;
      double across = length > 0.0 ? Math.abs(offset.cross(sight)) / length : 0.0;
      double reach = SHADOW_M + other.size().lengthM() / 2.0;
      if (other.id() != track.id() && along > 0.0 && along < length && across < reach) {
        return true;
      }
    }
    return false;
  }
}
