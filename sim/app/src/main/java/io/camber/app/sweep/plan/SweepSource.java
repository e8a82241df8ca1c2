package io.camber.app.sweep.plan;

import io.camber.sim.scenario.distribution.ParameterSpace;
import java.nio.file.Path;

/**
 * A scenario and how its parameters vary.
 *
 * @param file where it was found: the scenario itself or a distribution that names it
 */
public record SweepSource(Path file, Path scenario, ParameterSpace space) {}
