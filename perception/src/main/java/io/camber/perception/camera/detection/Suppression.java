package io.camber.perception.camera.detection;

import io.camber.geometry.ImageBox;
import io.camber.scene.ImageDetection;
import java.util.ArrayList;
import java.util.List;

/**
 * One detection of many windows around the same body: the surest one is kept, its rectangle becomes the mean of the windows that
 * nearly cover it, weighted by their odds, and others of its kind that overlap it are dropped.
 */
final class Suppression {
  private static final double OVERLAP_MAX = 0.3;

  /** A window that lies in another one by this share is part of it. */
  private static final double INSIDE_MAX = 0.5;

  private static final double SAME = 0.6;

  /** Certainty is bounded, or one window would decide alone. */
  private static final double ODDS_MAX = 50.0;

  private Suppression() {}

  private record Claim(ImageDetection detection, double odds) {}

  static List<ImageDetection> of(Hits hits) {
    List<Claim> claims = new ArrayList<>();
    for (int hit = 0; hit < hits.size(); hit++) {
      Cascade cascade = hits.cascade(hit);
      double probability = cascade.probability(hits.sum(hit));
      double odds = Math.min(ODDS_MAX, probability / Math.max(1e-9, 1.0 - probability));
      claims.add(new Claim(
          new ImageDetection(cascade.shape().kind, hits.window(hit).body(), probability), odds));
    }
    claims.sort((a, b) -> Double.compare(b.detection.probability(), a.detection.probability()));
    List<ImageDetection> kept = new ArrayList<>();
    for (Claim claim : claims) {
      if (kept.stream().noneMatch(one -> hides(one, claim.detection()))) {
        kept.add(claim.detection());
      }
    }
    return kept.stream().map(one -> settled(one, claims)).toList();
  }

  private static boolean hides(ImageDetection kept, ImageDetection other) {
    double smaller = Math.min(kept.box().area(), other.box().area());
    return kept.kind() == other.kind()
        && (kept.box().overlap(other.box()) > OVERLAP_MAX
            || kept.box().shared(other.box()) > INSIDE_MAX * smaller);
  }

  private static ImageDetection settled(ImageDetection kept, List<Claim> claims) {
    double weight = 0.0;
    double left = 0.0;
    double top = 0.0;
    double right = 0.0;
    double bottom = 0.0;
    for (Claim claim : claims) {
      ImageBox box = claim.detection().box();
      if (claim.detection().kind() == kept.kind() && box.overlap(kept.box()) > SAME) {
        weight += claim.odds();
        left += claim.odds() * box.left();
        top += claim.odds() * box.top();
        right += claim.odds() * box.right();
        bottom += claim.odds() * box.bottom();
      }
    }
    ImageBox mean = new ImageBox(left / weight, top / weight, right / weight, bottom / weight);
    return new ImageDetection(kept.kind(), mean, kept.probability());
  }
}
