package io.camber.perception.tracking;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose2;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.scene.Detection;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;

/** The mutable state of one track: motion, box, class, existence. Owned by the tracker. */
final class TrackedObject {
  /** Slower than this is reported as standing: below it, speed is noise. */
  private static final double STANDING_MPS = 0.35;

  /** What else stands may do. */
  private static final double STANDING_STD_MPS = 0.2;

  /** Where the velocity of something without wheels gives its heading. */
  private static final double HEADING_MPS = 0.6;

  /** From so many sightings on, standing is no chance. */
  private static final int MANY_HITS = 15;

  private static final double STANDING_PATIENCE = 1.4;

  /** Standard deviations of a speed that may be error. */
  private static final double SPEED_DOUBT = 0.5;

  private static final double REVERSE_MPS = 1.0;
  private static final int REVERSE_SIGHTINGS = 3;
  private static final double EXISTENCE_LOG_ODDS_MAX = 5.0;

  /** Until then a speed found as something unknown is no more than a hint, once all of a car is seen. */
  private static final int YOUNG_HITS = 4;

  /** Of a look that hardly errs: a person of nine points, a car of seven. */
  private static final double CLEAR_SCORE = 0.65;

  private static final double CAR_LENGTH_M = 3.5;

  private static final double YOUNG_STD_MPS = 10.0;

  private static final double SETTLED_STD_MPS = 1.0;

  /** Unknown things are believed to move after so long, when they were seen nearly all the time. */
  private static final double UNKNOWN_AGE_S = 1.0;

  private static final double UNKNOWN_HITS_PER_S = 8.0;

  /** How much of its speed it must really have moved away from where it was about a second before. */
  private static final double UNKNOWN_MOVED_S = 0.6;

  /** Share of the way by which the trail follows per sighting: about a second behind. */
  private static final double TRAIL_SHARE = 0.1;

  /** After so many sightings across it, a slow track was born the wrong way. */
  private static final int ACROSS_SIGHTINGS = 4;

  /** Claims that stay within a metre for a second may be of something that creeps. */
  private static final double CLAIMED_STD_MPS = 0.5;

  /** Nothing that was only ever claimed is surer than this. */
  private static final double CLAIMED_EXISTENCE_MAX = 0.8;

  /** Faster than this the way it goes tells its direction. */
  private static final double ACROSS_MPS_MAX = 2.0;

  final int id;
  final long bornNs;
  private final ClassBelief belief = new ClassBelief();
  private MotionFilter motion;
  private double plainYaw;
  private final BodySize size;
  private final SightingRecord record = new SightingRecord();
  private final ExtentDoubt doubt = new ExtentDoubt();
  private double bottomZ;
  private long timeNs;
  private long seenNs;
  private long believedNs;
  private double logOdds;
  private Sighting last;
  private int backwards;
  private int across;
  private Vec2 trail;
  private final Gait gait;
  int hits;
  boolean isConfirmed;
  private boolean isOnlyClaimed;
  private long provenNs;
  boolean isOverdue;

  TrackedObject(int id, Sighting first, long timeNs) {
    this.id = id;
    this.bornNs = timeNs;
    this.timeNs = timeNs;
    this.seenNs = timeNs;
    this.believedNs = timeNs;
    this.hits = 1;
    size = new BodySize(first);
    Detection seen = first.detection();
    belief.add(seen.objectClass(), seen.classConfidence(), size, 0.0);
    last = first;
    trail = first.center().position();
    gait = new Gait(trail, timeNs);
    plainYaw = first.center().yaw();
    bottomZ = first.bottomZ();
    motion = new MotionFilter(
        MotionModels.of(belief.objectClass()),
        first.center().x(),
        first.center().y(),
        first.center().yaw(),
        0.15 + 0.003 * first.rangeM(),
        first.ageS());
    logOdds = existenceGain(first);
  }

