package io.camber.app.drive;

import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec2;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tracks against labelled boxes, sweep by sweep, in the car's frame: so an error of the pose in the map is not counted twice.
 * A label keeps its track while the two stay within reach (CLEAR MOT, Bernardin and Stiefelhagen 2008); what is left is
 * matched nearest first. Missed are labels without any track; false are tracks with a class and no label, as far as the rules
 * of the collection count them. Whatever has no class, such as poles and walls, is rightly there.
 */
public final class TrackScore {
  /** Middles further apart than this are two things. */
  static final double REACH_M = 2.0;

  private final LabelledRegion region;
  private final LabelRules rules;
  private final Map<String, Integer> trackOf = new HashMap<>();
  private final Map<String, Tally> byGroup = new TreeMap<>();
  private final Tally all = new Tally();
  private int excused;

  TrackScore(LabelledRegion region, LabelRules rules) {
    this.region = region;
    this.rules = rules;
  }

  /** Figures of one group of labels. */
  public static final class Tally {
    int labels;
    int matched;
    int falseTracks;
    int switches;
    int sameClass;
    final List<Double> errors = new ArrayList<>();

    public int labels() {
      return labels;
    }

    public double recall() {
      return labels == 0 ? Double.NaN : (double) matched / labels;
    }

    public double precision() {
      int tracks = matched + falseTracks;
      return tracks == 0 ? Double.NaN : (double) matched / tracks;
    }

    /** Multiple object tracking accuracy. */
    public double mota() {
      return labels == 0
          ? Double.NaN
          : 1.0 - (double) (labels - matched + falseTracks + switches) / labels;
    }

    public int switches() {
      return switches;
    }

    public double classAgreement() {
      return matched == 0 ? Double.NaN : (double) sameClass / matched;
    }

    /** Median of the distances between middles. */
    public double errorM() {
      List<Double> sorted = errors.stream().sorted().toList();
      return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }
  }

  private record Pair(int label, int track, double distanceM) {}

  /**
   * Takes one sweep.
   *
   * @param truth frame nearest to the sweep; its boxes are carried on to {@code timeNs} with their speeds
   */
  void add(TruthFrame truth, Pose3 truthPose, LogPerception.Seen seen) {
    long timeNs = seen.tracks().timeNs();
    List<ActorTruth> labels = new ArrayList<>();
    List<Vec2> places = new ArrayList<>();
    double aheadS = (timeNs - truth.timeNs()) * 1e-9;
    for (ActorTruth actor : truth.actors()) {
      if (actor.name().equals(truth.egoName())) {
        continue;
      }
      Vec2 middle =
          actor.footprint().center().position().plus(actor.velocityMps().times(aheadS));
      Vec2 place = truthPose.toPose2().applyInverse(middle);
      if (region.contains(place)) {
        labels.add(actor);
        places.add(place);
      }
    }
    Pose2 estimated = seen.mapFromBase().toPose2();
    List<Track> tracks = seen.tracks().tracks();
    List<Vec2> found = new ArrayList<>();
    tracks.forEach(track -> found.add(estimated.applyInverse(track.center().position())));
    Set<Integer> left = match(truth, labels, places, tracks, found);
    double groundZ = seen.mapFromBase().z();
    for (int k : left) {
      Track track = tracks.get(k);
      Pose2 place =
          new Pose2(found.get(k).x(), found.get(k).y(), track.center().yaw() - estimated.yaw());
      if (rules.isFalse(
          truth.timeNs(), region.image(place, track.bottomZ() - groundZ, track.size()))) {
        tallies(track.objectClass(), found.get(k)).forEach(tally -> tally.falseTracks++);
      } else {
        excused++;
      }
    }
  }

  /** Returns the tracks that claim to be something in the labelled region and have no label. */
  private Set<Integer> match(
      TruthFrame truth,
      List<ActorTruth> labels,
      List<Vec2> places,
      List<Track> tracks,
      List<Vec2> found) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      Integer known = trackOf.get(labels.get(i).name());
      for (int k = 0; k < tracks.size(); k++) {
        double distance = places.get(i).distanceTo(found.get(k));
        if (distance < REACH_M) {
          boolean isKept = known != null && known == tracks.get(k).id();
          pairs.add(new Pair(i, k, isKept ? distance - REACH_M : distance));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::distanceM));
    Set<Integer> labelsDone = new HashSet<>();
    Set<Integer> tracksDone = new HashSet<>();
    for (Pair pair : pairs) {
      if (!labelsDone.contains(pair.label()) && tracksDone.add(pair.track())) {
        labelsDone.add(pair.label());
        Track track = tracks.get(pair.track());
        ActorTruth label = labels.get(pair.label());
        if (rules.isJudged(truth.timeNs(), label.name())) {
          hit(label, places.get(pair.label()), track, found.get(pair.track()));
        }
      }
    }
    for (int i = 0; i < labels.size(); i++) {
      ObjectClass kind = labels.get(i).objectClass();
      if (rules.isJudged(truth.timeNs(), labels.get(i).name())) {
        tallies(kind, places.get(i)).forEach(tally -> tally.labels++);
      }
    }
    Set<Integer> left = new TreeSet<>();
    for (int k = 0; k < tracks.size(); k++) {
      boolean isClaim = tracks.get(k).objectClass() != ObjectClass.UNKNOWN;
      if (isClaim && !tracksDone.contains(k) && region.contains(found.get(k))) {
        left.add(k);
      }
    }
    return left;
  }

  private void hit(ActorTruth label, Vec2 place, Track track, Vec2 found) {
    Integer before = trackOf.put(label.name(), track.id());
    boolean isSwitch = before != null && before != track.id();
    for (Tally tally : tallies(label.objectClass(), place)) {
      tally.matched++;
      tally.switches += isSwitch ? 1 : 0;
      tally.sameClass += track.objectClass() == label.objectClass() ? 1 : 0;
      tally.errors.add(place.distanceTo(found));
    }
  }

  private List<Tally> tallies(ObjectClass kind, Vec2 place) {
    double range = place.length();
    String band = range < 20.0 ? "0-20 m" : range < 40.0 ? "20-40 m" : "40+ m";
    return List.of(
        all,
        byGroup.computeIfAbsent("1 " + kind, unused -> new Tally()),
        byGroup.computeIfAbsent("2 " + band, unused -> new Tally()));
  }

  public Tally all() {
    return all;
  }

  /** Tracks without a label that the rules of the collection do not count as false. */
  public int excused() {
    return excused;
  }

  /** By class and by range, with the group's name. */
  public Map<String, Tally> groups() {
    Map<String, Tally> named = new LinkedHashMap<>();
    byGroup.forEach((key, tally) -> named.put(key.substring(2), tally));
    return named;
  }
}
