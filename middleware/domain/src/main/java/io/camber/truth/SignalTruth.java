package io.camber.truth;

import io.camber.scene.SignalColor;

/** True state of one traffic light. */
public record SignalTruth(String signalId, SignalColor color) {}
