package io.camber.evaluation.tracks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * True objects and scored tracks of one class at keyframes, as the nuScenes tracking benchmark takes them: an object is there from
 * the first to the last keyframe at which it counts, also where it was hidden or too far in between, and a track that is missing in
 * between goes straight on. The score of a track is the mean of what it claimed.
 */
public final class KeyframeLog {
  private final Map<String, Life> lives = new LinkedHashMap<>();
  private final Map<Integer, Course> courses = new LinkedHashMap<>();
  private final List<Frame> frames = new ArrayList<>();

  /**
   * A true object.
   *
   * @param counts false while nobody can see it or it is too far away
   */
  public record Sighting(String name, double x, double y, boolean counts) {}

  /** A track; the score is how sure it is, from 0 to 1. */
  public record Claim(int id, double x, double y, double score) {}

  /** Somebody by number at a place. */
  record Spot(int number, double x, double y) {
    double distanceTo(Spot other) {
      double dx = x - other.x;
      double dy = y - other.y;
      return Math.sqrt(dx * dx + dy * dy);
    }
  }

  /** One keyframe. */
  record Frame(List<Spot> objects, List<Spot> tracks) {}

  private static final class Life {
    private final int number;
    private int first = -1;
    private int last = -1;

    Life(int number) {
      this.number = number;
    }
  }

  private static final class Course {
    private final int number;
    private int frame = -1;
    private Spot spot = new Spot(0, 0.0, 0.0);
    private double scores;
    private int claims;

    Course(int number) {
      this.number = number;
    }
  }

  /** Adds a keyframe, half a second after the one before. */
  public void add(List<Sighting> objects, List<Claim> tracks) {
    int now = frames.size();
    Frame frame = new Frame(new ArrayList<>(objects.size()), new ArrayList<>(tracks.size()));
    frames.add(frame);
    for (Sighting one : objects) {
      Life life = lives.computeIfAbsent(one.name(), unseen -> new Life(lives.size()));
      frame.objects().add(new Spot(life.number, one.x(), one.y()));
      if (one.counts()) {
        life.first = life.first < 0 ? now : life.first;
        life.last = now;
      }
    }
    for (Claim one : tracks) {
      Course course = courses.computeIfAbsent(one.id(), unseen -> new Course(courses.size()));
      Spot spot = new Spot(course.number, one.x(), one.y());
      bridge(course, spot, now);
      frame.tracks().add(spot);
      course.frame = now;
      course.spot = spot;
      course.scores += one.score();
      course.claims++;
    }
  }

  private void bridge(Course course, Spot spot, int now) {
    for (int k = course.frame + 1; course.frame >= 0 && k < now; k++) {
      double share = (double) (k - course.frame) / (now - course.frame);
      double x = course.spot.x() + (spot.x() - course.spot.x()) * share;
      double y = course.spot.y() + (spot.y() - course.spot.y()) * share;
      frames.get(k).tracks().add(new Spot(course.number, x, y));
    }
  }

  int objectCount() {
    return lives.size();
  }

  /** By number. */
  double[] scores() {
    return courses.values().stream().mapToDouble(it -> it.scores / it.claims).toArray();
  }

  /** Keyframes with those alone that are there. */
  List<Frame> frames() {
    List<Life> byNumber = new ArrayList<>(lives.values());
    List<Frame> there = new ArrayList<>(frames.size());
    for (int k = 0; k < frames.size(); k++) {
      List<Spot> objects = new ArrayList<>();
      for (Spot spot : frames.get(k).objects()) {
        Life life = byNumber.get(spot.number());
        if (life.first >= 0 && life.first <= k && k <= life.last) {
          objects.add(spot);
        }
      }
      there.add(new Frame(objects, frames.get(k).tracks()));
    }
    return there;
  }
}
