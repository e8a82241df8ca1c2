package io.camber.evaluation.accuracy;

/** Distance from the ego, in bands; what lies beyond 50 m is not judged here. */
enum RangeBand {
  NEAR("0-20m", 20.0),
  MIDDLE("20-40m", 40.0),
  FAR("40-50m", 50.0);

  static final double RANGE_M_MAX = 50.0;

  private final String label;
  private final double endM;

  RangeBand(String label, double endM) {
    this.label = label;
    this.endM = endM;
  }

  String label() {
    return label;
  }

  /** The band of a distance up to 50 m. */
  static RangeBand of(double distanceM) {
    return distanceM <= NEAR.endM ? NEAR : distanceM <= MIDDLE.endM ? MIDDLE : FAR;
  }
}
