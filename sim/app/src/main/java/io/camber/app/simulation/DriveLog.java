package io.camber.app.simulation;

import io.camber.app.input.InputFiles;
import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.MessageListener;
import io.camber.recording.Recorder;
import io.camber.recording.RecorderConfig;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Records every message of a run and its envelope, with the scenario and the map that it came from. */
final class DriveLog implements MessageListener, Closeable {
  private final Optional<Recorder> recorder;
  private final Optional<BusRecording> recording;

  private DriveLog(Optional<Recorder> recorder) {
    this.recorder = recorder;
    this.recording = recorder.map(BusRecording::new);
  }

  static DriveLog open(
      Optional<RunFolder> folder,
      SimulationOptions options,
      Run.Inputs inputs,
      RecorderConfig config)
      throws IOException {
    if (folder.isEmpty() || !options.record()) {
      return new DriveLog(Optional.empty());
    }
    Recorder recorder = Recorder.create(folder.get().file(RunFolder.DRIVE), config);
    recorder.note("camber.run", facts(options));
    recorder.attach(
        String.valueOf(options.scenario().getFileName()),
        "application/xml",
        InputFiles.read(options.scenario()));
    recorder.attach(
        inputs.mapFile().name(), "application/xml", bytes(inputs.mapFile().content()));
    return new DriveLog(Optional.of(recorder));
  }

  private static byte[] bytes(ByteBuffer content) {
    byte[] bytes = new byte[content.remaining()];
    content.get(bytes);
    return bytes;
  }

  private static Map<String, String> facts(SimulationOptions options) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("version", BuildInfo.version());
    facts.put("scenario", InputFiles.stem(options.scenario()));
    facts.put("seed", Long.toString(options.seed()));
    facts.put("perception", options.perception().name());
    options.parameters().forEach((name, value) -> facts.put("parameter." + name, value));
    options.settings().forEach((name, value) -> facts.put("setting." + name, value));
    options.nodeParameters().forEach((name, value) -> facts.put("node." + name, value));
    return facts;
  }

  @Override
  public void onMessage(BusMessage<?> message) {
    if (recording.isPresent()) {
      recording.get().onMessage(message);
    }
  }

  @Override
  public void close() throws IOException {
    if (recorder.isPresent()) {
      recorder.get().close();
    }
  }
}