  /** One that was claimed in one place before it was tracked. */
  static TrackedObject known(int id, Sighting newest, long timeNs, int sightings) {
    TrackedObject object = new TrackedObject(id, newest, timeNs);
    object.hits = sightings;
    object.isConfirmed = true;
    object.isOnlyClaimed = true;
    object.renew();
    object.motion.rest(CLAIMED_STD_MPS);
    object.logOdds = Math.min(EXISTENCE_LOG_ODDS_MAX, sightings * existenceGain(newest));
    return object;
  }

  private static double existenceGain(Sighting seen) {
    return 0.2 + 1.2 * seen.detection().score();
  }

  void predict(long toNs) {
    double seconds = (toNs - timeNs) * 1e-9;
    if (coastedNs() > 0L) {
      motion.coast(seconds);
    } else {
      motion.predict(seconds);
    }
    timeNs = toNs;
  }

  Pose2 pose() {
    double yaw = motion.model().yawIndex() >= 0 ? motion.yaw() : plainYaw;
    return new Pose2(motion.x(), motion.y(), yaw);
  }

  /** Where it was, as far as is known now. */
  Pose2 poseAgo(double seconds) {
    Vec2 way = isStanding() ? Vec2.ZERO : motion.velocityMps().times(seconds);
    Pose2 now = pose();
    return new Pose2(now.x() - way.x(), now.y() - way.y(), now.yaw());
  }

  BoxAlignment align(Sighting seen, Vec2 sensor) {
    return BoxAlignment.of(seen, poseAgo(seen.ageS()), size.lengthM(), size.widthM(), sensor);
  }

  /** Squared Mahalanobis distance of a fix from the prediction, over along and across. */
  double distanceSquared(BoxFix fix) {
    return motion.distanceSquared(fix);
  }

  /** How little the prediction says about where the fix would be. */
  double vagueness(BoxFix fix) {
    return motion.vagueness(fix);
  }

  void update(Sighting seen, BoxAlignment alignment) {
    boolean isDoubtful = seen.detection().score() < BoxAlignment.DOUBTFUL_SCORE;
    motion.update(alignment.fix());
    look(seen, alignment);
    turnAcross(seen, alignment);
    bottomZ += 0.3 * (seen.bottomZ() - bottomZ);
    last = seen;
    ObjectClass before = belief.objectClass();
    belief.add(lastVerdict(), seen.detection().classConfidence(), size, leastSpeedMps());
    resize(alignment);
    doubt.see(alignment.isFlankLit());
    if (MotionModels.of(before) != MotionModels.of(belief.objectClass())) {
      changeModel(seen);
    }
    turnTowardsMotion(seen);
    trail = trail.plus(pose().position().minus(trail).times(TRAIL_SHARE));
    seenNs = timeNs;
    believedNs = isDoubtful ? believedNs : timeNs;
    isOnlyClaimed &= isDoubtful;
    if (isDoubtful) {
      gait.doubt(isWalking(), timeNs);
    } else {
      gait.believe(pose().position(), timeNs);
    }
    record.see();
    hits++;
    logOdds = Math.min(EXISTENCE_LOG_ODDS_MAX, logOdds + existenceGain(seen));
  }

  private void look(Sighting seen, BoxAlignment alignment) {
    ObjectClass verdict = seen.detection().objectClass();
    boolean isWhole = !alignment.isTurned()
        && verdict != ObjectClass.UNKNOWN
        && (belief.objectClass() == ObjectClass.UNKNOWN
            || verdict.isVulnerable() == belief.objectClass().isVulnerable());
    size.see(alignment.lengthM(), alignment.widthM(), seen.detection().size().heightM(), isWhole);
  }

  /** Follows what was seen at the hidden side, so that the visible one stays where it is. */
  private void resize(BoxAlignment alignment) {
    Vec2 more = size.follow(belief.range());
    Vec2 shift = new Pose2(0.0, 0.0, alignment.fix().yaw())
        .apply(new Vec2(
            -0.5 * alignment.alongAnchor() * more.x(), -0.5 * alignment.acrossAnchor() * more.y()));
    motion.shift(shift.x(), shift.y());
  }

