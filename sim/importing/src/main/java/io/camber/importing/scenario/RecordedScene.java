package io.camber.importing.scenario;

import io.camber.geometry.Vec2;
import java.util.List;
import java.util.Optional;

/**
 * Traffic as it was, and where a car that was not there begins.
 *
 * @param name of the files that are written
 * @param source where it comes from, for people
 * @param ego where the free car starts; absent: everybody is replayed
 * @param goal where it shall go; absent: along its lane
 * @param endS when the recording ends
 * @param departure when vehicles stop to follow what was recorded and mind what is ahead instead; absent: never
 */
public record RecordedScene(
    String name,
    String source,
    List<RecordedActor> actors,
    Optional<RecordedState> ego,
    Optional<Vec2> goal,
    List<LightCycle> lights,
    double endS,
    Optional<Departure> departure) {
  public RecordedScene {
    actors = List.copyOf(actors);
    lights = List.copyOf(lights);
  }
}
