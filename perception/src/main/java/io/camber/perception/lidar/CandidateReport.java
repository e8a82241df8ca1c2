package io.camber.perception.lidar;

import io.camber.scene.Detection;
import io.camber.scene.ObjectClass;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What of one sweep's candidates is said, and how surely. */
final class CandidateReport {
  /** Pieces that long things without a class are cut into. */
  private static final double PIECE_M = 3.0;

  /** No more than a claim, {@code TrackerConfig.STRONG_SCORE_MIN}: good for going on with a track, and to begin one of a vehicle that stays put. */
  private static final double WEAK_SCORE_MAX = 0.15;

  /** Of the points of a tree and a vehicle below it that look like one, those of the vehicle. */
  private static final double BODY_SHARE = 0.4;

  private final Function<Cluster, Candidate> measure;
  private final boolean isMapped;
  private final List<Detection> detections = new ArrayList<>();

  /** @param isMapped without a map every place may be a garden, and doubtful claims there are not worth a word */
  CandidateReport(Function<Cluster, Candidate> measure, boolean isMapped) {
    this.measure = measure;
    this.isMapped = isMapped;
  }

  List<Detection> detections() {
    return detections;
  }

  void add(Candidate candidate) {
    if (CandidateFilter.isToBeCut(candidate, PIECE_M)) {
      for (Candidate piece : LongObstacleCutter.cut(candidate, PIECE_M)) {
        addIfRelevant(piece);
      }
    } else {
      addIfRelevant(candidate);
    }
    if (isMapped && CandidateFilter.isNobodyBesideRoad(candidate)) {
      addUndergrowth(candidate);
    }
  }

  private void addIfRelevant(Candidate candidate) {
    switch (CandidateFilter.relevance(candidate)) {
      case FULL -> say(candidate, candidate.score());
      case WEAK -> {
        if (isMapped) {
          say(candidate, weakScore(candidate));
        }
      }
      case NONE -> {}
    }
  }

  /** What looks like a vehicle together with a tree is one for the most part, not somebody at its foot. */
  private static boolean mayBeBelow(Candidate tree, Candidate piece) {
    return switch (piece.objectClass()) {
      case CAR, TRUCK, BUS ->
        tree.objectClass() == ObjectClass.UNKNOWN
            || piece.cluster().size() >= BODY_SHARE * tree.cluster().size();
      case UNKNOWN, PEDESTRIAN, BICYCLE, MOTORCYCLE -> tree.objectClass() == ObjectClass.UNKNOWN;
    };
  }

  private void addUndergrowth(Candidate tree) {
    for (Cluster piece : Undergrowth.of(tree)) {
      Candidate candidate = measure.apply(piece);
      if (!mayBeBelow(tree, candidate)) {
        continue;
      }
      if (CandidateFilter.relevance(candidate) != CandidateFilter.Relevance.NONE) {
        boolean isOnRoad =
            CandidateFilter.isOnRoad(candidate) && candidate.objectClass() != ObjectClass.UNKNOWN;
        say(candidate, isOnRoad ? candidate.score() : weakScore(candidate));
      }
    }
  }

  private static double weakScore(Candidate candidate) {
    return Math.min(WEAK_SCORE_MAX, candidate.score());
  }

  private void say(Candidate candidate, double score) {
    detections.add(candidate.toDetection(score));
  }
}
