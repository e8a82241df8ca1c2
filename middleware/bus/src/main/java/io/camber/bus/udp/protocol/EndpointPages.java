package io.camber.bus.udp.protocol;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A table of endpoints as it crosses the wire, in pages. A page's body: table version u32, page u16, pages u16, then entries
 * up to the end. A table counts when all its pages are here.
 */
final class EndpointPages {
  static final int PAGES_MAX = 512;
  static final int ID_MAX = 16_384;
  private static final int PAGE_BYTES = Frames.CONTROL_BYTES_MAX - Frames.HEADER_BYTES - 8;

  private int version = -1;
  private List<EndpointEntry> entries = List.of();
  private int arrivingVersion = -1;
  private int arrivingPages;
  private final TreeMap<Integer, List<EndpointEntry>> arriving = new TreeMap<>();

  /** Version of the newest complete table, -1 before the first. */
  int version() {
    return version;
  }

  List<EndpointEntry> entries() {
    return entries;
  }

  /** Cuts a table into bodies of pages. */
  static List<byte[]> cut(int version, List<EndpointEntry> table) {
    List<ByteBuffer> pages = new ArrayList<>();
    ByteBuffer page = emptyPage(pages);
    for (EndpointEntry entry : table) {
      if (page.remaining() < entry.bytes()) {
        page = emptyPage(pages);
      }
      entry.write(page);
    }
    List<byte[]> bodies = new ArrayList<>(pages.size());
    for (int i = 0; i < pages.size(); i++) {
      ByteBuffer done = pages.get(i);
      done.putInt(0, version).putShort(4, (short) i).putShort(6, (short) pages.size());
      byte[] body = new byte[done.position()];
      done.flip().get(body);
      bodies.add(body);
    }
    return bodies;
  }

  private static ByteBuffer emptyPage(List<ByteBuffer> pages) {
    ByteBuffer page = ByteBuffer.allocate(8 + PAGE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    pages.add(page.position(8));
    return page;
  }

  /** What came of a page. */
  enum Outcome {
    MALFORMED,
    WAITING,
    COMPLETE
  }

  Outcome accept(ByteBuffer body) {
    if (body.remaining() < 8) {
      return Outcome.MALFORMED;
    }
    int pageVersion = body.getInt();
    int page = body.getShort() & 0xffff;
    int pages = body.getShort() & 0xffff;
    if (pageVersion < 0 || page >= pages || pages > PAGES_MAX) {
      return Outcome.MALFORMED;
    }
    List<EndpointEntry> found = read(body);
    if (found == null) {
      return Outcome.MALFORMED;
    }
    if (pageVersion <= version || pageVersion < arrivingVersion) {
      return Outcome.WAITING;
    }
    if (pageVersion > arrivingVersion) {
      arriving.clear();
      arrivingVersion = pageVersion;
      arrivingPages = pages;
    }
    if (pages != arrivingPages) {
      return Outcome.MALFORMED;
    }
    arriving.put(page, found);
    if (arriving.size() < pages) {
      return Outcome.WAITING;
    }
    List<EndpointEntry> all = new ArrayList<>();
    arriving.values().forEach(all::addAll);
    arriving.clear();
    entries = List.copyOf(all);
    version = pageVersion;
    return Outcome.COMPLETE;
  }

  private static @Nullable List<EndpointEntry> read(ByteBuffer body) {
    List<EndpointEntry> found = new ArrayList<>();
    while (body.hasRemaining()) {
      EndpointEntry entry = EndpointEntry.read(body);
      if (entry == null || entry.id() > ID_MAX) {
        return null;
      }
      found.add(entry);
    }
    return found;
  }
}
