package io.camber.perception.tracking;

import io.camber.geometry.Box2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec2;
import io.camber.scene.Detection;
import io.camber.scene.Detections;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import java.util.ArrayList;
import java.util.List;

/**
 * Tracks all objects from detections of one sensor. Each round: predict, match strong detections, match weak and doubtful ones
 * with what is left, update, judge the missed, drop the dead and the double, start new tracks, also of claims that stay put. Ids count up from 1 and are never reused.
 * Owned by one thread.
 */
public final class MultiObjectTracker {
  /** Beyond this gap of time nothing that was known still holds. */
  private static final long RESTART_NS = 3_000_000_000L;

  private static final double MISS_VISIBLE = 0.8;
  private static final double MISS_HIDDEN = 0.12;
  private static final double DEAD_LOG_ODDS = -1.0;

  /** Faster than anybody gets on or off. */
  private static final double MOVING_MPS = 3.0;

  /** Of the area of the whole. */
  private static final double PIECE_SHARE = 0.4;

  /** How far a box may fall short of the body. */
  private static final double PIECE_M = 0.3;

  /** Claims this close to a vehicle are of it. */
  private static final double PART_M = 0.5;

  /** From so many sightings on place and speed are known well enough to tell whom a doubtful sighting is of. */
  private static final int SETTLED_HITS = 5;

  /** Seen so often, it is no piece of a hedge. */
  private static final int FAMILIAR_HITS = 15;

  /** Nobody is waited for much longer than it was seen: of a few sightings neither place nor speed is known well. */
  private static final double YOUNG_COAST_S = 0.2;

  private static final double YOUNG_COAST_S_PER_HIT = 0.1;

  /** Behind something everybody is waited for so long. */
  private static final double HIDDEN_COAST_S_MIN = 1.0;

  /** Claims alone keep nobody in mind for longer, but vehicles that stand: trunks and posts look like people. */
  private static final long DOUBTED_NS_MAX = 2_000_000_000L;

  /** As {@link #DOUBTED_NS_MAX}, for people who were seen to walk, since they last did: no trunk does. */
  private static final long HALTED_NS_MAX = 5_000_000_000L;

  /** What was never more than claimed, and was not claimed in one place ten times for so long, is let go. */
  private static final long CLAIMED_NS_MAX = 5_000_000_000L;

  /** Who is in a tree's cluster is waited for so long: it is a step away. */
  private static final double INSIDE_COAST_S_MAX = 1.0;

  /** More sightings asked for where the like was lost before. */
  private static final int AGAIN_HITS = 3;

  private final ClaimMemory claims = new ClaimMemory();
  private final PostMemory posts = new PostMemory();
  private final LostPlaces lost = new LostPlaces();
  private final EgoWay way = new EgoWay();
  private TrackerConfig config;
  private Matcher matcher;
  private List<TrackedObject> objects = new ArrayList<>();
  private int nextId = 1;
  private long timeNs = Long.MIN_VALUE;

  public MultiObjectTracker(TrackerConfig config) {
    this.config = config;
    this.matcher = new Matcher(config.gate());
  }

  /** Works with another configuration from the next frame on; tracks are kept. */
  public void reconfigure(TrackerConfig other) {
    config = other;
    matcher = new Matcher(other.gate());
  }

