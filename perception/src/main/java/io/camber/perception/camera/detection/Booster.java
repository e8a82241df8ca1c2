package io.camber.perception.camera.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Gradient boosting of the logistic loss with Newton steps (Friedman 2001, with the second-order gain of Chen, Guestrin 2016, eq.
 * 7), trees of depth two over a random part of the features each.
 */
final class Booster {
  private static final int FEATURES_A_TREE = 220;
  private static final double SHRINKAGE = 0.35;
  private static final double RIDGE = 1.0;

  /** Share of the bodies kept apart that a cascade may give up early, the least sure ones. */
  private static final double LOST_SHARE = 0.04;

  private static final float REJECT_MARGIN = 0.02f;

  private final SampleSet samples;
  private final SampleSet apart;
  private final Random random;
  private final double[] slopes;
  private final double[] curves;
  private final float[] sums;
  private final byte[] branches;
  private final float[] sumsApart;
  private final double[] slopeByStep = new double[2 * SampleSet.STEPS];
  private final double[] curveByStep = new double[2 * SampleSet.STEPS];

  /** The best split of a branch so far. */
  private static final class Split {
    private int feature = -1;
    private int step;
    private double gain = Double.NEGATIVE_INFINITY;
    private double below;
    private double above;
  }

  /**
   * A booster.
   *
   * @param apart bodies that nothing is learned from but when a window may be given up
   */
  Booster(SampleSet samples, SampleSet apart, long seed) {
    this.samples = samples;
    this.apart = apart;
    this.sumsApart = new float[apart.size()];
    this.random = new Random(seed);
    this.slopes = new double[samples.size()];
    this.curves = new double[samples.size()];
    this.sums = new float[samples.size()];
    this.branches = new byte[samples.size()];
  }

  /** Trees from nothing, with the sums below which a window may be given up. */
  List<Tree> train(int count) {
    List<Tree> trees = new ArrayList<>();
    float[][] partial = new float[count][];
    for (int i = 0; i < count; i++) {
      trees.add(grow());
      partial[i] = sumsApart.clone();
    }
    return withRejection(trees, partial);
  }

  private Tree grow() {
    for (int i = 0; i < slopes.length; i++) {
      double p = 1.0 / (1.0 + StrictMath.exp(-sums[i]));
      slopes[i] = (samples.isBody(i) ? 1.0 : 0.0) - p;
      curves[i] = p * (1.0 - p);
    }
    int[] drawn = random.ints(FEATURES_A_TREE, 0, samples.pool().size()).toArray();
    Arrays.fill(branches, (byte) 0);
    Split root = best(drawn)[0];
    byte[] steps = samples.steps(root.feature);
    for (int i = 0; i < branches.length; i++) {
      branches[i] = (byte) ((steps[i] & 255) >= root.step ? 1 : 0);
    }
    Split[] sides = best(drawn);
    float[] leaves = {
      (float) sides[0].below, (float) sides[0].above, (float) sides[1].below, (float) sides[1].above
    };
    Split[] nodes = {root, sides[0], sides[1]};
    addGains(nodes, leaves, samples, sums);
    addGains(nodes, leaves, apart, sumsApart);
    Feature[] features = new Feature[Tree.NODES];
    float[] cuts = new float[Tree.NODES];
    for (int node = 0; node < Tree.NODES; node++) {
      features[node] = samples.pool().get(nodes[node].feature);
      cuts[node] = SampleSet.cut(features[node].channel(), nodes[node].step);
    }
    return new Tree(features, cuts, leaves, Float.NEGATIVE_INFINITY);
  }

  /** The best split of either branch. */
  private Split[] best(int[] drawn) {
    Split[] best = {new Split(), new Split()};
    for (int feature : drawn) {
      Arrays.fill(slopeByStep, 0.0);
      Arrays.fill(curveByStep, 0.0);
      byte[] steps = samples.steps(feature);
      for (int i = 0; i < slopes.length; i++) {
        int at = branches[i] * SampleSet.STEPS + (steps[i] & 255);
        slopeByStep[at] += slopes[i];
        curveByStep[at] += curves[i];
      }
      look(feature, 0, best[0]);
      look(feature, 1, best[1]);
    }
    return best;
  }

  private void look(int feature, int branch, Split best) {
    int from = branch * SampleSet.STEPS;
    double slope = 0.0;
    double curve = 0.0;
    for (int step = 0; step < SampleSet.STEPS; step++) {
      slope += slopeByStep[from + step];
      curve += curveByStep[from + step];
    }
    double slopeBelow = 0.0;
    double curveBelow = 0.0;
    for (int step = 1; step < SampleSet.STEPS; step++) {
      slopeBelow += slopeByStep[from + step - 1];
      curveBelow += curveByStep[from + step - 1];
      double slopeAbove = slope - slopeBelow;
      double curveAbove = curve - curveBelow;
      double gain = slopeBelow * slopeBelow / (curveBelow + RIDGE)
          + slopeAbove * slopeAbove / (curveAbove + RIDGE);
      if (gain > best.gain) {
        best.gain = gain;
        best.feature = feature;
        best.step = step;
        best.below = SHRINKAGE * slopeBelow / (curveBelow + RIDGE);
        best.above = SHRINKAGE * slopeAbove / (curveAbove + RIDGE);
      }
    }
  }

  private static void addGains(Split[] nodes, float[] leaves, SampleSet set, float[] sums) {
    for (int i = 0; i < sums.length; i++) {
      int branch = isAbove(nodes[0], set, i);
      sums[i] += leaves[2 * branch + isAbove(nodes[1 + branch], set, i)];
    }
  }

  private static int isAbove(Split split, SampleSet set, int sample) {
    return (set.steps(split.feature)[sample] & 255) >= split.step ? 1 : 0;
  }

  /** Direct backward pruning (Zhang, Viola 2008): no body that ends among the sure ones is given up on the way. */
  private static List<Tree> withRejection(List<Tree> trees, float[][] partial) {
    float[] last = partial[partial.length - 1].clone();
    Arrays.sort(last);
    float least = last.length == 0 ? 0.0f : last[(int) (LOST_SHARE * last.length)];
    List<Tree> rejecting = new ArrayList<>();
    for (int tree = 0; tree < trees.size(); tree++) {
      float lowest = Float.POSITIVE_INFINITY;
      for (int body = 0; body < last.length; body++) {
        if (partial[partial.length - 1][body] >= least) {
          lowest = Math.min(lowest, partial[tree][body]);
        }
      }
      rejecting.add(trees.get(tree).rejecting(lowest - REJECT_MARGIN));
    }
    return rejecting;
  }
}
