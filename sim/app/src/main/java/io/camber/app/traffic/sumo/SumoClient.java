package io.camber.app.traffic.sumo;

import static io.camber.app.traffic.sumo.TraciMessage.byteValue;
import static io.camber.app.traffic.sumo.TraciMessage.compound;
import static io.camber.app.traffic.sumo.TraciMessage.doubleValue;
import static io.camber.app.traffic.sumo.TraciMessage.intValue;
import static io.camber.app.traffic.sumo.TraciMessage.string;
import static io.camber.app.traffic.sumo.TraciMessage.stringValue;
import static io.camber.app.traffic.sumo.TraciMessage.stringsValue;

import io.camber.diagnostics.InputException;
import io.camber.geometry.Size3;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Speaks TraCI (https://sumo.dlr.de/docs/TraCI/Protocol.html) with a sumo of its own: steps it, asks for its vehicles, and shows it others.
 * Owned by one thread.
 */
final class SumoClient implements AutoCloseable {
  private static final int VERSION = 0x00;
  private static final int STEP = 0x02;
  private static final int CLOSE = 0x7F;
  private static final int GET_VEHICLE = 0xA4;
  private static final int GET_EDGE = 0xAA;
  private static final int SET_VEHICLE = 0xC4;
  private static final int SET_ROUTE = 0xC6;
  private static final int SUBSCRIBE_VEHICLE = 0xD4;

  private static final int IDS = 0x00;
  private static final int SPEED = 0x40;
  private static final int POSITION = 0x42;
  private static final int ANGLE = 0x43;
  private static final int LENGTH = 0x44;
  private static final int CLASS = 0x49;
  private static final int WIDTH = 0x4D;
  private static final int SIGNALS = 0x5B;
  private static final int ACCEL = 0x72;
  private static final int ADD = 0x80;
  private static final int REMOVE = 0x81;
  private static final int ADD_FULL = 0x85;
  private static final int MOVE_TO_XY = 0xB4;
  private static final int HEIGHT = 0xBC;
  private static final int[] WATCHED = {POSITION, ANGLE, SPEED, ACCEL, SIGNALS};

  /** Oldest version of the protocol that is understood: that of SUMO 1.3. */
  private static final int VERSION_MIN = 20;

  /** Places a vehicle wherever the coordinates are, on a road or not. */
  private static final int ANYWHERE = 2;

  /** The reason of a removal that is no arrival. */
  private static final int VAPORIZED = 3;

  private static final String ROUTE = "camber.route";

  private final SumoProcess process;
  private final DataInputStream in;
  private final Map<String, SumoVehicle> known = new TreeMap<>();

  /** What does not change about a vehicle. */
  private record Body(String kind, Size3 size) {}

  private final Map<String, Body> bodies = new LinkedHashMap<>();

  private interface Reader<T> {
    T read(TraciAnswer answer) throws IOException;
  }

  SumoClient(Path configuration, long seed, double stepS) throws IOException {
    process = SumoProcess.start(configuration, seed, stepS);
    in = new DataInputStream(new BufferedInputStream(process.socket().getInputStream()));
    int version = ask(VERSION, new TraciMessage().command(VERSION, out -> {}), answer -> {
      answer.commandId();
      return answer.integer();
    });
    if (version < VERSION_MIN) {
      throw new InputException("sumo speaks version " + version + " of TraCI, at least "
          + VERSION_MIN + " is needed: install SUMO 1.3 or newer");
    }
  }

  private <T> T ask(int command, TraciMessage message, Reader<T> reader) throws IOException {
    try {
      process.socket().getOutputStream().write(message.bytes());
      return reader.read(TraciAnswer.read(in).expectOk(command));
    } catch (IOException e) {
      throw new InputException("sumo has gone: " + process.lastWords(), e);
    }
  }

  private void tell(int command, TraciMessage message) throws IOException {
    ask(command, message, answer -> answer);
  }

  /** Advances sumo by one step. */
  void step() throws IOException {
    known.clear();
    ask(STEP, new TraciMessage().command(STEP, out -> out.writeDouble(0.0)), answer -> {
      int count = answer.integer();
      for (int i = 0; i < count; i++) {
        readWatched(answer);
      }
      return count;
    });
    for (String id : ids(GET_VEHICLE)) {
      if (!bodies.containsKey(id)) {
        bodies.put(id, body(id));
        watch(id);
      }
    }
    bodies.keySet().retainAll(known.keySet());
  }

  private void readWatched(TraciAnswer answer) throws IOException {
    answer.commandId();
    String id = answer.string();
    int count = answer.unsignedByte();
    double[] position = new double[2];
    double[] values = new double[256];
    for (int i = 0; i < count; i++) {
      int variable = answer.unsignedByte();
      if (answer.unsignedByte() != 0) {
        throw new IOException("no variable " + variable + " of " + id);
      }
      if (variable == POSITION) {
        position = answer.position();
      } else {
        values[variable] = answer.number();
      }
    }
    Body body = bodies.get(id);
    if (body != null) {
      known.put(
          id,
          new SumoVehicle(
              id,
              body.kind(),
              body.size(),
              position[0],
              position[1],
              values[ANGLE],
              values[SPEED],
              values[ACCEL],
              (int) values[SIGNALS]));
    }
  }

  private void watch(String id) throws IOException {
    TraciMessage message = new TraciMessage().command(SUBSCRIBE_VEHICLE, out -> {
      out.writeDouble(0.0);
      out.writeDouble(Double.MAX_VALUE);
      string(out, id);
      out.writeByte(WATCHED.length);
      for (int variable : WATCHED) {
        out.writeByte(variable);
      }
    });
    ask(SUBSCRIBE_VEHICLE, message, answer -> {
      readWatched(answer);
      return answer;
    });
  }

  private Body body(String id) throws IOException {
    double length = get(GET_VEHICLE, LENGTH, id, TraciAnswer::number);
    double width = get(GET_VEHICLE, WIDTH, id, TraciAnswer::number);
    double height = get(GET_VEHICLE, HEIGHT, id, TraciAnswer::number);
    String kind = get(GET_VEHICLE, CLASS, id, TraciAnswer::strings).get(0);
    return new Body(kind, new Size3(length, width, height));
  }

  private List<String> ids(int domain) throws IOException {
    return get(domain, IDS, "", TraciAnswer::strings);
  }

  private <T> T get(int domain, int variable, String id, Reader<T> reader) throws IOException {
    TraciMessage message = new TraciMessage().command(domain, out -> {
      out.writeByte(variable);
      string(out, id);
    });
    return ask(domain, message, answer -> {
      answer.commandId();
      answer.unsignedByte();
      answer.string();
      return reader.read(answer);
    });
  }

  /** The vehicles after the last step, by id. */
  Map<String, SumoVehicle> vehicles() {
    return new TreeMap<>(known);
  }

  /** Makes a vehicle of ours known to sumo, which from now on is where {@link #place} says. */
  void add(String id) throws IOException {
    TraciMessage message = new TraciMessage().command(SET_VEHICLE, out -> {
      out.writeByte(ADD_FULL);
      string(out, id);
      compound(out, 14);
      for (String text : List.of(
          ROUTE,
          "DEFAULT_VEHTYPE",
          "now",
          "first",
          "base",
          "0",
          "current",
          "max",
          "current",
          "",
          "",
          "")) {
        stringValue(out, text);
      }
      intValue(out, 0);
      intValue(out, 0);
    });
    tell(SET_VEHICLE, message);
  }

  /** Gives sumo a route of one edge, for vehicles that are ours. */
  void addRoute() throws IOException {
    List<String> edges = new ArrayList<>(ids(GET_EDGE));
    edges.removeIf(edge -> edge.startsWith(":"));
    if (edges.isEmpty()) {
      throw new InputException("sumo's network has no edges");
    }
    TraciMessage message = new TraciMessage().command(SET_ROUTE, out -> {
      out.writeByte(ADD);
      string(out, ROUTE);
      stringsValue(out, edges.subList(0, 1));
    });
    tell(SET_ROUTE, message);
  }

  /** Where a vehicle of ours has the middle of its front bumper after the next step; sumo sees its speed from how it moves. */
  void place(String id, double x, double y, double angleDeg) throws IOException {
    tell(SET_VEHICLE, new TraciMessage().command(SET_VEHICLE, out -> {
          out.writeByte(MOVE_TO_XY);
          string(out, id);
          compound(out, 6);
          stringValue(out, "");
          intValue(out, 0);
          doubleValue(out, x);
          doubleValue(out, y);
          doubleValue(out, angleDeg);
          byteValue(out, ANYWHERE);
        }));
  }

  /** Takes a vehicle of ours from sumo's roads. */
  void remove(String id) throws IOException {
    tell(SET_VEHICLE, new TraciMessage().command(SET_VEHICLE, out -> {
          out.writeByte(REMOVE);
          string(out, id);
          byteValue(out, VAPORIZED);
        }));
  }

  @Override
  public void close() throws IOException {
    try {
      process
          .socket()
          .getOutputStream()
          .write(new TraciMessage().command(CLOSE, out -> {}).bytes());
      TraciAnswer.read(in);
    } catch (IOException e) {
      // it has gone already
    }
    process.close();
  }
}
