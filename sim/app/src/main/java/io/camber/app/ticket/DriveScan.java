package io.camber.app.ticket;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.camber.app.recorded.LoggedScan;
import io.camber.app.simulation.RecordedRun;
import io.camber.app.simulation.RunFolder;
import io.camber.app.simulation.SimulationResult;
import io.camber.diagnostics.InputException;
import io.camber.jury.ticket.DriveId;
import io.camber.jury.ticket.Scan;
import io.camber.jury.ticket.ScannedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;

/** What the checks find in a run folder, or in a file of which nothing else is known. */
public final class DriveScan {
  /** A log that is known by its content alone has no older and no newer one. */
  private static final long NO_TIME_MS = 0;

  private DriveScan() {}

  /** Scans a run folder or a file. */
  public static ScannedRun of(Path runOrFile) {
    Path drive = Files.isDirectory(runOrFile) ? runOrFile.resolve(RunFolder.DRIVE) : runOrFile;
    Scan scan = LoggedScan.of(drive);
    if (!isRun(runOrFile)) {
      String hash = digest(drive);
      DriveId id = new DriveId(String.valueOf(drive.getFileName()), hash, 0);
      return scanned(runOrFile, id, hash, NO_TIME_MS, scan);
    }
    return told(
        runOrFile,
        json -> scanned(
            runOrFile, id(json), json.get("hash").getAsString(), madeMs(json, drive), scan));
  }

  /** What makes it the same drive as others but for the seed; the place of a log of which nothing else is known. */
  public static String variant(Path runOrFile) {
    return isRun(runOrFile) ? told(runOrFile, json -> id(json).variant()) : runOrFile.toString();
  }

  private static boolean isRun(Path runOrFile) {
    return Files.exists(runOrFile.resolve(RunFolder.RESULT));
  }

  /** Reads something out of a run's result. */
  private interface Reading<T> {
    T of(JsonObject result) throws IOException;
  }

  private static <T> T told(Path run, Reading<T> reading) {
    Path result = run.resolve(RunFolder.RESULT);
    try {
      return reading.of(JsonParser.parseString(Files.readString(result)).getAsJsonObject());
    } catch (IOException
        | JsonParseException
        | DateTimeParseException
        | IllegalStateException
        | NullPointerException e) {
      throw new InputException(result + ": is not a result of camber run: " + e.getMessage(), e);
    }
  }

  private static DriveId id(JsonObject json) {
    return new DriveId(
        json.get("scenario").getAsString(),
        json.has("options") ? RecordedRun.setup(json.getAsJsonObject("options")) : "",
        json.get("seed").getAsLong());
  }

  private static ScannedRun scanned(Path run, DriveId id, String hash, long madeMs, Scan scan) {
    return new ScannedRun(
        run.toString(), id, hash, madeMs, scan.miles(), scan.asked(), scan.findings());
  }

  /** When the run was started; runs of builds that did not say so go by their log's time stamp. */
  private static long madeMs(JsonObject result, Path drive) throws IOException {
    return result.has(SimulationResult.STARTED_AT)
        ? Instant.parse(result.get(SimulationResult.STARTED_AT).getAsString()).toEpochMilli()
        : Files.getLastModifiedTime(drive).toMillis();
  }

  static String digest(Path file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (var in = Files.newInputStream(file)) {
        byte[] buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          digest.update(buffer, 0, read);
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
