package io.camber.jury.scoring;

/** What the truth says of a sighting. */
public enum Word {
  /** Something is wrong there, and it is the owner's doing. */
  RIGHT,

  /** Nothing is wrong there, or somebody else has to answer. */
  WRONG,

  /** The truth of that moment is not in the log. */
  UNKNOWN
}
