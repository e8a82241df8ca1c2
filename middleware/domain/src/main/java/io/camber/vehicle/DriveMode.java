package io.camber.vehicle;

/** Who is responsible for a command. */
public enum DriveMode {
  /** The stack drives as planned. */
  NOMINAL,
  /** The stack follows its verified safe stop. */
  SAFE_STOP,
  /** The guardian overrules: minimal risk manoeuvre, hazard lights on. */
  MINIMAL_RISK
}
