package io.camber.perception.camera.detection;

/**
 * A tree of depth two: the root asks one feature, either branch another. Branches whose feature is at least its cut lie above.
 * Arrays are owned by the tree and never written again.
 */
final class Tree {
  static final int NODES = 3;
  static final int LEAVES = 4;

  private static final int BELOW = 1;
  private static final int ABOVE = 2;

  private final Feature[] features;
  private final float[] cuts;
  private final float[] leaves;
  private final float reject;

  /**
   * A tree over the nodes root, below, above.
   *
   * @param leaves gains from below to above
   * @param reject a window whose sum after this tree is less than this is given up
   */
  Tree(Feature[] features, float[] cuts, float[] leaves, float reject) {
    this.features = features;
    this.cuts = cuts;
    this.leaves = leaves;
    this.reject = reject;
  }

  Tree rejecting(float sum) {
    return new Tree(features, cuts, leaves, sum);
  }

  Feature feature(int node) {
    return features[node];
  }

  float cut(int node) {
    return cuts[node];
  }

  float leaf(int leaf) {
    return leaves[leaf];
  }

  float reject() {
    return reject;
  }

  float gain(ChannelImage image, Window window) {
    int branch = features[0].value(image, window) >= cuts[0] ? ABOVE : BELOW;
    int leaf = features[branch].value(image, window) >= cuts[branch] ? 1 : 0;
    return leaves[(branch - 1) * 2 + leaf];
  }
}
