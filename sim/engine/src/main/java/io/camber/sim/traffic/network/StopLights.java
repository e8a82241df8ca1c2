package io.camber.sim.traffic.network;

import io.camber.map.RoadMap;
import io.camber.map.SignalOnLane;
import io.camber.map.road.StopKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which lights a car needs green to enter a strip, and how far before its start it has to stop. */
final class StopLights {
  private static final double SAME_M = 0.01;

  final List<String> ids;
  final List<List<Integer>> lights = new ArrayList<>();
  final double[] stopBackM;

  StopLights(RoadMap map, List<Strip> strips, Links links) {
    Map<String, Integer> index = new TreeMap<>();
    map.signals().stream()
        .filter(
            signal -> signal.stopKind().filter(kind -> kind == StopKind.LIGHT).isPresent())
        .forEach(signal -> index.put(signal.id(), 0));
    ids = List.copyOf(index.keySet());
    for (int i = 0; i < ids.size(); i++) {
      index.put(ids.get(i), i);
    }
    stopBackM = new double[strips.size()];
    for (Strip strip : strips) {
      List<Integer> own = new ArrayList<>();
      for (SignalOnLane target : strip.first().lane().signals()) {
        boolean atStart =
            strip.inJunction() || Math.abs(target.stopS() - strip.first().from()) < SAME_M;
        if (atStart && (strip.inJunction() || strip.cut())) {
          add(own, index, target);
        }
      }
      if (strip.inJunction()) {
        before(map, links, strip, own, index);
      }
      lights.add(own);
    }
  }

  private void before(
      RoadMap map, Links links, Strip strip, List<Integer> own, Map<String, Integer> index) {
    for (int i : links.previous.get(strip.index())) {
      Piece last = links.strip(i).last();
      for (SignalOnLane target : last.lane().signals()) {
        if (Strips.isBeforeJunction(map, last.lane(), target)) {
          add(own, index, target);
          stopBackM[strip.index()] =
              Math.max(stopBackM[strip.index()], last.lane().lengthM() - target.stopS());
        }
      }
    }
  }

  private static void add(List<Integer> own, Map<String, Integer> index, SignalOnLane target) {
    Integer i = index.get(target.signal().id());
    if (i != null && !own.contains(i)) {
      own.add(i);
    }
  }
}
