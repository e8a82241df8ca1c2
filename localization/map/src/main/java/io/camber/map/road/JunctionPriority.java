package io.camber.map.road;

import java.util.Optional;

/** Within a junction, traffic on the road {@code high} goes before that on {@code low}. */
public record JunctionPriority(Optional<String> high, Optional<String> low) {}
