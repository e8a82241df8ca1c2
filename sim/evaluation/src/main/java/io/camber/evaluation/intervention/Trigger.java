package io.camber.evaluation.intervention;

/** What makes the virtual safety driver take over. */
enum Trigger {
  IMMINENT_COLLISION("T1", "collision", true),
  OFF_ROAD("T2", "offRoad", true),
  RED_LIGHT("T3", "redLight", true),
  SAFE_DISTANCE("T4", "safeDistance", false),
  SYSTEM_FAILURE("T5", "system", true),
  LOCALIZATION_LOST("T6", "localization", true);

  private final String code;
  private final String label;
  private final boolean hard;

  Trigger(String code, String label, boolean hard) {
    this.code = code;
    this.label = label;
    this.hard = hard;
  }

  String code() {
    return code;
  }

  /** True when it fails the drive. */
  boolean isHard() {
    return hard;
  }

  /** Name of the count among the metrics. */
  String metricName() {
    return "intervention." + code + "." + label;
  }
}
