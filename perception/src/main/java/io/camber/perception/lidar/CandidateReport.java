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

  /** Least share of a person's returns: half a leg. */
  private static final double LEGS = 0.15;

  private static final double PERSON_M2 = 0.5 * 1.7;

  private final Curtain curtain;
  private final Function<Cluster, Candidate> measure;
  private final Function<Cluster, Candidate> measureBelowTop;
  private final boolean isMapped;
  private final SweepField field;
  private final List<Detection> detections = new ArrayList<>();

  /**
   * @param measureBelowTop measures what may be of any height
   * @param isMapped without a map every place may be a garden, and doubtful claims there are not worth a word
   */
  CandidateReport(
      Curtain curtain,
      Function<Cluster, Candidate> measure,
      Function<Cluster, Candidate> measureBelowTop,
      boolean isMapped,
      SweepField field) {
    this.curtain = curtain;
    this.measure = measure;
    this.measureBelowTop = measureBelowTop;
    this.isMapped = isMapped;
    this.field = field;
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
      case WEAK -> claim(candidate);
      case NONE -> claimIfTopIsHidden(candidate);
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
      if (CandidateFilter.relevance(candidate) == CandidateFilter.Relevance.NONE) {
        claimIfTopIsHidden(candidate);
      } else if (CandidateFilter.isOnRoad(candidate)
          && candidate.objectClass() != ObjectClass.UNKNOWN) {
        say(candidate, candidate.score());
      } else {
        claim(candidate);
      }
    }
  }

  /** Who shows legs below twigs that are nearer may be somebody who was known before. */
  private void claimIfTopIsHidden(Candidate candidate) {
    if (isMapped
        && CandidateFilter.mayBeBelowTop(candidate)
        && curtain.hidesTopOf(candidate.cluster())
        && showsLegs(candidate.cluster())) {
      Candidate ofAnyHeight = measureBelowTop.apply(candidate.cluster());
      if (ofAnyHeight.objectClass().isVulnerable()) {
        claim(ofAnyHeight);
      }
    }
  }

  /** Whether it returns a share of what a person there would. */
  private boolean showsLegs(Cluster cluster) {
    double squared = cluster.centroidX * cluster.centroidX + cluster.centroidY * cluster.centroidY;
    return cluster.size() * squared >= LEGS * PERSON_M2 * field.pointsPerSr();
  }

  private void claim(Candidate candidate) {
    if (isMapped) {
      say(candidate, Math.min(WEAK_SCORE_MAX, candidate.score()));
    }
  }

  private void say(Candidate candidate, double score) {
    detections.add(candidate.toDetection(score));
  }
}
