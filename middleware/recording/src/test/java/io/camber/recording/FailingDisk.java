package io.camber.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/**
 * Fails from the n-th write on until it is mended; the failing write leaves half of its bytes. Fails chosen syncs, and forgets
 * with each what was not yet synced, as Linux may: the next sync of the same file succeeds all the same.
 */
final class FailingDisk implements DiskFile.Factory {
  final AtomicInteger syncs = new AtomicInteger();
  final AtomicInteger opened = new AtomicInteger();
  final AtomicInteger closed = new AtomicInteger();
  private final AtomicInteger writes = new AtomicInteger();
  private final AtomicBoolean mended = new AtomicBoolean();
  private final int failingWrite;
  private final IntPredicate failsSync;

  private FailingDisk(int failingWrite, IntPredicate failsSync) {
    this.failingWrite = failingWrite;
    this.failsSync = failsSync;
  }

  static FailingDisk fromWrite(int failing) {
    return new FailingDisk(failing, sync -> false);
  }

  static FailingDisk atSyncs(IntPredicate failsSync) {
    return new FailingDisk(Integer.MAX_VALUE, failsSync);
  }

  static FailingDisk fromWriteAndAtAllSyncs(int failing) {
    return new FailingDisk(failing, sync -> true);
  }

  void mend() {
    mended.set(true);
  }

  @Override
  public DiskFile create(Path file) throws IOException {
    DiskFile real = DiskFile.create(file);
    opened.incrementAndGet();
    return new DiskFile() {
      private long end;
      private long synced;
      private boolean isClosed;

      @Override
      public void sync() throws IOException {
        if (failsSync.test(syncs.incrementAndGet())) {
          forget(file, synced, end);
          throw new IOException("Input/output error");
        }
        real.sync();
        synced = end;
      }

      @Override
      public int write(ByteBuffer bytes) throws IOException {
        if (writes.incrementAndGet() >= failingWrite && !mended.get()) {
          end += real.write(bytes.slice(bytes.position(), bytes.remaining() / 2));
          throw new IOException("No space left on device");
        }
        ByteBuffer some = bytes.slice(
            bytes.position(),
            bytes.remaining() < 100 ? bytes.remaining() : bytes.remaining() * 2 / 3);
        int written = real.write(some);
        bytes.position(bytes.position() + written);
        end += written;
        return written;
      }

      @Override
      public void truncate(long position) throws IOException {
        real.truncate(position);
        end = position;
      }

      @Override
      public void close() throws IOException {
        closed.addAndGet(isClosed ? 0 : 1);
        isClosed = true;
        real.close();
      }
    };
  }

  private static void forget(Path file, long from, long to) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(Math.toIntExact(to - from)), from);
    }
  }
}