  /**
   * Takes one frame of detections and returns the confirmed tracks at its time. A frame that is not newer than the last is
   * ignored.
   *
   * @param mapFromBase ego pose at the frame's time
   * @param sensorInBase place of the sensor in {@code base_link}
   */
  public Tracks update(Detections frame, Pose3 mapFromBase, Vec2 sensorInBase) {
    if (frame.timeNs() <= timeNs) {
      return confirmed();
    }
    if (timeNs != Long.MIN_VALUE && frame.timeNs() - timeNs > RESTART_NS) {
      objects.clear();
      claims.clear();
      posts.clear();
      lost.clear();
    }
    timeNs = frame.timeNs();
    Vec2 sensor = mapFromBase.toPose2().apply(sensorInBase);
    way.update(mapFromBase.toPose2(), timeNs);
    List<Sighting> strong = new ArrayList<>();
    List<Sighting> weak = new ArrayList<>();
    List<Sighting> doubtful = new ArrayList<>();
    for (Detection detection : frame.detections()) {
      Sighting sighting = Sighting.of(detection, mapFromBase, sensor);
      boolean isStrong = detection.score() >= config.strongScore();
      boolean isWeak = detection.score() >= BoxAlignment.DOUBTFUL_SCORE;
      (isStrong ? strong : isWeak ? weak : doubtful).add(sighting);
    }
    for (TrackedObject object : objects) {
      object.predict(timeNs);
    }
    List<Sighting> seen = new ArrayList<>(strong);
    seen.addAll(weak);
    seen.addAll(doubtful);
    List<Sighting> claimed = new ArrayList<>(doubtful);
    List<TrackedObject> missed = matcher.match(objects, strong, sensor);
    missed = matcher.match(missed, weak, sensor);
    missed = matchDoubtful(missed, doubtful, sensor);
    judge(missed, new Shadows(seen, sensor));
    bury();
    removeDoubles();
    for (Sighting sighting : strong) {
      objects.add(new TrackedObject(nextId++, sighting, timeNs));
    }
    claimed.removeIf(this::isOfSomebodyKnown);
    for (Sighting steady : claims.steady(claimed, timeNs)) {
      takeIn(steady);
    }
    for (TrackedObject object : objects) {
      object.isConfirmed |= object.hits >= hitsToConfirm(object);
    }
    return confirmed();
  }

  /** What may be a road user is one where one was known to be; who walks is none of those who stand. */
  private List<TrackedObject> matchDoubtful(
      List<TrackedObject> missed, List<Sighting> doubtful, Vec2 sensor) {
    List<TrackedObject> walking = new ArrayList<>();
    List<TrackedObject> settled = new ArrayList<>();
    List<TrackedObject> rest = new ArrayList<>();
    for (TrackedObject object : missed) {
      boolean isSettled = mayBeDoubtful(object);
      (!isSettled ? rest : object.isWalking() ? walking : settled).add(object);
    }
    List<Sighting> standing = new ArrayList<>(doubtful);
    standing.removeIf(claim -> !posts.isPost(claim));
    doubtful.removeIf(posts::isPost);
    rest.addAll(matcher.match(walking, doubtful, sensor));
    doubtful.addAll(standing);
    rest.addAll(matcher.match(settled, doubtful, sensor));
    posts.see(doubtful, timeNs);
    return rest;
  }

  private static boolean mayBeDoubtful(TrackedObject object) {
    boolean isLimited = object.isOnlyClaimed() && object.unprovenNs() > CLAIMED_NS_MAX;
    boolean isParked = object.isStanding() && !object.objectClass().isVulnerable() && !isLimited;
    boolean hasJustHalted = object.hasWalked() && object.haltedNs() <= HALTED_NS_MAX;
    return object.isConfirmed
        && object.hits >= SETTLED_HITS
        && (isParked
            || object.isWalking()
            || hasJustHalted
            || object.doubtedNs() <= DOUBTED_NS_MAX);
  }

  /** What was only ever claimed must be claimed in one place again and again. */
  private void takeIn(Sighting steady) {
    boolean isKnown = false;
    for (TrackedObject object : objects) {
      if (object.isOnlyClaimed() && hasAsPart(object, steady)) {
        object.renew();
        isKnown = true;
      }
    }
    if (!isKnown) {
      objects.add(TrackedObject.known(nextId++, steady, timeNs, ClaimMemory.LOOKS));
    }
  }

  /** Whether a claim went on with a track that was more than claimed once, or is of a piece of such a vehicle. */
  private boolean isOfSomebodyKnown(Sighting claim) {
    return objects.stream()
        .anyMatch(object -> !object.isOnlyClaimed()
            && (object.isSeenAs(claim)
                || (!object.objectClass().isVulnerable() && hasAsPart(object, claim))));
  }

  private static boolean hasAsPart(TrackedObject object, Sighting seen) {
    Box2 box =
        new Box2(object.pose(), object.lengthM() + 2.0 * PART_M, object.widthM() + 2.0 * PART_M);
    return box.contains(seen.center().position());
  }

