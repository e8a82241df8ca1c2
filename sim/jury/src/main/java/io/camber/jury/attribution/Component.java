package io.camber.jury.attribution;

import io.camber.evaluation.judgement.Owner;
import java.util.Locale;

/** A part of the car that has an ideal twin, in the order of the data flow. */
public enum Component {
  /** Everything that measures. */
  SENSORS(Owner.SYSTEM),
  /** What the car is told about the roads and about itself as it starts. */
  MAP(Owner.SYSTEM),
  LOCALIZATION(Owner.LOCALIZATION),
  DETECTION(Owner.PERCEPTION),
  TRACKING(Owner.PERCEPTION),
  SIGNALS(Owner.PERCEPTION),
  PREDICTION(Owner.PREDICTION),
  PLANNING(Owner.PLANNING),
  CONTROL(Owner.CONTROL),
  /** Brakes, steering, drive. */
  ACTUATION(Owner.SYSTEM);

  private final Owner owner;

  Component(Owner owner) {
    this.owner = owner;
  }

  /** Whether its twin takes over at the start alone: maps are handed out then. */
  boolean isFromStart() {
    return this == MAP;
  }

  public Owner owner() {
    return owner;
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
