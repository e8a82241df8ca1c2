package io.camber.evaluation.image;

import io.camber.scene.ImageDetection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pairs detections with views of the same kind, the greatest overlap first, each used once. */
final class ImageMatching {
  private ImageMatching() {}

  private record Candidate(int view, int claim, double overlap) {}

  /** View of each right claim, by index. */
  static Map<Integer, Integer> match(List<CameraView> views, List<ImageDetection> claims) {
    List<Candidate> candidates = new ArrayList<>();
    for (int v = 0; v < views.size(); v++) {
      for (int c = 0; c < claims.size(); c++) {
        double overlap = views.get(v).overlap(claims.get(c));
        if (overlap >= ImageDetectionLog.OVERLAP_MIN) {
          candidates.add(new Candidate(v, c, overlap));
        }
      }
    }
    candidates.sort(Comparator.comparingDouble(Candidate::overlap)
        .reversed()
        .thenComparingInt(Candidate::view)
        .thenComparingInt(Candidate::claim));
    Map<Integer, Integer> pairs = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      if (!pairs.containsKey(candidate.claim()) && !pairs.containsValue(candidate.view())) {
        pairs.put(candidate.claim(), candidate.view());
      }
    }
    return pairs;
  }
}
