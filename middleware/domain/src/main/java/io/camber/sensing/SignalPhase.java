package io.camber.sensing;

import io.camber.scene.SignalColor;
import java.util.OptionalDouble;

/**
 * What a traffic light says of itself over the air.
 *
 * @param remainingS until it shows something else; empty when its controller does not know
 */
public record SignalPhase(String signalId, SignalColor color, OptionalDouble remainingS) {}
