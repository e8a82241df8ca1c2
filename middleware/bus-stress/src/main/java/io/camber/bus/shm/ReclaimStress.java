package io.camber.bus.shm;

import io.camber.bus.shm.file.BusFiles;
import io.camber.bus.shm.file.FileNames;
import io.camber.bus.shm.file.Generation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Two survivors find the same dead node: exactly one cleans up. */
@JCStressTest
@Outcome(id = "true, false", expect = Expect.ACCEPTABLE, desc = "the first")
@Outcome(id = "false, true", expect = Expect.ACCEPTABLE, desc = "the second")
@Outcome(expect = Expect.FORBIDDEN, desc = "both or nobody")
@State
public class ReclaimStress {
  private static final BusFiles FILES = StressBus.files("reclaim");
  private static final Generation GENERATION = Generation.open(FILES);
  private static final AtomicLong COUNT = new AtomicLong();

  private final String stem = "dead" + COUNT.incrementAndGet();
  private final FileChannel left;
  private final FileChannel right;
  private final @Nullable Object key;

  /** Starts with a lock file that nobody holds, opened by two survivors. */
  public ReclaimStress() {
    try {
      Path draft = FILES.draftPath();
      FILES.create(draft).close();
      FILES.show(draft, stem + FileNames.LOCK);
      left = open();
      right = open();
      key = DeadNode.fileKey(FILES.path(stem + FileNames.LOCK));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FileChannel open() throws IOException {
    return FILES.open(stem + FileNames.LOCK, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  @Actor
  public void left(ZZ_Result result) {
    result.r1 = reclaim(left);
  }

  @Actor
  public void right(ZZ_Result result) {
    result.r2 = reclaim(right);
  }

  private boolean reclaim(FileChannel channel) {
    try {
      return DeadNode.reclaim(stem, FILES, GENERATION, channel, key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Judges nothing, only gives the files back. */
  @Arbiter
  public void close(ZZ_Result result) {
    try {
      left.close();
      right.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
