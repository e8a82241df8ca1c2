package io.camber.evaluation.accuracy;

/** Distance from the ego, in the bands of METRICS 0. */
enum RangeBand {
  TO_20("0-20m", 20.0),
  TO_40("20-40m", 40.0),
  TO_60("40-60m", 60.0),
  TO_80("60-80m", 80.0),
  TO_120("80-120m", 120.0),
  TO_200("120-200m", 200.0),
  TO_300("200-300m", 300.0),
  TO_500("300-500m", 500.0);

  /** What figures over all bands look at. */
  static final double RANGE_M_MAX = 50.0;

  static final double FARTHEST_M = 500.0;

  private static final RangeBand[] BANDS = values();

  private final String label;
  private final double endM;

  RangeBand(String label, double endM) {
    this.label = label;
    this.endM = endM;
  }

  String label() {
    return label;
  }

  /** The band of a distance up to 500 m. */
  static RangeBand of(double distanceM) {
    for (RangeBand band : BANDS) {
      if (distanceM <= band.endM) {
        return band;
      }
    }
    return TO_500;
  }
}
