package io.camber.map.road;

/** What a junction is, in the words of OpenDRIVE 1.8. */
public enum JunctionKind {
  /** Connecting roads lead from incoming roads to outgoing ones. */
  DEFAULT,
  /** Roads that split or merge meet without connecting roads. */
  DIRECT,
  /** Side roads meet the middle of a main road that is not interrupted. */
  VIRTUAL,
  /** Roads, or a road and a railway, cross without connections. */
  CROSSING
}
