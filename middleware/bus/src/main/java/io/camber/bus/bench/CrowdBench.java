package io.camber.bus.bench;

import io.camber.bus.shm.SharedMemoryConfig;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What a bus costs that many share: {@code idle} processor time of nodes that are connected and silent, {@code join} time
 * until many topics are connected, {@code death} time until a killed process is noticed. One line of JSON a figure; the
 * last argument is a directory of memory.
 */
public final class CrowdBench {
  private static final String USAGE =
      "usage: idle NODES SECONDS processes|wires DIRECTORY | join TOPICS DIRECTORY | death KILLS DIRECTORY";

  private CrowdBench() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    String role = args.length > 1 ? args[0] : "";
    SharedMemoryConfig config = SharedMemoryConfig.of("bench")
        .withRoot(Path.of(args.length > 1 ? args[args.length - 1] : "."));
    switch (role) {
      case "idle" ->
        new IdleCrowd(config, Integer.parseInt(args[1]))
            .measure(Double.parseDouble(args[2]), args[3]);
      case "bystander" -> IdleCrowd.stand(config, args[1]);
      case "join" -> new Joining(config, Integer.parseInt(args[1])).measure();
      case "offer" -> new Joining(config, Integer.parseInt(args[1])).offer();
      case "death" -> new Burials(config).measure(Integer.parseInt(args[1]));
      default -> throw new IllegalArgumentException(USAGE);
    }
  }
}
