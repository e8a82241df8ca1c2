package io.camber.app.traffic;

import io.camber.map.RoadMap;
import io.camber.sim.traffic.Crew;
import io.camber.sim.traffic.Traffic;
import io.camber.sim.traffic.TrafficConfig;
import io.camber.sim.traffic.network.LaneNetwork;
import io.camber.sim.traffic.signal.SignalPlan;
import io.camber.sim.traffic.statistics.TrafficWatch;
import io.camber.sim.traffic.walker.Walkers;
import java.util.List;

/** Traffic on a map for a while, looked at after every step. */
public final class TrafficDrive {
  private final RoadMap map;
  private final LaneNetwork network;
  private final SignalPlan plan;
  private final Traffic traffic;
  private final TrafficWatch watch;
  private final Walkers walkers;

  /** What wants to see each step, such as a file that is written. */
  public interface Onlooker {
    void see(Traffic traffic, double timeS);
  }

  public TrafficDrive(RoadMap map, TrafficConfig config, Crew crew) {
    this.map = map;
    network = LaneNetwork.of(map);
    plan = new SignalPlan(map);
    traffic = Traffic.filled(network, config, crew);
    watch = new TrafficWatch(traffic);
    walkers = new Walkers(map, traffic, config.seed());
  }

  /** Drives for {@code durationS} and says how it went. */
  public TrafficReport drive(String name, double durationS, long seed, Onlooker onlooker) {
    List<String> ids = network.signalIds();
    int placed = traffic.active();
    long steps = Math.round(durationS / traffic.stepS());
    long workNs = 0;
    for (long step = 0; step < steps; step++) {
      double timeS = step * traffic.stepS();
      long before = System.nanoTime();
      for (int i = 0; i < ids.size(); i++) {
        traffic.setLight(i, plan.color(ids.get(i), timeS));
      }
      traffic.forgetForeign();
      walkers.step(timeS, traffic.stepS());
      traffic.step();
      workNs += System.nanoTime() - before;
      watch.look();
      onlooker.see(traffic, timeS + traffic.stepS());
    }
    return TrafficReport.of(
        name, durationS, seed, placed, traffic, watch, walkers.crossed(), workNs * 1e-9);
  }

  /** The map with every vehicle where it is now. */
  public TrafficPicture picture() {
    return new TrafficPicture(map, traffic);
  }
}
