package io.camber.app.replay;

import io.camber.app.log.Logs;
import io.camber.app.simulation.BusRecording;
import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.MessageListener;
import io.camber.diagnostics.InputException;
import io.camber.mcap.Compression;
import io.camber.mcap.McapFile;
import io.camber.mcap.McapRecord;
import io.camber.mcap.tool.WholeFile;
import io.camber.recording.Recorder;
import io.camber.recording.RecorderConfig;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** What was said in a replay as a log of its own, with the attachments and metadata of the log that was replayed. */
final class ReplayLog implements MessageListener, Closeable {
  private final Path target;
  private final WholeFile whole;
  private final Recorder recorder;
  private final BusRecording recording;

  private ReplayLog(Path target, WholeFile whole, Recorder recorder) {
    this.target = target;
    this.whole = whole;
    this.recorder = recorder;
    this.recording = new BusRecording(recorder);
  }

  static ReplayLog create(Path target, Path source) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new InputException(target + ": its folder does not exist");
    }
    if (Files.exists(target) && Files.isSameFile(target, Logs.resolve(source))) {
      throw new InputException(target + ": is the log that is replayed; choose another name");
    }
    WholeFile whole = WholeFile.of(target);
    File unfinished = unfinished(whole).toFile();
    unfinished.deleteOnExit();
    ReplayLog log = new ReplayLog(
        target, whole, Recorder.create(whole.place(), RecorderConfig.of(Compression.LZ4)));
    try {
      unfinished.deleteOnExit(); // refused when the process was ending before the file was there
    } catch (IllegalStateException e) {
      log.close();
      throw e;
    }
    try (McapFile from = Logs.open(source)) {
      log.copyFacts(from);
    } catch (IOException | RuntimeException e) {
      log.close();
      throw e;
    }
    return log;
  }

  /** What the recorder writes until it has everything. */
  private static Path unfinished(WholeFile whole) {
    return whole.place().resolveSibling(whole.place().getFileName() + ".part");
  }

  private void copyFacts(McapFile from) throws IOException {
    for (McapRecord.MetadataIndex index : from.summary().metadata()) {
      McapRecord.Metadata facts = from.metadata(index);
      recorder.note(facts.name(), facts.entries());
    }
    for (McapRecord.AttachmentIndex index : from.summary().attachments()) {
      McapRecord.Attachment attachment = from.attachment(index);
      ByteBuffer data = attachment.data().duplicate();
      byte[] content = new byte[data.remaining()];
      data.get(content);
      recorder.attach(attachment.name(), attachment.mediaType(), content);
    }
  }

  @Override
  public void onMessage(BusMessage<?> message) {
    recording.onMessage(message);
  }

  /** Everything was said: the log gets its name. */
  void finish() throws IOException {
    try {
      recorder.close();
    } catch (IOException e) {
      throw new InputException(target + ": cannot be written: " + e.getMessage(), e);
    }
    if (recorder.dropped() > 0) {
      throw new InputException(target + ": cannot be written: "
          + recorder.dropped() + " messages found no room"
          + recorder.failure().map(failure -> ", " + failure.getMessage()).orElse(""));
    }
    whole.finish();
  }

  @Override
  public void close() throws IOException {
    try {
      recorder.close();
    } finally {
      Files.deleteIfExists(unfinished(whole));
      whole.close();
    }
  }
}
