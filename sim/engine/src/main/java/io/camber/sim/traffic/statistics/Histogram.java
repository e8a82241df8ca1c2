package io.camber.sim.traffic.statistics;

/** Counts of samples in bins of one width from 0 on; what is beyond the last bin counts there. */
public final class Histogram {
  private final double binWidth;
  private final long[] counts;
  private long total;
  private double sum;

  public Histogram(double binWidth, int bins) {
    if (!(binWidth > 0.0) || bins < 1) {
      throw new IllegalArgumentException("binWidth=" + binWidth + ", bins=" + bins);
    }
    this.binWidth = binWidth;
    this.counts = new long[bins];
  }

  public void add(double value) {
    int bin = (int) Math.max(0.0, Math.min(counts.length - 1.0, value / binWidth));
    counts[bin]++;
    total++;
    sum += value;
  }

  public long total() {
    return total;
  }

  public int bins() {
    return counts.length;
  }

  public double binWidth() {
    return binWidth;
  }

  /** Share of all samples in a bin; 0 without samples. */
  public double share(int bin) {
    return total == 0 ? 0.0 : (double) counts[bin] / total;
  }

  /** Mean of the samples; NaN without any. */
  public double mean() {
    return total == 0 ? Double.NaN : sum / total;
  }

  /** Value below which a share of the samples lies, linear within its bin; NaN without samples. */
  public double quantile(double share) {
    if (total == 0) {
      return Double.NaN;
    }
    double wanted = share * total;
    double before = 0.0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0 && before + counts[i] >= wanted) {
        return (i + (wanted - before) / counts[i]) * binWidth;
      }
      before += counts[i];
    }
    return counts.length * binWidth;
  }
}
