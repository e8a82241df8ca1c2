package io.camber.map.road;

import java.util.List;

/** Signals, their references and objects of one road. */
public record RoadFurniture(
    List<Signal> signals, List<SignalReference> references, List<MapObject> objects) {
  public RoadFurniture {
    signals = List.copyOf(signals);
    references = List.copyOf(references);
    objects = List.copyOf(objects);
  }
}
