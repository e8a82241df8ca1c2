package io.camber.prediction.lanefollow;

import io.camber.map.RoadMap;
import io.camber.prediction.Predictor;
import io.camber.scene.Futures;
import io.camber.scene.SignalStates;
import io.camber.scene.Track;
import io.camber.scene.TrackFuture;
import io.camber.scene.Tracks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Match each track to lanes, lay candidate paths over the lane graph, combine them with ways to use the pedals, weigh by
 * rules. Tracks on no lane, and people, go on as they do now, or stop. State: drawn paths of the last map.
 */
public final class LaneFollowPredictor implements Predictor {
  private final PredictionConfig config;
  private final CarModes cars;
  private final WalkerModes walkers;
  private @Nullable RoadMap drawnMap;
  private @Nullable LanePaths drawn;

  public LaneFollowPredictor(PredictionConfig config) {
    this.config = config;
    this.cars = new CarModes(config);
    this.walkers = new WalkerModes(config);
  }

  @Override
  public Futures predict(Tracks tracks, Optional<SignalStates> signals, RoadMap map) {
    LanePaths paths = pathsOf(map);
    List<TrackFuture> futures = new ArrayList<>(tracks.tracks().size());
    for (Track track : tracks.tracks()) {
      futures.add(predict(track, signals, map, paths));
    }
    futures.sort(Comparator.comparingInt(TrackFuture::trackId));
    return new Futures(tracks.timeNs(), futures);
  }

  private TrackFuture predict(
      Track track, Optional<SignalStates> signals, RoadMap map, LanePaths paths) {
    ModeSet modes = new ModeSet();
    List<LaneMatch> matches = followsLanes(track) ? LaneMatch.of(track, map) : List.of();
    if (matches.isEmpty()) {
      walkers.add(modes, track, map);
    } else {
      cars.add(modes, track, matches, paths, signals, map);
    }
    return modes.toFuture(track.id(), config.modesMax());
  }

  private boolean followsLanes(Track track) {
    boolean moves = track.speedMps() >= config.standingMps();
    return switch (track.objectClass()) {
      case CAR, TRUCK, BUS, MOTORCYCLE -> true;
      case BICYCLE -> moves;
      case UNKNOWN -> moves && track.speedMps() > 3.0;
      case PEDESTRIAN -> false;
    };
  }

  private LanePaths pathsOf(RoadMap map) {
    LanePaths current = drawn;
    if (current == null || drawnMap != map) {
      current = new LanePaths(map);
      drawn = current;
      drawnMap = map;
    }
    return current;
  }
}