  /** Starts the box anew when what stands is seen across it again and again, by a detector that agrees on what it is. */
  private void turnAcross(Sighting seen, BoxAlignment alignment) {
    if (!alignment.isTurned() || motion.model().yawIndex() < 0) {
      across = 0;
    } else if (seen.detection().objectClass() == belief.objectClass()) {
      across++;
    }
    boolean isSlow = motion.velocityMps().length() < ACROSS_MPS_MAX || isStanding();
    if (across < ACROSS_SIGHTINGS || !isSlow) {
      return;
    }
    across = 0;
    Pose2 place = seen.center();
    size.restart(seen);
    plainYaw = place.yaw();
    motion = new MotionFilter(motion.model(), place.x(), place.y(), place.yaw(), 0.3, seen.ageS());
  }

  private void changeModel(Sighting seen) {
    Pose2 pose = pose();
    MotionFilter next = new MotionFilter(
        MotionModels.of(belief.objectClass()), pose.x(), pose.y(), pose.yaw(), 0.3, 0.0);
    boolean isYoungCar = hits < YOUNG_HITS && seen.lengthM() > CAR_LENGTH_M;
    next.adopt(motion, isYoungCar ? YOUNG_STD_MPS : SETTLED_STD_MPS);
    plainYaw = pose.yaw();
    motion = next;
  }

  /** Velocity decides which end of a box is its front. */
  private void turnTowardsMotion(Sighting seen) {
    Vec2 velocity = motion.velocityMps();
    boolean isMoving = motion.standingProbability() < 0.3;
    if (motion.model().yawIndex() < 0) {
      if (isMoving && velocity.length() > HEADING_MPS) {
        plainYaw = StrictMath.atan2(velocity.y(), velocity.x());
      } else if (belief.objectClass() == ObjectClass.UNKNOWN) {
        double turn = Angles.difference(seen.center().yaw(), plainYaw);
        double half = turn - Math.PI * Math.rint(turn / Math.PI);
        plainYaw = Angles.wrap(plainYaw + 0.3 * half);
      }
      return;
    }
    boolean isBackwards = isMoving && velocity.dot(pose().forward()) < -REVERSE_MPS;
    backwards = isBackwards ? backwards + 1 : 0;
    if (backwards >= REVERSE_SIGHTINGS) {
      motion.reverse();
      backwards = 0;
    }
  }

  /**
   * Was not seen.
   *
   * @param isInView where nothing hides it
   */
  void miss(double logOddsLoss, boolean isInView) {
    logOdds -= logOddsLoss;
    record.miss(isInView);
  }

  /** How often it was not seen where nothing hides it, ever. */
  int missesInView() {
    return record.missesInView();
  }

  /** Whether it was missed since the last sighting, and nothing hid it then. */
  boolean isMissedInView() {
    return record.isMissedInView();
  }

  double existence() {
    double existence = 1.0 / (1.0 + StrictMath.exp(-logOdds));
    return isOnlyClaimed ? Math.min(CLAIMED_EXISTENCE_MAX, existence) : existence;
  }

  /** It was claimed in one place once more. */
  void renew() {
    provenNs = timeNs;
  }

  /** How long it was not claimed in one place. */
  long unprovenNs() {
    return timeNs - provenNs;
  }

  /** Whether no look was ever more than a claim. */
  boolean isOnlyClaimed() {
    return isOnlyClaimed;
  }

  double logOdds() {
    return logOdds;
  }

  long coastedNs() {
    return timeNs - seenNs;
  }

  /** How long no sighting was of somebody for certain. */
  long doubtedNs() {
    return timeNs - believedNs;
  }

  /** What the last look took it for. */
  ObjectClass lastVerdict() {
    return last.detection().objectClass();
  }

  /** Whether a sighting of now was taken to be of it. */
  boolean isSeenAs(Sighting seen) {
    return coastedNs() == 0L && last.equals(seen);
  }

  /** Whether the last sighting was no more than a claim. */
  boolean isDoubted() {
    return believedNs < seenNs;
  }

  /** By what is known and by the last look. */
  private boolean isOnFoot() {
    return belief.objectClass() == ObjectClass.PEDESTRIAN && lastVerdict().isVulnerable();
  }

  boolean isWalking() {
    return isOnFoot() && Gait.isWalk(speedMps());
  }

