package io.camber.evaluation.comfort;

/** nuPlan's comfort bounds; all must hold over the whole drive. */
final class ComfortBounds {
  static final double ACCEL_MPS2_MIN = -4.05;
  static final double ACCEL_MPS2_MAX = 2.40;
  static final double LATERAL_ACCEL_MPS2_MAX = 4.89;
  static final double YAW_RATE_RADPS_MAX = 0.95;
  static final double YAW_ACCEL_RADPS2_MAX = 1.93;
  static final double JERK_MPS3_MAX = 4.13;
  static final double JERK_VECTOR_MPS3_MAX = 8.37;

  private ComfortBounds() {}
}
