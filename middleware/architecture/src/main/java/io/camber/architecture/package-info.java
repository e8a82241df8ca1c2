/**
 * The house rules as executable tests: which arrows may exist, no package cycles, and the calls that would break
 * determinism. Every module's {@code ArchitectureTest} calls {@link io.camber.architecture.HouseRules}.
 */
@NullMarked
package io.camber.architecture;

import org.jspecify.annotations.NullMarked;
