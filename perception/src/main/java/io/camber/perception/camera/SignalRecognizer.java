package io.camber.perception.camera;

import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import io.camber.map.RoadMap;
import io.camber.map.road.SignalController;
import io.camber.scene.SignalColor;
import io.camber.scene.SignalState;
import io.camber.scene.SignalStates;
import io.camber.sensing.CameraCalibration;
import io.camber.sensing.CameraImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * State of the traffic lights around the ego: find each head in the image, read its lamps, update its belief, and let heads
 * that switch together speak for those that cannot be seen (a car at its stop line often stands below its own light). Owned by
 * one thread.
 */
public final class SignalRecognizer {
  /** Lights further away are of no concern yet. */
  private static final double RANGE_M = 160.0;

  /** A sibling's word counts a little less than one's own eyes. */
  private static final double SIBLING_SHARE = 0.9;

  private final TreeMap<String, LightHead> heads = new TreeMap<>();
  private final TreeMap<String, List<String>> siblings = new TreeMap<>();
  private final TreeMap<String, SignalBelief> beliefs = new TreeMap<>();
  private final LampReader reader = new LampReader();

  /**
   * Creates a recognizer.
   *
   * @param groups ids of heads that always show the same
   */
  public SignalRecognizer(List<LightHead> lightHeads, List<List<String>> groups) {
    for (LightHead head : lightHeads) {
      heads.put(head.signalId(), head);
    }
    for (List<String> group : groups) {
      for (String id : group) {
        siblings.computeIfAbsent(id, unused -> new ArrayList<>()).addAll(group);
      }
    }
  }

  public static SignalRecognizer of(RoadMap map) {
    List<List<String>> groups = new ArrayList<>();
    for (SignalController controller : map.controllers()) {
      groups.add(controller.signalIds());
    }
    return new SignalRecognizer(LightHead.of(map), groups);
  }

  /** States of all heads in range at the time of the image; {@code UNKNOWN} where nothing could be read lately. */
  public SignalStates update(CameraImage image, CameraCalibration calibration, Pose3 mapFromBase) {
    if (image.width() != calibration.width() || image.height() != calibration.height()) {
      throw new IllegalArgumentException("image " + image.width() + "x" + image.height()
          + " does not match calibration " + calibration.width() + "x" + calibration.height());
    }
    CameraView view = new CameraView(calibration, mapFromBase);
    Map<String, SignalState> own = new TreeMap<>();
    for (LightHead head : heads.values()) {
      if (!isNear(head, view.position())) {
        beliefs.remove(head.signalId());
        continue;
      }
      SignalBelief belief = beliefs.computeIfAbsent(head.signalId(), unused -> new SignalBelief());
      Optional<LampPositions> lamps = LampPositions.find(head, view);
      lamps.ifPresent(found -> belief.update(reader.read(image, found), image.timeNs()));
      own.put(head.signalId(), belief.state(head.signalId(), image.timeNs()));
    }
    List<SignalState> states = new ArrayList<>();
    for (SignalState state : own.values()) {
      states.add(state.color() == SignalColor.UNKNOWN ? fromSiblings(state, own) : state);
    }
    return new SignalStates(image.timeNs(), states);
  }

  private static boolean isNear(LightHead head, Vec3 camera) {
    return head.pose().position().minus(camera).length() < RANGE_M;
  }

  /** The most cautious word among heads of the same group; they may differ for the moment of a change. */
  private SignalState fromSiblings(SignalState unknown, Map<String, SignalState> own) {
    SignalState word = unknown;
    for (String id : siblings.getOrDefault(unknown.signalId(), List.of())) {
      SignalState sibling = own.getOrDefault(id, unknown);
      boolean says = sibling.color() != SignalColor.UNKNOWN && sibling.color() != SignalColor.OFF;
      if (says && caution(sibling.color()) > caution(word.color())) {
        word = new SignalState(
            unknown.signalId(), sibling.color(), SIBLING_SHARE * sibling.confidence());
      }
    }
    return word;
  }

  private static int caution(SignalColor color) {
    return switch (color) {
      case UNKNOWN, OFF -> 0;
      case GREEN -> 1;
      case RED_YELLOW -> 2;
      case YELLOW -> 3;
      case RED -> 4;
    };
  }
}
