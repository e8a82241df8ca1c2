package io.camber.map.road;

import java.util.List;

/** Signals, their references, objects, tunnels and bridges of one road. */
public record RoadFurniture(
    List<Signal> signals,
    List<SignalReference> references,
    List<MapObject> objects,
    List<RoadStructure> structures) {
  public RoadFurniture {
    signals = List.copyOf(signals);
    references = List.copyOf(references);
    objects = List.copyOf(objects);
    structures = List.copyOf(structures);
  }
}
