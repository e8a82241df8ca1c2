package io.camber.mcap;

import java.io.IOException;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Merges the chunks of a file into one row of messages. A chunk is unpacked when its first message may be due and dropped
 * after its last, so memory holds only chunks that overlap in time. The message indexes of the file are not read: a chunk
 * is unpacked and checked as a whole anyway, and no checksum covers its index.
 */
public final class MessageCursor {
  private final McapFile file;
  private final MessageSelection selection;
  private final boolean byTime;
  private final PriorityQueue<OpenBlock> due;

  MessageCursor(McapFile file, MessageSelection selection, boolean byTime) {
    this.file = file;
    this.selection = selection;
    this.byTime = byTime;
    Comparator<OpenBlock> place = Comparator.comparingLong(open -> open.block.offset());
    Comparator<OpenBlock> time = Comparator.comparing(OpenBlock::dueNs, Long::compareUnsigned);
    due = new PriorityQueue<>(byTime ? time.thenComparing(place) : place);
    NavigableSet<Integer> channels = wantedChannels();
    for (Block block : file.blocks()) {
      if (block.meets(selection) && mayHold(block, channels)) {
        due.add(new OpenBlock(block));
      }
    }
  }

  /**
   * The next message; empty at the end.
   *
   * @throws MalformedMcapException for a damaged chunk; the next call goes on with the next chunk
   */
  public Optional<McapRecord.Message> next() throws IOException {
    for (OpenBlock open = due.poll(); open != null; open = due.poll()) {
      if (open.messages == null) {
        open.read(file, selection, byTime);
        if (open.hasNext()) {
          due.add(open);
        }
      } else {
        McapRecord.Message message = open.take();
        if (open.hasNext()) {
          due.add(open);
        }
        return Optional.of(message);
      }
    }
    return Optional.empty();
  }

  private NavigableSet<Integer> wantedChannels() {
    NavigableSet<Integer> wanted = new TreeSet<>();
    file.summary().channels().forEach((id, channel) -> {
      if (selection.wants(channel.topic())) {
        wanted.add(id);
      }
    });
    return wanted;
  }

  private static boolean mayHold(Block block, NavigableSet<Integer> channels) {
    return block.channels().isEmpty() || block.channels().stream().anyMatch(channels::contains);
  }

  /** One block: first only its span, then its messages that are still due. */
  private static final class OpenBlock {
    private final Block block;
    private @Nullable MessageList messages;
    private @Nullable ChunkReader records;

    OpenBlock(Block block) {
      this.block = block;
    }

    void read(McapFile file, MessageSelection selection, boolean byTime) throws IOException {
      ChunkReader read = file.read(block);
      try {
        messages = MessageList.of(read, block, file.summary(), selection, byTime);
      } catch (MalformedMcapException e) {
        throw file.malformed("at byte " + block.offset() + ": " + e.getMessage());
      }
      records = read;
    }

    boolean hasNext() {
      return messages != null && messages.hasNext();
    }

    long dueNs() {
      return messages == null ? block.startNs() : messages.dueNs();
    }

    McapRecord.Message take() throws MalformedMcapException {
      if (messages == null || records == null) {
        throw new IllegalStateException("block at byte " + block.offset() + " is not read");
      }
      return records.messageAt(messages.take());
    }
  }
}
