package io.camber.evaluation.manoeuvre;

/** What a vehicle does within three seconds. */
enum Manoeuvre {
  KEEP("keep"),
  CHANGE_LEFT("changeLeft"),
  CHANGE_RIGHT("changeRight"),
  TURN_LEFT("turnLeft"),
  TURN_RIGHT("turnRight");

  private final String label;

  Manoeuvre(String label) {
    this.label = label;
  }

  /** As it stands in names of metrics. */
  String label() {
    return label;
  }

  boolean isTurn() {
    return this == TURN_LEFT || this == TURN_RIGHT;
  }
}
