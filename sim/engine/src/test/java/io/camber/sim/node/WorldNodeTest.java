package io.camber.sim.node;

import static io.camber.sim.node.Rig.MS;
import static io.camber.sim.node.Rig.measurementTimesNs;
import static io.camber.sim.node.Rig.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.bus.transport.BusMessage;
import io.camber.map.RoadMap;
import io.camber.messages.Topics;
import io.camber.scene.MapFile;
import io.camber.sim.scenario.Scenario;
import io.camber.sim.world.World;
import io.camber.sim.world.WorldConfig;
import io.camber.truth.TruthFrame;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WorldNodeTest {
  private static final Path FOLDER = Path.of("..", "..", "scenarios");
  private static final String FRAME = "/truth/frame";

  private final List<String> finished = new ArrayList<>();

  @Test
  void tellsTheTruthAHundredTimesASecondUntilItsEnd() {
    List<BusMessage<?>> frames =
        on(new Rig().add("world", 0, world("Ego", 500)).run(900 * MS), FRAME);

    assertThat(measurementTimesNs(frames))
        .isEqualTo(
            LongStream.rangeClosed(0, 50).mapToObj(step -> 10 * step * MS).toList());
    assertThat(frames).allSatisfy(message -> {
      assertThat(((TruthFrame) message.value()).timeNs())
          .isEqualTo(message.envelope().measurementTimeNs());
      assertThat(message.envelope().origins().list())
          .singleElement()
          .satisfies(origin -> assertThat(origin.sensorId()).isEqualTo(FRAME));
    });
    assertThat(finished).containsExactly("finished");
  }

  @Test
  void handsOutMapCarAndMissionOnceBeforeTheFirstFrame() {
    List<BusMessage<?>> log = new Rig().add("world", 0, world("Ego", 500)).run(300 * MS);

    assertThat(log.subList(0, 4))
        .extracting(message -> message.envelope().topic())
        .containsExactly("/map", Topics.VEHICLE_DESCRIPTION.name(), "/mission", FRAME);
    assertThat(on(log, "/map")).hasSize(1);
    assertThat(on(log, "/mission")).hasSize(1);
  }

  @Test
  void describesNoCarWhenTheStoryboardDrivesAll() {
    List<BusMessage<?>> log = new Rig().add("world", 0, world("", 500)).run(300 * MS);

    assertThat(on(log, Topics.VEHICLE_DESCRIPTION.name())).isEmpty();
    assertThat(on(log, FRAME))
        .allSatisfy(message -> assertThat(((TruthFrame) message.value()).ego()).isEmpty());
  }

  @Test
  void aCommandMovesTheCarFromTheFirstTickAtWhichItIsThere() {
    Commander braking = new Commander(505 * MS, -3.0);

    List<BusMessage<?>> frames = on(
        new Rig().add("world", 0, world("Ego", 700)).add("driver", 0, braking).run(700 * MS),
        FRAME);

    assertThat(frame(frames, 510).egoEngaged()).isFalse();
    assertThat(frame(frames, 520).egoEngaged()).isTrue();
    assertThat(speed(frames, 700)).isLessThan(speed(frames, 500) - 0.1);
  }

  private static TruthFrame frame(List<BusMessage<?>> frames, int timeMs) {
    return (TruthFrame) frames.get(timeMs / 10).value();
  }

  private static double speed(List<BusMessage<?>> frames, int timeMs) {
    return frame(frames, timeMs).ego().orElseThrow().speedMps();
  }

  private WorldNode world(String ego, long untilMs) {
    try {
      Scenario scenario = Scenario.load(FOLDER.resolve("stop-and-go.xosc"), Map.of());
      MapFile file = new MapFile("map.xodr", Files.readAllBytes(scenario.mapFile()));
      RoadMap map = RoadMap.parse(file.name(), file.content());
      World world = new World(WorldConfig.standard(), scenario, map, 1, ego);
      return new WorldNode(world, file, untilMs * MS, () -> finished.add("finished"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says the same every 20 ms from a given time on. */
  private record Commander(long fromNs, double accelMps2) implements Node {
    @Override
    public void start(NodeContext context) {
      Publisher<ControlCommand> commands = context.publisher(Topics.ACTUATION);
      context.timer(
          20 * MS,
          fromNs,
          timeNs -> commands.publish(
              new ControlCommand(timeNs, 0.0, accelMps2, DriveMode.NOMINAL), timeNs));
    }
  }
}
