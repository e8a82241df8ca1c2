package io.camber.app.blame;

import io.camber.evaluation.judgement.KeyEvent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What makes two hard events the same one.
 *
 * @param family a collision and its trigger are one thing, as are the road and its trigger
 * @param actor whom a collision is with
 */
record EventKind(String family, Optional<String> actor) {
  private static final Pattern HIT =
      Pattern.compile("(?:.*collision.* with (?<touched>.*), [a-z ]+, delta-v .*"
          + "|.* hits (?<foreseen>.*) in [\\d.]+ s"
          + "|(?<ahead>.*) is [\\d.]+ m ahead and asks for .*"
          + "|has hit (?<hit>.*))");
  private static final List<String> ACTORS = List.of("touched", "foreseen", "ahead", "hit");

  static EventKind of(KeyEvent event) {
    return switch (event.kind()) {
      case "collision", "T1" -> new EventKind("collision", actor(event.detail()));
      case "off-road", "wrong-way", "T2" -> new EventKind("road", Optional.empty());
      case "red-light", "T3" -> new EventKind("red-light", Optional.empty());
      default -> new EventKind(event.kind(), Optional.empty());
    };
  }

  private static Optional<String> actor(String detail) {
    Matcher told = HIT.matcher(detail);
    return told.matches()
        ? ACTORS.stream().map(told::group).filter(Objects::nonNull).findFirst()
        : Optional.empty();
  }

  /** Where the actor of one is not told, the family decides. */
  boolean isSame(EventKind other) {
    boolean sameActor = actor.isEmpty() || other.actor.isEmpty() || actor.equals(other.actor);
    return family.equals(other.family) && sameActor;
  }
}