  private void judge(List<TrackedObject> missed, Shadows shadows) {
    for (TrackedObject object : missed) {
      boolean isBehind = shadows.hides(object.pose());
      boolean isHidden = isBehind || hasGoneInto(object);
      double patience = isHidden ? 1.0 : object.patience();
      object.miss((isHidden ? MISS_HIDDEN : MISS_VISIBLE) / patience, !isHidden);
      double hiddenS = config.coastHiddenS();
      double insideS = Math.min(hiddenS, INSIDE_COAST_S_MAX);
      double coastS = isBehind ? hiddenS : isHidden ? insideS : patience * config.coastVisibleS();
      double knownS = YOUNG_COAST_S + YOUNG_COAST_S_PER_HIT * object.hits;
      double longest = isHidden ? Math.max(HIDDEN_COAST_S_MIN, knownS) : knownS;
      object.isOverdue = object.coastedNs() > Math.min(coastS, longest) * 1e9;
    }
  }

  /** Who was last seen as a piece of a tree's cluster is in there still, and not gone. */
  private static boolean hasGoneInto(TrackedObject object) {
    return object.isDoubted() && object.hits >= FAMILIAR_HITS && object.isWalking();
  }

  private void bury() {
    for (TrackedObject object : objects) {
      if (isDead(object)) {
        lost.remember(object, way, timeNs);
      }
    }
    objects.removeIf(this::isDead);
  }

  private boolean isDead(TrackedObject object) {
    boolean isStillborn = !object.isConfirmed && object.coastedNs() > 250_000_000L;
    return isStillborn || object.isOverdue || object.logOdds() < DEAD_LOG_ODDS;
  }

  /** Two tracks in one place: the one with the shorter record goes. */
  private void removeDoubles() {
    List<TrackedObject> kept = new ArrayList<>();
    for (TrackedObject object : objects) {
      boolean isDouble = false;
      for (TrackedObject other : objects) {
        isDouble |= other != object
            && isOutranked(object, other)
            && (covers(other, object) || isPieceOf(object, other));
      }
      if (!isDouble) {
        kept.add(object);
      }
    }
    objects = kept;
  }

  private static boolean isOutranked(TrackedObject object, TrackedObject other) {
    return other.hits > object.hits || (other.hits == object.hits && other.id < object.id);
  }

  private static boolean covers(TrackedObject other, TrackedObject object) {
    Box2 box = new Box2(other.pose(), 0.8 * other.lengthM(), 0.8 * other.widthM());
    return box.contains(object.pose().position());
  }

  /** Nobody gets off a moving vehicle: what is young and small at its side is a piece of it. */
  private static boolean isPieceOf(TrackedObject object, TrackedObject other) {
    boolean isWell = other.isConfirmed && other.coastedNs() == 0L && other.speedMps() > MOVING_MPS;
    boolean isSmall =
        object.lengthM() * object.widthM() < PIECE_SHARE * other.lengthM() * other.widthM();
    if (!isWell || !isSmall || object.isConfirmed) {
      return false;
    }
    Box2 box =
        new Box2(other.pose(), other.lengthM() + 2.0 * PIECE_M, other.widthM() + 2.0 * PIECE_M);
    return box.contains(object.pose().position());
  }

  /**
   * Pieces of hedges and walls pass for people in one sweep and not in the next: who shows few points, is to be seen once
   * more, and who was missed where nothing hides it once more for every two misses.
   */
  private int hitsToConfirm(TrackedObject object) {
    boolean isClear = object.isTakenForSomething() && object.isClear();
    int again = lost.isOneOf(object, way, timeNs) ? AGAIN_HITS : 0;
    return (isClear ? 2 : 3) + again + object.missesInView() / 2;
  }

  private Tracks confirmed() {
    List<Track> tracks = new ArrayList<>();
    for (TrackedObject object : objects) {
      if (object.isConfirmed) {
        tracks.add(object.toTrack());
      }
    }
    return new Tracks(timeNs == Long.MIN_VALUE ? 0L : timeNs, tracks);
  }
}
