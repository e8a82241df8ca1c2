package io.camber.sim.scene.town;

import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.map.SignalOnLane;
import io.camber.map.road.MapObject;
import io.camber.map.road.Marking;
import io.camber.map.road.Markings;
import io.camber.map.road.ObjectKind;
import io.camber.map.road.Road;
import io.camber.map.road.Signal;
import io.camber.map.road.StopKind;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.MeshBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The surroundings that a road map describes, built tile by tile when first asked for. A tile's content depends on the map,
 * the seed and its place only, so it does not matter who asks first.
 */
final class MapSurroundings implements Surroundings {
  private static final double MARKING_STEP_M = 4.0;
  /** Lower signals than this have a size to be believed. */
  private static final double HEAD_HEIGHT_MAX_M = 1.6;

  private final RoadMap map;
  private final RoadLayout roads;
  private final Land land;
  private final Scenery scenery;
  private final Map<TileKey, Tile> tiles = new HashMap<>();
  private final Map<String, List<Marking>> markings = new HashMap<>();
  private final Map<TileKey, List<Signal>> signals = new HashMap<>();
  private final Map<TileKey, List<MapObject>> objects = new HashMap<>();
  private final Map<TileKey, List<SignalOnLane>> stops = new HashMap<>();

  private record Tile(List<Instance> instances, List<SignalHead> heads, List<Vec3> lamps) {}

  MapSurroundings(RoadMap map, long seed, List<Vec3> clearings) {
    this.map = map;
    this.roads = new RoadLayout(map);
    this.land = new Land(roads, seed);
    this.scenery = new Scenery(map, roads, land, seed, clearings);
    for (Signal signal : map.signals()) {
      put(signals, TileKey.at(signal.pose().x(), signal.pose().y()), signal);
    }
    for (MapObject object : map.objects()) {
      put(objects, TileKey.at(object.pose().x(), object.pose().y()), object);
    }
    for (LaneSegment lane : map.lanes()) {
      for (SignalOnLane stop : lane.signals()) {
        if (stop.kind() != StopKind.YIELD && stop.laneId().equals(lane.id())) {
          Pose3 place = lane.centerAt(stop.stopS());
          put(stops, TileKey.at(place.x(), place.y()), stop);
        }
      }
    }
  }

  private static <T> void put(Map<TileKey, List<T>> into, TileKey key, T value) {
    into.computeIfAbsent(key, unused -> new ArrayList<>()).add(value);
  }

  @Override
  public synchronized List<SignalHead> collect(Region region, List<Instance> found) {
    List<SignalHead> heads = new ArrayList<>();
    for (Tile tile : tiles(region)) {
      found.addAll(tile.instances);
      heads.addAll(tile.heads);
    }
    return heads;
  }

  @Override
  public synchronized List<Vec3> streetLamps(Region region) {
    return tiles(region).stream().flatMap(tile -> tile.lamps.stream()).toList();
  }

  private List<Tile> tiles(Region region) {
    List<Tile> found = new ArrayList<>();
    double reach = Math.max(region.nearM(), region.farM());
    TileKey low = TileKey.at(region.x() - reach, region.y() - reach);
    TileKey high = TileKey.at(region.x() + reach, region.y() + reach);
    for (int row = low.row(); row <= high.row(); row++) {
      for (int column = low.column(); column <= high.column(); column++) {
        TileKey key = new TileKey(column, row);
        if (region.touches(key.middleX(), key.middleY(), TileKey.RADIUS_M)) {
          found.add(tiles.computeIfAbsent(key, this::build));
        }
      }
    }
    return found;
  }

  private Tile build(TileKey tile) {
    MeshBuilder ground = new MeshBuilder();
    land.build(tile, ground);
    RoadSurfaceBuilder surfaces = new RoadSurfaceBuilder(roads, tile, ground);
    PaintBuilder paint = new PaintBuilder(tile, ground);
    for (RoadPiece piece : roads.pieces(tile)) {
      surfaces.build(piece);
    }
    paint(tile, paint);
    MeshBuilder standing = new MeshBuilder();
    List<Vec3> lamps = furnish(tile, new FurnitureBuilder(tile, standing, Detail.FINE));
    List<SignalHead> heads = signals(tile, standing);
    Pose3 origin = new Pose3(tile.middleX(), tile.middleY(), 0.0, 0.0, 0.0, 0.0);
    List<Instance> instances = new ArrayList<>();
    instances.add(Instance.fixed(ground.build(), origin));
    if (!standing.isEmpty()) {
      MeshBuilder coarse = new MeshBuilder();
      furnish(tile, new FurnitureBuilder(tile, coarse, Detail.COARSE));
      signals(tile, coarse);
      instances.add(Instance.fixed(standing.build(), coarse.build(), origin));
    }
    return new Tile(List.copyOf(instances), heads, lamps);
  }

  /** Adds what stands beside roads; returns where its lamps hang. */
  private List<Vec3> furnish(TileKey tile, FurnitureBuilder furniture) {
    for (RoadPiece piece : roads.pieces(tile)) {
      scenery.line(piece, furniture);
    }
    scenery.plant(tile, furniture);
    objects.getOrDefault(tile, List.of()).forEach(furniture::object);
    return furniture.lamps();
  }

  /** Stripes whose middle lies in the tile, crossings and stop lines. */
  private void paint(TileKey tile, PaintBuilder paint) {
    Set<String> roadIds = new LinkedHashSet<>();
    for (int row = -1; row <= 1; row++) {
      for (int column = -1; column <= 1; column++) {
        TileKey key = new TileKey(tile.column() + column, tile.row() + row);
        roads.pieces(key).forEach(piece -> roadIds.add(piece.road().id()));
      }
    }
    for (String id : roadIds) {
      Road road = map.findRoad(id).orElseThrow();
      for (Marking marking : markings.computeIfAbsent(
          id, unused -> StripePieces.of(Markings.of(road, MARKING_STEP_M)))) {
        Vec3 middle = marking.points().get(marking.points().size() / 2);
        if (TileKey.at(middle.x(), middle.y()).equals(tile)) {
          paint.stripe(marking);
        }
      }
    }
    for (MapObject object : objects.getOrDefault(tile, List.of())) {
      if (object.kind() == ObjectKind.CROSSWALK) {
        paint.zebra(object.outline(), object.pose().z());
      }
    }
    for (SignalOnLane stop : stops.getOrDefault(tile, List.of())) {
      paint.stopLine(map.lane(stop.laneId()), stop.stopS());
    }
  }

  private List<SignalHead> signals(TileKey tile, MeshBuilder standing) {
    SignBuilder signs = new SignBuilder(map, land, tile, standing);
    List<SignalHead> heads = new ArrayList<>();
    for (Signal signal : signals.getOrDefault(tile, List.of())) {
      if (signal.dynamic()) {
        double height = signal.heightM() > 0.5 && signal.heightM() < HEAD_HEIGHT_MAX_M
            ? signal.heightM()
            : SignalShape.HEIGHT_M;
        Pose3 pose = signal.pose();
        heads.add(SignalHeads.upright(signal.id(), pose, height));
        signs.post(signal, pose, height);
      } else {
        signs.sign(signal);
      }
    }
    return List.copyOf(heads);
  }
}
