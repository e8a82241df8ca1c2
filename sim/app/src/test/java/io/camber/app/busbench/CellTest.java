package io.camber.app.busbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CellTest {
  @Test
  void theTableHasEveryBarOfTheBus() {
    List<String> bars = Cell.all(true).stream()
        .flatMap(cell -> cell.bars().stream()
            .filter(Bar::isJudged)
            .map(bar -> cell.work() + " " + cell.size() + " " + bar.limit()))
        .toList();

    assertThat(bars)
        .containsExactly(
            "COPIED 64 B 1.0",
            "COPIED 1 KiB 1.0",
            "COPIED 1 MiB 0.5",
            "COPIED 6 MiB 0.5",
            "LOANED 64 KiB 0.2",
            "LOANED 1 MiB 0.2",
            "LOANED 6 MiB 0.2",
            "BLOCKING 64 B 1.1",
            "BLOCKING 1 KiB 1.1",
            "BLOCKING 64 KiB 1.1",
            "ONE_WAY 64 B 3.0",
            "ONE_WAY 1 KiB 3.0",
            "ONE_WAY 64 KiB 4.0",
            "ONE_WAY 64 KiB 0.6",
            "ONE_WAY 1 MiB 4.0",
            "ONE_WAY 1 MiB 0.6",
            "ONE_WAY 6 MiB 4.0",
            "ONE_WAY 6 MiB 0.6",
            "UDP 64 B 1.2",
            "UDP 64 B 0.5",
            "UDP 1 KiB 1.2",
            "UDP 1 KiB 0.5",
            "UDP 64 KiB 1.0",
            "UDP 1 MiB 1.0",
            "UDP 6 MiB 1.0",
            "UDP_ONE_WAY 64 KiB 1.0",
            "UDP_ONE_WAY 1 MiB 1.0",
            "UDP_ONE_WAY 6 MiB 1.0");
  }

  @Test
  void anotherOneBeginsInEachRepetition() {
    List<String> all = List.of("A", "B", "C");

    assertThat(PeerBenchmark.rotated(all, 0)).containsExactly("A", "B", "C");
    assertThat(PeerBenchmark.rotated(all, 1)).containsExactly("B", "C", "A");
    assertThat(PeerBenchmark.rotated(all, 5)).containsExactly("C", "A", "B");
  }

  @Test
  void iceoryxsChunksHoldThePayloadWithItsHeader() {
    assertThat(Iceoryx.pools(64)).contains("size = 256\n");
    assertThat(Iceoryx.pools(1 << 20)).contains("size = " + ((1 << 20) + 256) + "\n");
  }
}
