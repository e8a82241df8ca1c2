package io.camber.truth;

/** Which lamps of an actor are lit. */
public record ActorLights(
    boolean brake, boolean indicatorLeft, boolean indicatorRight, boolean headlamps) {
  public static final ActorLights OFF = new ActorLights(false, false, false, false);
}
