package io.camber.control.guardian;

/** What the guardian may find wrong. The first group it mends by cutting, the second ends the drive. */
public enum Finding {
  STEERING_LIMITED("steering-limited", Weight.MENDED),
  STEERING_RATE_LIMITED("steering-rate-limited", Weight.MENDED),
  ACCEL_LIMITED("accel-limited", Weight.MENDED),
  COMMAND_NOT_FINITE("command-not-finite", Weight.MENDED),
  COMMAND_SILENT("command-silent", Weight.ENDS_DRIVE),
  POSE_SILENT("pose-silent", Weight.ENDS_DRIVE),
  POSE_LOST("pose-lost", Weight.ENDS_DRIVE),
  PLAN_SILENT("plan-silent", Weight.ENDS_DRIVE),
  SAFE_STOP_ENDLESS("safe-stop-endless", Weight.ENDS_DRIVE);

  private final String code;
  private final Weight weight;

  Finding(String code, Weight weight) {
    this.code = code;
    this.weight = weight;
  }

  /** Short stable code for health reports. */
  public String code() {
    return code;
  }

  public boolean endsDrive() {
    return weight == Weight.ENDS_DRIVE;
  }

  private enum Weight {
    MENDED,
    ENDS_DRIVE
  }
}