  /** Somebody on foot who was seen in two places by looks that are believed. */
  boolean hasWalked() {
    return isOnFoot() && gait.hasMoved();
  }

  /** How long it has neither walked nor been seen for certain. */
  long haltedNs() {
    return timeNs - gait.lastNs();
  }

  ObjectClass objectClass() {
    return belief.objectClass();
  }

  double lengthM() {
    return size.lengthM();
  }

  double widthM() {
    return size.widthM();
  }

  double speedMps() {
    return isStanding() ? 0.0 : motion.velocityMps().length();
  }

  /** What even a doubtful estimate of the speed leaves no doubt of. */
  private double leastSpeedMps() {
    return Math.max(0.0, speedMps() - SPEED_DOUBT * motion.velocityStdMps());
  }

  /**
   * How many times as long as another this one is waited for where it should be seen: what stood for long rarely goes, and who
   * is seen now and then only is there between the looks, too.
   */
  double patience() {
    double standing = hits >= MANY_HITS && isStanding() ? STANDING_PATIENCE : 1.0;
    return Math.max(standing, record.patience());
  }

  /** Whether the last look hardly errs about there being somebody. */
  boolean isClear() {
    return last.detection().score() >= CLEAR_SCORE;
  }

  /** Whether the filter or at least the last look made something of it. */
  boolean isTakenForSomething() {
    return belief.objectClass() != ObjectClass.UNKNOWN || lastVerdict() != ObjectClass.UNKNOWN;
  }

  boolean isStanding() {
    return isClutter()
        || motion.standingProbability() > 0.5
        || motion.velocityMps().length() < STANDING_MPS;
  }

  /** Two or three poor sightings of a piece of hedge make a speed, too; unless it is seen again, it has none. */
  private boolean isHardlyKnown() {
    return hits < YOUNG_HITS && coastedNs() > 0L && !isClear();
  }

  /** What has no class and was not followed for long without a gap: pieces of kerb and grass that seem to fly. */
  private boolean isClutter() {
    if (belief.objectClass() != ObjectClass.UNKNOWN) {
      return false;
    }
    double ageS = (timeNs - bornNs) * 1e-9;
    double moved = pose().position().distanceTo(trail);
    return ageS < UNKNOWN_AGE_S
        || hits < UNKNOWN_HITS_PER_S * ageS
        || moved < UNKNOWN_MOVED_S * motion.velocityMps().length();
  }

  /** What the class cannot do is error of the estimate, be it as it may about the rest. */
  private Vec2 possibleVelocityMps() {
    Vec2 velocity = motion.velocityMps();
    double most = belief.range().map(ClassRange::speedMpsMax).orElse(Double.POSITIVE_INFINITY);
    return velocity.length() > most ? velocity.times(most / velocity.length()) : velocity;
  }

  /** Of the velocity of what is reported as standing: it moves after all if the other hypothesis is true. */
  private double standingStdMps() {
    double speed = motion.velocityMps().length();
    double std = motion.velocityStdMps();
    double moving = 1.0 - motion.standingProbability();
    return Math.sqrt(STANDING_STD_MPS * STANDING_STD_MPS + moving * (speed * speed + std * std));
  }

  Track toTrack() {
    boolean stands = isStanding() || isHardlyKnown();
    Pose2 pose = pose();
    Vec2 forward = pose.forward();
    double spread = 0.5
        * (motion.positionVariance(forward.x(), forward.y())
            + motion.positionVariance(-forward.y(), forward.x()));
    return new Track(
        id,
        belief.objectClass(),
        belief.confidence(),
        pose,
        bottomZ,
        new Size3(size.lengthM(), size.widthM(), size.heightM()),
        stands ? Vec2.ZERO : possibleVelocityMps(),
        stands ? 0.0 : motion.accelMps2(),
        stands ? 0.0 : motion.yawRateRadps(),
        existence(),
        Math.sqrt(spread + doubt.centerVariance(belief.objectClass(), size.lengthM())),
        stands ? standingStdMps() : motion.velocityStdMps(),
        timeNs - bornNs,
        coastedNs());
  }
}
